/**
 * Menus as data. What an item does is mostly a statement of the lab language: one door in, and the person sees the line that the
 * choice stands for. Labels are codes; the words are in locale/menus.
 */
import type {HostName, Words} from '../../sim/action.js';

/** Which menu, and about what; two of the same id show the same items. */
export type MenuName =
	| {readonly menu: 'listen' | 'connect' | 'send' | 'inject'; readonly host: HostName}
	| {readonly menu: 'scenarios' | 'write'}
	/** Without a host: both directions. */
	| {readonly menu: 'link'; readonly from: HostName | undefined}
	| {readonly menu: 'host'; readonly host: HostName}
	/** Values of one knob: `before` is the statement up to the value. */
	| {readonly menu: 'values'; readonly before: string; readonly values: readonly string[]; readonly current: string};

/** Part of the language or a name: the same in every language. */
type Literal = {readonly text: string};

/** Literal text, or words by code with what is to be put into them. */
type Label<Code extends string> = Literal | {readonly code: Code; readonly values?: Readonly<Record<string, string | number>>};

export type LabelCode =
	| 'rst-exact'
	| 'rst-in-window'
	| 'rst-outside'
	| 'rst-seq'
	| 'any-segment'
	| 'flood'
	| 'type-it'
	| 'type-text'
	| 'type-size'
	| 'write-script'
	| 'write-text'
	| 'write-json'
	| 'write-packetdrill-client'
	| 'write-packetdrill-server';

/** Values of knobs that want a word, by the knob's. */
export const explainedValues = [
	'app-manual',
	'app-reader',
	'app-echo',
	'ecn-on',
	'ecn-off',
	'ecn-passive',
	'congestion-newreno',
	'congestion-cubic',
] as const;

export type DetailCode =
	| 'flood-of'
	| `link-${'delay' | 'jitter' | 'loss' | 'duplicate' | 'corrupt' | 'reorder' | 'rate' | 'queue'}`
	| `knob-${'isn' | 'mss' | 'rcvbuf' | 'sndbuf' | 'nagle' | 'delayed-ack' | 'keepalive' | 'sack' | 'timestamps' | 'wscale' | 'ecn' | 'challenge-ack' | 'quiet-time' | 'syn-cookies' | 'msl' | 'rto-min' | 'syn-retries' | 'retries' | 'congestion' | 'app' | 'profile'}`
	| 'current'
	| 'backlog'
	| 'reuseaddr'
	| 'from-port'
	| 'simultaneous'
	| 'crash'
	| 'restart'
	| (typeof explainedValues)[number];

/** One line below the items; `ref` stands at its right end. */
export type MenuNote =
	| {readonly code: 'window'; readonly rcvNxt: number; readonly rcvWnd: number; readonly ref: string}
	| {readonly code: 'syn-sent'; readonly sndNxt: number; readonly ref: string}
	| {readonly code: 'intro'; readonly words: Words}
	| {readonly code: 'from-now-on' | 'later-connections' | 'at-once' | 'values' | 'listen' | 'connect' | 'send' | 'write' | 'no-connection'};

/** What is asked for in the middle of a statement. */
export type AskTopic = 'listen' | 'connect' | 'send-text' | 'send-size' | 'seq' | 'segment' | 'flood' | 'value' | 'file';

export type Ask = {
	readonly topic: AskTopic;
	/** The statement around what is typed; empty for a file. */
	readonly before: string;
	readonly after: string;
	/** What stands there to begin with. */
	readonly text: string;
	/** What is typed becomes a string of the language: quotes and backslashes get their escapes. */
	readonly isQuoted?: boolean;
	/** For a file: what is written to it. */
	readonly format?: WriteFormat;
};

/** packetdrill: the view of one host. */
export type WriteFormat = 'script' | 'text' | 'json' | 'packetdrill-client' | 'packetdrill-server';

export type MenuDeed =
	| {readonly kind: 'statement'; readonly statement: string}
	| {readonly kind: 'open'; readonly menu: MenuName}
	| {readonly kind: 'ask'; readonly ask: Ask}
	| {readonly kind: 'play'; readonly scenario: string}
	| {readonly kind: 'write'; readonly format: WriteFormat; readonly file: string};

export type MenuItem = {
	/** Unique in its menu. */
	readonly id: string;
	readonly label: Label<LabelCode>;
	readonly detail?: Label<DetailCode> | {readonly words: Words};
	readonly deed: MenuDeed;
	/** Where a letter leads that is typed while this item is highlighted. */
	readonly typing?: Ask;
	readonly note?: MenuNote;
};

export type Menu = {
	readonly name: MenuName;
	readonly items: readonly MenuItem[];
	/** The socket that it is about. */
	readonly socket?: number;
	/** Cells that the labels take at least, so that a changed value does not move the details. */
	readonly labelCells?: number;
	/** Item to begin with. */
	readonly first?: string;
};

export const menuId = (name: MenuName): string => JSON.stringify(name);
