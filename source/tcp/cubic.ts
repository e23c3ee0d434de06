/**
 * CUBIC (RFC 9438) with the arithmetic of Linux: growth is told as "one segment for every so many acknowledged", computed anew at most
 * once a millisecond. Windows in segments; where cwnd counts octets, acknowledged octets are gathered to segments first.
 */
import type {Algorithm} from './congestion.js';
import {curveRise, curveTime, timeToRise} from './cubic-curve.js';
import {type Cubic, type CubicRegion, resetCubic} from './cubic-state.js';
import {growEvery, isSlowStart, segmentsOf, slowStart} from './cwnd-segments.js';
import {onRoundTrip, startRound} from './hystart.js';
import {initialWindow, slowStartOctets} from './newreno.js';
import {note} from './out.js';
import {span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** Windows and thresholds after a loss: beta is 0.7, in Linux' 1/1024. */
const beta = 717;
const whole = 1024;

/** Ticks of 1 ms. */
const tickOf = (time: number): number => Math.floor(time / 1000);

/** As long as cwnd stands still, growth is computed anew after so many ticks. */
const step = 31;

/** While no W_max is known, growth is at least 5 % a round trip. */
const mostPerSegment = 20;

/** Growth is at most one segment for two (1.5 times a round trip). */
const leastPerSegment = 2;

/** Of a curve that does not rise: 1 % a round trip. */
const flat = 100;

export const cubic: Algorithm = {
	start(tcb, env) {
		initialWindow(tcb, env);
		startRound(tcb, env);
	},
	onAck(tcb, octets, env) {
		if (isSlowStart(tcb)) {
			slowStartOctets(tcb, octets, env);
			return;
		}
		const state = tcb.congestion.cubic;
		state.rest += octets;
		const acked = Math.floor(state.rest / tcb.snd.mss);
		state.rest -= acked * tcb.snd.mss;
		if (acked > 0) avoid(tcb, acked, env);
	},
	onAckSegments(tcb, segments, env) {
		const rest = isSlowStart(tcb) ? slowStart(tcb, segments) : segments;
		if (rest < segments) note(env.out, 'slow-start', tcb.congestion.cwnd, tcb.congestion.ssthresh);
		if (rest > 0) avoid(tcb, rest, env);
	},
	threshold(tcb, env) {
		tcb.congestion.cubic.epochTick = undefined;
		rememberMax(tcb, env);
		const {mss, una, max} = tcb.snd;
		if (env.profile.cwndUnit === 'octets') return Math.max(Math.floor(((span(una, max) - tcb.congestion.limited) * 7) / 10), 2 * mss);
		return Math.max((segmentsOf(tcb) * beta) >> 10, 2) * mss;
	},
	onRtt: onRoundTrip,
	onReset(tcb, env) {
		resetCubic(tcb.congestion.cubic);
		startRound(tcb, env);
	},
	/** § 5.8: what was not sent taught nothing, so the curve waits as long. */
	onIdle({congestion}, env) {
		const {cubic: state, lastSentAt} = congestion;
		const idle = tickOf(env.now) - tickOf(lastSentAt);
		if (state.epochTick === undefined || idle <= 0) return;
		state.epochTick = Math.min(state.epochTick + idle, tickOf(env.now));
		note(env.out, 'cubic-epoch-shifted', env.now - lastSentAt);
	},
};

/** § 4.7, fast convergence: who lost before the old W_max was reached again leaves room to newer flows. */
function rememberMax(tcb: Tcb, env: Env): void {
	const {cubic: state} = tcb.congestion;
	const cwnd = segmentsOf(tcb);
	const isEarly = cwnd < state.wMax;
	state.wMax = isEarly ? Math.floor((cwnd * (whole + beta)) / (2 * whole)) : cwnd;
	note(env.out, isEarly ? 'cubic-fast-convergence' : 'cubic-wmax', state.wMax * tcb.snd.mss, cwnd * tcb.snd.mss);
}

/** Congestion avoidance. */
function avoid(tcb: Tcb, acked: number, env: Env): void {
	const {congestion, snd} = tcb;
	const state = congestion.cubic;
	update(tcb, acked, env);
	if (!growEvery(tcb, state.perSegment, acked)) return;
	const against = state.region === 'friendly' ? state.wEst : state.origin;
	note(env.out, regionNotes[state.region], congestion.cwnd, against * snd.mss);
}

const regionNotes = {
	friendly: 'cubic-friendly',
	concave: 'cubic-concave',
	convex: 'cubic-convex',
} as const satisfies Readonly<Record<CubicRegion, string>>;

function update(tcb: Tcb, acked: number, env: Env): void {
	const state = tcb.congestion.cubic;
	const cwnd = segmentsOf(tcb);
	const tick = tickOf(env.now);
	state.acked += acked;
	if (state.lastCwnd === cwnd && tick - state.lastTick <= step) return;
	if (state.epochTick === undefined || tick !== state.lastTick) {
		state.lastCwnd = cwnd;
		state.lastTick = tick;
		if (state.epochTick === undefined) beginEpoch(tcb, acked, env);
		followCurve(state, cwnd, tick);
	}
	keepUpWithReno(state, cwnd);
	state.perSegment = Math.max(state.perSegment, leastPerSegment);
}

/** § 4.2: from cwnd as it is now, along the curve whose plateau is W_max. */
function beginEpoch(tcb: Tcb, acked: number, env: Env): void {
	const state = tcb.congestion.cubic;
	const cwnd = segmentsOf(tcb);
	state.epochTick = state.lastTick;
	state.acked = acked;
	state.wEst = cwnd;
	state.k = state.wMax > cwnd ? timeToRise(state.wMax - cwnd) : 0;
	state.origin = Math.max(state.wMax, cwnd);
	note(env.out, 'cubic-epoch', cwnd * tcb.snd.mss, state.origin * tcb.snd.mss, Math.round((state.k * 1e6) / 1024));
}

/** § 4.4, § 4.5: the curve is asked where cwnd should be a round trip from now. */
function followCurve(state: Cubic, cwnd: number, tick: number): void {
	const ahead = Math.ceil(state.delayMin / 1000);
	const t = curveTime(tick - (state.epochTick ?? tick) + ahead);
	const rise = curveRise(t, state.k);
	const target = t < state.k ? state.origin - rise : state.origin + rise;
	state.region = t < state.k ? 'concave' : 'convex';
	state.perSegment = target > cwnd ? Math.floor(cwnd / (target - cwnd)) : flat * cwnd;
	if (state.wMax === 0) state.perSegment = Math.min(state.perSegment, mostPerSegment);
}

/** § 4.3: alpha is 3·(1 − 0.7)/(1 + 0.7), so W_est grows by one in a bit less than two windows' worth of segments. */
function keepUpWithReno(state: Cubic, cwnd: number): void {
	const perSegment = (cwnd * renoScale) >> 3;
	while (state.acked > perSegment) {
		state.acked -= perSegment;
		state.wEst++;
	}
	if (state.wEst <= cwnd) return;
	const most = Math.floor(cwnd / (state.wEst - cwnd));
	if (state.perSegment <= most) return;
	state.perSegment = most;
	state.region = 'friendly';
}

/** 1/alpha in 1/8. */
const renoScale = Math.floor(Math.floor((8 * (whole + beta)) / 3) / (whole - beta));
