/** Two applications talk over a bad link: what is played, and what must hold whatever the link does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {Socket} from '../../source/host/socket.js';
import type {LinkSettings} from '../../source/net/packet.js';
import {
	act,
	createHistory,
	type History,
	type HostName,
	hostNames,
	packetAt,
	packetCount,
	type Setup,
	stepOn,
} from '../../source/sim/index.js';
import type {Profile} from '../../source/tcp/profile.js';
import {outOfOrderOctets} from '../../source/tcp/receive-buffer.js';
import {FIN, SYN} from '../../source/tcp/segment.js';
import {add, atOrBefore, before, later, offset, type Seq, seq, span} from '../../source/tcp/seq.js';
import type {State} from '../../source/tcp/state.js';
import type {Tcb} from '../../source/tcp/tcb.js';
import {never, type TimerName, timerNames} from '../../source/tcp/timers.js';

export type Conversation = {
	readonly setup: Setup;
	/** Octets that each side says, in writes of so many octets. */
	readonly says: Readonly<Record<HostName, {readonly octets: number; readonly writes: number}>>;
	readonly mss: number;
	readonly rcvbuf: number;
	readonly sndbuf: number;
	readonly nagle: boolean;
	readonly delayedAck: boolean;
	/** Turned on for both where the profile leaves them off. */
	readonly extras: {
		readonly sack: boolean;
		readonly timestamps: boolean;
		readonly wscale: boolean;
		readonly ecn: boolean;
		readonly cubic: boolean;
	};
	/** The server says back what it hears, and nothing of its own. */
	readonly isEcho: boolean;
};

const share = (most: number) =>
	fc.oneof({weight: 1, arbitrary: fc.constant(0)}, {weight: 2, arbitrary: fc.integer({min: 1, max: most}).map(percent => percent / 100)});

const arbitraryLink: fc.Arbitrary<LinkSettings> = fc.record(
	{
		delay: fc.constantFrom(0, 1000, 20_000, 300_000),
		jitter: fc.constantFrom(0, 0, 5000, 200_000),
		rate: fc.constantFrom(0, 0, 64_000, 1_000_000),
		queue: fc.constantFrom(50, 50, 3),
		loss: share(30),
		duplicate: share(30),
		corrupt: share(20),
		reorder: share(40),
	},
	{noNullPrototype: true},
);

const profile = fc.constantFrom('textbook' as const, 'textbook' as const, 'linux' as const, 'freebsd' as const);
const speech = fc.record({octets: fc.oneof(fc.nat(40), fc.nat(9000)), writes: fc.integer({min: 1, max: 5})});

export const arbitraryConversation: fc.Arbitrary<Conversation> = fc.record({
	setup: fc.record({
		seed: fc.nat(0xffffffff),
		profile: fc.record({client: profile, server: profile}),
		link: fc.record({client: arbitraryLink, server: arbitraryLink}),
	}),
	says: fc.record({client: speech, server: speech}),
	mss: fc.constantFrom(1460, 536, 100),
	rcvbuf: fc.constantFrom(65_535, 4000, 700),
	sndbuf: fc.constantFrom(65_535, 2000),
	nagle: fc.boolean(),
	delayedAck: fc.boolean(),
	extras: fc.record({sack: fc.boolean(), timestamps: fc.boolean(), wscale: fc.boolean(), ecn: fc.boolean(), cubic: fc.boolean()}),
	isEcho: fc.boolean(),
});

/** Octets that tell each place of each stream from any other near it; one Latin-1 character an octet. */
export function speechOf(host: HostName, from: number, len: number): string {
	const salt = host === 'client' ? 17 : 91;
	const octet = (place: number): number => (Math.imul(place + salt, 2654435761) >>> 24) & 255;
	return String.fromCharCode(...Array.from({length: len}, (_, index) => octet(from + index)));
}

