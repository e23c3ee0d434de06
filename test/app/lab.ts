/** A store whose clock the test turns, and a way to type at it. */
import {createStore, type Ports, type StoreOptions} from '../../source/app/store.js';
import type {Store} from '../../source/app/store-type.js';
import type {Clock} from '../../source/app/ticker.js';
import {printAction} from '../../source/script/print.js';
import type {History} from '../../source/sim/index.js';
import type {MainScreen} from '../../source/view/screen.js';

type Timer = {readonly at: number; readonly callback: () => void};

/** Time passes only when the test says so. */
export function fakeClock(): {readonly clock: Clock; readonly pass: (ms: number) => void; readonly timers: () => number} {
	let now = 0;
	let timers: Timer[] = [];
	const pass = (ms: number): void => {
		const end = now + ms;
		for (;;) {
			const next = timers.toSorted((a, b) => a.at - b.at).find(({at}) => at <= end);
			if (!next) break;
			now = next.at;
			timers = timers.filter(timer => timer !== next);
			next.callback();
		}
		now = end;
	};
	const clock: Clock = {
		now: () => now,
		setTimer: (callback, ms) => {
			const timer = {at: now + ms, callback};
			timers.push(timer);
			return () => {
				timers = timers.filter(one => one !== timer);
			};
		},
	};
	return {clock, pass, timers: () => timers.length};
}

export type TestLab = {
	readonly store: Store;
	/** Milliseconds of wall time. */
	readonly pass: (ms: number) => void;
	readonly timers: () => number;
	/** Each key by itself, as a person types. */
	readonly type: (...keys: readonly string[]) => void;
	readonly files: Map<string, string>;
	readonly screen: () => MainScreen;
	/** The history as the exports see it. */
	readonly history: () => History;
	/** What was done so far, in the lab language. */
	readonly done: () => readonly string[];
	/** The message of the last key, without its kind. */
	readonly said: () => string | undefined;
};

export function testLab(options: Partial<StoreOptions> = {}): TestLab {
	const {clock, pass, timers} = fakeClock();
	const files = new Map<string, string>();
	let seen: History | undefined;
	const ports: Ports = {
		clock,
		exists: file => files.has(file),
		writeNew: (file, text) => {
			if (files.has(file)) return 'EEXIST';
			files.set(file, text);
			return undefined;
		},
		print: (format, history) => {
			seen = history;
			if (format === 'packetdrill-server') return {host: 'server', unsayable: {code: 'nothing'}};
			return format;
		},
	};
	const store = createStore({
		display: {lang: 'en', isAscii: false, hasColor: true},
		size: {columns: 80, rows: 24},
		fps: 30,
		base: 'watch',
		given: {},
		ports,
		...options,
	});
	store.start();
	const screen = (): MainScreen => {
		const {screen: shown} = store.frame();
		if (shown.kind !== 'main') throw new Error('too small');
		return shown;
	};
	/** The only way to the history is the one that exports take. */
	const history = (): History => {
		while (store.frame().overlay) store.press(['escape']);
		store.press(['w', 'down', 'down', 'return']);
		files.clear();
		if (!seen) throw new Error('nothing was printed');
		return seen;
	};
	return {
		store,
		pass,
		timers,
		files,
		screen,
		history,
		done: () => history().journal.map(({action}) => printAction(action)),
		said: () => store.frame().message?.code,
		type: (...keys) => {
			for (const key of keys) store.press([key]);
		},
	};
}
