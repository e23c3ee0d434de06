/** What comes next by itself, and when; or what everybody waits for. */
import type {Host} from '../host/host.js';
import type {Socket} from '../host/socket.js';
import {type HostName, hostNames, otherHost} from '../sim/action.js';
import {packetAt} from '../sim/index.js';
import type {World} from '../sim/world.js';
import {isPatienceOver} from '../tcp/chunks/patience.js';
import {synRetries} from '../tcp/retransmit.js';
import {never, type TimerName, timerNames} from '../tcp/timers.js';
import type {ScreenInput, ScriptView} from './screen-input.js';
import type {Awaited, Next, TimerWill, WhyItem} from './why-item.js';
import {briefOf} from './why-place.js';

type DueTimer = {readonly host: HostName; readonly socket: Socket; readonly timer: TimerName; readonly at: number};

/** In the order of the world: client first, then the lower socket, then the order of the timers. */
export function nextTimer({hosts}: World): DueTimer | undefined {
	let next: DueTimer | undefined;
	for (const host of hostNames) {
		for (const socket of hosts[host].live) {
			for (const timer of timerNames) {
				const {at} = socket.tcb.timers[timer];
				if (at < (next?.at ?? never)) next = {host, socket, timer, at};
			}
		}
	}
	return next;
}

export const buildNext = (input: ScreenInput): Extract<WhyItem, {kind: 'next'}> => ({kind: 'next', next: nextOf(input)});

function nextOf({history, now, script}: ScreenInput): Next {
	const {world} = history;
	const recorded = history.journal[history.applied];
	if (recorded?.step === world.steps) return {kind: 'recorded', after: Math.max(0, recorded.at - now)};
	const packet = world.flight[0];
	const timer = nextTimer(world);
	const eventAt = Math.min(packet?.dueAt ?? never, timer?.at ?? never);
	const scripted = scriptedNext(script, {eventAt, now});
	if (scripted) return scripted;
	if (packet && packet.dueAt === eventAt) return arrival(world, packet.n, now);
	if (timer) return {kind: 'timer', host: timer.host, timer: timer.timer, after: Math.max(0, timer.at - now), will: willOf(world, timer)};
	return {kind: 'nothing', awaited: awaitedIn(world)};
}

/** A script goes on before the next event, or when there is none. */
function scriptedNext(script: ScriptView | undefined, {eventAt, now}: {readonly eventAt: number; readonly now: number}): Next | undefined {
	if (script?.kind === 'paused') return {kind: 'script-waits'};
	const comesFirst = script !== undefined && (script.at === undefined ? eventAt === never : script.at < eventAt);
	if (!comesFirst) return undefined;
	return {kind: 'script', after: script.at === undefined ? undefined : Math.max(0, script.at - now), statement: script.next};
}

function arrival(world: World, n: number, now: number): Next {
	const record = packetAt(world.trace, n);
	const {to, dueAt, sentAt, dst} = record;
	const isHalfWay = (now - sentAt) * 2 >= dueAt - sentAt;
	const isBroken = isHalfWay && (world.flight[0]?.isCorrupted ?? false);
	const reachesNobody = !world.hosts[to].isUp || dst !== world.hosts[to].addr;
	return {kind: 'packet', packet: briefOf(world, record), to, after: Math.max(0, dueAt - now), isBroken, reachesNobody};
}

function willOf({hosts}: World, {host, socket, timer}: DueTimer): TimerWill {
	switch (timer) {
		case 'rto':
			return afterRto(hosts[host], socket);
		case 'persist':
			return 'probe';
		case 'loss-probe':
			return 'loss-probe';
		case 'reorder':
			return 'judge';
		case 'delayed-ack':
			return 'ack';
		case '2msl':
		case 'fin-wait-2':
			return 'closed';
		case 'keepalive':
			return socket.tcb.keepaliveProbes >= hosts[host].knobs.keepProbes ? 'give-up' : 'keepalive';
		case 'user':
			return 'give-up';
	}
}

function isLastTimeout(knobs: Host['knobs'], profile: Host['profile'], tcb: Socket['tcb']): boolean {
	const {chunks, retries, timers} = tcb;
	if (chunks) return isPatienceOver(tcb, chunks, knobs.retries, {now: timers.rto.at, knobs, profile});
	return knobs.retries !== undefined && retries >= knobs.retries;
}

function afterRto({knobs, profile}: Host, {tcb}: Socket): TimerWill {
	const {state, retries, snd, iss, finSeq} = tcb;
	if (snd.una === iss) {
		const {openTimeout} = knobs;
		const isLast = retries >= synRetries(tcb, knobs) || (openTimeout !== undefined && tcb.timers.rto.at - tcb.stateSince >= openTimeout);
		if (isLast) return 'give-up';
		return state === 'SYN_SENT' ? 'syn-again' : 'syn-ack-again';
	}
	if (isLastTimeout(knobs, profile, tcb)) return 'give-up';
	return finSeq === snd.una ? 'fin-again' : 'again';
}

/** What a program must do comes before what one waits for: that is what will not come by itself. */
function awaitedIn({hosts}: World): Awaited {
	const named = hostNames.flatMap(name => missing(hosts[name]));
	const parked = hostNames.flatMap(name => waiting(hosts[name]));
	return named.find(isStuck) ?? named[0] ?? parked[0] ?? whatNow(hosts);
}

const isStuck = (what: Awaited): boolean => what.kind === 'app' && (what.what === 'close' || what.what === 'restart');

/** Calls that only a program can make. */
function missing({name, isUp, app, live}: Host): readonly Awaited[] {
	if (!isUp) return [{kind: 'app', host: name, what: 'restart', state: 'CLOSED'}];
	if (app !== 'manual') return [];
	const waits = (call: string) => live.some(({parked}) => parked.some(parkedCall => parkedCall.call === call));
	const found: Awaited[] = [];
	const closing = live.find(({tcb, isOpen}) => isOpen && tcb.state === 'CLOSE_WAIT');
	if (closing) found.push({kind: 'app', host: name, what: 'close', state: 'CLOSE_WAIT'});
	if (live.some(({acceptQueue}) => acceptQueue.length > 0) && !waits('accept'))
		found.push({kind: 'app', host: name, what: 'accept', state: 'ESTABLISHED'});
	if (live.some(({tcb, isOpen}) => isOpen && tcb.receiveBuffer.length > 0))
		found.push({kind: 'app', host: name, what: 'recv', state: 'ESTABLISHED'});
	return found;
}

const waiting = ({name, live}: Host): readonly Awaited[] =>
	live.flatMap(({parked}) => parked.slice(0, 1).map(({call}): Awaited => ({kind: 'call', host: name, call})));

function whatNow(hosts: World['hosts']): Awaited {
	const has = (name: HostName, isSo: (socket: Socket) => boolean) => hosts[name].live.some(isSo);
	const open = hostNames.filter(name => has(name, ({kind}) => kind === 'connection'));
	if (open.length > 1) return {kind: 'open'};
	if (open[0]) return {kind: 'half-open', host: open[0]};
	const listener = hostNames.find(name => has(name, ({kind}) => kind === 'listener'));
	return listener ? {kind: 'connect', host: otherHost(listener)} : {kind: 'listen', host: 'server'};
}
