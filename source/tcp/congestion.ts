/**
 * Congestion control behind an interface, so that another algorithm can join: newreno.ts (RFC 5681, RFC 6928) and cubic.ts (RFC 9438)
 * decide how the window grows and what a loss leaves of it; fast retransmit and recovery are in recovery.ts. Sizes in octets.
 */
import {cubic} from './cubic.js';
import {isCwndLimited} from './cwnd-usage.js';
import {newreno} from './newreno.js';
import {note} from './out.js';
import type {CongestionName} from './profile.js';
import {atOrBefore, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

export type Algorithm = {
	/** The connection is established: snd.mss is known; `retries` still counts those of the SYN. */
	readonly start: (tcb: Tcb, env: Env) => void;
	/** New data was acknowledged outside recovery; cwnd counts octets. */
	readonly onAck: (tcb: Tcb, octets: number, env: Env) => void;
	/** The same where cwnd counts segments (`cwndUnit` of the profile). */
	readonly onAckSegments: (tcb: Tcb, segments: number, env: Env) => void;
	/** ssthresh after a loss; the algorithm takes note of the loss. */
	readonly threshold: (tcb: Tcb, env: Env) => number;
	/** The youngest segment that an ACK acknowledged, cumulatively or selectively, was sent once, `rtt` microseconds ago; before `onAck`. */
	readonly onRtt: (tcb: Tcb, rtt: number, env: Env) => void;
	/** What was learnt holds no longer: a time-out has collapsed the window, or another algorithm was in charge. */
	readonly onReset: (tcb: Tcb, env: Env) => void;
	/** Text leaves while none is in flight; `lastSentAt` still tells when the last left. */
	readonly onIdle: (tcb: Tcb, env: Env) => void;
};

const algorithms: Readonly<Record<CongestionName, Algorithm>> = {newreno, cubic};

/** That of the knob `congestion` when the connection was made. */
export const algorithmOf = ({congestion}: Tcb): Algorithm => algorithms[congestion.algorithm];

/** The connection is established: from here on the algorithm is the one that its knobs say now. */
export function startCongestion(tcb: Tcb, env: Env): void {
	tcb.congestion.algorithm = env.knobs.congestion;
	algorithmOf(tcb).start(tcb, env);
	tcb.congestion.recover = tcb.iss;
	tcb.congestion.lastSentAt = env.now;
}

/** In the middle of a connection (TCP_CONGESTION): cwnd stays, the new algorithm has learnt nothing yet. */
export function switchCongestion(tcb: Tcb, name: CongestionName, env: Env): void {
	if (tcb.congestion.algorithm === name) return;
	tcb.congestion.algorithm = name;
	algorithmOf(tcb).onReset(tcb, env);
}

/** New data was acknowledged outside recovery: the window may grow. `segments`: how many were acknowledged, where that is known. */
export function grow(tcb: Tcb, octets: number, env: Env, segments = Math.ceil(octets / tcb.snd.mss)): void {
	if (tcb.hasEcn && isReducing(tcb)) return;
	if (env.profile.cwndUnit === 'octets') algorithmOf(tcb).onAck(tcb, octets, env);
	else if (isCwndLimited(tcb)) algorithmOf(tcb).onAckSegments(tcb, segments, env);
	else note(env.out, 'cwnd-unused', tcb.congestion.cwnd, span(tcb.snd.una, tcb.snd.nxt));
}

/** RFC 3168 § 6.1.2: until what was in flight at the mark is acknowledged, the window stays as the mark has left it. */
const isReducing = ({snd, ecn}: Tcb): boolean => atOrBefore(snd.una, ecn.reducedTo);

/** RFC 3168 § 6.1.2: a mark counts as a loss would, but nothing is sent again. */
export function congestionExperienced(tcb: Tcb, env: Env): void {
	const {congestion} = tcb;
	if (congestion.inRecovery) return;
	congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
	congestion.cwnd = congestion.ssthresh;
	note(env.out, 'cwnd-reduced', congestion.ssthresh, congestion.cwnd);
}

/** RFC 5681 § 3.1: a time-out leaves one segment; the threshold only the first time for the same data. */
export function collapse(tcb: Tcb, env: Env): void {
	const {congestion, snd} = tcb;
	if (tcb.retries === 1) congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
	congestion.cwnd = snd.mss;
	congestion.credit = 0;
	congestion.inRecovery = false;
	congestion.dupAcks = 0;
	congestion.limited = 0;
	congestion.recover = snd.max;
	algorithmOf(tcb).onReset(tcb, env);
	note(env.out, 'cwnd-collapsed', congestion.ssthresh, congestion.cwnd);
}
