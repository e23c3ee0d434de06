/** The window grows with the traffic up to the buffer, and the buffer with what the user reads up to its own limit. */
import {note} from '../out.js';
import {before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Arrival, lastEarly, readUpTo} from './queue.js';
import {freeText, memoryFor, ownMss, textIn} from './window.js';

/** Every arrival lets the next window be larger by two segments or more, as long as the like of it will fit. */
export function growCeiling(tcb: Tcb, arrival: Arrival, env: Env): void {
	const {receiveMemory: memory, ackHabit} = tcb;
	const room = Math.min(memory.clamp, freeText(tcb)) - memory.ceiling;
	if (room <= 0) return;
	const isLean = textIn(arrival.memory, memory.ratio) <= arrival.len;
	const step = isLean ? 2 * ownMss(tcb) : stepFor(tcb, arrival, env);
	if (step === 0) return;
	memory.ceiling += Math.min(room, Math.max(step, 2 * arrival.len));
	ackHabit.quick |= 1;
}

/** A segment that takes much memory for its text: only while the window is small against what is possible. */
function stepFor({receiveMemory: memory}: Tcb, arrival: Arrival, {knobs}: Env): number {
	let cost = textIn(arrival.memory, memory.ratio) >> 1;
	let window = textIn(knobs.rcvbufMax, memory.ratio) >> 1;
	while (memory.ceiling <= window) {
		if (cost <= arrival.len) return 2 * memory.segment;
		cost >>= 1;
		window >>= 1;
	}
	return 0;
}

/** Twice what is read in a round trip, and more while that rises; what waits behind a hole comes on top. */
export function growBuffer(tcb: Tcb, perRoundTrip: number, {knobs, out}: Env): void {
	const {receiveBuffer, receiveMemory: memory, rcv} = tcb;
	const before = memory.reading.perRoundTrip;
	memory.reading.perRoundTrip = perRoundTrip;
	if (!knobs.growsRcvbuf || knobs.isRcvbufFixed || before === 0) return;
	const rise = Math.floor((2 * perRoundTrip * (perRoundTrip - before)) / before);
	const wanted = 2 * perRoundTrip + 2 * rise + span(rcv.nxt, lastEarly(tcb));
	const size = Math.min(memoryFor(wanted, memory.ratio), knobs.rcvbufMax);
	if (size <= receiveBuffer.capacity) return;
	receiveBuffer.capacity = size;
	memory.clamp = textIn(size, memory.ratio);
	note(out, 'buffer-grown', size, memory.clamp);
}

/** Once a round trip, when the first segment of a read has been copied: the others still count as unread then. */
export function watchReading(tcb: Tcb, env: Env): void {
	const {receiveMemory: memory, rcv} = tcb;
	const {reading, roundTrip} = memory;
	if (roundTrip.eightfold === 0 || env.now - reading.since < roundTrip.eightfold >> 3) return;
	const end = memory.ends[0];
	const all = readUpTo(tcb);
	const readTo = end !== undefined && before(end, all) ? end : all;
	const octets = span(reading.from, readTo) - span(readTo, rcv.nxt);
	if (octets > reading.perRoundTrip) growBuffer(tcb, octets, env);
	reading.from = readTo;
	reading.since = env.now;
}
