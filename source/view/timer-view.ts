/** The timers of a connection that run, the next one first. */
import type {Tcb} from '../tcp/tcb.js';
import {never, type TimerName, timerNames} from '../tcp/timers.js';

export type TimerView = {
	readonly name: TimerName;
	/** Virtual microseconds. */
	readonly left: number;
	readonly total: number;
	/** The wait after so many sendings (from 2 on), or after so many probes (from 1 on); undefined: neither. */
	readonly again: {readonly kind: 'try' | 'probe'; readonly count: number} | undefined;
	readonly isChanged: boolean;
};

const probe = (count: number): TimerView['again'] => (count > 0 ? {kind: 'probe', count} : undefined);

function againOf(tcb: Tcb, name: TimerName): TimerView['again'] {
	switch (name) {
		case 'rto':
			return tcb.retries > 0 ? {kind: 'try', count: tcb.retries + 1} : undefined;
		case 'persist':
			return probe(tcb.probes);
		case 'keepalive':
			return probe(tcb.keepaliveProbes);
		case 'delayed-ack':
		case '2msl':
		case 'fin-wait-2':
		case 'user':
		case 'loss-probe':
		case 'reorder':
			return undefined;
	}
}

/** The user time-out runs beside every RTO, far behind it: it is worth a row only once it is what comes next. */
const worthShowing = (names: readonly TimerName[]): readonly TimerName[] =>
	names[0] === 'user' ? names : names.filter(name => name !== 'user');

export function buildTimers(tcb: Tcb, now: number, isChanged: (name: TimerName) => boolean): readonly TimerView[] {
	const running = timerNames.filter(name => tcb.timers[name].at !== never).toSorted((a, b) => tcb.timers[a].at - tcb.timers[b].at);
	return worthShowing(running).map(name => {
		const {at, from} = tcb.timers[name];
		return {name, left: Math.max(0, at - now), total: at - from, again: againOf(tcb, name), isChanged: isChanged(name)};
	});
}
