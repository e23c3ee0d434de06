/** The store of `drill --watch`: keys in, immutable frames out. Reads of a finished run; only the place in it and the look of it change. */
import {buildDetails} from '../../view/details.js';
import type {Size} from '../../view/screen-input.js';
import {labInput, type Watched, type WatchInput} from '../../view/watch/watch-input.js';
import {buildWatch} from '../../view/watch/watch-screen.js';
import {listeners} from '../listeners.js';
import type {Display} from '../store-type.js';
import {type Clock, createTicker} from '../ticker.js';
import {type WatchKeyId, watchKeys} from './watch-keymap.js';
import {fileRows, pressWatch, type WatchDesk} from './watch-press.js';
import {checkCount, culpritAt, goTo, hasPacket, inputOf, newWatch, openScript, reopen, type Watch} from './watch-state.js';
import type {RunAgain, WatchFile, WatchFrame, WatchOverlay, WatchStore} from './watch-type.js';

type WatchOptions = {
	readonly files: readonly WatchFile[];
	/** A string says why the file cannot be opened. */
	readonly open: (index: number) => Watched | string;
	/** Reads the file anew; undefined: there is none. */
	readonly again: (index: number) => Promise<RunAgain | undefined>;
	readonly display: Display;
	readonly size: Size;
	readonly clock: Clock;
};

function overlayOf(watch: Watch, input: WatchInput | undefined): WatchOverlay | undefined {
	const {overlay, files} = watch;
	switch (overlay?.kind) {
		case 'files':
			return {kind: 'files', files, limit: fileRows(watch), top: overlay.top, highlight: overlay.highlight};
		case 'details':
			return input && {kind: 'details', details: buildDetails(labInput(input), overlay.packet)};
		case 'help':
			return overlay;
		case undefined:
			return undefined;
	}
}

/** Those that lead somewhere. */
function keysOf(watch: Watch): readonly WatchKeyId[] {
	const {at} = watch;
	const isPossible: Partial<Record<WatchKeyId, boolean>> = {
		next: at < checkCount(watch),
		previous: at > 0,
		last: at < checkCount(watch),
		failure: culpritAt(watch) !== undefined && culpritAt(watch) !== at,
		play: at < checkCount(watch),
		details: hasPacket(watch, at),
		files: watch.files.length > 1,
	};
	return watchKeys.filter(({id, cut}) => cut !== undefined && (isPossible[id] ?? true)).map(({id}) => id);
}

function frameOf(watch: Watch, display: Display): WatchFrame {
	const input = inputOf(watch);
	return {
		size: watch.size,
		display,
		screen: input && buildWatch(input),
		overlay: overlayOf(watch, input),
		keys: keysOf(watch),
		isPlaying: watch.isPlaying,
		message: watch.message,
	};
}

/** Lets wall time pass: event after event, to the last. Is there anything new to see? */
function flow(watch: Watch, elapsedMs: number): boolean {
	watch.beat -= elapsedMs * watch.boost;
	if (watch.beat > 0) return false;
	goTo(watch, watch.at + 1);
	if (watch.at === checkCount(watch)) watch.isPlaying = false;
	return true;
}

/** Looked at so often, a change of the pace is felt at once. */
const tickMs = 50;

export function createWatchStore({files, open, again, display, size, clock}: WatchOptions): WatchStore {
	const watch = newWatch(files, size);
	const changes = listeners<[]>();
	const quits = listeners<[number]>();
	const only = files.length === 1 ? open(0) : undefined;
	if (only && typeof only !== 'string') openScript(watch, 0, only);

	let frame = frameOf(watch, display);
	const publish = (): void => {
		frame = frameOf(watch, display);
		changes.call();
	};
	const ticker = createTicker(clock, {
		onTime: elapsed => {
			if (flow(watch, elapsed)) publish();
		},
		next: () => (watch.isPlaying && !watch.overlay ? tickMs : undefined),
	});
	const done = (): void => {
		publish();
		ticker.look();
	};
	const desk: WatchDesk = {
		watch,
		open,
		again: index => {
			void again(index).then(made => {
				if (made) reopen(watch, index, made);
				done();
			});
		},
		quit: quits.call,
	};

	return {
		subscribe: changes.add,
		frame: () => frame,
		press: keys => {
			for (const key of keys) pressWatch(desk, key);
			done();
		},
		resize: to => {
			watch.size = to;
			done();
		},
		start: ticker.start,
		stop: ticker.stop,
		onQuit: quits.add,
	};
}
