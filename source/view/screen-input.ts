/** All that a picture of the lab is made from. The store fills it in; nothing else reaches the view models. */

import type {Action, HostName} from '../sim/action.js';
import type {History} from '../sim/index.js';

/** Cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** What the header says of time. `factor`: virtual seconds a second, now. */
export type PaceView =
	| {readonly kind: 'watch' | 'speed'; readonly factor: number}
	/** `reading`: time stands as long as the presenter's words take. */
	| {readonly kind: 'paused' | 'held' | 'idle' | 'reading'}
	| {readonly kind: 'past' /** Events back. */; readonly by: number};

/** What a script that still plays will do. */
export type ScriptView =
	/** Its `pause` waits for a key. */
	| {readonly kind: 'paused'}
	| {
			readonly kind: 'running';
			/** Virtual µs of its next line; undefined: an event has to come first. */
			readonly at: number | undefined;
			/** The statement; undefined: words. */
			readonly next: string | undefined;
	  };

export type ScreenInput = {
	readonly history: History;
	/** Shown time, virtual µs: the world's, or a little later between two events. */
	readonly now: number;
	readonly size: Size;
	/** The host that the keys act on. */
	readonly focus: HostName;
	/** The descriptor picked with ↑ ↓ on each host; undefined: the one that the rules choose. */
	readonly picked: Readonly<Record<HostName, number | undefined>>;
	/** The packet chosen with [ ]; undefined: none. */
	readonly chosen: number | undefined;
	readonly numbers: 'auto' | 'relative' | 'absolute';
	readonly pace: PaceView;
	/** Time goes by the pace "watch", which holds it while words are read. */
	readonly isWatched: boolean;
	/** Undefined: none plays, or nothing more is to come of it. */
	readonly script: ScriptView | undefined;
	/** `lab`, or the scenario's name or file name. */
	readonly title: string;
	/** The last key pressed and the action it stood for, for the heading of "why". */
	readonly last: {readonly key: string; readonly action: Action | undefined} | undefined;
};