/** The client's only socket; of the children of the server's listener the one that was accepted (an unanswered one may have given up before). */
const endOf = ({world}: History, host: HostName): Socket | undefined =>
	host === 'client' ? world.hosts.client.sockets[0] : world.hosts.server.sockets.findLast(({isAccepted}) => isAccepted);

/** Both sides read all that comes, and say theirs once they are connected; then the client hangs up, and the server after it. */
export function begin(plan: Conversation): History {
	const history = createHistory(plan.setup);
	for (const host of hostNames) {
		for (const knob of ['mss', 'rcvbuf', 'sndbuf'] as const) act(history, {do: 'knob', host, change: {knob, value: plan[knob]}});
		for (const knob of ['nagle', 'delayedAck'] as const) act(history, {do: 'knob', host, change: {knob, value: plan[knob]}});
		const {cubic, ecn, ...switches} = plan.extras;
		for (const knob of ['sack', 'timestamps', 'wscale'] as const)
			if (switches[knob]) act(history, {do: 'knob', host, change: {knob, value: true}});
		if (ecn) act(history, {do: 'knob', host, change: {knob: 'ecn', value: 'on'}});
		if (cubic) act(history, {do: 'knob', host, change: {knob: 'congestion', value: 'cubic'}});
		act(history, {do: 'knob', host, change: {knob: 'app', value: host === 'server' && plan.isEcho ? 'echo' : 'reader'}});
	}
	act(history, {do: 'listen', host: 'server', port: 80});
	act(history, {do: 'connect', host: 'client', port: 80});
	speak(history, plan, 'client');
	return history;
}

function speak(history: History, plan: Conversation, host: HostName): void {
	const {octets, writes} = plan.says[host];
	const number = endOf(history, host)?.number ?? 0;
	const each = Math.ceil(octets / writes);
	for (let from = 0; from < octets; from += each) {
		const text = speechOf(host, from, Math.min(each, octets - from));
		act(history, {do: 'send', socket: {host, number}, payload: {text}});
	}
}

/** `isMixed`: it has counted in more than one way. */
type Offer = {readonly edge: Seq; readonly receiveWindow: Profile['receiveWindow']; readonly isMixed: boolean};

/** Right edges: of the window that each connection offers, and of the one that it was ever offered; and the largest buffers it ever had. */
type Watch = {readonly offers: Map<Tcb, Offer>; readonly offered: Map<Tcb, Seq>; readonly rooms: Map<Tcb, Room>};
export const newWatch = (): Watch => ({offers: new Map(), offered: new Map(), rooms: new Map()});

type Room = {readonly send: number; readonly receive: number};

/** A program may make a buffer smaller than what is in it. */
function roomOf({rooms}: Watch, tcb: Tcb): Room {
	const {send, receive} = rooms.get(tcb) ?? {send: 0, receive: 0};
	const room = {send: Math.max(send, tcb.sendBuffer.capacity), receive: Math.max(receive, tcb.receiveBuffer.capacity)};
	rooms.set(tcb, room);
	return room;
}

const isSynchronized = ({state}: Tcb): boolean => state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN_SENT' && state !== 'SYN_RCVD';

/** What holds of every connection after every step. */
export function checkInvariants({world}: History, watch: Watch): void {
	for (const host of hostNames) {
		for (const {kind, tcb} of world.hosts[host].sockets) {
			checkTimers(tcb);
			if (kind === 'listener' || tcb.state === 'CLOSED') continue;
			const room = roomOf(watch, tcb);
			checkSender(tcb, room);
			if (tcb.hasIrs && isSynchronized(tcb) && tcb.snd.una !== tcb.iss) checkReceiver(tcb, watch, room, world.hosts[host].profile);
		}
	}
}

