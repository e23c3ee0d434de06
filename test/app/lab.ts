/** A store whose clock the test turns, and a way to type at it. */
import {createStore, type Ports, type StoreOptions} from '../../source/app/store.js';
import type {Store} from '../../source/app/store-type.js';
import type {Clock} from '../../source/app/ticker.js';
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
};

export function testLab(options: Partial<StoreOptions> = {}): TestLab {
	const {clock, pass, timers} = fakeClock();
	const files = new Map<string, string>();
	const ports: Ports = {
		clock,
		exists: file => files.has(file),
		writeNew: (file, text) => {
			if (files.has(file)) return 'EEXIST';
			files.set(file, text);
			return undefined;
		},
		print: format => format,
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
	return {
		store,
		pass,
		timers,
		files,
		screen,
		type: (...keys) => {
			for (const key of keys) store.press([key]);
		},
	};
}
