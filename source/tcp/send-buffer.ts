/** Sent data stays here until it is acknowledged (RFC 9293 § 3.4, § 3.8.1); behind it waits what could not be sent yet. */
import {check} from './check.js';
import {dropFirst, newQueue, put, slice} from './octet-queue.js';
import {add, atOrBefore, before, type Seq} from './seq.js';
import type {SendBuffer} from './tcb.js';

/** `capacity` in octets. */
export const newSendBuffer = (capacity: number): SendBuffer => ({queue: newQueue(), length: 0, capacity, pushes: [], acknowledged: 0});

/** Octets that may still be written. */
export const sendRoom = (buffer: SendBuffer): number => Math.max(0, buffer.capacity - buffer.length);

/** The octets are the buffer's from now on: nobody may write them again. */
export function append(buffer: SendBuffer, octets: Uint8Array): void {
	check(octets.length <= sendRoom(buffer), () => 'send buffer overrun');
	put(buffer.queue, octets);
	buffer.length += octets.length;
}

/** `len` octets from place `from` on, which must be there; counted from snd.una. */
export function textAt(buffer: SendBuffer, from: number, len: number): Uint8Array {
	check(from + len <= buffer.length, () => 'send buffer underrun');
	return slice(buffer.queue, from, len);
}

/** The first octets are acknowledged: they leave. */
export function release(buffer: SendBuffer, octets: number, una: Seq): void {
	check(octets <= buffer.length, () => 'more acknowledged than was sent');
	buffer.length -= octets;
	buffer.acknowledged += octets;
	dropFirst(buffer.queue, octets);
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
