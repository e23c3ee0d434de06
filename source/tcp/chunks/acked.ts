/** Chunks that are acknowledged leave the queue (tcp_clean_rtx_queue). */
import {add, atOrBefore, before, type Seq, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, everRepeated, headOf, lost, repeated, type SendQueue, sacked, segmentsOf} from './chunk.js';
import type {Found} from './found.js';
import {settleProbe} from './mtu-search.js';
import {advanceRack, noteNewest, noteReordering} from './rack.js';
import {forgetRenoSacks} from './reno-sacks.js';
import {updateRtt} from './rtt.js';

/** `fack`: behind what was known to have arrived before this segment. snd.una has moved already. */
export function releaseAcked(tcb: Tcb, queue: SendQueue, {fack}: {fack: Seq}, found: Found, env: Env): void {
	let acked = 0;
	let gone = 0;
	for (const chunk of queue.chunks.slice(0, queue.sent)) {
		const count = ackedSegments(tcb, chunk);
		if (count === 0) break;
		noteAcked(queue, chunk, found);
		leave(tcb, queue, chunk, {count, found}, env);
		acked += count;
		if (before(tcb.snd.una, chunk.end)) {
			trim(tcb, chunk, count);
			break;
		}
		gone++;
	}
	queue.chunks.splice(0, gone);
	queue.sent -= gone;
	finish(tcb, queue, {acked, fack}, found, env);
}

/** Segments of it that are acknowledged whole. */
function ackedSegments({snd}: Tcb, chunk: Chunk): number {
	if (atOrBefore(chunk.end, snd.una)) return chunk.segments;
	if (chunk.segments === 1 || !before(chunk.seq, snd.una)) return 0;
	return chunk.segments - segmentsOf(span(snd.una, chunk.end) - (chunk.hasFin ? 1 : 0), snd.mss);
}

function trim({snd}: Tcb, chunk: Chunk, count: number): void {
	chunk.seq = add(chunk.seq, span(chunk.seq, snd.una));
	chunk.segments -= count;
}

function noteAcked(queue: SendQueue, {marks, seq, end, sentAt}: Chunk, found: Found): void {
	found.isDataAcked = true;
	if (marks & everRepeated) {
		found.isRepeatAcked = true;
		return;
	}
	if (marks & sacked) return;
	found.firstAckedAt ??= sentAt;
	found.lastAckedAt = sentAt;
	if (found.low === undefined || before(seq, found.low)) found.low = seq;
	if (atOrBefore(end, queue.highSeq)) found.isOriginalAcked = true;
}

function leave(tcb: Tcb, queue: SendQueue, chunk: Chunk, {count, found}: {count: number; found: Found}, env: Env): void {
	if (chunk.marks & repeated) queue.repeatedOut -= count;
	if (chunk.marks & sacked) queue.sackedOut -= count;
	else if (tcb.hasSack) {
		queue.delivered += count;
		advanceRack(tcb, queue, chunk, found, env);
	}
	if (!(chunk.marks & sacked)) noteNewest(found, chunk);
	if (chunk.marks & lost) queue.lostOut -= count;
	queue.packetsOut -= count;
}

function finish(tcb: Tcb, queue: SendQueue, {acked, fack}: {acked: number; fack: Seq}, found: Found, env: Env): void {
	const head = headOf(queue);
	if (head && head.marks & sacked) found.isReneged = true;
	if (queue.mtu.size > 0) settleProbe(tcb, queue, env);
	const hasSample = updateRtt(tcb, queue, found, env);
	if (found.isDataAcked) {
		found.setsTimer = true;
		if (!tcb.hasSack) {
			forgetRenoSacks(queue, acked);
			if (found.isRepeatAcked) found.isOriginalAcked = false;
		} else if (found.low !== undefined && before(found.low, fack)) noteReordering(tcb, queue, found.low, env);
	} else if (head && hasSample && found.firstSackedAt !== undefined && found.firstSackedAt < head.sentAt) {
		// Measured from something sent after the head, it would put the time-out off again and again.
		found.setsTimer = true;
	}
}