/** Which timers may run in a state; any of the others would be a ghost. */
const mayRun: Readonly<Record<State, readonly TimerName[]>> = {
	CLOSED: [],
	LISTEN: [],
	SYN_SENT: ['rto'],
	SYN_RCVD: ['rto'],
	ESTABLISHED: ['rto', 'persist', 'loss-probe', 'reorder', 'delayed-ack', 'keepalive', 'user'],
	FIN_WAIT_1: ['rto', 'persist', 'loss-probe', 'reorder', 'delayed-ack', 'keepalive', 'user'],
	FIN_WAIT_2: ['delayed-ack', 'fin-wait-2', 'keepalive'],
	CLOSE_WAIT: ['rto', 'persist', 'loss-probe', 'reorder', 'delayed-ack', 'keepalive', 'user'],
	CLOSING: ['rto', 'persist', 'loss-probe', 'reorder', 'keepalive', 'user'],
	LAST_ACK: ['rto', 'persist', 'loss-probe', 'reorder', 'delayed-ack', 'keepalive', 'user'],
	TIME_WAIT: ['2msl'],
};

function checkTimers({state, timers}: Tcb): void {
	const running = timerNames.filter(name => timers[name].at !== never);
	assert.deepEqual(
		running.filter(name => !mayRun[state].includes(name)),
		[],
		`${state}: timers that have no business there`,
	);
}

function checkSender(tcb: Tcb, room: Room): void {
	const {snd, sendBuffer, congestion, timers, state} = tcb;
	assert.ok(atOrBefore(snd.una, snd.nxt), `${state}: snd.una ${snd.una} is behind snd.nxt ${snd.nxt}`);
	assert.ok(atOrBefore(snd.nxt, snd.max), `${state}: snd.nxt ${snd.nxt} is behind snd.max ${snd.max}`);
	// A queue of chunks counts memory, and fills up the chunk that was begun.
	const most = tcb.chunks ? Number.POSITIVE_INFINITY : room.send;
	assert.ok(sendBuffer.length >= 0 && sendBuffer.length <= most, `${state}: send buffer ${sendBuffer.length}`);
	const controls = (snd.una === tcb.iss ? 1 : 0) + (tcb.finSeq === undefined ? 0 : 1);
	assert.ok(span(snd.una, snd.max) <= sendBuffer.length + controls, `${state}: more is in flight than the send buffer holds`);
	if (!isSynchronized(tcb) || state === 'TIME_WAIT' || snd.una === tcb.iss) return;
	assert.ok(congestion.cwnd >= snd.mss, `${state}: cwnd ${congestion.cwnd} is below one segment of ${snd.mss}`);
	assert.ok(congestion.ssthresh >= 2 * snd.mss, `${state}: ssthresh ${congestion.ssthresh} is below two segments`);
	const waits = sendBuffer.length > 0 || snd.una !== snd.max || (tcb.isFinQueued && tcb.finSeq === undefined && !tcb.isMoreComing);
	const isDriven = (['rto', 'persist', 'loss-probe', 'reorder'] as const).some(name => timers[name].at !== never);
	assert.ok(!waits || isDriven, `${state}: something waits, and no timer will send it`);
	assert.ok(timers.rto.at === never || timers.persist.at === never, `${state}: both timers run`);
}

