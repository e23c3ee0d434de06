/**
 * The only way to move a world. Rewinding is replaying: the nearest keyframe before, then the journal of actions again. Acting in the
 * past forks; what was the present is kept as a branch.
 */
import type {Action, Refusal} from './action.js';
import {type Keyframe, type Recording, restore, takeKeyframe, takeRecording} from './keyframe.js';
import {defaultSetup, newWorld} from './new-world.js';
import {perform} from './perform.js';
import {beginStep, step} from './step.js';
import type {Setup, World} from './world.js';

export {nextAt} from './step.js';

/** `step`: how many steps had been made when it was done; `at`: virtual µs. */
export type JournalEntry = {readonly step: number; readonly at: number; readonly action: Action};

type Point = {steps: number; now: number};

/** What a fork left behind. */
export type Branch = {readonly journal: readonly JournalEntry[]; readonly end: Readonly<Point>; readonly forkedAt: number};

export type History = {
	readonly setup: Setup;
	/** As it is at the cursor. Replaced by rewinds: read it afresh each time, never write it. */
	world: World;
	/** Of the present branch, the part after the cursor included. */
	journal: JournalEntry[];
	/** Journal entries applied so far. */
	applied: number;
	/** Where the present is. */
	end: Point;
	branches: Branch[];
	keyframes: Keyframe[];
	/** Steps between two keyframes: doubles when there are too many. */
	spacing: number;
	/** The present's trace, while the cursor is in the past. */
	recording: Recording | undefined;
};

const maxKeyframes = 256;
const firstSpacing = 2048;

export function createHistory(setup: Partial<Setup> = {}): History {
	const whole = {...defaultSetup, ...setup};
	const world = newWorld(whole);
	const keyframes = [takeKeyframe(world, 0)];
	return {
		setup: whole,
		world,
		journal: [],
		applied: 0,
		end: {steps: 0, now: 0},
		branches: [],
		keyframes,
		spacing: firstSpacing,
		recording: undefined,
	};
}

/** Events back from the present; 0: there. */
export const pastBy = ({world, end}: History): number => end.steps - world.steps;

export const isPast = (history: History): boolean => pastBy(history) > 0 || history.applied < history.journal.length;

/** Acts now. In the past it forks first. */
export function act(history: History, action: Action): Refusal | undefined {
	if (isPast(history)) fork(history);
	const {world} = history;
	history.journal.push({step: world.steps, at: world.now, action});
	history.applied++;
	const refusal = apply(world, action, world.now);
	keepUp(history);
	return refusal;
}

/** A mark changes nothing, so it is no step of its own. */
function apply(world: World, action: Action, at: number): Refusal | undefined {
	if (action.do === 'mark') {
		world.now = at;
		world.trace.out.now = at;
	} else beginStep(world, at);
	return perform(world, action);
}

function fork(history: History): void {
	const {world, journal, end} = history;
	history.branches.push({journal: [...journal], end, forkedAt: world.steps});
	journal.length = history.applied;
	history.keyframes = history.keyframes.filter(({world: then}) => then.steps <= world.steps);
	history.end = {steps: world.steps, now: world.now};
	history.recording = undefined;
}

/** The present has moved on with the cursor; now and then a keyframe. */
function keepUp(history: History): void {
	const {world, keyframes, end} = history;
	end.steps = world.steps;
	end.now = world.now;
	const last = keyframes[keyframes.length - 1]?.world.steps ?? 0;
	if (world.steps - last < history.spacing) return;
	keyframes.push(takeKeyframe(world, history.applied));
	if (keyframes.length > maxKeyframes) thin(history);
}

function thin(history: History): void {
	history.keyframes = history.keyframes.filter((_, index) => index % 2 === 0);
	history.spacing *= 2;
}

/**
 * Plays what is due up to and including `until` (virtual µs), then the time is `until`. In the past it replays, and goes on live behind
 * the end. Returns the steps made; with `maxSteps` it may stop early, the time being that of the last step.
 */
export function advance(history: History, until: number, maxSteps = Number.POSITIVE_INFINITY): number {
	let made = 0;
	while (made < maxSteps && stepOn(history, until)) made++;
	if (made < maxSteps) rest(history, until);
	return made;
}

/** Plays what is due before `at` (virtual µs), then it is that time: whoever acts now comes before what is due at the same instant. */
export function arriveAt(history: History, at: number): void {
	advance(history, at - 1);
	rest(history, at);
}

/** Nothing more is due: time passes. */
function rest(history: History, until: number): void {
	const {world} = history;
	if (Number.isFinite(until)) world.now = Math.max(world.now, until);
	if (!isPast(history)) history.end = {steps: world.steps, now: world.now};
}

/** One step on, if it is due by `until`: in the past the recorded one, in the present the next event. False when nothing can happen. */
export function stepOn(history: History, until: number = Number.MAX_VALUE): boolean {
	if (!isPast(history)) {
		if (!step(history.world, until)) return false;
		keepUp(history);
		return true;
	}
	if (!replayStep(history, until)) return false;
	replayMarks(history);
	if (!isPast(history)) arriveInPresent(history);
	return true;
}

function replayStep(history: History, until: number = Number.MAX_VALUE): boolean {
	const {world, journal} = history;
	const recorded = journal[history.applied];
	if (recorded?.step !== world.steps) return step(world, until);
	if (recorded.at > until) return false;
	history.applied++;
	apply(world, recorded.action, recorded.at);
	return true;
}

/** Marks belong to the step before them. */
function replayMarks(history: History): void {
	const {world, journal} = history;
	for (let next = journal[history.applied]; next?.step === world.steps && next.action.do === 'mark'; next = journal[history.applied]) {
		history.applied++;
		apply(world, next.action, next.at);
	}
}

/** One step back; false at the beginning. */
export function stepBack(history: History): boolean {
	const {steps} = history.world;
	if (steps === 0) return false;
	seek(history, steps - 1);
	return true;
}

/** To any step, both ways: from the nearest keyframe before it, unless the cursor is nearer. */
export function seek(history: History, target: number): void {
	const goal = Math.min(Math.max(0, Math.floor(target)), history.end.steps);
	const {steps} = history.world;
	const keyframe = history.keyframes.findLast(({world}) => world.steps <= goal);
	if (keyframe && (goal < steps || keyframe.world.steps > steps)) jump(history, keyframe);
	while (history.world.steps < goal) {
		replayStep(history);
		replayMarks(history);
	}
	if (!isPast(history)) arriveInPresent(history);
}

/** Time had gone on behind the last step. */
function arriveInPresent(history: History): void {
	history.world.now = history.end.now;
	history.recording = undefined;
}

function jump(history: History, keyframe: Keyframe): void {
	history.recording ??= takeRecording(history.world);
	history.world = restore(keyframe, history.recording);
	history.applied = keyframe.applied;
	replayMarks(history);
}

export const toPresent = (history: History): void => seek(history, history.end.steps);
