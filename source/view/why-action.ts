/** What a person or a script asked for, and what came of it at once. */
import {socketBy} from '../host/lookup.js';
import type {Action, HostName, Payload} from '../sim/action.js';
import {packetAt, packetCount} from '../sim/index.js';
import type {Row} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {span} from '../tcp/seq.js';
import {effectOf} from './why-effect.js';
import type {PacketBrief, Place, WhyItem} from './why-item.js';
import {briefOf, isNote, placeAt} from './why-place.js';
import {rank} from './why-rank.js';
import type {Step} from './why-tell.js';

export type Ranked = {readonly rank: number; readonly item: WhyItem};

export function actionItems(step: Step): readonly Ranked[] {
	const action = step.action?.action;
	if (!action) return [];
	switch (action.do) {
		case 'packet':
			return mischiefItems(step, action);
		case 'send':
			return sendItems(step, action);
		case 'connect':
		case 'accept':
		case 'recv':
			return parkedItems(step, action.do);
		case 'knob':
		case 'tune':
		case 'profile':
		case 'link':
		case 'arm':
		case 'disarm':
		case 'crash':
		case 'restart':
		case 'inject-rst':
		case 'inject':
		case 'icmp':
		case 'flood':
			return [{rank: rank.told, item: {kind: 'action', action, ...forgedIn(step)}}];
		case 'listen':
		case 'shutdown':
		case 'close':
		case 'abort':
		case 'posix':
		case 'tcpdrop':
		case 'arrive':
		case 'mark':
			return [];
	}
}

function mischiefItems({seen: {world, acted}, isNewest}: Step, action: Action & {do: 'packet'}): readonly Ranked[] {
	const {packet: n, mischief} = action;
	if (n < 1 || n > packetCount(world.trace)) return [];
	const record = packetAt(world.trace, n);
	const packet = briefOf(world, record);
	const isYours = acted === action;
	const told: Ranked = {rank: rank.mischief, item: {kind: 'mischief', mischief, packet, isYours}};
	if (mischief.kind !== 'drop' || !isNewest) return [told];
	return [told, {rank: rank.effect, item: {kind: 'effect', ...effectOf(world, record)}}];
}

/** What was forged, and the connection that it is aimed at. */
function forgedIn({seen, rows}: Step): {readonly packet: PacketBrief | undefined; readonly place: Place | undefined} {
	const {world} = seen;
	const segment = rows.find(row => row.kind === 'segment');
	const record = segment?.kind === 'segment' ? packetAt(world.trace, segment.n) : undefined;
	if (record?.origin !== 'injected') return {packet: undefined, place: undefined};
	const {to, dport, sport} = record;
	const target = world.hosts[to].sockets.findLast(({tcb}) => tcb.local.port === dport && tcb.remote.port === sport);
	return {packet: briefOf(world, record), place: placeAt(seen, {host: to, socket: target?.number ?? 0, t: seen.now, arrived: undefined})};
}

const asked = (payload: Payload): number => ('pattern' in payload ? payload.pattern : payload.text.length);

type Range = {readonly from: number; readonly to: number};

/** The octets that left for the first time; one range, since they leave in order. */
function rangeSent(rows: readonly Row[], host: HostName): Range {
	const sent = rows.filter(row => isNote(row) && row.host === host && row.code.startsWith('sent-') && row.code !== 'sent-again');
	const first = sent[0];
	const last = sent.at(-1);
	if (first?.kind !== 'note' || last?.kind !== 'note') return {from: 0, to: 0};
	return {from: first.values.from ?? 0, to: last.values.to ?? 0};
}

