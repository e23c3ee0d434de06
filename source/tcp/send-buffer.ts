/** Sent data stays here until it is acknowledged (RFC 9293 § 3.4, § 3.8.1); behind it waits what could not be sent yet. */
import {check} from './check.js';
import {newOctets, readRing, roomFor, writeRing} from './ring.js';
import {add, atOrBefore, before, type Seq} from './seq.js';
import {noText} from './segment.js';
import type {SendBuffer} from './tcb.js';

export const newSendBuffer = (capacity: number): SendBuffer => ({ring: undefined, head: 0, length: 0, capacity, pushes: [], acknowledged: 0});

export const sendRoom = (buffer: SendBuffer): number => Math.max(0, buffer.capacity - buffer.length);

export function append(buffer: SendBuffer, octets: Uint8Array): void {
	check(octets.length <= sendRoom(buffer), () => 'send buffer overrun');
	const ring = roomFor(buffer, buffer.length + octets.length);
	writeRing(ring, buffer.head + buffer.length, octets);
	buffer.length += octets.length;
}

/** A copy, since a segment in flight outlives its place in the ring. */
export function textAt(buffer: SendBuffer, from: number, len: number): Uint8Array {
	if (len === 0 || !buffer.ring) return noText;
	check(from + len <= buffer.length, () => 'send buffer underrun');
	const text = newOctets(len);
	readRing(buffer.ring, buffer.head + from, text);
	return text;
}

/** The first octets are acknowledged: they leave. */
export function release(buffer: SendBuffer, octets: number, una: Seq): void {
	buffer.length -= octets;
	buffer.acknowledged += octets;
	if (buffer.ring) buffer.head = (buffer.head + octets) & (buffer.ring.length - 1);
	while (buffer.pushes.length > 0 && atOrBefore(buffer.pushes[0] as Seq, una)) buffer.pushes.shift();
}

/** Does [from, from + len) hold the last octet of a SEND (MUST-61)? */
export function endsPush({pushes}: SendBuffer, from: Seq, len: number): boolean {
	const to = add(from, len);
	for (const end of pushes) {
		if (!atOrBefore(end, to)) return false;
		if (before(from, end)) return true;
	}
	return false;
}
