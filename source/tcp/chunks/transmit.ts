/** A chunk becomes segments of at most one MSS. The last one of a burst carries PSH, so that the peer's stack hands it up at once. */
import {algorithmOf} from '../congestion.js';
import {emit} from '../emit.js';
import {note} from '../out.js';
import {placeOf} from '../output.js';
import {ACK, FIN, PSH} from '../segment.js';
import {textAt} from '../send-buffer.js';
import {add, before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, everRepeated, inFlight, nextOf, repeated, type SendQueue, segmentsOf, split, textLength} from './chunk.js';
import {rearmRto} from './deadlines.js';
import {prrSent} from './reduction.js';

/** The next chunk, for the first time; returns its segments. */
export function transmitNew(tcb: Tcb, queue: SendQueue, env: Env): number {
	const chunk = nextOf(queue) as Chunk;
	const {snd} = tcb;
	chunk.segments = segmentsOf(textLength(chunk), snd.mss);
	const wasIdle = queue.packetsOut === 0;
	if (inFlight(queue) === 0) algorithmOf(tcb).onIdle(tcb, env);
	queue.sent++;
	queue.packetsOut += chunk.segments;
	snd.nxt = chunk.end;
	if (textLength(chunk) < chunk.segments * snd.mss) queue.smallEnd = chunk.end;
	if (chunk.hasFin) noteFin(tcb, chunk, env);
	if (textLength(chunk) > 0) note(env.out, 'sent-chunk', chunk.seq, chunk.end, snd.wnd, tcb.congestion.cwnd);
	emitChunk(tcb, chunk, chunk.isPushed || chunk.segments > 1, env);
	if (wasIdle) rearmRto(tcb, queue, env);
	return chunk.segments;
}

function noteFin(tcb: Tcb, chunk: Chunk, env: Env): void {
	tcb.finSeq = add(chunk.end, -1);
	note(env.out, 'fin-sent', tcb.finSeq);
}

function emitChunk(tcb: Tcb, chunk: Chunk, hasPush: boolean, env: Env): void {
	const {mss} = tcb.snd;
	const length = textLength(chunk);
	chunk.sentAt = env.now;
	if (length > 0) tcb.congestion.lastSentAt = env.now;
	for (let from = 0; from < length || from === 0; from += mss) {
		const len = Math.min(mss, length - from);
		const isEnd = from + len >= length;
		const flags = ACK | (isEnd && hasPush && len > 0 ? PSH : 0) | (isEnd && chunk.hasFin ? FIN : 0);
		const seq = add(chunk.seq, from);
		emit(tcb, {seq, flags, text: textAt(tcb.sendBuffer, placeOf(tcb, seq), len)}, env);
	}
}

/** Again, at most so many segments of it; the rest becomes a chunk of its own. */
export function transmitAgain(tcb: Tcb, queue: SendQueue, chunk: Chunk, env: Env, most = 1): void {
	const {mss, una} = tcb.snd;
	if (before(chunk.seq, una)) chunk.seq = una;
	if (textLength(chunk) > most * mss) split(tcb, queue, queue.chunks.indexOf(chunk), most * mss);
	chunk.marks |= everRepeated;
	queue.repeatedEver += chunk.segments;
	note(env.out, 'sent-again', chunk.seq, chunk.end, tcb.retries);
	emitChunk(tcb, chunk, chunk.isPushed, env);
	queue.firstRepeatAt ??= env.now;
}

/** The same, and counted as under way again (tcp_retransmit_skb). */
export function repeat(tcb: Tcb, queue: SendQueue, chunk: Chunk, {most, env}: {most: number; env: Env}): void {
	transmitAgain(tcb, queue, chunk, env, most);
	chunk.marks |= repeated;
	queue.repeatedOut += chunk.segments;
	queue.undoRepeats = Math.max(queue.undoRepeats, 0) + chunk.segments;
	if (queue.phase === 'recovery' || queue.phase === 'cwr') prrSent(queue, chunk.segments);
}

/** Octets of the peer's window from this place on. */
export const windowFrom = ({snd}: Tcb, chunk: Chunk): number => span(chunk.seq, add(snd.una, snd.wnd));
