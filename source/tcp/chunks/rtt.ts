/** Round trips as Linux estimates them: the variance falls once a round only, and 4·RTTVAR never below the least time-out. */

import {algorithmOf} from '../congestion.js';
import {note} from '../out.js';
import {before} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import type {SendQueue} from './chunk.js';
import type {Found} from './found.js';

/** From what was acknowledged for the first time and never repeated (Karn), else from timestamps; true when there was a sample. */
export function updateRtt(tcb: Tcb, queue: SendQueue, found: Found, env: Env): boolean {
	const {now} = env;
	let oldest = found.firstAckedAt !== undefined && !found.isRepeatAcked ? now - found.firstAckedAt : undefined;
	let newest = found.lastAckedAt !== undefined && !found.isRepeatAcked ? now - found.lastAckedAt : undefined;
	if (found.firstSackedAt !== undefined) {
		oldest ??= now - found.firstSackedAt;
		newest = now - (found.lastSackedAt ?? found.firstSackedAt);
	}
	if (oldest === undefined && found.isDataAcked) oldest = newest = found.stampRtt;
	if (oldest === undefined) return false;
	noteSmallest(queue, newest ?? oldest);
	algorithmOf(tcb).onRtt(tcb, newest ?? oldest, env);
	estimate(tcb, oldest, env);
	queue.backoff = 0;
	return true;
}

/** `rtt` in µs, one at least. */
export function noteSmallest(queue: SendQueue, rtt: number): void {
	queue.minRtt = Math.min(queue.minRtt ?? Number.POSITIVE_INFINITY, Math.max(rtt, 1));
}

/** RFC 6298 § 2 with a window for the variance (tcp_rtt_estimator). */
export function estimate(tcb: Tcb, measured: number, env: Env): void {
	const {rtt} = tcb;
	const least = env.knobs.rtoMin;
	if (rtt.srtt === undefined) {
		rtt.srtt = measured;
		rtt.deviation = measured * 2;
		rtt.variation = Math.max(rtt.deviation, least);
		rtt.most = rtt.variation;
		rtt.roundEnd = tcb.snd.nxt;
	} else {
		smooth(tcb, rtt.srtt, measured, least);
	}
	rtt.rttvar = rtt.variation / 4;
	rtt.rto = Math.min(Math.round(rtt.srtt + rtt.variation), env.knobs.rtoMax);
	note(env.out, 'rtt-sampled', measured, rtt.srtt, rtt.rttvar, rtt.rto);
}

function smooth(tcb: Tcb, srtt: number, measured: number, least: number): void {
	const {rtt} = tcb;
	const error = measured - srtt;
	rtt.srtt = srtt + error / 8;
	const step = Math.abs(error) - rtt.deviation / 4;
	// A round trip that got shorter says little of how long the next one may take.
	rtt.deviation += error < 0 && step > 0 ? step / 8 : step;
	if (rtt.deviation > rtt.most) {
		rtt.most = rtt.deviation;
		rtt.variation = Math.max(rtt.variation, rtt.most);
	}
	if (!before(rtt.roundEnd, tcb.snd.una)) return;
	if (rtt.most < rtt.variation) rtt.variation -= (rtt.variation - rtt.most) / 4;
	rtt.roundEnd = tcb.snd.nxt;
	rtt.most = least;
}
