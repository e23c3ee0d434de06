/** Retransmission time-out (RFC 6298). Times in microseconds. */
import {estimate} from './chunks/rtt.js';
import {note} from './out.js';
import {atOrBefore, type Seq} from './seq.js';
import type {Env, Tcb} from './tcb.js';

const bounded = (rto: number, {knobs}: Env): number => Math.min(Math.max(rto, knobs.rtoMin), Math.max(knobs.rtoMax, knobs.rtoMin));

/** § 2.2, § 2.3: alpha 1/8, beta 1/4, K 4; RTTVAR first, from the old SRTT. */
export function sample(tcb: Tcb, measured: number, env: Env): void {
	const {rtt} = tcb;
	if (env.profile.cwndUnit === 'segments') {
		estimate(tcb, measured, env);
		return;
	}
	if (rtt.srtt === undefined) {
		rtt.srtt = measured;
		rtt.rttvar = measured / 2;
	} else {
		rtt.rttvar = rtt.rttvar * 0.75 + Math.abs(rtt.srtt - measured) * 0.25;
		rtt.srtt = rtt.srtt * 0.875 + measured * 0.125;
	}
	rtt.rto = Math.round(bounded(rtt.srtt + Math.max(env.profile.rto.granularity, 4 * rtt.rttvar), env));
	note(env.out, 'rtt-sampled', measured, rtt.srtt, rtt.rttvar, rtt.rto);
}

/** One octet is timed at a time; never one that was sent twice (Karn, § 3). */
export function startTiming({rtt}: Tcb, seq: Seq, {now}: Env): void {
	rtt.timing ??= {seq, sentAt: now};
}

/** RFC 6298 § 3: the sample is taken when the segment that is timed is acknowledged. */
export function settleTiming(tcb: Tcb, ack: Seq, env: Env): void {
	const {timing} = tcb.rtt;
	if (!timing || atOrBefore(ack, timing.seq)) return;
	tcb.rtt.timing = undefined;
	sample(tcb, env.now - timing.sentAt, env);
}

/** § 5.5; the backed-off value stays until a new sample (§ 5, note). */
export function backOff({rtt}: Tcb, env: Env): void {
	rtt.rto = bounded(rtt.rto * 2, env);
}

/** § 5.7: a SYN was sent again before it was answered, so the network is slower than we thought. */
export function afterSynRetransmission(tcb: Tcb, env: Env): void {
	if (!tcb.wasSynRetransmitted) return;
	tcb.rtt.rto = Math.max(env.knobs.rtoMin, env.profile.rto.afterSyn);
	note(env.out, 'rto-after-syn', tcb.rtt.rto);
}
