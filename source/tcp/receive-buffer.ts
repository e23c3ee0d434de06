/** Reassembly (RFC 9293 § 3.10.7.4, seventh; SHLD-31): what came early waits with its number until the octets before it are there. */
import {dropFirst, newQueue, put, slice} from './octet-queue.js';
import {tellOf} from './sack-blocks.js';
import {add, atOrBefore, before, later, type Seq, span} from './seq.js';
import type {Range, ReceiveBuffer} from './tcb.js';

/** `mostTold`: ranges that SACK remembers; `tellsWhole`: with all that has joined them, else with what has joined while they were remembered. */
export const newReceiveBuffer = (capacity: number, {mostTold, tellsWhole} = {mostTold: 4, tellsWhole: true}): ReceiveBuffer => ({
	queue: newQueue(),
	length: 0,
	capacity,
	outOfOrder: [],
	early: [],
	read: 0,
	told: [],
	mostTold,
	tellsWhole,
	twice: undefined,
});

/** What may be advertised: unread octets take room, those out of order lie inside the window already offered. */
export const freeSpace = (buffer: ReceiveBuffer): number => Math.max(0, buffer.capacity - buffer.length);

/** Octets that wait behind a hole. */
export const outOfOrderOctets = ({outOfOrder}: ReceiveBuffer): number => outOfOrder.reduce((sum, {from, to}) => sum + span(from, to), 0);

/** Takes text that lies inside the window and not before rcv.nxt; returns by how many octets rcv.nxt moves. */
export function takeText(buffer: ReceiveBuffer, rcvNxt: Seq, seq: Seq, text: Uint8Array): number {
	if (seq === rcvNxt && buffer.early.length === 0) {
		put(buffer.queue, text);
		buffer.length += text.length;
		return text.length;
	}
	keepEarly(buffer, seq, text);
	const octets = joinHead(buffer, rcvNxt);
	tellOf(buffer, {seq, len: text.length, rcvNxt: add(rcvNxt, octets)});
	return octets;
}

/** Keeps octets that came too early for their state (text on a SYN) out of the user's sight. */
export const keepText = (buffer: ReceiveBuffer, rcvNxt: Seq, text: Uint8Array): void => keepEarly(buffer, rcvNxt, text);

/** Makes readable what begins at rcv.nxt; returns its length. */
export function joinHead(buffer: ReceiveBuffer, rcvNxt: Seq): number {
	let next = rcvNxt;
	for (let first = buffer.early[0]; first?.seq === next; first = buffer.early[0]) {
		buffer.early.shift();
		put(buffer.queue, first.text);
		next = add(next, first.text.length);
	}
	const octets = span(rcvNxt, next);
	buffer.length += octets;
	if (octets > 0) buffer.outOfOrder.shift();
	return octets;
}

/** Only what no earlier segment has brought: of an octet that comes twice the first one stays. */
function keepEarly(buffer: ReceiveBuffer, seq: Seq, text: Uint8Array): void {
	const {early} = buffer;
	const end = add(seq, text.length);
	let from = seq;
	let at = 0;
	while (from !== end) {
		const known = early[at];
		if (known && before(known.seq, add(from, 1)) && before(from, add(known.seq, known.text.length))) {
			from = later(from, add(known.seq, known.text.length));
			if (!before(from, end)) break;
		} else if (!known || before(from, known.seq)) {
			const to = known && before(known.seq, end) ? known.seq : end;
			early.splice(at, 0, {seq: from, text: text.subarray(span(seq, from), span(seq, to))});
			from = to;
		}
		at++;
	}
	insert(buffer.outOfOrder, {from: seq, to: end});
}

/** Keeps the list sorted and its ranges apart. */
function insert(ranges: Range[], added: Range): void {
	let at = 0;
	while (at < ranges.length && before((ranges[at] as Range).to, added.from)) at++;
	let {from, to} = added;
	let gone = 0;
	for (let next = ranges[at]; next && atOrBefore(next.from, to); next = ranges[at + gone]) {
		from = before(next.from, from) ? next.from : from;
		to = later(to, next.to);
		gone++;
	}
	ranges.splice(at, gone, {from, to});
}

/** What waits behind a hole from `from` on is thrown away: the peer must send it again. */
export function forgetEarly(buffer: ReceiveBuffer, from: Seq): void {
	buffer.early = buffer.early
		.filter(({seq}) => before(seq, from))
		.map(({seq, text}) => ({seq, text: text.subarray(0, Math.min(text.length, span(seq, from)))}));
	buffer.outOfOrder = buffer.outOfOrder
		.filter(range => before(range.from, from))
		.map(range => ({from: range.from, to: before(from, range.to) ? from : range.to}));
	buffer.told = [];
	buffer.twice = undefined;
}

/** Hands octets to the user. */
export function read(buffer: ReceiveBuffer, max: number): Uint8Array {
	const len = Math.min(max, buffer.length);
	const octets = slice(buffer.queue, 0, len);
	dropFirst(buffer.queue, len);
	buffer.length -= len;
	buffer.read += len;
	return octets;
}

/** The same octets, left where they are. */
export const peek = ({queue, length}: ReceiveBuffer, max = length): Uint8Array => slice(queue, 0, Math.min(max, length));
