/** When an acknowledgment leaves (RFC 9293 § 3.8.6.3, RFC 5681 § 4.2). */
import {ackSent, finArrived, textSent} from './ack-habit.js';
import {arm, stop} from './arm.js';
import {note} from './out.js';
import type {Segment} from './segment.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';

/** An acknowledgment leaves with the next output, carried by text or by itself. */
export function ackAtOnce(tcb: Tcb, env: Env): void {
	tcb.isAckNow = true;
	note(env.out, 'ack-at-once', tcb.rcv.nxt);
}

/** Text came behind a hole, or before one that is left: the profile's habit may let its acknowledgment wait. */
export function ackBehindHole(tcb: Tcb, env: Env): void {
	if (env.profile.delayedAck.atOnceAfter === 'adaptive') tcb.ackHabit.isDue = true;
	else ackAtOnce(tcb, env);
}

/** A FIN is acknowledged at once, but where the habit is to wait for our own one to carry that, and there is memory for it. */
export function ackFin(tcb: Tcb, env: Env): void {
	const {receiveMemory, receiveBuffer, ackHabit} = tcb;
	if (env.profile.delayedAck.atOnceAfter !== 'adaptive' || tcb.state !== 'ESTABLISHED') {
		tcb.isAckNow = true;
		return;
	}
	finArrived(tcb);
	if (receiveMemory.used <= receiveBuffer.capacity) return;
	ackHabit.isStarved = true;
	tcb.isAckNow = true;
}

/** One acknowledgment may wait a little for data to carry it, a second full segment's may not (MUST-40, SHLD-18, SHLD-19). */
export function scheduleAck(tcb: Tcb, octets: number, env: Env): void {
	const {atOnceAfter} = env.profile.delayedAck;
	if (atOnceAfter === 'adaptive') return;
	if (atOnceAfter === '2-segments' && tcb.receiveBuffer.twice !== undefined) {
		ackAtOnce(tcb, env);
		return;
	}
	const isSecond = tcb.ackPendingOctets > 0 && atOnceAfter === '2-segments';
	tcb.ackPendingOctets += octets;
	if (!env.knobs.delayedAck) {
		tcb.isAckNow = true;
	} else if (isSecond || tcb.ackPendingOctets >= 2 * tcb.rcv.mss) {
		note(env.out, 'ack-every-second', tcb.ackPendingOctets);
		tcb.isAckNow = true;
	} else if (!isRunning(tcb.timers['delayed-ack'])) {
		arm(tcb, 'delayed-ack', env.knobs.ackDelay, env);
		note(env.out, 'ack-delayed', tcb.timers['delayed-ack'].at);
	}
}

/** A segment with an ACK bit leaves: whatever was to be acknowledged, is. */
export function settleAck(tcb: Tcb, {text}: Segment, env: Env): void {
	if (tcb.ackPendingOctets > 0 && text.length > 0) note(env.out, 'ack-carried', tcb.rcv.nxt);
	tcb.ackPendingOctets = 0;
	tcb.isAckNow = false;
	stop(tcb, 'delayed-ack', env);
	ackSent(tcb, env);
	if (text.length > 0) textSent(tcb, env);
}
