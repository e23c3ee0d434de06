/**
 * Acknowledging as Linux learns it: at once while the peer's window must grow, then held as long as the gaps between arrivals suggest,
 * and longer where answers carry acknowledgments anyway.
 */
import {holdDuplicate} from './ack-compression.js';
import {arm} from './arm.js';
import {windowFromMemory} from './memory/window.js';
import {note} from './out.js';
import {span} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';

/** Segments that are acknowledged at once at most. */
const mostQuick = 16;
const longest = 200_000;
const longestUntalked = 500_000;

/** So many as make half the window. */
function beginQuick({ackHabit, receiveMemory}: Tcb): void {
	const wanted = Math.floor(receiveMemory.offered / (2 * receiveMemory.segment)) || 2;
	ackHabit.quick = Math.max(ackHabit.quick, Math.min(wanted, mostQuick));
}

/** The peer seems to have missed our acknowledgments: it came again with what was acknowledged, or behind the window. */
export function hurry(tcb: Tcb, {profile, knobs}: Env): void {
	if (profile.delayedAck.atOnceAfter !== 'adaptive') return;
	beginQuick(tcb);
	tcb.ackHabit.isTalking = false;
	tcb.ackHabit.wait = knobs.ackDelay;
}

/** At once, or where that is a habit as soon as the window lets it. */
export function answerSoon(tcb: Tcb, env: Env): void {
	hurry(tcb, env);
	if (env.profile.delayedAck.atOnceAfter === 'adaptive') tcb.ackHabit.isDue = true;
	else tcb.isAckNow = true;
}

/** Text in order: the wait follows the gaps between arrivals. */
export function textArrived(tcb: Tcb, octets: number, {now, knobs}: Env): void {
	const {ackHabit, rtt} = tcb;
	const gap = now - ackHabit.lastTextAt;
	const least = knobs.ackDelay;
	ackHabit.isDue = true;
	tcb.ackPendingOctets += octets;
	if (ackHabit.wait === 0) {
		beginQuick(tcb);
		ackHabit.wait = least;
	} else if (gap <= least / 2) {
		ackHabit.wait = Math.floor(ackHabit.wait / 2) + least / 2;
	} else if (gap < ackHabit.wait) {
		ackHabit.wait = Math.min(Math.floor(ackHabit.wait / 2) + gap, rtt.rto);
	} else if (gap > rtt.rto) {
		beginQuick(tcb);
	}
	ackHabit.lastTextAt = now;
}

/** Text behind a hole wants an acknowledgment. */
export function textCameEarly({ackHabit}: Tcb): void {
	ackHabit.isDue = true;
}

/** A FIN that ends the peer's side: no text will follow, so its acknowledgment waits for our own. */
export function finArrived({ackHabit}: Tcb): void {
	ackHabit.isDue = true;
	ackHabit.isTalking = true;
}

/** At the end of a segment: at once, or when? */
export function decideAck(tcb: Tcb, env: Env): void {
	const {ackHabit, receiveMemory: memory, rcv} = tcb;
	if (!ackHabit.isDue || tcb.isAckNow || env.profile.delayedAck.atOnceAfter !== 'adaptive') return;
	const arrived = span(memory.offeredFrom, rcv.nxt);
	if (!env.knobs.delayedAck) {
		tcb.isAckNow = true;
	} else if (arrived > memory.segment && windowFromMemory(tcb, env) >= memory.offered) {
		note(env.out, 'ack-over-segment', arrived, memory.segment);
		tcb.isAckNow = true;
	} else if (ackHabit.quick > 0 && !ackHabit.isTalking) {
		note(env.out, 'ack-quick', ackHabit.quick);
		tcb.isAckNow = true;
	} else {
		decideHeld(tcb, env);
	}
}

function decideHeld(tcb: Tcb, env: Env): void {
	if (tcb.receiveBuffer.outOfOrder.length === 0) hold(tcb, env);
	else if (!holdDuplicate(tcb, env)) {
		tcb.isAckNow = true;
		note(env.out, 'ack-at-once', tcb.rcv.nxt);
	}
}

function waitOf({ackHabit, rtt}: Tcb, {knobs}: Env): number {
	let {wait} = ackHabit;
	if (wait > knobs.ackDelay) {
		const most = ackHabit.isTalking || ackHabit.shorts > 0 ? longest : longestUntalked;
		wait = Math.min(wait, rtt.srtt === undefined ? most : Math.min(most, Math.max(rtt.srtt, knobs.ackDelay)));
	}
	return Math.min(wait, longest, Math.max(knobs.rtoMin - 1000, 1000));
}

/** A timer that runs already is not put off; one that is about to go is not waited for. */
function hold(tcb: Tcb, env: Env): void {
	const wait = waitOf(tcb, env);
	const due = tcb.timers['delayed-ack'].at;
	if (isRunning(tcb.timers['delayed-ack']) && due <= env.now + wait / 4) {
		tcb.isAckNow = true;
		return;
	}
	if (isRunning(tcb.timers['delayed-ack']) && due <= env.now + wait) return;
	arm(tcb, 'delayed-ack', wait, env);
	note(env.out, 'ack-delayed', tcb.timers['delayed-ack'].at);
}

/** A segment with an ACK bit leaves. */
export function ackSent({ackHabit}: Tcb, {knobs}: Env): void {
	if (ackHabit.isDue && ackHabit.quick > 0) {
		ackHabit.quick--;
		if (ackHabit.quick === 0) ackHabit.wait = knobs.ackDelay;
	}
	ackHabit.isDue = false;
	ackHabit.isStarved = false;
	ackHabit.shorts = 0;
	ackHabit.compressed = 0;
}

/** Text leaves: is it an answer? */
export function textSent({ackHabit}: Tcb, {now}: Env): void {
	if (now - ackHabit.lastTextAt < ackHabit.wait) ackHabit.isTalking = true;
}

/** Nothing carried the acknowledgment in time: it will wait longer, or there is no conversation after all. */
export function ackTimedOut({ackHabit, rtt}: Tcb, {knobs}: Env): void {
	if (!ackHabit.isDue) return;
	ackHabit.wait = ackHabit.isTalking ? knobs.ackDelay : Math.min(ackHabit.wait * 2, rtt.rto);
	ackHabit.isTalking = false;
}

/** The user knows better for now (TCP_QUICKACK): hold nothing back, not even what waits already if all was read; or wait for an answer. */
export function setQuick(tcb: Tcb, isQuick: boolean): void {
	const {ackHabit, receiveBuffer} = tcb;
	ackHabit.isTalking = !isQuick;
	if (isQuick && ackHabit.isDue && receiveBuffer.length === 0) tcb.isAckNow = true;
}
