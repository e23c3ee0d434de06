/**
 * A script on the stage. The lab lets it pause by itself: after the presenter's words, so that they can be read, and before each
 * deed and all words, so that what came before them can be seen. What happens stays the same.
 */
import {createPlayer, goOn, type Player, type PlayerOptions, type PlayerStatus, play} from '../script/player.js';
import type {Script, Statement} from '../script/script.js';
import type {Action, Words} from '../sim/action.js';
import {type History, nextAt} from '../sim/index.js';
import {never} from '../tcp/timers.js';

/** Why the lab pauses here: words to be read, or a deed or words to come. */
type Stop = {readonly kind: 'read'; readonly words: Words} | {readonly kind: 'deed' | 'words'};

export type Playing = {
	readonly player: Player;
	/** By index of the statement in the player's script. */
	readonly stops: ReadonlyMap<number, Stop>;
	/** A `pause` of the script waits for a key. */
	isWaiting: boolean;
};

const pauseBeside = ({line, column}: Statement): Statement => ({kind: 'pause', line, column, text: 'pause'});

const settings: ReadonlySet<Action['do']> = new Set<Action['do']>(['knob', 'profile', 'link']);

/** What is set before anything is done needs no stage. */
const isSetting = (statement: Statement): boolean => statement.kind === 'act' && settings.has(statement.action.do);

/** The script with the lab's own pauses in it. */
function staged({statements}: Script): {readonly script: Script; readonly stops: ReadonlyMap<number, Stop>} {
	const stops = new Map<number, Stop>();
	const all: Statement[] = [];
	const stop = (beside: Statement, why: Stop): void => {
		stops.set(all.length, why);
		all.push(pauseBeside(beside));
	};
	let isHead = true;
	for (const statement of statements) {
		isHead &&= statement.kind !== 'act' || isSetting(statement);
		if (statement.kind === 'act' && !isHead) stop(statement, {kind: 'deed'});
		if (statement.kind === 'say') stop(statement, {kind: 'words'});
		all.push(statement);
		if (statement.kind === 'say') stop(statement, {kind: 'read', words: statement.words});
	}
	return {script: {statements: all}, stops};
}

export function createPlaying(script: Script, history: History, options: PlayerOptions): Playing {
	const {script: withStops, stops} = staged(script);
	return {player: createPlayer(withStops, history, {...options, hasPauses: true}), stops, isWaiting: false};
}

/** The lab's own pause that the player has come to; undefined: it stands at none. */
export const stopOf = ({player, stops}: Playing): Stop | undefined =>
	player.waiting?.kind === 'pause' ? stops.get(player.at - 1) : undefined;

export function resume(playing: Playing): void {
	playing.isWaiting = false;
	goOn(playing.player);
}

/** When the statement that waits for time is over by the clock, virtual µs; `never` where an event has to come. */
export function scriptAt({player: {waiting}}: Playing): number {
	switch (waiting?.kind) {
		case 'run':
			return waiting.end;
		case 'until':
			return waiting.deadline;
		case 'step':
		case 'pause':
		case undefined:
			return never;
	}
}

/** Plays up to `until`; a pause of the script itself is remembered. */
export function playOn(playing: Playing, until: number, budget: number): PlayerStatus {
	const status = play(playing.player, until, budget);
	if (status === 'paused' && !stopOf(playing)) playing.isWaiting = true;
	return status;
}

/** Steps and marks so far: what a step of the script adds to. */
const deedsOf = ({world, journal}: History): number => world.steps + journal.length;

/** One deed, one line of words, or one event. False: the script is over and nothing has happened. */
export function stepScript(playing: Playing): boolean {
	const {player} = playing;
	const before = deedsOf(player.history);
	for (;;) {
		if (player.waiting?.kind === 'pause') resume(playing);
		const status = playOn(playing, player.history.world.now, 0);
		if (deedsOf(player.history) > before) return true;
		if (status === 'ended' || status === 'stuck') return false;
		if (status === 'paused') continue;
		const next = Math.min(nextAt(player.history.world), scriptAt(playing));
		if (next === never) return false;
		playOn(playing, next, 1);
		if (deedsOf(player.history) > before || playing.isWaiting) return true;
	}
}
