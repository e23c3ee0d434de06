/** The congestion window in segments, as the kernel counts it; the TCB keeps octets. */
import {segmentsOf} from '../cwnd-segments.js';
import {initialSegments} from '../newreno.js';
import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';
import {inFlight, type SendQueue} from './chunk.js';

/** Beyond any window: no threshold yet. */
const noThreshold = 2 ** 30;

export {segmentsOf as cwndOf} from '../cwnd-segments.js';

/** One segment at least. */
export function setCwnd({congestion, snd}: Tcb, segments: number): void {
	congestion.cwnd = Math.max(1, segments) * snd.mss;
}

/** Segments; infinite before the first loss. */
export const ssthreshOf = ({congestion, snd}: Tcb): number =>
	congestion.ssthresh >= noThreshold ? Number.POSITIVE_INFINITY : Math.floor(congestion.ssthresh / snd.mss);

/** In segments. */
export function setSsthresh({congestion, snd}: Tcb, segments: number): void {
	congestion.ssthresh = Math.min(segments * snd.mss, noThreshold);
}

/** In CWR and fast recovery proportional rate reduction sets the window. */
export const isReducing = ({phase}: SendQueue): boolean => phase === 'cwr' || phase === 'recovery';

/** The threshold as it would be without growing further: three quarters of the window at least (tcp_current_ssthresh). */
export function currentSsthresh(tcb: Tcb, queue: SendQueue): number {
	const cwnd = segmentsOf(tcb);
	return isReducing(queue) ? ssthreshOf(tcb) : Math.max(ssthreshOf(tcb), (cwnd >> 1) + (cwnd >> 2));
}

/** RFC 5681 § 4.1: after an idle time-out the window halves once a time-out, down to the initial one. */
export function restartAfterIdle(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (!env.knobs.slowStartAfterIdle || queue.packetsOut > 0) return;
	let idle = env.now - tcb.congestion.lastSentAt - tcb.rtt.rto;
	if (idle <= 0) return;
	const before = segmentsOf(tcb);
	const floor = Math.min(initialSegments, before);
	let cwnd = before;
	setSsthresh(tcb, currentSsthresh(tcb, queue));
	for (; idle > 0 && cwnd > floor; idle -= tcb.rtt.rto) cwnd >>= 1;
	setCwnd(tcb, Math.max(cwnd, floor));
	if (cwnd !== before) note(env.out, 'cwnd-restarted', tcb.congestion.cwnd, tcb.congestion.ssthresh);
}

/** What may be sent at once so that at least two bursts fill the window; 0: it is full. */
export function quota(tcb: Tcb, queue: SendQueue): number {
	const cwnd = segmentsOf(tcb);
	const out = inFlight(queue);
	return out >= cwnd ? 0 : Math.min(Math.max(cwnd >> 1, 1), cwnd - out);
}

const shares = {slowStart: 2, avoidance: 1.2};

/** The rate at which the window would be sent in a round trip, with some room above it (tcp_update_pacing_rate): it sizes bursts. */
export function updatePacing(tcb: Tcb, queue: SendQueue): void {
	const {srtt} = tcb.rtt;
	if (srtt === undefined) return;
	const share = segmentsOf(tcb) < ssthreshOf(tcb) / 2 ? shares.slowStart : shares.avoidance;
	queue.pacingRate = (share * tcb.snd.mss * Math.max(segmentsOf(tcb), queue.packetsOut) * 1_000_000) / Math.max(srtt, 1);
}
