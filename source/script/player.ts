/**
 * Plays a script on a history, bit by bit: no clock of its own. The lab calls `play` with a limit that grows with every frame,
 * `run` once without a limit; what happens is the same.
 */
import type {Action, Mark, Refusal} from '../sim/action.js';
import {act, advance, type History, isPast, nextAt, stepOn} from '../sim/index.js';
import {never} from '../tcp/timers.js';
import {evaluate} from './evaluate.js';
import type {Condition, Script, Statement} from './script.js';
import {newSentMemory, type SentMemory} from './sent.js';
import {headLength} from './setup.js';

/** A line that did not come true or could not be done. */
export type Failure = {
	readonly line: number;
	readonly column: number;
	/** The statement as written. */
	readonly text: string;
	/** What was there instead. */
	readonly found: string;
	/** Why an action could not even be tried. */
	readonly refusal?: Refusal;
};

/** Times in virtual microseconds. */
type Waiting =
	| {readonly kind: 'run'; readonly end: number; readonly statement: Statement}
	| {readonly kind: 'step'; left: number; readonly statement: Statement}
	| {readonly kind: 'until'; readonly deadline: number; readonly condition: Condition; readonly statement: Statement}
	| {readonly kind: 'pause'};

export type Player = {
	readonly script: Script;
	readonly history: History;
	readonly options: PlayerOptions;
	/** Index of the statement that comes next. */
	at: number;
	waiting: Waiting | undefined;
	readonly failures: Failure[];
	readonly sent: SentMemory;
	/** Events played, and those of them since time last passed. */
	steps: number;
	stepsNow: number;
};

export type PlayerOptions = {
	/** `pause` waits for `goOn`; without, it is nothing. */
	readonly hasPauses?: boolean;
	/** The profile was given on the command line and wins over every `profile`. */
	readonly hasFixedProfile?: boolean;
};

/** `stuck`: a bound was hit, which is a failure too; nothing more is played. */
export type PlayerStatus = 'running' | 'paused' | 'ended' | 'stuck';

/** So many events in one instant, or in all, are no lesson but a loop. */
const maxStepsNow = 1_000_000;
export const maxSteps = 4_000_000;

const hour = 3_600_000_000;

export const createPlayer = (script: Script, history: History, options: PlayerOptions = {}): Player => ({
	script,
	history,
	options,
	at: 0,
	waiting: undefined,
	failures: [],
	sent: newSentMemory(),
	steps: 0,
	stepsNow: 0,
});

/**
 * Plays statements and events up to and including the virtual time `until`, at most `budget` events. `running` tells that
 * the limit or the budget ended it, or that the history stands in the past, where a script cannot go on.
 */
export function play(player: Player, until: number, budget = never): PlayerStatus {
	const limit: Limit = {until, budget};
	for (;;) {
		if (isPast(player.history)) return 'running';
		if (player.waiting?.kind === 'pause') return 'paused';
		if (player.waiting && !goOnWaiting(player, player.waiting, limit)) return isStuck(player) ? stop(player, player.waiting) : 'running';
		const statement = player.script.statements[player.at];
		player.waiting = undefined;
		if (!statement) return 'ended';
		player.at++;
		player.waiting = begin(player, statement);
	}
}

/** After `paused`. */
export function goOn(player: Player): void {
	if (player.waiting?.kind === 'pause') player.waiting = undefined;
}

type Limit = {readonly until: number /** Events. */; budget: number};

const isStuck = ({steps, stepsNow}: Player): boolean => steps >= maxSteps || stepsNow >= maxStepsNow;

function stop(player: Player, waiting: Waiting): PlayerStatus {
	if (waiting.kind !== 'pause')
		fail(player, waiting.statement, {found: player.steps >= maxSteps ? `${maxSteps} events` : `${maxStepsNow} events at one instant`});
	player.at = player.script.statements.length;
	player.waiting = undefined;
	return 'stuck';
}

/** What the statement waits for, if it is not over at once. */
function begin(player: Player, statement: Statement): Waiting | undefined {
	const {now} = player.history.world;
	switch (statement.kind) {
		case 'title':
		case 'intro':
		case 'seed':
			return undefined;
		case 'act':
			doAction(player, statement, statement.action);
			return undefined;
		case 'say':
		case 'cue':
			mark(player, {kind: statement.kind, line: statement.line, text: statement.words});
			return undefined;
		case 'expect':
			judge(player, statement, statement.condition);
			return undefined;
		case 'run':
			return {kind: 'run', end: now + statement.duration, statement};
		case 'step':
			return {kind: 'step', left: statement.count, statement};
		case 'until':
			return {kind: 'until', deadline: now + (statement.within ?? hour), condition: statement.condition, statement};
		case 'pause':
			return player.options.hasPauses ? {kind: 'pause'} : undefined;
	}
}

