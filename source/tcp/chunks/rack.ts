/** RACK (RFC 8985 § 6): lost is what was sent long enough before something that has arrived since. */
import {note} from '../out.js';
import {before, type Seq} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, everRepeated, lost, repeated, type SendQueue, sacked} from './chunk.js';
import {armReordering} from './deadlines.js';
import {isEchoBefore} from './echo.js';
import type {Found} from './found.js';
import {highestSacked} from './scan.js';

const sentAfter = (at: number, end: Seq, otherAt: number, otherEnd: Seq): boolean =>
	at > otherAt || (at === otherAt && before(otherEnd, end));

/** The chunk that tells of the most recent past. */
export function noteNewest(found: Found, {sentAt, end, deliveredBefore}: Chunk): void {
	if (found.newestEnd !== undefined && !sentAfter(sentAt, end, found.newestAt, found.newestEnd)) return;
	found.newestAt = sentAt;
	found.newestEnd = end;
	found.newestDelivered = deliveredBefore;
}

/** A repetition was acknowledged by what echoes an earlier time, or no later than the shortest round trip: that proves nothing of it. */
const isDoubtful = (tcb: Tcb, {minRtt = Number.POSITIVE_INFINITY}: SendQueue, {marks, sentAt}: Chunk, {echo}: Found, {now}: Env): boolean =>
	(marks & everRepeated) !== 0 && (now - sentAt <= minRtt || (echo !== 0 && isEchoBefore(tcb, echo, sentAt)));

/** § 6.2 steps 1 and 2: this chunk has arrived. */
export function advanceRack(tcb: Tcb, queue: SendQueue, chunk: Chunk, found: Found, env: Env): void {
	const {rack} = queue;
	if (isDoubtful(tcb, queue, chunk, found, env)) return;
	const rtt = env.now - chunk.sentAt;
	rack.hasAdvanced = true;
	rack.rtt = rtt;
	if (!sentAfter(chunk.sentAt, chunk.end, rack.sentAt, rack.end)) return;
	rack.sentAt = chunk.sentAt;
	rack.end = chunk.end;
}

/** § 6.2 step 4: none once duplicate ACKs abound, else a quarter of the smallest round trip, more after needless repetitions. */
function reorderingWindow(tcb: Tcb, queue: SendQueue): number {
	if (queue.reorderingSeen === 0) {
		if (queue.phase === 'recovery' || queue.phase === 'loss' || queue.sackedOut >= queue.reordering) return 0;
	}
	return Math.min(((queue.minRtt ?? 0) / 4) * queue.rack.windowSteps, tcb.rtt.srtt ?? 0);
}

/** µs until this chunk counts as lost. */
export const timeLeft = ({rack}: SendQueue, chunk: Chunk, window: number, {now}: Env): number => rack.rtt + window - (now - chunk.sentAt);

/** Marks what is lost; returns how long the reordering window of the others still lasts at most. */
export function detectLosses(tcb: Tcb, queue: SendQueue, env: Env): number {
	const {rack, chunks} = queue;
	const window = reorderingWindow(tcb, queue);
	let longest = 0;
	for (let at = 0; at < queue.sent; at++) {
		const chunk = chunks[at] as Chunk;
		if (chunk.marks & sacked || (chunk.marks & lost && !(chunk.marks & repeated))) continue;
		if (!sentAfter(rack.sentAt, rack.end, chunk.sentAt, chunk.end)) continue;
		const left = timeLeft(queue, chunk, window, env);
		if (left <= 0) markLost(queue, chunk, env);
		else longest = Math.max(longest, left);
	}
	return longest;
}

/** Step 5, once something arrived; true when the timer runs now. */
export function rackMarkLost(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	if (!queue.rack.hasAdvanced) return false;
	queue.rack.hasAdvanced = false;
	const left = detectLosses(tcb, queue, env);
	if (left > 0) armReordering(tcb, left, env);
	return left > 0;
}

/** Lost, or lost again. */
export function markLost(queue: SendQueue, chunk: Chunk, {out}: Env): void {
	if (chunk.marks & sacked) return;
	if (chunk.marks & lost) {
		if (!(chunk.marks & repeated)) return;
		chunk.marks &= ~repeated;
		queue.repeatedOut -= chunk.segments;
	} else {
		chunk.marks |= lost;
		queue.lostOut += chunk.segments;
	}
	queue.lostEver += chunk.segments;
	note(out, 'marked-lost', chunk.seq, chunk.end);
}

/** Recoveries without D-SACK after which the reordering window is what it was (RFC 8985 § 6.2, step 4). */
export const roundsKept = 16;
const mostSteps = 255;

/** Step 4: needless repetitions widen the window by one step a round; it stays for some recoveries. */
export function updateReorderingWindow(queue: SendQueue, {newestEnd, newestDelivered}: Found, env: Env): void {
	const {rack} = queue;
	if (newestEnd === undefined) return;
	if (newestDelivered < rack.grownAt) rack.hasDsack = false;
	if (rack.hasDsack) {
		rack.windowSteps = Math.min(mostSteps, rack.windowSteps + 1);
		rack.hasDsack = false;
		rack.grownAt = queue.delivered;
		rack.windowKept = roundsKept;
		note(env.out, 'reordering-window', rack.windowSteps);
	} else if (rack.windowKept === 0) {
		rack.windowSteps = 1;
	}
}

/** A hole was filled by what was never repeated: that is how far segments overtake each other here. */
export function noteReordering(tcb: Tcb, queue: SendQueue, low: Seq, env: Env): void {
	const high = highestSacked(tcb, queue);
	if (!before(low, high)) return;
	const distance = (high - low) >>> 0;
	if (distance > queue.reordering * tcb.snd.mss) queue.reordering = Math.min(Math.ceil(distance / tcb.snd.mss), 300);
	queue.reorderingSeen++;
	note(env.out, 'reordering-seen', low, high, queue.reordering);
}
