/** All about one packet, as values. */
import type {PosixCall} from '../host/posix/call.js';
import type {CallName} from '../host/socket.js';
import type {Action, HostName} from '../sim/action.js';
import {firstRowOfStep, packetAt, packetCount, rowAt, rowCount} from '../sim/index.js';
import type {Fate, SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {offset, type Seq, seq} from '../tcp/seq.js';
import type {TimerName} from '../tcp/timers.js';
import {doerOf} from './doer.js';
import {basesOf} from './numbers.js';
import {isDead, type PacketView, packetView, seenBy} from './packet-view.js';
import type {ScreenInput} from './screen-input.js';
import type {WhyView} from './why-item.js';
import {arrivalItems, sendingItems} from './why-packet.js';

/** What made the sender send it. */
export type Cause =
	/** `argument`: the port of connect, the octets of send. */
	| {readonly kind: 'call'; readonly call: CallName; readonly argument: number | undefined}
	| {readonly kind: 'posix'; readonly call: PosixCall}
	| {readonly kind: 'timer'; readonly timer: TimerName}
	| {readonly kind: 'packet'; readonly n: number}
	| {readonly kind: 'forged'}
	| {readonly kind: 'copy'; readonly of: number}
	| {readonly kind: 'unknown'};

export type DetailsView = {
	readonly packet: SegmentRecord;
	readonly view: PacketView;
	readonly cause: Cause;
	/** When it stopped: arrived, was dropped, got lost half way; undefined: on its way. Virtual µs. */
	readonly endedAt: number | undefined;
	/** Distance from the ISNs, where they are known. */
	readonly relative: {readonly seq: number | undefined; readonly ack: number | undefined};
	/** Packets so far. */
	readonly count: number;
	/** Why it was sent, and what it did or what kept it from arriving; empty while nothing is known. */
	readonly because: WhyView;
	readonly did: WhyView;
};

/** A step with more rows than this is a flood: its first rows tell what began it. */
const mostRows = 200;

/** The first row of its step that says what happened: a program's call, a timer, an arrival. */
function causeOf(world: World, {origin, of, sentInStep, from}: SegmentRecord): Cause {
	if (origin === 'injected') return {kind: 'forged'};
	if (of !== undefined) return {kind: 'copy', of};
	const {trace} = world;
	const first = firstRowOfStep(trace, sentInStep);
	for (let index = first; index < Math.min(rowCount(trace), first + mostRows); index++) {
		const row = rowAt(trace, index);
		if (row.step !== sentInStep) break;
		if (row.kind === 'timer' && row.event === 'fired') return {kind: 'timer', timer: row.timer};
		if (row.kind === 'fate' && row.fate === 'delivered') return {kind: 'packet', n: row.n};
		if (row.kind === 'action') return callOf(row.action, from);
	}
	return {kind: 'unknown'};
}

function callOf(action: Action, from: HostName): Cause {
	if (doerOf(action) !== from) return {kind: 'unknown'};
	switch (action.do) {
		case 'listen':
		case 'connect':
			return {kind: 'call', call: action.do, argument: action.port};
		case 'send':
			return {kind: 'call', call: 'send', argument: 'text' in action.payload ? action.payload.text.length : action.payload.pattern};
		case 'recv':
			return {kind: 'call', call: 'recv', argument: action.max};
		case 'accept':
		case 'shutdown':
		case 'close':
		case 'abort':
			return {kind: 'call', call: action.do, argument: undefined};
		case 'posix':
			return {kind: 'posix', call: action.call};
	}
	return {kind: 'unknown'};
}

/** Where the view tells an end: the lost and the dropped have settled, everything else has arrived. */
function endedAt({settledAt, sentAt, dueAt}: SegmentRecord, fate: Fate): number | undefined {
	if (fate === 'in-flight') return undefined;
	return isDead(fate) && fate !== 'corrupted' ? (settledAt ?? sentAt) : dueAt;
}

const distance = (from: Seq | undefined, to: number): number | undefined => (from === undefined ? undefined : offset(from, seq(to)));

export function buildDetails(input: ScreenInput, n: number): DetailsView {
	const {world} = input.history;
	const packet = packetAt(world.trace, n);
	const bases = basesOf(world, packet);
	const view = packetView(packet, seenBy(input));
	return {
		packet,
		view,
		cause: causeOf(world, packet),
		endedAt: endedAt(packet, view.fate),
		relative: {seq: distance(bases.seq, packet.seq), ack: distance(bases.ack, packet.ack)},
		count: packetCount(world.trace),
		because: {items: sendingItems(input, n)},
		did: {items: arrivalItems(input, n)},
	};
}
