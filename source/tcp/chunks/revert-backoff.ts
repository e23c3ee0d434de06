/** RFC 6069: a router says that the network is broken, so it was no congestion that took the segment. */
import {note} from '../out.js';
import type {Seq} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {headOf, type SendQueue} from './chunk.js';
import {setDeadline} from './deadlines.js';

/** One doubling of the time-out is taken back; true when the shorter one is over already (tcp_ld_RTO_revert). */
export function revertBackoff(tcb: Tcb, queue: SendQueue, quoted: Seq, env: Env): boolean {
	const head = headOf(queue);
	if (quoted !== tcb.snd.una || tcb.retries === 0 || queue.backoff === 0 || !head) return false;
	const {rtt} = tcb;
	queue.backoff--;
	const base = rtt.srtt === undefined ? env.knobs.rtoInitial : Math.round(rtt.srtt + rtt.variation);
	rtt.rto = Math.min(base * 2 ** queue.backoff, env.knobs.rtoMax);
	note(env.out, 'backoff-reverted', rtt.rto);
	const left = rtt.rto - (env.now - head.sentAt);
	if (left > 0) setDeadline(tcb, 'rto', left, env);
	return left <= 0;
}
