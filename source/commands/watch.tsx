import process from 'node:process';
import {createWatchStore} from '../app/watch/watch-store.js';
import type {WatchFile} from '../app/watch/watch-type.js';
import {drillScript} from '../packetdrill/run/drill.js';
import {visible} from '../script/escape.js';
import {WatchRoot} from '../ui/watch/watch-root.js';
import type {Watched} from '../view/watch/watch-input.js';
import {type Settings, UsageError} from './command.js';
import type {Outcome} from './drill.js';
import {clock} from './lab-ports.js';
import {drillWords} from './pkt-source.js';
import {show, terminalSize, withoutStopKey} from './show.js';

type Watching = {
	readonly settings: Settings;
	/** Reads and runs the same script anew. */
	readonly again: (outcome: Outcome) => Promise<Outcome>;
};

/**
 * Scripts that have been run, on the screen: the only one at once, else a list to choose from. Needs a terminal. What is run again takes
 * its place in `outcomes`.
 */
export async function watch(outcomes: Outcome[], {settings, again}: Watching): Promise<number> {
	const {lang, isAscii, hasColor} = settings;
	const [first, ...more] = outcomes;
	if (first?.result === 'error' && more.length === 0) return 0;
	if (process.env.TERM === 'dumb') throw new UsageError([drillWords(lang).noTerminal]);
	const store = createWatchStore({
		files: outcomes.map(fileOf),
		open: index => opened(outcomes[index]),
		again: async index => {
			const before = outcomes[index];
			if (!before) return undefined;
			const outcome = await again(before);
			outcomes[index] = outcome;
			return {file: fileOf(outcome), opened: opened(outcome)};
		},
		display: {lang, isAscii, hasColor},
		size: terminalSize(),
		clock,
	});
	return show(<WatchRoot store={withoutStopKey(store)} />, store);
}

const fileOf = (outcome: Outcome): WatchFile => ({
	name: visible(outcome.name),
	result: outcome.result,
	line: outcome.line,
	error: outcome.result === 'error' ? mistakeText(outcome) : undefined,
});

/** Of one that cannot be read, with its place in the file. */
function mistakeText({source}: Outcome): string {
	const {line = 0, column = 0, words = ''} = source?.mistake ?? {};
	return visible(line > 0 ? `${line}:${column}: ${words}` : words);
}

/** Run again: of a thousand scripts only the one that is looked at is kept. */
function opened(outcome: Outcome | undefined): Watched | string {
	if (!outcome?.source?.script) return outcome ? mistakeText(outcome) : '';
	const {script, profile, text} = outcome.source;
	return {name: visible(outcome.name), lines: scriptLines(text), profile, drill: drillScript(script, profile)};
}

/** Behind the last line end there is no line. */
const scriptLines = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);