function sendItems(step: Step, {socket: {host}, payload}: Action & {do: 'send'}): readonly Ranked[] {
	const done = step.rows.find(row => row.kind === 'call' && row.host === host && row.call.call === 'send');
	if (done?.kind === 'call' && done.call.error) return [];
	const socket = done?.socket || newestParked(step.seen.world, host, 'send');
	if (socket === undefined) return [];
	const place = placeAt(step.seen, {host, socket, t: step.seen.now, arrived: undefined});
	const {from, to} = rangeSent(step.rows, host);
	const waiting = done ? undefined : parkedSend(step.seen.world, host, socket);
	const taken = done?.kind === 'call' ? done.call.result : (waiting ?? 0);
	const sends: Ranked = {rank: rank.send, item: {kind: 'send', place, asked: asked(payload), taken, from, to, ref: 'RFC 9293 § 3.10.2'}};
	return [
		sends,
		...(waiting === undefined ? [] : parkedItem(step, {host, socket, call: 'send', taken})),
		...missingItems(step, {host, socket, from, to}),
	];
}

function parkedSend(world: World, host: HostName, number: number): number | undefined {
	const call = socketBy(world.hosts[host], number)?.parked.findLast(({call: name}) => name === 'send');
	return call?.call === 'send' ? call.taken : undefined;
}

/** The descriptor on which such a call began to wait last. */
function newestParked(world: World, host: HostName, name: 'connect' | 'accept' | 'recv' | 'send'): number | undefined {
	let newest: {readonly number: number; readonly began: number} | undefined;
	for (const {number, parked} of world.hosts[host].live) {
		for (const {call, began} of parked) if (call === name && began >= (newest?.began ?? 0)) newest = {number, began};
	}
	return newest?.number;
}

type Waiting = {
	readonly host: HostName;
	readonly socket: number;
	readonly call: 'connect' | 'accept' | 'recv' | 'send';
	readonly taken: number;
};

function parkedItem({seen}: Step, {host, socket, call, taken}: Waiting): readonly Ranked[] {
	const place = placeAt(seen, {host, socket, t: seen.now, arrived: undefined});
	return [{rank: rank.parked, item: {kind: 'parked', place, call, taken}}];
}

/** connect() is told by SYN_SENT. */
function parkedItems(step: Step, call: 'connect' | 'accept' | 'recv'): readonly Ranked[] {
	const action = step.action?.action;
	const host = action?.do === 'connect' ? action.host : action?.do === 'accept' || action?.do === 'recv' ? action.socket.host : undefined;
	const isDone = step.rows.some(row => row.kind === 'call' && row.call.call === call);
	if (host === undefined || isDone || !step.isNewest || call === 'connect') return [];
	const socket = newestParked(step.seen.world, host, call);
	return socket === undefined ? [] : parkedItem(step, {host, socket, call, taken: 0});
}

/** How far back the packet may lie whose loss the acknowledgment tells of. */
const lookBack = 256;

/** What leaves now says what has not come: the hole in front of the octets out of order. */
function missingItems({seen, isNewest}: Step, sent: Range & {readonly host: HostName; readonly socket: number}): readonly Ranked[] {
	const {world} = seen;
	const tcb = socketBy(world.hosts[sent.host], sent.socket)?.tcb;
	if (!isNewest || !tcb || sent.from === sent.to || tcb.receiveBuffer.outOfOrder.length === 0) return [];
	const kept = tcb.receiveBuffer.outOfOrder.reduce((sum, {from, to}) => sum + span(from, to), 0);
	const place = placeAt(seen, {host: sent.host, socket: sent.socket, t: seen.now, arrived: undefined});
	return [{rank: rank.missing, item: {kind: 'missing', place, ack: tcb.rcv.nxt, lost: carrierOf(world, sent.host, tcb.rcv.nxt), kept}}];
}

function carrierOf(world: World, to: HostName, seq: number): number | undefined {
	for (let n = packetCount(world.trace); n > Math.max(0, packetCount(world.trace) - lookBack); n--) {
		const packet = packetAt(world.trace, n);
		if (packet.to === to && packet.seq === seq && packet.len > 0) return n;
	}
	return undefined;
}
