/** The lab's store: keys in, immutable frames out. The only writer of the lab, the only user of the wall clock. */
import type {Wordless} from '../export/packetdrill/deeds.js';
import {findScenario} from '../scenarios/index.js';
import {parseScript} from '../script/parser.js';
import type {Script} from '../script/script.js';
import {type Given, setupOf} from '../script/setup.js';
import {createHistory, type History} from '../sim/index.js';
import type {Size} from '../view/screen-input.js';
import {buildFrame} from './frame.js';
import type {Lab} from './lab.js';
import {listeners} from './listeners.js';
import type {WriteFormat} from './menus/menu.js';
import type {Base} from './pace.js';
import {createPlaying} from './playing.js';
import {type Desk, pressOne} from './press.js';
import {printSession} from './session.js';
import type {Display, Frame, Store} from './store-type.js';
import {type Clock, createTicker} from './ticker.js';
import {flowOn, newFlow, nextLook} from './time.js';

/** What only the outside can do. */
export type Ports = {
	readonly clock: Clock;
	/** Writes a new file; never over one that is there. Undefined: done; else the errno's name, EEXIST for a file that is there. */
	readonly writeNew: (file: string, text: string) => string | undefined;
	readonly exists: (file: string) => boolean;
	/** The run so far as `run --format` prints it, or what has no words there. */
	readonly print: (format: Exclude<WriteFormat, 'script'>, history: History) => string | Wordless;
};

export type StoreOptions = {
	readonly display: Display;
	readonly size: Size;
	/** Frames a second at most. */
	readonly fps: number;
	readonly base: Base;
	/** Seed, profile and link of the command line: they hold for every run, also of scenarios. */
	readonly given: Given;
	/** What plays from the beginning on. */
	readonly opening?: {readonly title: string; readonly script: Script};
	readonly ports: Ports;
};

const emptyScript: Script = {statements: []};

/** More sessions are not saved in one folder under names of the lab's own. */
const mostFiles = 999;

function newLab({size, base, given}: StoreOptions): Lab {
	return {
		history: createHistory(setupOf(emptyScript, given)),
		focus: 'server',
		picked: {client: undefined, server: undefined},
		chosen: undefined,
		numbers: 'auto',
		isPaused: false,
		pace: {base, boost: 1},
		overlays: [],
		message: undefined,
		last: undefined,
		title: 'lab',
		playing: undefined,
		size,
	};
}

/** A fresh world with the script on its stage; how the person looks at it stays. */
function playScript(lab: Lab, {title, script}: NonNullable<StoreOptions['opening']>, given: Given): void {
	const history = createHistory(setupOf(script, given));
	const playing = createPlaying(script, history, {hasFixedProfile: given.profile !== undefined});
	Object.assign(lab, {
		history,
		playing,
		title,
		picked: {client: undefined, server: undefined},
		chosen: undefined,
		isPaused: false,
		overlays: [],
		last: undefined,
	});
}

function playBuiltIn(lab: Lab, name: string, given: Given): void {
	const {script} = parseScript(findScenario(name)?.text ?? '');
	if (script) playScript(lab, {title: name, script}, given);
}

function freeNameIn({exists}: Ports, extension: string): string {
	for (let n = 1; n < mostFiles; n++) if (!exists(`lab-${n}.${extension}`)) return `lab-${n}.${extension}`;
	return `lab-${mostFiles}.${extension}`;
}

const textOf = (lab: Lab, format: WriteFormat, {print}: Ports): string | Wordless =>
	format === 'script' ? printSession(lab.history, lab.title) : print(format, lab.history);

export function createStore(options: StoreOptions): Store {
	const {display, fps, given, ports} = options;
	const lab = newLab(options);
	const flow = newFlow();
	const changes = listeners<[]>();
	const quits = listeners<[number]>();
	const freeName = (extension: string): string => freeNameIn(ports, extension);
	const frameMs = 1000 / fps;
	if (options.opening) playScript(lab, options.opening, given);

	const build = (): Frame => buildFrame({lab, flow, display, freeName});
	let frame = build();
	const publish = (): void => {
		frame = build();
		changes.call();
	};

	const desk: Desk = {
		lab,
		outside: {
			startScenario: name => {
				playBuiltIn(lab, name, given);
				Object.assign(flow, newFlow());
			},
			write: (format, file) => {
				const text = textOf(lab, format, ports);
				return typeof text === 'string' ? ports.writeNew(file, text) : text;
			},
		},
		freeName,
		quit: quits.call,
	};

	const ticker = createTicker(ports.clock, {
		onTime: elapsed => {
			flowOn(lab, flow, {elapsed, lang: display.lang});
			publish();
		},
		next: () => nextLook(lab, flow, frameMs),
	});

	/** What a person does is seen at once. */
	const done = (): void => {
		publish();
		ticker.look();
	};

	return {
		subscribe: changes.add,
		frame: () => frame,
		press: keys => {
			if (keys.length === 0) return;
			for (const key of keys) if (!pressOne(desk, key)) break;
			done();
		},
		resize: size => {
			lab.size = size;
			done();
		},
		start: ticker.start,
		stop: ticker.stop,
		onQuit: quits.add,
	};
}
