/** Lost chunks go again as far as the window reaches (tcp_xmit_retransmit_queue). */
import type {Env, Tcb} from '../tcb.js';
import {isRunning} from '../timers.js';
import {type Chunk, headOf, inFlight, lost, repeated, type SendQueue, sacked} from './chunk.js';
import {cwndOf} from './cwnd.js';
import {setDeadline} from './deadlines.js';
import {burstLimit} from './push.js';
import {repeat} from './repeat-chunk.js';

/** The oldest first. */
export function repeatLost(tcb: Tcb, queue: SendQueue, env: Env): void {
	const burst = burstLimit(tcb, queue, env);
	const head = headOf(queue);
	for (let at = 0; at < queue.sent; at++) {
		const room = cwndOf(tcb) - inFlight(queue);
		if (room <= 0 || queue.repeatedOut >= queue.lostOut) return;
		const chunk = queue.chunks[at] as Chunk;
		if (!(chunk.marks & lost) || chunk.marks & (sacked | repeated)) continue;
		if (!repeat(tcb, queue, chunk, {most: Math.min(room, burst), env})) return;
		if (chunk === head && !isRunning(tcb.timers.reorder)) setDeadline(tcb, 'rto', tcb.rtt.rto, env);
	}
}
