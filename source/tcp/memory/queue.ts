/** Which segments hold the memory that is taken: what can be read, oldest first, and what waits behind a hole. */
import {add, atOrBefore, before, later, type Seq, span} from '../seq.js';
import type {Tcb} from '../tcb.js';
import {slackOf} from './cost.js';
import type {Held, ReceiveMemory} from './receive-memory.js';

/** A segment of text as it lies in memory; `header`: what stands in front of it. */
export type Arrival = {readonly from: Seq; readonly to: Seq; readonly len: number; readonly header: number; readonly memory: number};

/** In order: a short text may find room behind the one before it and then costs nothing. */
export function holdReadable(memory: ReceiveMemory, {from, to, len, header, memory: cost}: Arrival): void {
	const {ends, sizes} = memory;
	if (len <= memory.slack && from === ends.at(-1)) {
		memory.slack -= len;
		ends[ends.length - 1] = to;
		return;
	}
	if (ends.length === 0) memory.start = from;
	ends.push(to);
	sizes.push(cost);
	memory.used += cost;
	memory.slack = slackOf(header + len);
}

/** It brings nothing that one segment behind a hole does not hold. */
export const isHeld = ({early}: ReceiveMemory, {from, to}: Arrival): boolean =>
	early.some(held => atOrBefore(held.from, from) && atOrBefore(to, held.to));

/** Behind a hole. What it covers whole is dropped. */
export function holdEarly(memory: ReceiveMemory, {from, to, len, header, memory: cost}: Arrival): void {
	const {early} = memory;
	if (isAppended(early, {from, to, len})) return;
	const kept = early.filter(held => before(held.from, from) || before(to, held.to));
	const place = kept.findIndex(held => before(from, held.from));
	kept.splice(place < 0 ? kept.length : place, 0, {from, to, memory: cost, slack: slackOf(header + len)});
	memory.used += sumOf(kept) - sumOf(early);
	memory.early = kept;
}

/** A short text finds room behind the one before it here, too. */
function isAppended(early: readonly Held[], {from, to, len}: {from: Seq; to: Seq; len: number}): boolean {
	const before = early.find(held => held.to === from);
	if (!before || len > before.slack) return false;
	before.to = to;
	before.slack -= len;
	return true;
}

const sumOf = (list: readonly Held[]): number => list.reduce((sum, held) => sum + held.memory, 0);

/** All that waits behind a hole is thrown away. */
export function dropHeldEarly(memory: ReceiveMemory): void {
	memory.used -= sumOf(memory.early);
	memory.early = [];
}

/** The hole in front of some is filled: they can be read, or are older than what filled it. */
export function joinReadable({rcv, receiveMemory: memory}: Tcb): void {
	for (let first = memory.early[0]; first && before(first.from, rcv.nxt); first = memory.early[0]) {
		memory.early.shift();
		const end = memory.ends.at(-1);
		if (end !== undefined && atOrBefore(first.to, end)) {
			memory.used -= first.memory;
			continue;
		}
		const len = span(first.from, first.to);
		if (first.from === end && len <= memory.slack) {
			memory.used -= first.memory;
			memory.slack -= len;
			memory.ends[memory.ends.length - 1] = first.to;
			continue;
		}
		if (end === undefined) memory.start = first.from;
		memory.ends.push(first.to);
		memory.sizes.push(first.memory);
		memory.slack = first.slack;
	}
}

/** Segments that the user has read to their end leave. */
export function freeRead(memory: ReceiveMemory, readTo: Seq): void {
	const {ends, sizes} = memory;
	while (ends.length > 0 && atOrBefore(ends[0] as Seq, readTo)) {
		memory.start = ends.shift() as Seq;
		memory.used -= sizes.shift() as number;
	}
}

/** One past the last octet that waits behind a hole; rcv.nxt: none does. */
export const lastEarly = ({rcv, receiveMemory}: Tcb): Seq => receiveMemory.early.reduce((end, {to}) => later(end, to), rcv.nxt);

/** One past the last octet that was read. */
export const readUpTo = ({rcv, receiveBuffer, hasPeerFin}: Tcb): Seq => add(rcv.nxt, -(receiveBuffer.length + (hasPeerFin ? 1 : 0)));
