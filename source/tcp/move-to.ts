/** The one place where a connection changes its state. */
import {arm, stop, stopAll} from './arm.js';
import {check} from './check.js';
import {note, noteState} from './out.js';
import {moves, type Reason, type State} from './state.js';
import type {Env, Tcb} from './tcb.js';

/** Throws where figure 5 has no such move. */
export function moveTo(tcb: Tcb, next: State, why: Reason, env: Env): void {
	check(moves[tcb.state].includes(next), () => `${tcb.state} never becomes ${next}`);
	noteState(env.out, tcb.state, next, why);
	tcb.state = next;
	tcb.stateSince = env.now;
}

/** The connection is over: no timer, nothing more to send (RFC 9293 § 3.10.7.4, "delete the TCB"; the numbers stay readable). */
export function end(tcb: Tcb, why: Reason, env: Env, failure?: Tcb['failure']): void {
	if (failure) tcb.failure = failure;
	moveTo(tcb, 'CLOSED', why, env);
	silence(tcb, env);
}

/** RST, or a SYN in its window, sends a passive SYN_RCVD back to LISTEN: the listener is still there, this connection is not. */
export function backToListen(tcb: Tcb, why: Reason, env: Env): void {
	moveTo(tcb, 'LISTEN', why, env);
	silence(tcb, env);
}

function silence(tcb: Tcb, env: Env): void {
	stopAll(tcb, env);
	// What nobody waits for any more starts no user time-out either, whatever option is set now.
	tcb.unackedTo = [];
	tcb.unackedAt = [];
	tcb.isAckNow = false;
	tcb.ackPendingOctets = 0;
}

/** 2MSL in µs. */
export const timeWaitOf = ({knobs}: Env): number => 2 * knobs.msl;

/** § 3.10.7.4, eighth: start the time-wait timer, turn off the others (MUST-13). */
export function enterTimeWait(tcb: Tcb, why: Reason, env: Env): void {
	moveTo(tcb, 'TIME_WAIT', why, env);
	for (const name of ['rto', 'persist', 'delayed-ack', 'fin-wait-2', 'keepalive', 'user'] as const) stop(tcb, name, env);
	const wait = timeWaitOf(env);
	note(env.out, 'time-wait-started', wait);
	arm(tcb, '2msl', wait, env);
}

/** § 3.10.7.4, eighth: a FIN that comes again starts 2MSL anew. */
export function restartTimeWait(tcb: Tcb, env: Env): void {
	const wait = timeWaitOf(env);
	note(env.out, 'time-wait-restarted', wait);
	arm(tcb, '2msl', wait, env);
}

/** An orphan does not wait for ever for the FIN of its peer, where the profile limits it. */
export function limitFinWait2(tcb: Tcb, env: Env): void {
	const wait = env.profile.finWait2;
	if (tcb.state !== 'FIN_WAIT_2' || !tcb.isReceiveClosed || wait === undefined) return;
	note(env.out, 'fin-wait-2-limited', wait);
	arm(tcb, 'fin-wait-2', wait, env);
}
