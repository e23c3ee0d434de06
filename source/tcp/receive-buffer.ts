/** Reassembly (RFC 9293 § 3.10.7.4, seventh; SHLD-31): every octet has its place from the moment it arrives. */
import {newOctets, readRing, roomFor, writeRing} from './ring.js';
import {add, atOrBefore, before, later, offset, type Seq, span} from './seq.js';
import {noText} from './segment.js';
import type {Range, ReceiveBuffer} from './tcb.js';

export const newReceiveBuffer = (capacity: number): ReceiveBuffer => ({
	ring: undefined,
	head: 0,
	length: 0,
	capacity,
	outOfOrder: [],
	read: 0,
});

/** What may be advertised: unread octets take room, those out of order lie inside the window already offered. */
export const freeSpace = (buffer: ReceiveBuffer): number => Math.max(0, buffer.capacity - buffer.length);

/** Octets that wait behind a hole. */
export const outOfOrderOctets = ({outOfOrder}: ReceiveBuffer): number => outOfOrder.reduce((sum, {from, to}) => sum + span(from, to), 0);

/** Writes text at its place, `ahead` octets behind rcv.nxt. */
function place(buffer: ReceiveBuffer, ahead: number, text: Uint8Array): void {
	const ring = roomFor(buffer, buffer.length + ahead + text.length);
	writeRing(ring, buffer.head + buffer.length + ahead, text);
}

/**
 * Takes text that lies inside the window and not before rcv.nxt; returns by how many octets rcv.nxt moves.
 * Without a hole nothing else happens than a copy.
 */
export function takeText(buffer: ReceiveBuffer, rcvNxt: Seq, seq: Seq, text: Uint8Array): number {
	const ahead = span(rcvNxt, seq);
	place(buffer, ahead, text);
	if (ahead === 0 && buffer.outOfOrder.length === 0) {
		buffer.length += text.length;
		return text.length;
	}
	insert(buffer.outOfOrder, {from: seq, to: add(seq, text.length)});
	return joinHead(buffer, rcvNxt);
}

/** Keeps octets that came too early for their state (text on a SYN) out of the user's sight. */
export function keepText(buffer: ReceiveBuffer, rcvNxt: Seq, text: Uint8Array): void {
	place(buffer, 0, text);
	insert(buffer.outOfOrder, {from: rcvNxt, to: add(rcvNxt, text.length)});
}

/** Makes readable what begins at rcv.nxt; returns its length. */
export function joinHead(buffer: ReceiveBuffer, rcvNxt: Seq): number {
	const first = buffer.outOfOrder[0];
	if (!first || before(rcvNxt, first.from)) return 0;
	buffer.outOfOrder.shift();
	const octets = Math.max(0, offset(rcvNxt, first.to));
	buffer.length += octets;
	return octets;
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

/** Hands octets to the user. */
export function read(buffer: ReceiveBuffer, max: number): Uint8Array {
	const len = Math.min(max, buffer.length);
	if (len === 0 || !buffer.ring) return noText;
	const octets = newOctets(len);
	readRing(buffer.ring, buffer.head, octets);
	buffer.head = (buffer.head + len) & (buffer.ring.length - 1);
	buffer.length -= len;
	buffer.read += len;
	return octets;
}
