/** What everybody waits for while the wire is empty. */
import type {Host} from '../host/host.js';
import type {Socket} from '../host/socket.js';
import {type HostName, hostNames} from '../sim/action.js';
import type {World} from '../sim/world.js';
import {type TimerName, timerNames} from '../tcp/timers.js';
import type {ScreenInput} from './screen-input.js';

export type WaitingView =
	/** Nobody has a socket yet: the first keys, or what a script will do. */
	| {readonly kind: 'first' | 'script'}
	| {readonly kind: 'timer'; readonly timer: TimerName; readonly host: HostName /** Virtual microseconds. */; readonly left: number}
	/** A call that nobody but its program can make. */
	| {readonly kind: 'call'; readonly call: 'accept' | 'recv' | 'close'; readonly host: HostName}
	/** Open on both sides, nothing to do: data or a close. */
	| {readonly kind: 'programs'}
	/** A listener, and nobody who connects. */
	| {readonly kind: 'connect'; readonly host: HostName}
	| {readonly kind: 'key'};

type Due = {readonly timer: TimerName; readonly host: HostName; readonly at: number};

function firstTimer({hosts}: World): Due | undefined {
	let first: Due | undefined;
	for (const host of hostNames) {
		for (const {tcb} of hosts[host].live) {
			for (const timer of timerNames) {
				const {at} = tcb.timers[timer];
				if (at < (first?.at ?? Number.POSITIVE_INFINITY)) first = {timer, host, at};
			}
		}
	}
	return first;
}

const isManual = ({app}: Host): boolean => app === 'manual';

const calls: readonly {readonly call: 'accept' | 'recv' | 'close'; readonly isMissing: (socket: Socket) => boolean}[] = [
	{call: 'accept', isMissing: ({acceptQueue}) => acceptQueue.length > 0},
	{call: 'recv', isMissing: ({tcb, isOpen}) => isOpen && tcb.receiveBuffer.length > 0},
	{call: 'close', isMissing: ({tcb, isOpen}) => isOpen && tcb.state === 'CLOSE_WAIT'},
];

function missingCall({hosts}: World): WaitingView | undefined {
	for (const {call, isMissing} of calls) {
		const host = hostNames.find(name => isManual(hosts[name]) && hosts[name].live.some(isMissing));
		if (host !== undefined) return {kind: 'call', call, host};
	}
	return undefined;
}

const hasSocketIn = ({live}: Host, state: Socket['tcb']['state']): boolean => live.some(({tcb}) => tcb.state === state);

export function buildWaiting({history, now, script}: ScreenInput): WaitingView {
	const {world} = history;
	const {client, server} = world.hosts;
	if (client.sockets.length + server.sockets.length === 0 && world.trace.packets.length === 0) return {kind: script ? 'script' : 'first'};
	const due = firstTimer(world);
	if (due !== undefined) return {kind: 'timer', timer: due.timer, host: due.host, left: Math.max(0, due.at - now)};
	const call = missingCall(world);
	if (call !== undefined) return call;
	if (script?.kind === 'running') return {kind: 'script'};
	if (hasSocketIn(client, 'ESTABLISHED') && hasSocketIn(server, 'ESTABLISHED')) return {kind: 'programs'};
	const listener = hostNames.find(name => hasSocketIn(world.hosts[name], 'LISTEN'));
	return listener === undefined ? {kind: 'key'} : {kind: 'connect', host: listener === 'client' ? 'server' : 'client'};
}
