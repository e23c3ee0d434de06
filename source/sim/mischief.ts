/** What a person does to packets: those in flight, those to come, and those that nobody ever sent. */
import {addressOf} from '../host/new-host.js';
import {pattern} from '../host/pattern.js';
import type {Socket} from '../host/socket.js';
import {reorder} from '../net/flight.js';
import {isCapable} from '../tcp/ecn.js';
import {note} from '../tcp/out.js';
import {ACK, noOptions, noText, plainIp, RST, type Segment, SYN} from '../tcp/segment.js';
import {add, seq} from '../tcp/seq.js';
import {
	type Action,
	type ForgedSegment,
	type HostName,
	type Mischief,
	otherHost,
	type Refusal,
	type RstPlace,
	type SocketRef,
} from './action.js';
import {findSocket} from './query.js';
import {copyOf, corrupt, forge, hostAt, lose, mark, onTheWire} from './transmit.js';
import type {World} from './world.js';

/** To a packet in flight. */
export function meddle(world: World, n: number, mischief: Mischief): Refusal | undefined {
	const at = world.flight.findIndex(packet => packet.n === n);
	const packet = world.flight[at];
	if (!packet) return {code: 'no-such-packet', packet: n};
	if (mischief.kind === 'mark' && !isCapable(packet.segment)) return {code: 'not-ecn-capable', packet: n};
	const {out, packets} = world.trace;
	onTheWire(out);
	switch (mischief.kind) {
		case 'drop':
			world.flight.splice(at, 1);
			if (packet.isHeld) world.directions[hostAt(packet.from)].held--;
			reorder(world.flight);
			lose(world, n, 'dropped', world.now);
			return undefined;
		case 'duplicate':
			copyOf(world, packet);
			return undefined;
		case 'corrupt':
			corrupt(world, packet);
			return undefined;
		case 'mark':
			mark(world, packet, world.now);
			return undefined;
		case 'delay':
			packet.dueAt += mischief.by;
			packets.dueAt[n - 1] = packet.dueAt;
			reorder(world.flight);
			note(out, 'link-delayed', n, mischief.by);
			return undefined;
	}
}

export function disarm(world: World, {host, filter, mischief}: Action & {do: 'disarm'}): Refusal | undefined {
	const at = world.armed.findLastIndex(shot => shot.host === host && shot.filter === filter && shot.mischief.kind === mischief.kind);
	if (at < 0) return {code: 'not-armed'};
	world.armed.splice(at, 1);
	return undefined;
}

const portOfNobody = 1024;

/** As if the peer of this socket had sent it; a listener has no peer yet, so the other host stands in. */
function asPeer(world: World, host: HostName, {tcb}: Socket): Pick<Segment, 'src' | 'dst' | 'sport' | 'dport'> {
	const hasPeer = tcb.remote.port !== 0;
	return {
		src: hasPeer ? tcb.remote.addr : addressOf(otherHost(host)),
		dst: world.hosts[host].addr,
		sport: hasPeer ? tcb.remote.port : portOfNobody,
		dport: tcb.local.port,
	};
}

/** A listener that is closed has nobody behind it; an ended connection still has its numbers. */
function targetOf(world: World, ref: SocketRef): Socket | undefined {
	const socket = findSocket(world, ref, 'condition');
	return socket?.kind === 'listener' && socket.tcb.state === 'CLOSED' ? undefined : socket;
}

/** It never got a port: its bind failed. */
const isNowhere = ({tcb}: Socket): boolean => tcb.local.port === 0;

export function injectRst(world: World, ref: SocketRef, place: RstPlace): Refusal | undefined {
	const socket = targetOf(world, ref);
	if (!socket || isNowhere(socket)) return {code: 'no-connection', socket: ref};
	const {rcv, snd, state} = socket.tcb;
	const ends = asPeer(world, ref.host, socket);
	const isAnswerToSyn = state === 'SYN_SENT' && place === 'exact';
	const at = typeof place === 'object' ? seq(place.seq) : add(rcv.nxt, {exact: 0, 'in-window': 1, outside: rcv.wnd}[place]);
	forge(world, otherHost(ref.host), {
		...ends,
		seq: isAnswerToSyn ? seq(0) : at,
		ack: isAnswerToSyn ? snd.nxt : seq(0),
		flags: isAnswerToSyn ? RST | ACK : RST,
		wnd: 0,
		urg: 0,
		...plainIp,
		options: noOptions,
		text: noText,
	});
	return undefined;
}

export function injectSegment(world: World, ref: SocketRef, forged: ForgedSegment): Refusal | undefined {
	const socket = targetOf(world, ref);
	if (!socket || (isNowhere(socket) && forged.dport === undefined)) return {code: 'no-connection', socket: ref};
	const ends = asPeer(world, ref.host, socket);
	if (forged.len > 0) world.hasForgedText = true;
	forge(world, otherHost(ref.host), {
		...ends,
		sport: forged.sport ?? ends.sport,
		dport: forged.dport ?? ends.dport,
		seq: seq(forged.seq),
		ack: seq(forged.ack),
		flags: forged.flags,
		wnd: forged.win,
		urg: forged.urg,
		...plainIp,
		options: forged.options,
		text: pattern(0, forged.len).slice(),
	});
	return undefined;
}

/** As long as the longest text. */
const zeros = new Uint8Array(65_536);

/** What a script has its remote peer send: that peer's own, as far as the trace can tell. */
export function arriveForged(world: World, {host, segment}: Action & {do: 'arrive'}): undefined {
	const {len, ...header} = segment;
	forge(world, otherHost(host), {...header, text: zeros.subarray(0, len)}, 'tcp');
}

/** 203.0.113.1 (TEST-NET-3): an address that never answers. */
const firstFlooder = 0xcb00_7101;
const flooders = 254;

export function injectFlood(world: World, {host, port, count}: Action & {do: 'flood'}): undefined {
	for (let left = count; left > 0; left--) {
		const nth = world.floodCount++;
		forge(world, otherHost(host), {
			src: firstFlooder + (nth % flooders),
			dst: world.hosts[host].addr,
			sport: portOfNobody + Math.floor(nth / flooders),
			dport: port,
			seq: seq(nth * 1000),
			ack: seq(0),
			flags: SYN,
			wnd: 65_535,
			urg: 0,
			...plainIp,
			options: [{kind: 'mss', value: 1460}],
			text: noText,
		});
	}
}
