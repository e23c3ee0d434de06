/**
 * What the screen knows of the store: immutable frames out, keys in. The store is the only writer of the lab; React
 * subscribes to it (`useSyncExternalStore(store.subscribe, store.frame)`) and holds no state of its own.
 */
import type {HostName} from '../sim/action.js';
import type {Screen} from '../view/screen.js';
import type {Size} from '../view/screen-input.js';
import type {Message} from './message.js';
import type {OverlayView} from './overlay.js';

/** How the lab is to be drawn; fixed for the whole run. */
export type Display = {
	readonly lang: 'en' | 'zh';
	/** Only 7-bit characters. */
	readonly isAscii: boolean;
	readonly hasColor: boolean;
};

/** Names the words beside a key in the status bar; they are in locale/keys. */
export type StatusWord =
	| 'other-host'
	| 'listen'
	| 'connect'
	| 'accept'
	| 'send'
	| 'receive'
	| 'shutdown'
	| 'close'
	| 'abort'
	| 'drop'
	| 'duplicate'
	| 'delay'
	| 'mark'
	| 'details'
	| 'pause'
	| 'go-on'
	| 'step'
	| 'step-back'
	| 'present'
	| 'scenarios'
	| 'knobs'
	| 'diagram'
	| 'help'
	| 'quit';

/** One key (or two that belong together) that makes sense now, for the status bar. */
export type KeyHint = {
	/** As `keysIn` names them; locale/keys `keyName` makes them readable. */
	readonly keys: readonly string[];
	readonly word: StatusWord;
	/** Left out in this order when the row is too narrow: the highest first. 0 is never left out. */
	readonly cut: number;
};

/** The status bar, in sections from the left; an empty one is not drawn. */
export type StatusView = {
	readonly host: HostName;
	readonly hostKeys: readonly KeyHint[];
	/** The packet with the double line and what can be done to it. */
	readonly packet: {readonly n: number; readonly keys: readonly KeyHint[]} | undefined;
	readonly timeKeys: readonly KeyHint[];
	readonly helpKeys: readonly KeyHint[];
	/** Two blanks instead of a bar between time and help (a packet section is shown and the row is short). */
	readonly isShort: boolean;
};

/** One picture of the lab. Never changed after it was published. */
export type Frame = {
	readonly size: Size;
	readonly display: Display;
	/** The main screen; also below the overlays that leave some of it visible. */
	readonly screen: Screen;
	readonly status: StatusView;
	/** Stands in place of the status bar until the next key; complaints begin with `!`. */
	readonly message: Message | undefined;
	/** What is open over the main screen; `overlayArea` tells how much it covers. */
	readonly overlay: OverlayView | undefined;
};

export type Store = {
	/** Calls back after each new frame; returns what ends it. */
	readonly subscribe: (onChange: () => void) => () => void;
	/** The newest frame; the same object until the next one is published. */
	readonly frame: () => Frame;
	/** What one input event brought, split by `keysIn`: 'l', 'tab', 'up', 'return', 'space', 'escape', 'pagedown', 'ctrl-c' … */
	readonly press: (keys: readonly string[]) => void;
	/** The terminal has a new size. */
	readonly resize: (size: Size) => void;
	/** Lets time run. Before `start` and after `stop` no timer is set. */
	readonly start: () => void;
	readonly stop: () => void;
	/** Calls back once when the person wants to leave: 0 after q, 130 after Ctrl-C. Returns what ends it. */
	readonly onQuit: (callback: (exitCode: number) => void) => () => void;
};
