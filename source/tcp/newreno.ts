/** NewReno's window: RFC 5681 (slow start, congestion avoidance), RFC 6928 (initial window); in octets, or in whole segments as Linux counts. */
import type {Algorithm} from './congestion.js';
import {growEvery, isSlowStart, segmentsOf, slowStart} from './cwnd-segments.js';
import {note} from './out.js';
import {span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** RFC 6928 § 2. */
export const initialSegments = 10;

/** RFC 6928 § 2 (1); after a lost SYN one segment (RFC 5681 § 3.1), where segments are counted only after a second one. */
export function initialWindow(tcb: Tcb, {profile}: Env): void {
	const {congestion, snd} = tcb;
	if (profile.cwndUnit === 'segments') congestion.cwnd = snd.mss * (tcb.synRepeats > 1 ? 1 : initialSegments);
	else if (tcb.wasSynRetransmitted) congestion.cwnd = snd.mss;
	else congestion.cwnd = Math.min(initialSegments * snd.mss, Math.max(2 * snd.mss, 14_600));
}

/** RFC 5681 (2). */
export function slowStartOctets({congestion, snd}: Tcb, octets: number, env: Env): void {
	congestion.cwnd = Math.min(congestion.cwnd + Math.min(octets, snd.mss), 2 ** 30);
	note(env.out, 'slow-start', congestion.cwnd, congestion.ssthresh);
}

export const newreno: Algorithm = {
	start: initialWindow,
	onAck(tcb, octets, env) {
		if (isSlowStart(tcb)) slowStartOctets(tcb, octets, env);
		else avoid(tcb, env);
	},
	onAckSegments(tcb, segments, env) {
		const rest = isSlowStart(tcb) ? slowStart(tcb, segments) : segments;
		const {congestion} = tcb;
		if (rest < segments) note(env.out, 'slow-start', congestion.cwnd, congestion.ssthresh);
		if (rest > 0 && growEvery(tcb, segmentsOf(tcb), rest)) note(env.out, 'congestion-avoidance', congestion.cwnd, congestion.ssthresh);
	},
	/** RFC 5681 (4); counted in segments it is half of cwnd. */
	threshold(tcb, {profile}) {
		const {mss, una, max} = tcb.snd;
		if (profile.cwndUnit === 'segments') return Math.max(segmentsOf(tcb) >> 1, 2) * mss;
		return Math.max(Math.floor((span(una, max) - tcb.congestion.limited) / 2), 2 * mss);
	},
	onRtt() {},
	onReset() {},
	onIdle() {},
};

/** RFC 5681 (3). */
function avoid({congestion, snd}: Tcb, env: Env): void {
	const step = Math.max(1, Math.floor((snd.mss * snd.mss) / congestion.cwnd));
	congestion.cwnd = Math.min(congestion.cwnd + step, 2 ** 30);
	note(env.out, 'congestion-avoidance', congestion.cwnd, congestion.ssthresh);
}
