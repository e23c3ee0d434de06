/** SACK blocks become marks on chunks (RFC 2018 § 5; D-SACK: RFC 2883 § 4). */
import {note} from '../out.js';
import type {SackBlock} from '../segment.js';
import {add, atOrBefore, before, type Seq, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, everRepeated, lost, repeated, type SendQueue, sacked, split, textLength} from './chunk.js';
import type {Found} from './found.js';
import {advanceRack, noteNewest, noteReordering} from './rack.js';
import {joinArrived} from './sack-join.js';
import {highestSacked} from './scan.js';

/** `una`: snd.una before this segment. */
export function markSacked(
	tcb: Tcb,
	queue: SendQueue,
	{blocks, una, ack}: {blocks: readonly SackBlock[]; una: Seq; ack: Seq},
	found: Found,
	env: Env,
): void {
	const isDsack = checkDsack(tcb, queue, {blocks, una, ack}, found, env);
	if (before(ack, add(una, -tcb.snd.maxWnd)) || queue.packetsOut === 0) return;
	const usable = blocks.map((block, at) => ({...block, isDsack: isDsack && at === 0})).filter(block => isUsable(tcb, queue, block, una));
	for (const block of usable.sort((one, other) => (before(one.from, other.from) ? -1 : 1))) markBlock(tcb, queue, block, found, env);
	if (found.low !== undefined && (queue.phase !== 'loss' || queue.undoFrom !== undefined)) noteReordering(tcb, queue, found.low, env);
	found.low = undefined;
}

function isUsable({snd}: Tcb, {undoFrom}: SendQueue, {from, to, isDsack}: SackBlock & {isDsack: boolean}, una: Seq): boolean {
	if (!before(from, to) || before(snd.nxt, to) || !before(from, snd.nxt) || atOrBefore(to, una)) return false;
	return !before(from, snd.una) || (isDsack && undoFrom !== undefined) || before(snd.una, to);
}

/** RFC 2883: the first block tells of something that arrived twice. */
function checkDsack(
	tcb: Tcb,
	queue: SendQueue,
	{blocks, una, ack}: {blocks: readonly SackBlock[]; una: Seq; ack: Seq},
	found: Found,
	env: Env,
): boolean {
	const [first, second] = blocks;
	if (!first) return false;
	const isInside = second !== undefined && atOrBefore(second.from, first.from) && atOrBefore(first.to, second.to);
	if (!before(first.from, ack) && !isInside) return false;
	const segments = countDsack(tcb, queue, first, found);
	if (segments === 0) return false;
	note(env.out, 'dsack-arrived', first.from, first.to);
	if (atOrBefore(first.to, una) && queue.undoFrom !== undefined && before(queue.undoFrom, first.to) && queue.undoRepeats > 0)
		queue.undoRepeats = Math.max(0, queue.undoRepeats - segments);
	return true;
}

/** 0 when nothing of ours was sent that often. */
function countDsack({snd}: Tcb, queue: SendQueue, {from, to}: SackBlock, found: Found): number {
	const length = span(from, to);
	if (!before(from, to) || length > snd.maxWnd) return 0;
	const segments = Math.max(1, Math.ceil(length / snd.mss));
	if (segments === 1 && queue.probeEnd === to) found.isProbeDsack = true;
	queue.dsacks += segments;
	if (queue.dsacks > queue.repeatedEver) return 0;
	if (queue.reorderingSeen > 0 && !found.isProbeDsack) queue.rack.hasDsack = true;
	found.isDsack = true;
	// What was needlessly repeated has arrived, too.
	queue.delivered += segments;
	return segments;
}

function markBlock(tcb: Tcb, queue: SendQueue, block: SackBlock & {isDsack: boolean}, found: Found, env: Env): void {
	for (let at = 0; at < queue.sent; at++) {
		const chunk = queue.chunks[at] as Chunk;
		if (!before(chunk.seq, block.to)) return;
		if (!before(block.from, chunk.end)) continue;
		if (!cutToBlock(tcb, queue, at, block)) continue;
		const covered = queue.chunks[at] as Chunk;
		const isNew = !(covered.marks & sacked) && (covered.marks & (lost | repeated)) !== repeated;
		markChunk(tcb, queue, covered, block.isDsack, found, env);
		if (isNew) at = joinArrived(tcb, queue, at);
	}
}

/** A chunk that a block covers in part is cut at whole segments; false when the part at its front is not covered. */
function cutToBlock(tcb: Tcb, queue: SendQueue, at: number, {from, to}: SackBlock): boolean {
	const chunk = queue.chunks[at] as Chunk;
	const {mss} = tcb.snd;
	if (atOrBefore(from, chunk.seq) && atOrBefore(chunk.end, to)) return true;
	if (chunk.segments === 1) return false;
	const isFront = atOrBefore(from, chunk.seq);
	const covered = isFront ? span(chunk.seq, to) : Math.max(span(chunk.seq, from), mss);
	if (isFront && covered < mss) return false;
	const whole = Math.floor(covered / mss) * mss;
	const octets = covered <= mss ? covered : !isFront && whole < covered ? whole + mss : whole;
	if (octets >= textLength(chunk)) return isFront;
	split(tcb, queue, at, octets);
	return isFront;
}

function markChunk(tcb: Tcb, queue: SendQueue, chunk: Chunk, isDsack: boolean, found: Found, env: Env): void {
	if (isDsack && chunk.marks & everRepeated) countNeedless(queue, chunk, found);
	if (!before(tcb.snd.una, chunk.end)) return;
	if (!(chunk.marks & sacked)) markArrived(tcb, queue, chunk, found, env);
	if (isDsack && chunk.marks & repeated) {
		chunk.marks &= ~repeated;
		queue.repeatedOut -= chunk.segments;
	}
}

function countNeedless(queue: SendQueue, chunk: Chunk, found: Found): void {
	if (queue.undoFrom !== undefined && queue.undoRepeats > 0 && before(queue.undoFrom, chunk.end))
		queue.undoRepeats = Math.max(0, queue.undoRepeats - chunk.segments);
	if (chunk.marks & sacked) lower(found, chunk.seq);
}

function lower(found: Found, seq: Seq): void {
	if (found.low === undefined || before(seq, found.low)) found.low = seq;
}

function markArrived(tcb: Tcb, queue: SendQueue, chunk: Chunk, found: Found, env: Env): void {
	noteNewest(found, chunk);
	advanceRack(tcb, queue, chunk, found, env);
	if (chunk.marks & repeated) {
		if (chunk.marks & lost) {
			chunk.marks &= ~(lost | repeated);
			queue.lostOut -= chunk.segments;
			queue.repeatedOut -= chunk.segments;
		}
	} else {
		if (!(chunk.marks & everRepeated)) noteOriginal(tcb, queue, chunk, found);
		if (chunk.marks & lost) {
			chunk.marks &= ~lost;
			queue.lostOut -= chunk.segments;
		}
	}
	chunk.marks |= sacked;
	queue.sackedOut += chunk.segments;
	queue.delivered += chunk.segments;
	found.isSacked = true;
	note(env.out, 'marked-arrived', chunk.seq, chunk.end);
}

/** Never repeated, so it is the original that arrived: late, if something behind it came before. */
function noteOriginal(tcb: Tcb, queue: SendQueue, chunk: Chunk, found: Found): void {
	if (before(chunk.seq, highestSacked(tcb, queue))) lower(found, chunk.seq);
	if (atOrBefore(chunk.end, queue.highSeq)) found.isOriginalAcked = true;
	found.firstSackedAt ??= chunk.sentAt;
	found.lastSackedAt = chunk.sentAt;
}
