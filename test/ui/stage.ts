/** Plays actions at their times and draws the main screen as plain text rows. */

import {catalogues} from '../../source/locale/index.js';
import {type Action, act, advance, createHistory, type History, type Setup} from '../../source/sim/index.js';
import {inAscii} from '../../source/ui/glyphs.js';
import {textOf} from '../../source/ui/line.js';
import {lowerLines, upperLines} from '../../source/ui/screen-lines.js';
import {buildScreen, type MainScreen} from '../../source/view/screen.js';
import type {ScreenInput} from '../../source/view/screen-input.js';

/** Virtual milliseconds, and what is done then. */
export type Deed = readonly [number, Action];

export const ms = (milliseconds: number): number => Math.round(milliseconds * 1000);

/** Everything due up to and including each time happens first; then time goes on to `until`. */
export function play(deeds: readonly Deed[], until: number, setup: Partial<Setup> = {}): History {
	const history = createHistory(setup);
	for (const [at, action] of deeds) {
		advance(history, ms(at));
		act(history, action);
	}
	advance(history, ms(until));
	return history;
}

export type Look = Partial<Omit<ScreenInput, 'history' | 'size'>> & {readonly columns?: number; readonly rows?: number};

export function screenOf(history: History, {columns = 80, rows = 24, ...look}: Look = {}): MainScreen {
	const screen = buildScreen({
		history,
		now: history.world.now,
		size: {columns, rows},
		focus: 'server',
		picked: {client: undefined, server: undefined},
		chosen: undefined,
		numbers: 'auto',
		pace: {kind: 'watch', factor: 0.9},
		isWatched: true,
		script: undefined,
		title: 'lab',
		last: undefined,
		...look,
	});
	if (screen.kind !== 'main') throw new Error('too small');
	return screen;
}

/** All rows but the status bar; `isAscii` as a terminal without box glyphs gets them. */
export function draw(history: History, look: Look & {readonly lang?: 'en' | 'zh'; readonly isAscii?: boolean} = {}): readonly string[] {
	const {lang = 'en', isAscii = false, ...rest} = look;
	const screen = screenOf(history, rest);
	const words = catalogues[lang];
	const lines = [...upperLines(screen, words), ...lowerLines(screen, words)];
	return lines.map(line => (isAscii ? inAscii(textOf(line)) : textOf(line)).trimEnd());
}