function doAction(player: Player, statement: Statement, action: Action): void {
	if (action.do === 'profile' && (player.options.hasFixedProfile || player.at <= headLength(player.script))) return;
	const refusal = act(player.history, action);
	if (refusal) fail(player, statement, {found: refusal.code, refusal});
}

/** Bookkeeping of the script in the trace; it is never refused. */
function mark({history}: Player, one: Mark): void {
	act(history, {do: 'mark', mark: one});
}

function judge(player: Player, statement: Statement, condition: Condition): void {
	const {isTrue, found} = evaluate(player.history.world, condition, player.sent);
	if (isTrue) pass(player, statement);
	else fail(player, statement, {found: found()});
}

const pass = (player: Player, {line, text}: Statement): void => mark(player, {kind: 'expect', line, ok: true, text});

function fail(player: Player, {line, column, text}: Statement, why: {readonly found: string; readonly refusal?: Refusal}): void {
	player.failures.push({line, column, text, ...why});
	mark(player, {kind: 'expect', line, ok: false, text, found: why.found});
}

/** True when the statement is over. */
function goOnWaiting(player: Player, waiting: Waiting, limit: Limit): boolean {
	switch (waiting.kind) {
		case 'pause':
			return false;
		case 'run':
			return playUpTo(player, waiting.end, limit);
		case 'step':
			return goOnStepping(player, waiting, limit);
		case 'until':
			return goOnUntil(player, waiting, limit);
	}
}

/** Everything due up to and including `end`; false when the limit comes first. */
function playUpTo(player: Player, end: number, limit: Limit): boolean {
	const {history} = player;
	const goal = Math.min(end, limit.until);
	if (goal < history.world.now) return false;
	while (limit.budget > 0 && !isStuck(player)) {
		const {now} = history.world;
		const allowed = Math.min(limit.budget, maxStepsNow);
		const steps = advance(history, goal, allowed);
		limit.budget -= steps;
		player.steps += steps;
		player.stepsNow = history.world.now > now ? 0 : player.stepsNow + steps;
		if (history.world.now === goal && nextAt(history.world) > goal) return goal === end;
	}
	return false;
}

/** The next event, if it is due by `until` (virtual µs) and within the limit. */
function playEvent(player: Player, until: number, limit: Limit): boolean {
	const {history} = player;
	if (limit.budget <= 0 || isStuck(player)) return false;
	const {now} = history.world;
	if (!stepOn(history, Math.min(until, limit.until))) return false;
	limit.budget--;
	player.steps++;
	player.stepsNow = history.world.now > now ? 0 : player.stepsNow + 1;
	return true;
}

/** Nothing is due within the limit any more: time goes on up to it. */
function playToLimit(player: Player, limit: Limit): false {
	if (nextAt(player.history.world) > limit.until) playUpTo(player, never, limit);
	return false;
}

function goOnStepping(player: Player, waiting: Extract<Waiting, {kind: 'step'}>, limit: Limit): boolean {
	for (; waiting.left > 0; waiting.left--) {
		if (playEvent(player, never, limit)) continue;
		return nextAt(player.history.world) === never || playToLimit(player, limit);
	}
	return true;
}

function goOnUntil(player: Player, {statement, condition, deadline}: Extract<Waiting, {kind: 'until'}>, limit: Limit): boolean {
	const {history} = player;
	for (;;) {
		const {isTrue, found} = evaluate(history.world, condition, player.sent);
		if (!isTrue && playEvent(player, deadline, limit)) continue;
		const next = nextAt(history.world);
		if (isTrue) pass(player, statement);
		else if (next === never) fail(player, statement, {found: found()});
		else if (next > deadline) return failAt(player, statement, {deadline, found: found(), limit});
		else return playToLimit(player, limit);
		return true;
	}
}

type Late = {readonly deadline: number; readonly found: string; readonly limit: Limit};

function failAt(player: Player, statement: Statement, {deadline, found, limit}: Late): boolean {
	if (!playUpTo(player, deadline, limit)) return false;
	fail(player, statement, {found});
	return true;
}
