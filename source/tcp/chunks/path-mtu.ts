/** The path carries less than was thought: what is too large for it was dropped, and no congestion (tcp_simple_retransmit). */
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, type SendQueue, textLength} from './chunk.js';
import {currentSsthresh, setSsthresh} from './cwnd.js';
import {markLost} from './rack.js';
import {setPhase} from './reduction.js';
import {repeatLost} from './repeat.js';

/** `before`: text of a segment until now. It goes again at once, in smaller pieces; cwnd stays. */
export function repeatTooLarge(tcb: Tcb, queue: SendQueue, before: number, env: Env): void {
	const isTooLarge = (chunk: Chunk): boolean => (chunk.segments > 1 ? before : textLength(chunk)) > tcb.snd.mss;
	for (const chunk of queue.chunks.slice(0, queue.sent)) if (isTooLarge(chunk)) markLost(queue, chunk, env);
	if (queue.lostOut === 0) return;
	if (queue.phase !== 'loss') {
		queue.highSeq = tcb.snd.nxt;
		setSsthresh(tcb, currentSsthresh(tcb, queue));
		queue.priorSsthresh = 0;
		queue.undoFrom = undefined;
		setPhase(queue, 'loss');
	}
	repeatLost(tcb, queue, env);
}
