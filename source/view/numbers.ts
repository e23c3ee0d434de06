/** Sequence numbers as the screen shows them: absolute while every ISN is small enough to be read, else counted from the ISN. */
import type {Host} from '../host/host.js';
import type {Socket} from '../host/socket.js';
import type {HostName} from '../sim/action.js';
import type {SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {SYN} from '../tcp/segment.js';
import {offset, type Seq, seq} from '../tcp/seq.js';
import type {ScreenInput} from './screen-input.js';

/** A sequence number, and whose numbers these are: a host's ISN, its text, the acknowledgments of it. */
export type SeqView = {readonly text: string; readonly countedBy: HostName};

export type Numbers = 'absolute' | 'relative';

const readable = 1_000_000;

const isSmall = ({tcb, kind}: Socket): boolean => kind === 'listener' || (tcb.iss < readable && (!tcb.hasIrs || tcb.irs < readable));

const areSmall = ({sockets}: Host): boolean => sockets.every(isSmall);

export function numbersOf({history, numbers}: Pick<ScreenInput, 'history' | 'numbers'>): Numbers {
	if (numbers !== 'auto') return numbers;
	const {client, server} = history.world.hosts;
	return areSmall(client) && areSmall(server) ? 'absolute' : 'relative';
}

/** `isn`: where counting starts; undefined: not known, so the number stands as it is. Relative ones always have a sign. */
export function seqText(value: number, isn: Seq | undefined, numbers: Numbers): string {
	if (numbers === 'absolute' || isn === undefined) return String(value);
	const from = offset(isn, seq(value));
	return from < 0 ? String(from) : `+${from}`;
}

/** Too long for its place: the last five digits are what changes. */
export const shortNumber = (text: string): string => (text.length > 6 ? `~${text.slice(-5)}` : text);

type Bases = {readonly seq: Seq | undefined; readonly ack: Seq | undefined};

const matches = (socket: Socket, local: number, remote: number): boolean =>
	socket.kind === 'connection' && socket.tcb.local.port === local && socket.tcb.remote.port === remote;

/** The newest connection of a host between two ports that was there when the packet left. */
function connectionOf({sockets}: Host, local: number, remote: number): Socket | undefined {
	for (let at = sockets.length - 1; at >= 0; at--) {
		const socket = sockets[at];
		if (socket !== undefined && matches(socket, local, remote)) return socket;
	}
	return undefined;
}

/** What a packet's numbers count from: the ISNs of its sender, or of the connection it was aimed at. A SYN is where its own begin. */
export function basesOf(world: World, {from, to, sport, dport, socket, flags, seq: first}: SegmentRecord): Bases {
	const isSender = ({number, kind}: Socket): boolean => number === socket && kind === 'connection';
	const own = world.hosts[from].sockets.find(isSender) ?? connectionOf(world.hosts[from], sport, dport);
	const far = connectionOf(world.hosts[to], dport, sport);
	const ownIrs = own?.tcb.hasIrs ? own.tcb.irs : undefined;
	const farIrs = far?.tcb.hasIrs ? far.tcb.irs : undefined;
	return {seq: flags & SYN ? seq(first) : (own?.tcb.iss ?? farIrs), ack: ownIrs ?? far?.tcb.iss};
}
