import process from 'node:process';
import {createStore} from '../app/store.js';
import type {Store} from '../app/store-type.js';
import {Root} from '../ui/root.js';
import {type Command, type Settings, UsageError} from './command.js';
import {portsFor} from './lab-ports.js';
import {linkChange} from './run.js';
import {loadScript, type Source} from './script-source.js';
import {cliWords} from './settings.js';
import {show, terminalSize, withoutStopKey} from './show.js';
import {hasTerminal} from './terminal.js';

/** Given by what starts the bundle: the functions that this start compiles are worth keeping for the next. */
declare const keepCompiled: undefined | (() => void);

/** The lab: two hosts and a wire on the whole terminal. */
export const lab: Command = async (words, settings) => {
	checkTerminal(settings);
	const store = openStore(settings, await openingOf(words, settings));
	return show(<Root store={withoutStopKey(store)} />, store, settle);
};

function checkTerminal({lang}: Settings): void {
	const {noTerminal, dumbTerminal} = cliWords(lang);
	if (!hasTerminal()) throw new UsageError([noTerminal]);
	if (process.env.TERM === 'dumb') throw new UsageError([dumbTerminal]);
}

async function openingOf([given, ...more]: readonly string[], {lang}: Settings): Promise<Source | undefined> {
	const {oneScenario, keysFromInput} = cliWords(lang);
	if (more.length > 0) throw new UsageError([oneScenario([given, ...more].join(' '))]);
	if (given === '-') throw new UsageError([keysFromInput]);
	return given === undefined ? undefined : loadScript(given, lang);
}

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
	if (Number.parseInt(process.versions.node, 10) <= newestKnownNode)
		void import('node:v8').then(v8 => v8.setFlagsFromString(patientCompiler));
}
