/** A chunk becomes segments of at most one MSS. The last one of a burst carries PSH, so that the peer's stack hands it up at once. */
import {algorithmOf} from '../congestion.js';
import {emit} from '../emit.js';
import {note} from '../out.js';
import {placeOf} from '../output.js';
import {ACK, FIN, PSH} from '../segment.js';
import {textAt} from '../send-buffer.js';
import {add} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, inFlight, nextOf, type SendQueue, segmentsOf, textLength} from './chunk.js';
import {rearmRto} from './deadlines.js';

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
	emitChunk(tcb, queue, chunk, env);
	if (wasIdle) rearmRto(tcb, queue, env);
	return chunk.segments;
}

function noteFin(tcb: Tcb, chunk: Chunk, env: Env): void {
	tcb.finSeq = add(chunk.end, -1);
	note(env.out, 'fin-sent', tcb.finSeq);
}

/** Of more than one segment the last carries PSH, whether they are new or not. */
export function emitChunk(tcb: Tcb, queue: SendQueue, chunk: Chunk, env: Env): void {
	const {mss} = tcb.snd;
	const length = textLength(chunk);
	const hasPush = chunk.isPushed || chunk.segments > 1;
	chunk.sentAt = env.now;
	chunk.deliveredBefore = queue.delivered;
	queue.octetsSent += length;
	queue.segmentsSent += length > 0 ? chunk.segments : 0;
	if (length > 0) tcb.congestion.lastSentAt = env.now;
	for (let from = 0; from < length || from === 0; from += mss) {
		const len = Math.min(mss, length - from);
		const isEnd = from + len >= length;
		const flags = ACK | (isEnd && hasPush && len > 0 ? PSH : 0) | (isEnd && chunk.hasFin ? FIN : 0);
		const seq = add(chunk.seq, from);
		emit(tcb, {seq, flags, text: textAt(tcb.sendBuffer, placeOf(tcb, seq), len)}, env);
	}
}
