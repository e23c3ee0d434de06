/** `drill --watch` on scripts of a test, with a clock that the test turns, drawn as text. */
import {createWatchStore} from '../../source/app/watch/watch-store.js';
import type {RunAgain, WatchFile, WatchStore} from '../../source/app/watch/watch-type.js';
import {catalogues} from '../../source/locale/index.js';
import {drillScript} from '../../source/packetdrill/run/drill.js';
import {inAscii} from '../../source/ui/glyphs.js';
import {textOf} from '../../source/ui/line.js';
import {linesOf} from '../../source/ui/watch/watch-root.js';
import type {Size} from '../../source/view/screen-input.js';
import type {Watched} from '../../source/view/watch/watch-input.js';
import {fakeClock} from '../app/lab.js';
import {parsed} from '../packetdrill/parsed.js';

function watched(text: string, name = 'a.pkt'): Watched {
	return {name, lines: text.trimEnd().split('\n'), profile: 'textbook', drill: drillScript(parsed(text), 'textbook')};
}

/** A handshake and ten octets; the acknowledgment that is expected is one too high. */
export const failing = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
+0...0.15 accept(3, ..., ...) = 4
+0.05 < S 0:0(0) win 65535 <mss 1460>
+0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
+0.1 < . 1:1(0) ack 1 win 65535
+0 < P. 1:21(20) ack 1 win 65535
+0.2 > . 1:1(0) ack 22
`;

export const passing = failing.replace('ack 22', 'ack 21');

type Watcher = {
	readonly store: WatchStore;
	readonly pass: (ms: number) => void;
	readonly timers: () => number;
	readonly type: (...keys: readonly string[]) => void;
	/** Rows without trailing blanks. */
	readonly draw: () => readonly string[];
	readonly said: () => string | undefined;
	/** Events that have been looked at. */
	readonly at: () => number | undefined;
	readonly ended: () => number | undefined;
};

type Options = {
	readonly size?: Size;
	readonly lang?: 'en' | 'zh';
	readonly isAscii?: boolean;
	readonly anew?: readonly (string | undefined)[];
};

/** `undefined`: a script that cannot be read. */
export function watcher(texts: readonly (string | undefined)[], options: Options = {}): Watcher {
	const {size = {columns: 80, rows: 24}, lang = 'en', isAscii = false, anew = texts} = options;
	const {clock, pass, timers} = fakeClock();
	const files = texts.map((text, index): WatchFile => {
		const name = `${index + 1}.pkt`;
		if (text === undefined) return {name, result: 'error', line: 1, error: 'no script'};
		const {result, culprit} = drillScript(parsed(text), 'textbook');
		return {name, result, line: culprit?.place.line, error: undefined};
	});
	const open = (index: number): Watched | string => {
		const text = texts[index];
		return text === undefined ? 'no script' : watched(text, `${index + 1}.pkt`);
	};
	const again = async (index: number): Promise<RunAgain | undefined> => {
		const file = files[index];
		const text = anew[index];
		if (!file || text === undefined) return file && {file: {...file, result: 'error', error: '3:1: no more'}, opened: '3:1: no more'};
		const opened = watched(text, file.name);
		return {file: {...file, result: opened.drill.result, line: opened.drill.culprit?.place.line}, opened};
	};
	const store = createWatchStore({files, open, again, display: {lang, isAscii, hasColor: false}, size, clock});
	let ended: number | undefined;
	store.onQuit(code => {
		ended = code;
	});
	store.start();
	return {
		store,
		pass,
		timers,
		type: (...keys) => {
			for (const key of keys) store.press([key]);
		},
		draw: () => linesOf(store.frame(), catalogues[lang]).map(line => (isAscii ? inAscii(textOf(line)) : textOf(line)).trimEnd()),
		said: () => store.frame().message?.code,
		at: () => {
			const {screen} = store.frame();
			return screen?.kind === 'main' ? screen.header.at : undefined;
		},
		ended: () => ended,
	};
}
