/** The timers of a connection that run, the next one first. */
import type {Tcb} from '../tcp/tcb.js';
import {never, type TimerName, timerNames} from '../tcp/timers.js';

export type TimerView = {
	readonly name: TimerName;
	/** Virtual microseconds. */
	readonly left: number;
	readonly total: number;
	/** From 2 on: so many sendings, this wait included. */
	readonly attempt: number;
	readonly isChanged: boolean;
};

function attemptOf(tcb: Tcb, name: TimerName): number {
	switch (name) {
		case 'rto':
			return tcb.retries + 1;
		case 'persist':
			return tcb.probes + 1;
		case 'keepalive':
			return tcb.keepaliveProbes + 1;
		case 'delayed-ack':
		case '2msl':
		case 'fin-wait-2':
		case 'user':
			return 1;
	}
}

/** The user time-out runs beside every RTO, far behind it: it is worth a row only once it is what comes next. */
const worthShowing = (names: readonly TimerName[]): readonly TimerName[] =>
	names[0] === 'user' ? names : names.filter(name => name !== 'user');

export function buildTimers(tcb: Tcb, now: number, isChanged: (name: TimerName) => boolean): readonly TimerView[] {
	const running = timerNames.filter(name => tcb.timers[name].at !== never).toSorted((a, b) => tcb.timers[a].at - tcb.timers[b].at);
	return worthShowing(running).map(name => {
		const {at, from} = tcb.timers[name];
		return {name, left: Math.max(0, at - now), total: at - from, attempt: attemptOf(tcb, name), isChanged: isChanged(name)};
	});
}
