/** After sending: was cwnd the limit, and if not, is it larger than anybody needs (RFC 2861 as Linux does it, tcp_cwnd_validate)? */
import {segmentsOf} from '../cwnd-segments.js';
import {isCwndLimited, observeUsage} from '../cwnd-usage.js';
import {initialSegments} from '../newreno.js';
import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';
import {startChrono} from './chrono.js';
import {hasUnsent, type SendQueue} from './chunk.js';
import {currentSsthresh, setCwnd, setSsthresh} from './cwnd.js';

export function validateCwnd(tcb: Tcb, queue: SendQueue, isFull: boolean, env: Env): void {
	observeUsage(tcb, queue.packetsOut, isFull);
	if (isCwndLimited(tcb)) {
		queue.cwndUsed = 0;
		queue.cwndSeenAt = env.now;
		return;
	}
	queue.cwndUsed = Math.max(queue.cwndUsed, queue.packetsOut);
	if (env.knobs.slowStartAfterIdle && env.now - queue.cwndSeenAt >= tcb.rtt.rto) shrinkUnused(tcb, queue, env);
	if (!hasUnsent(queue) && queue.isShortOfRoom && takesText(tcb)) startChrono(queue, 'buffer', env.now);
}

const takesText = ({state}: Tcb): boolean => state === 'ESTABLISHED' || state === 'CLOSE_WAIT';

/** For a time-out less than cwnd was in use: it goes half way to what was. */
function shrinkUnused(tcb: Tcb, queue: SendQueue, env: Env): void {
	const used = Math.max(queue.cwndUsed, initialSegments);
	const cwnd = segmentsOf(tcb);
	queue.cwndSeenAt = env.now;
	if (queue.phase !== 'open' || queue.isShortOfRoom) return;
	queue.cwndUsed = 0;
	if (used >= cwnd) return;
	setSsthresh(tcb, currentSsthresh(tcb, queue));
	setCwnd(tcb, (cwnd + used) >> 1);
	note(env.out, 'cwnd-shrunk', used * tcb.snd.mss, tcb.congestion.ssthresh, tcb.congestion.cwnd);
}
