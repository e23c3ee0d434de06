/** Who notices that a packet will not arrive, and how. */
import {socketBy} from '../host/lookup.js';
import type {HostName} from '../sim/action.js';
import type {SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {FIN, RST, SYN} from '../tcp/segment.js';
import type {Tcb} from '../tcp/tcb.js';
import {never} from '../tcp/timers.js';
import type {Effect} from './why-item.js';

type Told = {readonly effect: Effect; readonly ref?: string};

const nobody: Told = {effect: {kind: 'none'}};

export function effectOf(world: World, packet: SegmentRecord): Told {
	if (packet.origin !== 'tcp') return nobody;
	if (packet.flags & RST) return {effect: {kind: 'rst', to: packet.to}, ref: 'RFC 9293 § 3.5.2'};
	if (packet.len > 0 || packet.flags & (SYN | FIN)) return ofSender(world.hosts[packet.from], packet);
	return ofAck(world, packet);
}

function ofSender({sockets, name}: World['hosts'][HostName], {socket: number}: SegmentRecord): Told {
	const tcb = sockets.find(socket => socket.number === number)?.tcb;
	if (!tcb) return nobody;
	if (tcb.timers.persist.at !== never) return {effect: {kind: 'probes', host: name}, ref: 'RFC 9293 § 3.8.6.1'};
	if (tcb.timers.rto.at === never) return nobody;
	const isDoubled = tcb.retries > 0;
	return {
		effect: {kind: 'waits', host: name, rto: tcb.timers.rto.at - tcb.timers.rto.from, isDoubled},
		ref: isDoubled ? 'RFC 6298 § 5.5' : 'RFC 6298 § 5.1',
	};
}

const waitsForAck = ({timers}: Tcb): boolean => timers.rto.at !== never || timers.persist.at !== never;

function ofAck(world: World, {from, to, socket: number}: SegmentRecord): Told {
	const sender = socketBy(world.hosts[from], number)?.tcb;
	const isPeer = (tcb: Tcb): boolean => tcb.local.port === sender?.remote.port && tcb.remote.port === sender.local.port;
	const receiver = world.hosts[to].live.find(({tcb}) => isPeer(tcb))?.tcb;
	return {effect: {kind: 'ack', to, isMissed: receiver !== undefined && waitsForAck(receiver)}, ref: 'RFC 9293 § 3.8.1'};
}
