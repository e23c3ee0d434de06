/** Timers are set and stopped here only, so that the trace tells of each. */
import {noteTimer} from './out.js';
import type {Env, Tcb} from './tcb.js';
import {never, type TimerName, timerNames} from './timers.js';

/** `after`: microseconds from now. */
export function arm({timers}: Tcb, name: TimerName, after: number, {now, out}: Env): void {
	const timer = timers[name];
	timer.from = now;
	timer.at = now + after;
	noteTimer(out, name, 'armed', timer.at);
}

export function stop({timers}: Tcb, name: TimerName, {out}: Env): void {
	const timer = timers[name];
	if (timer.at === never) return;
	timer.at = never;
	noteTimer(out, name, 'stopped');
}

export const isRunning = ({timers}: Tcb, name: TimerName): boolean => timers[name].at !== never;

export function stopAll(tcb: Tcb, env: Env): void {
	for (const name of timerNames) stop(tcb, name, env);
}
