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

/** Scripts that have been run, on the screen: the only one at once, else a list to choose from. Needs a terminal. */
export async function watch(outcomes: readonly Outcome[], {lang, isAscii, hasColor}: Settings): Promise<number> {
	const [first, ...more] = outcomes;
	if (first?.result === 'error' && more.length === 0) throw new UsageError([`${visible(first.name)}: ${first.actual ?? ''}`]);
	if (process.env.TERM === 'dumb') throw new UsageError([drillWords(lang).noTerminal]);
	const store = createWatchStore({
		files: outcomes.map(fileOf),
		open: index => opened(outcomes[index]),
		display: {lang, isAscii, hasColor},
		size: terminalSize(),
		clock,
	});
	return show(<WatchRoot store={withoutStopKey(store)} />, store);
}

const fileOf = ({name, result, line, actual}: Outcome): WatchFile => ({
	name: visible(name),
	result,
	line,
	error: result === 'error' ? visible(actual ?? '') : undefined,
});

/** Run again: of a thousand scripts only the one that is looked at is kept. */
function opened(outcome: Outcome | undefined): Watched | string {
	const {source, name = '', actual = ''} = outcome ?? {};
	if (!source?.script) return actual;
	const {script, profile, text} = source;
	return {name: visible(name), lines: text.split(/\r?\n/), profile, drill: drillScript(script, profile)};
}
