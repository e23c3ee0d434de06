/**
 * HyStart: the end of slow start is looked for before packets are lost. Two signs, as in Linux: the ACKs of a round come in one train
 * that is half a round trip long (then the path is full), or the round trip has become longer (then a queue builds up, RFC 9406 § 4.2).
 */
import {isSlowStart, segmentsOf} from './cwnd-segments.js';
import {note} from './out.js';
import {before} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** Below that many segments nothing is concluded. */
const lowWindow = 16;
/** ACKs no further apart belong to one train, µs. */
const trainGap = 2000;
/** Samples a round before its least round trip means something. */
const leastSamples = 8;
/** How much longer the round trip must be: an eighth, within these bounds, µs. */
const leastRise = 4000;
const mostRise = 16_000;
/** After a loss the round trips of so many ticks (of 1 ms) say nothing. */
const afterLoss = 1000;

/** A round lasts until what is sent now is acknowledged. */
export function startRound({congestion, snd}: Tcb, env: Env): void {
	const {hystart} = congestion.cubic;
	hystart.roundStart = env.now;
	hystart.lastAckAt = env.now;
	hystart.roundEnd = snd.nxt;
	hystart.roundRtt = Number.POSITIVE_INFINITY;
	hystart.samples = 0;
}

/** A segment that was sent once was acknowledged `rtt` microseconds after it left. */
export function onRoundTrip(tcb: Tcb, rtt: number, env: Env): void {
	const {cubic} = tcb.congestion;
	if (cubic.epochTick !== undefined && Math.floor(env.now / 1000) - cubic.epochTick < afterLoss) return;
	const delay = Math.max(1, rtt);
	cubic.delayMin = cubic.delayMin === 0 ? delay : Math.min(cubic.delayMin, delay);
	if (cubic.hystart.isFound || !isSlowStart(tcb)) return;
	if (before(cubic.hystart.roundEnd, tcb.snd.una)) startRound(tcb, env);
	if (segmentsOf(tcb) < lowWindow) return;
	watchTrain(tcb, env);
	if (!cubic.hystart.isFound) watchDelay(tcb, delay, env);
}

function watchTrain(tcb: Tcb, env: Env): void {
	const {delayMin, hystart} = tcb.congestion.cubic;
	if (env.now - hystart.lastAckAt > trainGap) return;
	hystart.lastAckAt = env.now;
	const limit = Math.floor((delayMin + burstDelay(tcb)) / 2);
	const length = env.now - hystart.roundStart;
	if (length <= limit) return;
	found(tcb);
	note(env.out, 'hystart-train', length, limit, tcb.congestion.cwnd);
}

/** What sending in large chunks may add to a round: four chunks of 64 KiB at twice cwnd a round trip, at most 1 ms. */
function burstDelay({congestion, rtt}: Tcb): number {
	if (rtt.srtt === undefined) return 0;
	return Math.min(1000, Math.floor((4 * 65_536 * rtt.srtt) / (2 * congestion.cwnd)));
}

function watchDelay(tcb: Tcb, delay: number, env: Env): void {
	const {delayMin, hystart} = tcb.congestion.cubic;
	hystart.roundRtt = Math.min(hystart.roundRtt, delay);
	if (hystart.samples < leastSamples) {
		hystart.samples++;
		return;
	}
	const limit = delayMin + Math.min(Math.max(Math.floor(delayMin / 8), leastRise), mostRise);
	if (hystart.roundRtt <= limit) return;
	found(tcb);
	note(env.out, 'hystart-delay', hystart.roundRtt, limit, tcb.congestion.cwnd);
}

/** From here on cwnd grows as in congestion avoidance. */
function found({congestion}: Tcb): void {
	congestion.cubic.hystart.isFound = true;
	congestion.ssthresh = congestion.cwnd;
}
