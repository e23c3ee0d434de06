/**
 * Writing into the queue, as Linux does it (tcp_sendmsg): text fills the tail chunk up to a goal of many segments; what is full leaves
 * while the write is still going on, and every half window of the peer is pushed. Memory is counted with what a chunk itself takes.
 */
import {put} from '../octet-queue.js';
import {add, before, type Seq} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {startChrono} from './chrono.js';
import {type Chunk, hasUnsent, type SendQueue, textLength} from './chunk.js';
import {restartAfterIdle} from './cwnd.js';
import {rearmRto} from './deadlines.js';
import {push, pushOne} from './push.js';
import {hasMemory} from './room.js';

/** The largest datagram less the room for headers (sk_gso_max_size). */
const largestChunk = 65_216;
const assumedWindow = 536;

/** Half of the largest window, in whole segments: a chunk should not be more. */
export function sizeGoal({snd}: Tcb): number {
	const cut = snd.maxWnd > assumedWindow ? Math.floor(snd.maxWnd / 2) : snd.maxWnd;
	const most = Math.min(largestChunk, Math.max(cut, 28));
	return Math.max(Math.floor(most / snd.mss) * snd.mss, snd.mss);
}

const openTail = (queue: SendQueue): Chunk | undefined => {
	const tail = hasUnsent(queue) ? queue.chunks.at(-1) : undefined;
	return tail && !tail.isRecordEnd && !tail.hasFin ? tail : undefined;
};

/** Octets that can be taken now without waiting; 0: the writer has to wait. */
export function roomForText(tcb: Tcb, queue: SendQueue, env: Env): number {
	const goal = sizeGoal(tcb);
	const tail = openTail(queue);
	const left = tail ? goal - textLength(tail) : 0;
	return left > 0 ? left : hasMemory(tcb, queue, env) ? goal : 0;
}

/** At most `roomForText` octets. `isFirst`, `isLast`: of their write; `isRecordEnd`: MSG_EOR. */
export function addText(tcb: Tcb, octets: Uint8Array, part: {isFirst: boolean; isLast: boolean; isRecordEnd: boolean}, env: Env): void {
	const queue = tcb.chunks as SendQueue;
	const goal = sizeGoal(tcb);
	const tail = openTail(queue);
	const chunk = tail && textLength(tail) < goal ? tail : newChunk(tcb, queue, env);
	if (part.isFirst) chunk.isPushed = false;
	put(tcb.sendBuffer.queue, octets);
	tcb.sendBuffer.length += octets.length;
	chunk.end = add(chunk.end, octets.length);
	if (part.isLast && part.isRecordEnd) chunk.isRecordEnd = true;
	if (!part.isLast && textLength(chunk) >= goal) pushFull(tcb, queue, chunk, env);
}

const emptyChunk = (at: Seq): Chunk => ({
	seq: at,
	end: at,
	hasFin: false,
	isPushed: false,
	isRecordEnd: false,
	segments: 0,
	marks: 0,
	sentAt: 0,
	deliveredBefore: 0,
});

function newChunk(tcb: Tcb, queue: SendQueue, env: Env): Chunk {
	const from = endOf(tcb, queue);
	const chunk = emptyChunk(from);
	if (!hasUnsent(queue)) startChrono(queue, 'busy', env.now);
	queue.chunks.push(chunk);
	restartAfterIdle(tcb, queue, env);
	return chunk;
}

/** One past the last number in the queue. */
const endOf = ({snd}: Tcb, queue: SendQueue): Seq => queue.chunks.at(-1)?.end ?? snd.nxt;

function pushFull(tcb: Tcb, queue: SendQueue, chunk: Chunk, env: Env): void {
	if (isPushOverdue(tcb, queue)) {
		markPush(queue, chunk);
		push(tcb, queue, {isForced: true, isCorked: false}, env);
	} else if (queue.chunks[queue.sent] === chunk) pushOne(tcb, queue, env);
}

/** More than half a window of the peer since the last PSH. */
const isPushOverdue = (tcb: Tcb, queue: SendQueue): boolean =>
	before(add(queue.pushedSeq, Math.floor(tcb.snd.maxWnd / 2)), endOf(tcb, queue));

function markPush(queue: SendQueue, chunk: Chunk): void {
	chunk.isPushed = true;
	queue.pushedSeq = chunk.end;
}

/** The write is over, or has to wait for room (then MSG_MORE counts no more). */
export function endWrite(tcb: Tcb, {isMore, isWaiting}: {isMore: boolean; isWaiting: boolean}, env: Env): void {
	const queue = tcb.chunks as SendQueue;
	const tail = hasUnsent(queue) ? queue.chunks.at(-1) : undefined;
	if (!tail) return;
	if (!isMore || isWaiting || isPushOverdue(tcb, queue)) markPush(queue, tail);
	push(tcb, queue, {isForced: isWaiting, isCorked: isMore && !isWaiting}, env);
}

/** FIN joins the tail, or goes alone behind all that was sent (tcp_send_fin). */
export function queueFin(tcb: Tcb, queue: SendQueue): void {
	const tail = hasUnsent(queue) ? queue.chunks.at(-1) : undefined;
	queue.isFinIn = true;
	if (tail) {
		tail.hasFin = true;
		tail.end = add(tail.end, 1);
		return;
	}
	queue.chunks.push(finChunk(tcb.snd.nxt));
}

function finChunk(at: Seq): Chunk {
	const chunk = emptyChunk(at);
	chunk.end = add(at, 1);
	chunk.hasFin = true;
	return chunk;
}

/** close() in SYN_RCVD sent the FIN before there was a queue to keep it: from the acknowledgment of our SYN on it stands here. */
export function takeOverFin(tcb: Tcb, queue: SendQueue, fin: Seq, env: Env): void {
	queue.isFinIn = true;
	if (!before(fin, tcb.snd.una)) {
		const chunk = finChunk(fin);
		chunk.segments = 1;
		chunk.sentAt = tcb.unackedAt[0] ?? env.now;
		queue.chunks.push(chunk);
		queue.sent = 1;
		queue.packetsOut = 1;
	}
	tcb.unackedTo = [];
	tcb.unackedAt = [];
	rearmRto(tcb, queue, env);
}
