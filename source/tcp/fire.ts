/** Timers that are due (RFC 9293 § 3.10.8). */
import {ackTimedOut} from './ack-habit.js';
import {arm, stop, takeDown} from './arm.js';
import {lossProbe, reorderingTimeout} from './chunks/timeouts.js';
import {emit, sendAbort, sendAck} from './emit.js';
import {end, timeWaitOf} from './move-to.js';
import {note, noteTimer} from './out.js';
import {persistTimeout, retransmissionTimeout, userTimeout} from './retransmit.js';
import {ACK} from './segment.js';
import {add} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {type TimerName, timerNames} from './timers.js';

/** The timer of this TCB that goes first now, or undefined. */
export function dueTimer({timers}: Tcb, now: number): TimerName | undefined {
	for (const name of timerNames) if (timers[name].at <= now) return name;
	return undefined;
}

/** The deadline of this timer has come. */
export function fire(tcb: Tcb, name: TimerName, env: Env): void {
	if (name === 'keepalive' && !isKeepaliveDue(tcb, env)) return;
	noteTimer(env.out, name, 'fired');
	takeDown(tcb, name);
	switch (name) {
		case 'rto':
			retransmissionTimeout(tcb, env);
			return;
		case 'persist':
			persistTimeout(tcb, env);
			return;
		case 'delayed-ack':
			if (tcb.ackHabit.compressed > 0) note(env.out, 'sack-held-over', tcb.ackHabit.compressed);
			else {
				note(env.out, 'delayed-ack-fired', tcb.rcv.nxt);
				ackTimedOut(tcb, env);
			}
			sendAck(tcb, env);
			return;
		case '2msl':
			note(env.out, 'time-wait-over', timeWaitOf(env));
			end(tcb, '2msl-over', env);
			return;
		case 'fin-wait-2':
			note(env.out, 'fin-wait-2-over', env.profile.finWait2 ?? 0);
			end(tcb, 'fin-wait-2-over', env);
			return;
		case 'keepalive':
			probePeer(tcb, env);
			return;
		case 'user':
			userTimeout(tcb, env);
			return;
		case 'loss-probe':
			if (tcb.chunks) lossProbe(tcb, tcb.chunks, env);
			return;
		case 'reorder':
			if (tcb.chunks) reorderingTimeout(tcb, tcb.chunks, env);
			return;
	}
}

/**
 * Traffic moves the deadline, which is cheaper to see now than to write down at every segment. While something waits for its
 * acknowledgment, or for room in the window, retransmission or a probe asks already (§ 3.8.4, MUST-26).
 */
function isKeepaliveDue(tcb: Tcb, env: Env): boolean {
	const {keepIdle} = env.knobs;
	const idleUntil = tcb.lastHeardAt + keepIdle;
	const isOutstanding = tcb.snd.una !== tcb.snd.max || tcb.sendBuffer.length > 0;
	if (!isOutstanding && (tcb.keepaliveProbes > 0 || idleUntil <= env.now)) return true;
	arm(tcb, 'keepalive', isOutstanding ? keepIdle : idleUntil - env.now, env);
	return false;
}

/** § 3.8.4: an empty segment in front of the window must be answered. */
function probePeer(tcb: Tcb, env: Env): void {
	const {keepProbes, keepInterval} = env.knobs;
	if (isPeerGone(tcb, env)) {
		note(env.out, 'keepalive-failed', tcb.keepaliveProbes);
		if (env.profile.keepaliveEnd === 'reset') sendAbort(tcb, env);
		end(tcb, 'timed-out', env, tcb.softError ?? 'timed-out');
		return;
	}
	tcb.keepaliveProbes++;
	note(env.out, 'keepalive-sent', tcb.keepaliveProbes, keepProbes);
	emit(tcb, {seq: add(tcb.snd.max, -1), flags: ACK}, env);
	arm(tcb, 'keepalive', keepInterval, env);
}

/** Where a number of retransmissions rules otherwise a user time-out takes the place of the number of probes. */
function isPeerGone({keepaliveProbes, lastHeardAt}: Tcb, {knobs, now}: Env): boolean {
	const {userTimeout, retries, keepProbes} = knobs;
	if (userTimeout === undefined || retries === undefined) return keepaliveProbes >= keepProbes;
	return keepaliveProbes > 0 && now - lastHeardAt >= userTimeout;
}

/** The knob was turned while the connection lives. */
export function setKeepalive(tcb: Tcb, env: Env): void {
	if (!env.knobs.keepalive) stop(tcb, 'keepalive', env);
	else if (!isQuiet[tcb.state]) arm(tcb, 'keepalive', env.knobs.keepIdle, env);
}

/** Nobody there to be asked. */
const isQuiet: Partial<Record<Tcb['state'], true>> = {CLOSED: true, LISTEN: true, SYN_SENT: true, SYN_RCVD: true, TIME_WAIT: true};

/** Another idle time counts from when the peer was last heard. */
export function setKeepIdle(tcb: Tcb, env: Env): void {
	if (!env.knobs.keepalive || isQuiet[tcb.state]) return;
	arm(tcb, 'keepalive', Math.max(0, tcb.lastHeardAt + env.knobs.keepIdle - env.now), env);
}
