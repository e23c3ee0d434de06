/**
 * The sender's one deadline (RFC 6298, RFC 8985): time-out, loss probe, end of the reordering window or window probe: setting one takes
 * the place of the others. Times in µs.
 */
import {arm, stop} from '../arm.js';
import type {Env, Tcb} from '../tcb.js';
import {isRunning} from '../timers.js';
import {headOf, type SendQueue} from './chunk.js';

type Purpose = 'rto' | 'loss-probe' | 'reorder' | 'persist';
const purposes: readonly Purpose[] = ['rto', 'loss-probe', 'reorder', 'persist'];

/** Least time-out of the probe timers: two ticks. */
export const leastTimeout = 2000;

/** `after`: µs from now. */
export function setDeadline(tcb: Tcb, purpose: Purpose, after: number, env: Env): void {
	for (const other of purposes) if (other !== purpose) stop(tcb, other, env);
	arm(tcb, purpose, Math.max(1, Math.round(after)), env);
}

function clearDeadlines(tcb: Tcb, env: Env): void {
	for (const purpose of purposes) stop(tcb, purpose, env);
}

/** What of the time-out is left, counted from the head's last transmission. */
function rtoLeft(tcb: Tcb, queue: SendQueue, {now}: Env): number {
	const head = headOf(queue);
	return tcb.rtt.rto - (head ? now - head.sentAt : 0);
}

/** RFC 6298 § 5.1–5.3; behind a probe or the reordering timer what is left of it. */
export function rearmRto(
	tcb: Tcb,
	queue: SendQueue,
	env: Env,
	isBehind = isRunning(tcb.timers['loss-probe']) || isRunning(tcb.timers.reorder),
): void {
	if (queue.packetsOut === 0) {
		clearDeadlines(tcb, env);
		return;
	}
	const left = isBehind ? Math.max(1, rtoLeft(tcb, queue, env)) : tcb.rtt.rto;
	setDeadline(tcb, 'rto', left, env);
}

/** RFC 8985 § 7.2: two round trips after the last transmission, a little more for a lone segment, never later than the time-out. */
export function scheduleLossProbe(tcb: Tcb, queue: SendQueue, isAdvancing: boolean, env: Env): boolean {
	const isQuiet = queue.phase === 'open' || queue.phase === 'cwr';
	if (!env.knobs.tailLossProbe || !tcb.hasSack || queue.packetsOut === 0 || !isQuiet) return false;
	const {srtt, rto} = tcb.rtt;
	const extra = queue.packetsOut === 1 ? env.knobs.rtoMin : leastTimeout;
	const wait = srtt === undefined ? env.knobs.rtoInitial : 2 * srtt + extra;
	const left = isAdvancing ? rto : rtoLeft(tcb, queue, env);
	setDeadline(tcb, 'loss-probe', left > 0 ? Math.min(wait, left) : wait, env);
	return true;
}

/** After an acknowledgment of something new. */
export function setTransmitTimer(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (!scheduleLossProbe(tcb, queue, true, env)) rearmRto(tcb, queue, env);
}

/** RFC 8985 § 6.3: look again when the reordering window is over. */
export const armReordering = (tcb: Tcb, left: number, env: Env): void =>
	setDeadline(tcb, 'reorder', Math.min(left + leastTimeout, tcb.rtt.rto), env);
