/** Memory is short: what lies scattered is put together, and at last what waits behind holes is thrown away (SACK allows that, RFC 2018 § 8). */
import {note} from '../out.js';
import {forgetEarly} from '../receive-buffer.js';
import {before, later, type Seq, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {gatherEarly, gatherReadable} from './gather.js';
import {lastEarly} from './queue.js';
import {ownMss} from './window.js';

/** Counted by its text alone, so that a program's small buffer still takes a segment that costs much. */
export const hasRoom = ({receiveMemory, receiveBuffer}: Tcb, len: number): boolean => receiveMemory.used + len <= receiveBuffer.capacity;

/** True when there is room for a text of `len` octets at `seq` now. */
export function makeRoom(tcb: Tcb, seq: Seq, len: number, env: Env): boolean {
	if (tcb.receiveMemory.used === 0) return false;
	yieldToMemory(tcb, env);
	if (hasRoom(tcb, len)) return true;
	gatherEarly(tcb);
	gatherReadable(tcb);
	if (hasRoom(tcb, len)) return true;
	dropEarly(tcb, seq, len, env);
	return hasRoom(tcb, len);
}

/** The window shrinks to two segments as soon as it may; a buffer that may grow takes what it has taken already. */
function yieldToMemory(tcb: Tcb, {knobs}: Env): void {
	const {receiveMemory: memory, receiveBuffer} = tcb;
	tcb.ackHabit.quick = 0;
	if (receiveBuffer.capacity < knobs.rcvbufMax && !knobs.isRcvbufFixed)
		receiveBuffer.capacity = Math.max(Math.min(memory.used, knobs.rcvbufMax), 0);
	if (memory.used > receiveBuffer.capacity) memory.ceiling = Math.min(memory.clamp, 2 * ownMss(tcb));
}

/** The last first, an eighth of the buffer at a time; nothing in front of what has just come. Octets that another segment holds, too, stay. */
function dropEarly(tcb: Tcb, seq: Seq, len: number, {out}: Env): void {
	const {receiveMemory: memory, receiveBuffer} = tcb;
	const eighth = receiveBuffer.capacity >> 3;
	let goal = eighth;
	for (let last = memory.early.at(-1); last && !before(last.from, seq); last = memory.early.at(-1)) {
		memory.early.pop();
		memory.used -= last.memory;
		goal -= last.memory;
		const from = later(last.from, lastEarly(tcb));
		forgetEarly(receiveBuffer, from);
		if (before(from, last.to)) note(out, 'early-dropped', from, span(from, last.to));
		if (goal > 0 && memory.early.length > 0) continue;
		if (hasRoom(tcb, len)) return;
		goal = eighth;
	}
}
