/** Timers are set and stopped here only, so that the trace tells of each. */
import {noteTimer} from './out.js';
import type {Env, Tcb} from './tcb.js';
import {never, nextDeadline, type TimerName, timerNames} from './timers.js';

/** `after`: microseconds from now. */
export function arm(tcb: Tcb, name: TimerName, after: number, {now, out}: Env): void {
	const timer = tcb.timers[name];
	const before = timer.at;
	timer.from = now;
	timer.at = now + after;
	moveDue(tcb, before, timer.at);
	noteTimer(out, name, 'armed', timer.at);
}

/** Nothing happens where it does not run. */
export function stop(tcb: Tcb, name: TimerName, {out}: Env): void {
	const timer = tcb.timers[name];
	const before = timer.at;
	if (before === never) return;
	timer.at = never;
	moveDue(tcb, before, never);
	noteTimer(out, name, 'stopped');
}

/** It goes off: no deadline until it is armed again. */
export function takeDown(tcb: Tcb, name: TimerName): void {
	const timer = tcb.timers[name];
	const before = timer.at;
	timer.at = never;
	moveDue(tcb, before, never);
}

/** One deadline has moved: the earliest one is looked for only when it was that one. */
function moveDue(tcb: Tcb, before: number, after: number): void {
	if (after <= tcb.dueAt) tcb.dueAt = after;
	else if (before === tcb.dueAt) tcb.dueAt = nextDeadline(tcb.timers);
}

/** The connection is over, or begins anew. */
export function stopAll(tcb: Tcb, env: Env): void {
	for (const name of timerNames) stop(tcb, name, env);
}
