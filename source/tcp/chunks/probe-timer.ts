/** When a closed window is asked about (RFC 9293 § 3.8.6.1): after a time-out, doubling while nobody opens it. */
import {stop} from '../arm.js';
import {add, before} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {isRunning, type TimerName} from '../timers.js';
import {hasUnsent, nextOf, type SendQueue} from './chunk.js';
import {leastTimeout, setDeadline} from './deadlines.js';

/** Doublings that count. */
const mostDoublings = 10;

/** The next interval; a user time-out that counts already cuts it. */
function interval(tcb: Tcb, {backoff, probingSince}: SendQueue, {now, knobs, profile}: Env): number {
	const first = Math.max(tcb.rtt.rto, profile.persist.min);
	const wait = Math.min(first * 2 ** Math.min(backoff, mostDoublings), knobs.rtoMax);
	if (knobs.userTimeout === undefined || probingSince === undefined) return wait;
	return Math.min(wait, Math.max(leastTimeout, knobs.userTimeout - (now - probingSince)));
}

/** The next question, after the interval that is due. */
export function setProbe(tcb: Tcb, queue: SendQueue, env: Env): void {
	tcb.persistInterval = interval(tcb, queue, env);
	setDeadline(tcb, 'persist', tcb.persistInterval, env);
}

const senderTimers = ['rto', 'loss-probe', 'reorder', 'persist'] as const satisfies readonly TimerName[];

/** Something waits and nothing will wake us: ask the peer, the first time after one interval. */
export function armProbe(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (queue.packetsOut > 0 || !hasUnsent(queue) || senderTimers.some(name => isRunning(tcb.timers[name]))) return;
	tcb.persistInterval = Math.max(tcb.rtt.rto, env.profile.persist.min);
	setDeadline(tcb, 'persist', tcb.persistInterval, env);
}

/** The window has opened: the next questions begin with the first interval. */
export function forgetProbes(tcb: Tcb, queue: SendQueue): void {
	tcb.probes = 0;
	queue.backoff = 0;
	queue.probingSince = undefined;
}

/** With nothing out an acknowledgment came (tcp_ack_probe): the window has room for the next chunk, or the wait begins anew. */
export function probeAnswered(tcb: Tcb, queue: SendQueue, env: Env): void {
	const next = nextOf(queue);
	if (!next) return;
	if (before(add(tcb.snd.una, tcb.snd.wnd), next.end)) {
		setProbe(tcb, queue, env);
		return;
	}
	queue.backoff = 0;
	queue.probingSince = undefined;
	stop(tcb, 'persist', env);
}
