/** Packets and places of an event, as the sentences need them. */
import {socketBy} from '../host/lookup.js';
import type {Action, HostName} from '../sim/action.js';
import {otherHost} from '../sim/action.js';
import {packetAt} from '../sim/index.js';
import type {Row, SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {rowsOfStep} from './host-event.js';
import {type Numbers, numbersOf} from './numbers.js';
import {wordOf} from './packet-view.js';
import type {ScreenInput} from './screen-input.js';
import type {PacketBrief, Place} from './why-item.js';

export type Seen = {
	readonly world: World;
	/** Shown time, virtual µs. */
	readonly now: number;
	readonly numbers: Numbers;
	/** What the last key stood for. */
	readonly acted: Action | undefined;
};

export const seenBy = (input: ScreenInput): Seen => ({
	world: input.history.world,
	now: input.now,
	numbers: numbersOf(input),
	acted: input.last?.action,
});

export type NoteRow = Extract<Row, {kind: 'note'}>;

export const isNote = (row: Row): row is NoteRow => row.kind === 'note';

/** How long the sender had waited when its RTO made it send this again. */
function waitedFor(world: World, {isRetransmission, sentInStep, from, socket}: SegmentRecord): number | undefined {
	if (!isRetransmission) return undefined;
	const fired = rowsOfStep(world, sentInStep).find(
		row => isNote(row) && row.code === 'rto-fired' && row.host === from && row.socket === socket,
	);
	return fired?.kind === 'note' ? fired.values.waited : undefined;
}

export function briefOf(world: World, record: SegmentRecord): PacketBrief {
	const {n, from, seq, origin, of, isRetransmission} = record;
	return {n, from, word: wordOf(record), seq, origin, of, isAgain: isRetransmission, waited: waitedFor(world, record)};
}

const dotted = (address: number): string => [24, 16, 8, 0].map(shift => (address >>> shift) & 255).join('.');

/** The other host's name, or the address of somebody else. */
function peerOf(world: World, host: HostName, address: number | undefined): Place['peer'] {
	const other = otherHost(host);
	return address === undefined || address === 0 || address === world.hosts[other].addr ? other : {address: dotted(address)};
}

type At = {
	readonly host: HostName;
	readonly socket: number;
	readonly t: number;
	readonly arrived: SegmentRecord | undefined;
	/** Of the same event. */
	readonly rows?: readonly Row[];
};

/** What this socket sent first. */
function sentIn(world: World, {rows = [], host, socket}: At): PacketBrief | undefined {
	const row = rows.find(candidate => candidate.kind === 'segment' && candidate.host === host && candidate.socket === socket);
	return row?.kind === 'segment' ? briefOf(world, packetAt(world.trace, row.n)) : undefined;
}

export function placeAt({world, numbers}: Seen, at: At): Place {
	const {host, socket: number, t, arrived} = at;
	const socket = socketBy(world.hosts[host], number);
	const tcb = socket?.kind === 'connection' ? socket.tcb : undefined;
	return {
		host,
		peer: peerOf(world, host, arrived?.src ?? tcb?.remote.addr),
		socket: number,
		t,
		packet: arrived && briefOf(world, arrived),
		sent: sentIn(world, at),
		mss: tcb?.rcv.mss,
		relative: numbers === 'relative' && tcb ? {own: tcb.iss, far: tcb.hasIrs ? tcb.irs : undefined} : undefined,
	};
}

/** The packet that came in during these rows, whatever became of it. */
export function arrivalIn(world: World, rows: readonly Row[]): SegmentRecord | undefined {
	for (const row of rows) {
		if (row.kind !== 'fate') continue;
		if (row.fate === 'delivered' || row.fate === 'corrupted' || row.fate === 'unreachable') return packetAt(world.trace, row.n);
	}
	return undefined;
}
