/**
 * A packetdrill script, run in virtual time: the world has one endpoint, the script plays its program and the rest of the network.
 * Pure: the same script and profile give the same history and the same checks.
 */
import type {HostName} from '../../sim/action.js';
import type {History} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';
import type {PktEvent, PktScript, Place} from '../pkt.js';
import {UnknownArgument} from './arguments.js';
import {finishCall, startCall} from './call.js';
import {waitUntil} from './clock.js';
import {checkCode} from './code.js';
import {runCommands} from './command.js';
import {refusedOption} from './config.js';
import {type Hint, hintOf} from './hint.js';
import {sendIcmp} from './icmp.js';
import {sendInbound} from './inbound.js';
import {expectOutbound} from './outbound.js';
import type {Run} from './run.js';
import {dueOf, isAnyTime, toleranceOf} from './schedule.js';
import {newRun} from './setup.js';
import {type Check, failed, unsupported, type Verdict, withoutFeature} from './verdict.js';

export type Drill = {
	readonly result: 'pass' | 'fail' | 'unsupported';
	/** What decided it; undefined: passed. */
	readonly culprit: Check | undefined;
	/** Where script and endpoint may have parted, if that can be guessed. */
	readonly hint: Hint | undefined;
	/** Every event that was looked at, in the order in which it was settled. */
	readonly checks: readonly Check[];
	readonly history: History;
	/** The endpoint under test. */
	readonly host: HostName;
	/** The finished run: what the script's numbers are on the wire. */
	readonly run: Run;
};

/** Throws nothing: what the engine itself finds wrong with itself is a failure, too. */
export function drillScript(script: PktScript, profile: ProfileName): Drill {
	const run = newRun(script, profile);
	const culprit = refused(run) ?? stopped(run) ?? run.checks.find(isCulprit);
	return {
		result: culprit === undefined ? 'pass' : culprit.verdict.kind === 'unsupported' ? 'unsupported' : 'fail',
		culprit,
		hint: culprit && hintOf(run, culprit),
		checks: run.checks,
		history: run.history,
		host: run.host,
		run,
	};
}

const isCulprit = ({verdict, isWarning}: Check): boolean => verdict.kind !== 'passed' && !isWarning;

/** What cannot be done is told before anything is done. */
function refused(run: Run): Check | undefined {
	const {script} = run;
	const [feature] = script.unsupported;
	if (feature) return settle(run, {event: -1, place: feature.place}, withoutFeature(feature));
	const option = refusedOption(script);
	return option && settle(run, {event: -1, place: option.place}, unsupported('option', `--${option.name}=${option.value ?? ''}`));
}

/** Plays all of it, or up to the event at which it cannot go on. */
function stopped(run: Run): Check | undefined {
	const {init, cleanup, events} = run.script;
	const first =
		init &&
		settle(
			run,
			{event: -1, place: init.place},
			guarded(run, () => runCommands(run, init.text)),
		);
	const culprit = first && isCulprit(first) ? first : stoppedAt(run);
	if (!cleanup) return culprit;
	const last = settle(
		run,
		{event: events.length, place: cleanup.place},
		guarded(run, () => runCommands(run, cleanup.text)),
	);
	return culprit ?? (isCulprit(last) ? last : undefined);
}

function stoppedAt(run: Run): Check | undefined {
	for (const [index, event] of run.script.events.entries()) {
		const waited = event.action.kind === 'call' ? finishWaiting(run) : undefined;
		if (waited) return waited;
		const check = playEvent(run, index, event);
		if (check && isCulprit(check) && event.action.kind !== 'code') return check;
	}
	return finishWaiting(run);
}

/** The check of the call that waited, if it stops the run. */
function finishWaiting(run: Run): Check | undefined {
	const {waiting} = run;
	if (!waiting) return undefined;
	const {event, index} = waiting;
	const check = settle(
		run,
		{event: index, place: event.place, isWarning: run.config.nonFatal.call},
		guarded(run, () => finishCall(run, waiting)),
	);
	return isCulprit(check) ? check : undefined;
}

/** Undefined: a call that waits. */
function playEvent(run: Run, index: number, event: PktEvent): Check | undefined {
	const due = dueOf(event.time, run);
	const verdict = guarded(run, () => verdictOn(run, index, event));
	run.doneAt = run.history.world.now;
	run.lastAt = isAnyTime(due) ? run.doneAt : due.from;
	if (!verdict) return undefined;
	const {nonFatal} = run.config;
	const isWarning = event.action.kind === 'outbound' ? nonFatal.packet : event.action.kind === 'call' && nonFatal.call;
	return settle(run, {event: index, place: event.place, isWarning}, verdict);
}

function verdictOn(run: Run, index: number, event: PktEvent): Verdict | undefined {
	const {action} = event;
	const due = dueOf(event.time, run);
	if (action.kind === 'outbound') {
		return action.packet.kind === 'tcp' ? expectOutbound(run, action.packet, due) : unsupported('feature', 'icmp');
	}
	const {now} = run.history.world;
	if (now > due.from + toleranceOf(run.config, due.from - run.lastAt)) return failed({code: 'late', due: due.from, now});
	waitUntil(run, Math.max(now, due.from));
	switch (action.kind) {
		case 'inbound':
			return action.packet.kind === 'tcp' ? sendInbound(run, action.packet) : sendIcmp(run, action.packet);
		case 'call':
			return startCall(run, {event, index, pkt: action});
		case 'command':
			return runCommands(run, action.text);
		case 'code':
			return checkCode(run, action.text, action.place);
		case 'unsupported':
			return withoutFeature(action);
	}
}

/** Whatever the engine or an argument throws. */
function guarded<Value extends Verdict | undefined>(run: Run, work: () => Value): Value | Verdict {
	try {
		return work();
	} catch (error) {
		if (error instanceof UnknownArgument) return unsupported('argument', error.message);
		return failed({code: 'engine', message: error instanceof Error ? error.message : String(error), now: run.history.world.now});
	}
}

type Settled = {readonly event: number; readonly place: Place; readonly isWarning?: boolean};

function settle(run: Run, {event, place, isWarning = false}: Settled, verdict: Verdict): Check {
	const {steps, now} = run.history.world;
	const check: Check = {event, place, verdict, isWarning: isWarning && verdict.kind === 'failed', step: steps, at: now};
	run.checks.push(check);
	return check;
}
