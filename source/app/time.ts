/** Moves the world by wall time: from event to event, with beats between them; bounded work whatever is due. */

import {cells} from '../export/cells.js';
import {advance, isPast, nextAt, pastBy, rowCount} from '../sim/index.js';
import {rowKind} from '../tcp/out.js';
import {never} from '../tcp/timers.js';
import type {PaceView} from '../view/screen-input.js';
import {followScript} from './follow-script.js';
import type {Lab} from './lab.js';
import {type Known, outlookOf} from './outlook.js';
import {holdsTime} from './overlay.js';
import {beatMs, factorOf, horizon, isIdle, type Outlook, readingMs, wallMs} from './pace.js';
import {playOn, resume, scriptAt, stopOf} from './playing.js';

/** What the pace remembers from one moment to the next. */
export type Flow = {
	/** Wall milliseconds of a beat that are still to be waited. */
	beat: number;
	/** The beat is there for words to be read. */
	isReading: boolean;
	/** When a script did something that has not had a beat of its own yet, virtual µs. */
	deedAt: number | undefined;
	/** Wall milliseconds that were too short for a microsecond. */
	carry: number;
	/** Where the present stretch without packets began: the last step, and its time. */
	calm: {steps: number; since: number};
	/** What the header shows between two looks at the world, when nothing lies ahead. */
	factor: number;
};

export const newFlow = (): Flow => ({beat: 0, isReading: false, deedAt: undefined, carry: 0, calm: {steps: 0, since: 0}, factor: 1});

/** So many events are played between two frames at most: then the picture comes first. */
const maxStepsPerFrame = 2000;

const knownOf = (lab: Lab, {calm}: Flow): Known => ({calmSince: calm.since, scriptAt: lab.playing ? scriptAt(lab.playing) : never});

function outlook(lab: Lab, flow: Flow): Outlook {
	const {world} = lab.history;
	if (flow.calm.steps !== world.steps || flow.calm.since > world.now) flow.calm = {steps: world.steps, since: world.now};
	const seen = outlookOf(world, knownOf(lab, flow));
	if (seen.crossing !== undefined) flow.calm.since = world.now;
	return seen;
}

/** A script that has something to do without time passing. */
function isDue({playing, history}: Lab): boolean {
	if (!playing) return false;
	const {waiting} = playing.player;
	if (waiting === undefined || waiting.kind === 'pause') return true;
	// What waits for events is over when none can come.
	return waiting.kind !== 'run' && nextAt(history.world) === never;
}

type Standstill = 'held' | 'past' | 'paused' | 'idle';

/** Why time stands; undefined: it goes. */
function standstill(lab: Lab, seen: Outlook): Standstill | undefined {
	if (holdsTime(lab.overlays)) return 'held';
	if (isPast(lab.history)) return 'past';
	if (lab.isPaused || lab.playing?.isWaiting) return 'paused';
	return isIdle(seen) && !isDue(lab) ? 'idle' : undefined;
}

export const isWatch = ({pace}: Lab): boolean => pace.base === 'watch';

export function paceView(lab: Lab, flow: Flow): PaceView {
	if (isPast(lab.history)) return {kind: 'past', by: pastBy(lab.history)};
	const seen = outlook(lab, flow);
	const why = standstill(lab, seen);
	if (why && why !== 'past') return {kind: why};
	if (flow.beat > 0 && flow.isReading) return {kind: 'reading'};
	return {kind: isWatch(lab) ? 'watch' : 'speed', factor: factorOf(lab.pace, seen) || flow.factor};
}

/** A state has changed since this row. */
function hasChangedState(lab: Lab, fromRow: number): boolean {
	const {rows} = lab.history.world.trace.out;
	return rows.kind.subarray(fromRow, rows.length).includes(rowKind.state);
}

/** Everything due up to `until`; the script first, where one plays. Returns the steps that were made. */
function moveTo(lab: Lab, until: number, budget: number): number {
	const {history, playing} = lab;
	const before = history.world.steps;
	if (!playing) return advance(history, until, budget);
	const lines = history.journal.length;
	const status = playOn(playing, until, budget);
	followScript(lab, lines);
	if (status === 'ended' || status === 'stuck') endScript(lab);
	return history.world.steps - before;
}

