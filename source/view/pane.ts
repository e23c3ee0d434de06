/** One host: its socket's state, numbers, buffers and timers, its calls, queues and sockets. Nothing here knows how wide a row is. */

import type {Host} from '../host/host.js';
import {socketBy} from '../host/lookup.js';
import type {Socket} from '../host/socket.js';
import type {HostName} from '../sim/action.js';
import type {World} from '../sim/world.js';
import type {CongestionName} from '../tcp/profile.js';
import type {Seq} from '../tcp/seq.js';
import {span} from '../tcp/seq.js';
import type {State} from '../tcp/state.js';
import {buildReceive, buildSend, type ReceiveView, type SendView} from './buffers.js';
import {buildCalls, type CallView} from './call-log.js';
import {changesOf, type ValueName} from './changed.js';
import {type HostEvent, lastEventOf} from './host-event.js';
import {type Numbers, numbersOf, type SeqView, seqText} from './numbers.js';
import type {ScreenInput} from './screen-input.js';
import {shownSocket} from './shown.js';
import {buildListener, buildQueues, buildSockets, type ListenerView, type SocketRow} from './socket-table.js';
import {buildTimers, type TimerView} from './timer-view.js';

/** What the plate's colour tells. */
type PlateRole = 'opening' | 'established' | 'closing' | 'closed' | 'failed';

export type PlateView = {
	readonly state: State /** The state before, while the change is marked. */;
	readonly old: State | undefined;
	readonly role: PlateRole;
};

/** Which socket the pane shows. Addresses are 32-bit numbers. */
export type SubjectView =
	| {readonly kind: 'none'}
	| {readonly kind: 'down'}
	/** Silent after a restart, for so many microseconds more. */
	| {readonly kind: 'quiet'; readonly left: number}
	| {readonly kind: 'gone'; readonly number: number}
	| {readonly kind: 'listener'; readonly number: number; readonly local: Socket['tcb']['local']}
	| {
			readonly kind: 'connection';
			readonly number: number;
			readonly local: Socket['tcb']['local'];
			readonly remote: Socket['tcb']['remote'];
			readonly isPassive: boolean;
	  };

/** A value of the pane, `undefined` while it means nothing yet. */
export type Cell<Value> = {readonly value: Value | undefined; readonly isChanged: boolean};

export type NumbersView = {
	readonly una: Cell<SeqView>;
	readonly nxt: Cell<SeqView>;
	readonly sndWnd: Cell<number>;
	readonly rcvNxt: Cell<SeqView>;
	readonly rcvWnd: Cell<number>;
	/** ISNs are always absolute. */
	readonly iss: Cell<SeqView>;
	readonly irs: Cell<SeqView>;
	/** Octets; ours, and what the peer announced. */
	readonly mss: number;
	readonly peerMss: Cell<number>;
	/** Shift counts of the window fields, undefined unless both sides offered them. */
	readonly sndScale: number | undefined;
	readonly rcvScale: number | undefined;
	/** What is echoed, undefined without timestamps. */
	readonly tsRecent: Cell<number>;
	/** The range that SACK tells of first, undefined while none waits behind a hole or SACK was not agreed. */
	readonly sack: {readonly from: SeqView; readonly to: SeqView} | undefined;
	/** Undefined unless both sides agreed on ECN; else whether this one echoes a mark now. */
	readonly isEchoing: Cell<boolean>;
	readonly cwnd: Cell<number>;
	/** What makes cwnd grow. */
	readonly congestion: CongestionName;
	readonly ssthresh: Cell<number>;
	readonly flight: Cell<number>;
	/** Virtual microseconds. */
	readonly srtt: Cell<number>;
	readonly rttvar: Cell<number>;
	readonly rto: Cell<number>;
};

export type ConnectionView = {
	readonly numbers: NumbersView;
	readonly send: SendView & {readonly isChanged: boolean};
	readonly recv: ReceiveView & {readonly isChanged: boolean};
	readonly timers: readonly TimerView[];
};

export type PaneView = {
	readonly host: HostName;
	readonly addr: number;
	/** Do the keys act on this host? */
	readonly isFocus: boolean;
	/** Was its last event the newest of all? Then what it changed is inverse too. */
	readonly isNewest: boolean;
	readonly plate: PlateView;
	readonly subject: SubjectView;
	/** Undefined where there are no numbers: no socket, a listener, an ended connection. */
	readonly connection: ConnectionView | undefined;
	readonly listener: ListenerView | undefined;
	readonly calls: readonly CallView[];
	readonly queues: ListenerView | undefined;
	readonly sockets: readonly SocketRow[];
};

const roles: Readonly<Record<State, PlateRole>> = {
	CLOSED: 'closed',
	LISTEN: 'opening',
	SYN_SENT: 'opening',
	SYN_RCVD: 'opening',
	ESTABLISHED: 'established',
	FIN_WAIT_1: 'closing',
	FIN_WAIT_2: 'closing',
	CLOSE_WAIT: 'closing',
	CLOSING: 'closing',
	LAST_ACK: 'closing',
	TIME_WAIT: 'closing',
};

/** The state that this socket, or a child that fell back to this listener, was in before the event. */
function stateBefore(host: Host, socket: Socket | undefined, event: HostEvent | undefined): State | undefined {
	const row = event?.rows.find(candidate => {
		if (candidate.kind !== 'state' || socket === undefined) return false;
		const isChild = candidate.to === 'LISTEN' && socketBy(host, candidate.socket)?.parent === socket.number;
		return candidate.socket === socket.number || isChild;
	});
	return row?.kind === 'state' ? row.from : undefined;
}

