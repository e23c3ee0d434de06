import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {createStore} from '../app/store.js';
import type {Store} from '../app/store-type.js';
import {Root} from '../ui/root.js';
import {openScreen} from '../ui/terminal/screen.js';
import {type Command, type Settings, UsageError} from './command.js';
import {portsFor} from './lab-ports.js';
import {linkChange} from './run.js';
import {loadScript, type Source} from './script-source.js';
import {cliWords} from './settings.js';

/** Given by what starts the bundle: the functions that this start compiles are worth keeping for the next. */
declare const keepCompiled: undefined | (() => void);

/** The lab: two hosts and a wire on the whole terminal. */
export const lab: Command = async (words, settings) => {
	checkTerminal(settings);
	const store = openStore(settings, await openingOf(words, settings));
	return show(store);
};

function checkTerminal({lang}: Settings): void {
	const {noTerminal, dumbTerminal} = cliWords(lang);
	if (!process.stdin.isTTY || !process.stdout.isTTY) throw new UsageError([noTerminal]);
	if (process.env.TERM === 'dumb') throw new UsageError([dumbTerminal]);
}

async function openingOf([given, ...more]: readonly string[], {lang}: Settings): Promise<Source | undefined> {
	const {oneScenario, keysFromInput} = cliWords(lang);
	if (more.length > 0) throw new UsageError([oneScenario([given, ...more].join(' '))]);
	if (given === '-') throw new UsageError([keysFromInput]);
	return given === undefined ? undefined : loadScript(given, lang);
}

const terminalSize = () => ({columns: process.stdout.columns || 80, rows: process.stdout.rows || 24});

function openStore(settings: Settings, opening: Source | undefined): Store {
	const {lang, isAscii, hasColor, fps, speed, seed, profile, link} = settings;
	return createStore({
		display: {lang, isAscii, hasColor},
		size: terminalSize(),
		fps,
		base: speed ?? 'watch',
		given: {seed, profile, link: linkChange(link)},
		...(opening && {opening: {title: opening.name, script: opening.script}}),
		ports: portsFor(settings),
	});
}

/**
 * V8 compiles a function anew, for speed, when it has run for some time. A screen has many functions that run a little each: left to itself
 * V8 spends as much on compiling them as they take in the first minutes.
 */
const patientCompiler = '--interrupt-budget=500000';
/** A flag that V8 does not know it complains of on stderr: only where it was seen to work. */
const newestKnownNode = 24;

/** The first frame is drawn: what the next start can use of this one is put by, before V8 is told to compile less (compiled code fits only the same flags). */
function settle(): void {
	if (typeof keepCompiled === 'function') keepCompiled();
	if (Number.parseInt(process.versions.node, 10) <= newestKnownNode) setFlagsFromString(patientCompiler);
}

/** The terminal's own affair, wherever the lab is. */
const stopKey = 'ctrl-z';
const withoutStopKey = (store: Store): Store => ({...store, press: keys => store.press(keys.filter(key => key !== stopKey))});

async function show(store: Store): Promise<number> {
	const follow = () => store.resize(terminalSize());
	process.stdout.on('resize', follow);
	const screen = openScreen(<Root store={withoutStopKey(store)} />, {onAway: store.stop, onBack: store.start});
	store.onQuit(screen.end);
	settle();
	store.start();
	try {
		return await screen.ended;
	} finally {
		process.stdout.off('resize', follow);
		store.stop();
	}
}
