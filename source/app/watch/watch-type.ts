/** What the screen of `drill --watch` knows of its store. */
import type {DetailsView} from '../../view/details.js';
import type {Size} from '../../view/screen-input.js';
import type {Watched} from '../../view/watch/watch-input.js';
import type {WatchScreen} from '../../view/watch/watch-screen.js';
import type {Display, Store} from '../store-type.js';
import type {WatchKeyId} from './watch-keymap.js';

/** A script that can be opened, and what came of it. */
export type WatchFile = {
	/** Fit for a terminal. */
	readonly name: string;
	readonly result: 'pass' | 'fail' | 'unsupported' | 'error';
	/** The line that decided it. */
	readonly line: number | undefined;
	/** Why it cannot be opened; undefined: it can. */
	readonly error: string | undefined;
};

/** What became of a script that was read and run anew. */
export type RunAgain = {readonly file: WatchFile; readonly opened: Watched | string};

/** Why a key did nothing; `again`: what it did. */
export type WatchMessage = {readonly key: string} & (
	| {
			readonly code:
				| 'again'
				| 'at-first'
				| 'at-last'
				| 'no-failure'
				| 'no-packet'
				| 'one-file'
				| 'choose'
				| 'held'
				| 'unknown'
				| 'fastest'
				| 'slowest';
	  }
	| {readonly code: 'unreadable'; readonly error: string}
);

export type FilesView = {
	readonly kind: 'files';
	readonly files: readonly WatchFile[];
	/** Files to be seen at once, and the index of the first of them. */
	readonly limit: number;
	readonly top: number;
	readonly highlight: number;
};

export type WatchOverlay = FilesView | {readonly kind: 'help'} | {readonly kind: 'details'; readonly details: DetailsView};

/** Never changed after it was published. */
export type WatchFrame = {
	readonly size: Size;
	readonly display: Display;
	/** Undefined: no script has been opened yet. */
	readonly screen: WatchScreen | undefined;
	readonly overlay: WatchOverlay | undefined;
	/** Keys that lead somewhere now, for the status bar. */
	readonly keys: readonly WatchKeyId[];
	readonly isPlaying: boolean;
	readonly message: WatchMessage | undefined;
};

export type WatchStore = Omit<Store, 'frame'> & {readonly frame: () => WatchFrame};