/** A buffer that counts memory may take its window back, and one whose window is rounded up to its scale takes a little more than it has. */
function checkReceiver(tcb: Tcb, {offers}: Watch, room: Room, {receiveWindow, windowRounding}: Profile): void {
	const {rcv, receiveBuffer, receiveMemory, state} = tcb;
	const edge = receiveWindow === 'memory' ? later(receiveMemory.edge, add(rcv.nxt, rcv.wnd)) : add(rcv.nxt, rcv.wnd);
	const known = offers.get(tcb);
	// A host that became another stack counts its window anew when it offers one next.
	const isMixed = known !== undefined && (known.isMixed || known.receiveWindow !== receiveWindow);
	if (known && !isMixed) assert.ok(offset(known.edge, edge) >= 0, `${state}: the window shrank from ${known.edge} to ${edge}`);
	offers.set(tcb, {edge, receiveWindow, isMixed});
	assert.ok(!tcb.isAckNow, `${state}: an acknowledgment that was due did not leave`);
	assert.ok(
		tcb.ackPendingOctets === 0 || tcb.timers['delayed-ack'].at !== never,
		`${state}: octets wait for an acknowledgment that no timer will send`,
	);
	assert.ok(rcv.wnd >= 0);
	const held = [...receiveMemory.sizes, ...receiveMemory.early.map(({memory}) => memory)];
	assert.equal(
		receiveMemory.used,
		held.reduce((sum, size) => sum + size, 0),
		`${state}: memory is lost`,
	);
	assert.ok(receiveBuffer.length > 0 || receiveMemory.sizes.length === 0, `${state}: memory is held for what was read`);
	if (windowRounding === 'up' && rcv.scale > 0) return;
	assert.ok(receiveBuffer.length + outOfOrderOctets(receiveBuffer) <= room.receive, `${state}: the receive buffer overflows`);
}

/** Nothing was ever sent behind the window, but for the one octet (or FIN) of a probe. Only after every single step. */
function checkWindow(history: History, {offered}: Watch): void {
	for (const host of hostNames) {
		const tcb = endOf(history, host)?.tcb;
		if (!tcb || !isSynchronized(tcb) || tcb.snd.una === tcb.iss) continue;
		const edge = add(tcb.snd.una, tcb.snd.wnd);
		const widest = later(edge, offered.get(tcb) ?? edge);
		offered.set(tcb, widest);
		assert.ok(offset(tcb.snd.max, add(widest, 1)) >= 0, `${host}: snd.max ${tcb.snd.max} lies behind the window, which ends at ${widest}`);
	}
}

/** What the trace calls a retransmission is what had been sent before, some of it at least; no segment is larger than the peer takes. */
export function checkPackets({world}: History, plan: Conversation): void {
	const sentTo = new Map<string, Seq>();
	for (let n = 1; n <= packetCount(world.trace); n++) {
		const {from, socket, flags, seq: first, len, origin, isRetransmission} = packetAt(world.trace, n);
		const length = len + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
		assert.ok(len <= plan.mss, `packet ${n} carries ${len} octets`);
		const highest = sentTo.get(`${from} ${socket}`);
		const isAgain = origin === 'tcp' && length > 0 && highest !== undefined && before(seq(first), highest);
		assert.equal(isRetransmission, isAgain, `packet ${n}`);
		if (length > 0) sentTo.set(`${from} ${socket}`, later(add(seq(first), length), highest ?? seq(first)));
	}
}

type Played = {
	readonly steps: number;
	/** Could the server say its part before the client had hung up? */
	readonly hasServerSpoken: boolean;
};

/** Plays to the end of everything, or so many steps; the server speaks and the client ends its speech as soon as they are connected. */
export function playOut(history: History, plan: Conversation, watch: Watch, most: number): Played {
	const duties = [
		{host: 'client' as const, isDone: false, act: () => act(history, {do: 'shutdown', socket: {host: 'client'}})},
		{host: 'server' as const, isDone: plan.isEcho, act: () => speak(history, plan, 'server')},
	];
	let steps = 0;
	while (steps < most && stepOn(history)) {
		steps++;
		for (const duty of duties) {
			const socket = duty.isDone ? undefined : endOf(history, duty.host);
			if (!socket?.isOpen || !isSynchronized(socket.tcb)) continue;
			duty.isDone = true;
			duty.act();
		}
		checkInvariants(history, watch);
		checkWindow(history, watch);
	}
	return {steps, hasServerSpoken: duties[1]?.isDone === true};
}

/** What the application of this side has read. */
export function heard(history: History, host: HostName): string {
	return (endOf(history, host)?.receivedChunks ?? []).map(chunk => Buffer.from(chunk).toString('latin1')).join('');
}
