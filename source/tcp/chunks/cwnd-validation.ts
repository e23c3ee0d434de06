/** After sending: was cwnd the limit, and if not, what was (tcp_cwnd_validate)? */
import {isCwndLimited, observeUsage} from '../cwnd-usage.js';
import type {Env, Tcb} from '../tcb.js';
import {startChrono} from './chrono.js';
import {hasUnsent, type SendQueue} from './chunk.js';

/** `isFull`: cwnd allowed no more. */
export function validateCwnd(tcb: Tcb, queue: SendQueue, isFull: boolean, env: Env): void {
	observeUsage(tcb, queue.packetsOut, isFull);
	if (isCwndLimited(tcb) || hasUnsent(queue) || !queue.isShortOfRoom || !takesText(tcb)) return;
	startChrono(queue, 'buffer', env.now);
}

const takesText = ({state}: Tcb): boolean => state === 'ESTABLISHED' || state === 'CLOSE_WAIT';