function buildPlate(host: Host, socket: Socket | undefined, event: HostEvent | undefined): PlateView {
	const state = socket?.tcb.state ?? 'CLOSED';
	const hasFailed = state === 'CLOSED' && socket?.tcb.failure !== undefined;
	return {state, old: stateBefore(host, socket, event), role: hasFailed ? 'failed' : roles[state]};
}

function buildSubject(host: Host, socket: Socket | undefined, now: number): SubjectView {
	if (!host.isUp) return {kind: 'down'};
	if (host.quietUntil > now) return {kind: 'quiet', left: host.quietUntil - now};
	if (socket === undefined) return {kind: 'none'};
	const {number, tcb, kind} = socket;
	if (tcb.state === 'CLOSED') return {kind: 'gone', number};
	if (kind === 'listener') return {kind, number, local: tcb.local};
	return {kind, number, local: tcb.local, remote: tcb.remote, isPassive: tcb.isPassive};
}

type Seen = {
	readonly world: World;
	readonly host: HostName;
	readonly socket: Socket;
	readonly changes: ReadonlySet<ValueName>;
	readonly numbers: Numbers;
};

const other = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

/** A threshold that no window reaches is none. */
const noThreshold = 2 ** 30;

function buildNumbers({host, socket, changes, numbers}: Seen): NumbersView {
	const {tcb} = socket;
	const {snd, rcv, rtt, congestion} = tcb;
	const isFlowing = congestion.cwnd > 0;
	const irs = tcb.hasIrs ? tcb.irs : undefined;
	const told = tcb.hasSack ? tcb.receiveBuffer.told[0] : undefined;
	const cell = <Value>(name: ValueName, value: Value, isKnown = true): Cell<Value> => ({
		value: isKnown ? value : undefined,
		isChanged: changes.has(name),
	});
	const own = (value: Seq): SeqView => ({text: seqText(value, tcb.iss, numbers), countedBy: host});
	const far = (value: Seq): SeqView => ({text: seqText(value, irs, numbers), countedBy: other(host)});
	return {
		una: cell('una', own(snd.una)),
		nxt: cell('nxt', own(snd.nxt)),
		sndWnd: cell('snd-wnd', snd.wnd, tcb.hasIrs),
		rcvNxt: cell('rcv-nxt', far(rcv.nxt), tcb.hasIrs),
		rcvWnd: cell('rcv-wnd', rcv.wnd),
		iss: cell('iss', {text: String(tcb.iss), countedBy: host}),
		irs: cell('irs', {text: String(tcb.irs), countedBy: other(host)}, tcb.hasIrs),
		mss: rcv.mss,
		peerMss: cell('peer-mss', snd.peerMss, snd.hasPeerMss),
		sndScale: tcb.hasWscale ? snd.scale : undefined,
		rcvScale: tcb.hasWscale ? rcv.scale : undefined,
		tsRecent: cell('ts-recent', tcb.ts.recent, tcb.hasTimestamps),
		sack: told && {from: far(told.from), to: far(told.to)},
		isEchoing: cell('ecn', tcb.ecn.isEchoing, tcb.hasEcn),
		cwnd: cell('cwnd', congestion.cwnd, isFlowing),
		congestion: congestion.algorithm,
		ssthresh: cell('ssthresh', congestion.ssthresh, congestion.ssthresh < noThreshold),
		flight: cell('flight', isFlowing ? span(snd.una, snd.nxt) : 0),
		srtt: cell('srtt', rtt.srtt ?? 0, rtt.srtt !== undefined),
		rttvar: cell('srtt', rtt.rttvar, rtt.srtt !== undefined),
		rto: cell('rto-value', rtt.rto),
	};
}

function buildConnection(seen: Seen, now: number): ConnectionView {
	const {socket, changes} = seen;
	return {
		numbers: buildNumbers(seen),
		send: {...buildSend(socket.tcb), isChanged: changes.has('send')},
		recv: {...buildReceive(socket.tcb), isChanged: changes.has('recv')},
		timers: buildTimers(socket.tcb, now, name => changes.has(name)),
	};
}

export function buildPane(input: ScreenInput, name: HostName): PaneView {
	const {world} = input.history;
	const host = world.hosts[name];
	const event = lastEventOf(world, name);
	const socket = shownSocket(input, name);
	const changes = socket === undefined ? new Set<ValueName>() : changesOf(world, event, socket);
	const isConnection = socket?.kind === 'connection' && socket.tcb.state !== 'CLOSED' && host.isUp;
	return {
		host: name,
		addr: host.addr,
		isFocus: input.focus === name,
		isNewest: event?.isNewest ?? false,
		plate: buildPlate(host, socket, event),
		subject: buildSubject(host, socket, input.now),
		connection: isConnection ? buildConnection({world, host: name, socket, changes, numbers: numbersOf(input)}, input.now) : undefined,
		listener: socket?.kind === 'listener' && socket.tcb.state === 'LISTEN' ? buildListener(socket, event) : undefined,
		calls: buildCalls({world, host: name, event}, input.now),
		queues: buildQueues(host, event),
		sockets: buildSockets(world, host, event),
	};
}