function endScript(lab: Lab): void {
	const failed = lab.playing?.player.failures.length ?? 0;
	lab.playing = undefined;
	lab.message = {kind: 'notice', code: 'scenario-ended', title: lab.title, failed};
}

/** After a change of state what follows waits, if anything is there to follow. */
function beatAfter(lab: Lab, fromRow: number): number {
	const follows = lab.history.world.flight.length > 0 || lab.playing !== undefined;
	return isWatch(lab) && follows && hasChangedState(lab, fromRow) ? beatMs / lab.pace.boost : 0;
}

/** The lab's own pause in a script: words are to be read; a deed has a beat of its own before anything else is done or said in its instant. */
function passStop(lab: Lab, flow: Flow, lang: 'en' | 'zh'): void {
	const {playing} = lab;
	const stop = playing && stopOf(playing);
	if (!playing || !stop) return;
	resume(playing);
	const ms = stop.kind === 'read' ? readingMs(cells(stop.words[lang] ?? stop.words.en)) : beatBefore(lab, flow);
	flow.beat = isWatch(lab) ? ms / lab.pace.boost : 0;
	flow.isReading = stop.kind === 'read';
	flow.deedAt = stop.kind === 'deed' ? lab.history.world.now : undefined;
}

const beatBefore = ({history}: Lab, {deedAt}: Flow): number => (deedAt === history.world.now ? beatMs : 0);

type Wall = {
	/** Milliseconds since the last call. */
	readonly elapsed: number;
	readonly lang: 'en' | 'zh';
};

/** How far time may go before the world has to be asked again: in "watch" to the next event, since the pace may change there. */
function roomFor(lab: Lab, seen: Outlook): number {
	if (isDue(lab)) return 0;
	return isWatch(lab) || seen.nextAt === never ? horizon(seen) - seen.now : never;
}

/** Lets so much wall time pass. */
export function flowOn(lab: Lab, flow: Flow, {elapsed, lang}: Wall): void {
	let left = elapsed + flow.carry;
	let budget = maxStepsPerFrame;
	flow.carry = 0;
	while (budget > 0) {
		left = waitBeat(flow, left);
		const seen = outlook(lab, flow);
		const stands = standstill(lab, seen) !== undefined;
		// Whoever lets time go on again has seen enough.
		if (stands) flow.beat = 0;
		if (stands || flow.beat > 0) return;
		passStop(lab, flow, lang);
		if (flow.beat > 0) continue;
		const factor = factorOf(lab.pace, seen);
		flow.factor = factor || flow.factor;
		const room = roomFor(lab, seen);
		const span = Math.min(room, Math.floor(left * 1000 * factor));
		if (span === 0 && room > 0) {
			flow.carry = left;
			return;
		}
		const fromRow = rowCount(lab.history.world.trace);
		budget -= Math.max(1, moveTo(lab, seen.now + span, budget));
		left = Math.max(0, left - wallMs(factor, lab.history.world.now - seen.now));
		flow.beat = beatAfter(lab, fromRow);
		flow.isReading = false;
		if (flow.beat > 0) flow.deedAt = undefined;
	}
}

/** Returns the wall time that is left after a beat, or after as much of it as there was time for. */
function waitBeat(flow: Flow, left: number): number {
	const waited = Math.min(flow.beat, left);
	flow.beat -= waited;
	return left - waited;
}

/** Milliseconds until the next look is worth while; undefined: time stands, no timer is needed. */
export function nextLook(lab: Lab, flow: Flow, frameMs: number): number | undefined {
	const seen = outlook(lab, flow);
	if (standstill(lab, seen)) return undefined;
	if (flow.beat > frameMs) return flow.beat;
	return seen.crossing === undefined && isWatch(lab) ? Math.max(frameMs, calmFrameMs) : frameMs;
}

/** Where only timers drain, ten pictures a second show as much as thirty. */
const calmFrameMs = 100;
