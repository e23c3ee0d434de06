/**
 * The lab's keys, once: the store acts by this table, the help overlay, the status bar and the README's table are drawn from it.
 * Words for each `id` are in locale/keys; when a key makes sense is in sense.ts, what it does in intents/.
 */
export type KeyGroup = 'host' | 'packet' | 'time' | 'look';

/** Where the status bar offers the key: in which section, and how early it is left out of a narrow row (the highest number first). */
type StatusPlace = {readonly section: 'host' | 'packet' | 'time' | 'help'; readonly cut: number};

type KeyRow = {
	readonly id: string;
	/** The first is the one that is shown. */
	readonly keys: readonly [string, ...string[]];
	/** How many of them the help shows; 1 where not given. */
	readonly shown?: number;
	/** Its place in the help; keys that share a line there name the line's first key. */
	readonly group: KeyGroup;
	readonly sharesLineWith?: string;
	readonly status?: StatusPlace;
};

/** In the order of the help. */
export const keymap = [
	{id: 'other-host', keys: ['tab'], group: 'host', status: {section: 'host', cut: 19}},
	{id: 'socket-up', keys: ['up'], group: 'host'},
	{id: 'socket-down', keys: ['down'], group: 'host', sharesLineWith: 'socket-up'},
	{id: 'listen', keys: ['l'], group: 'host', status: {section: 'host', cut: 12}},
	{id: 'listen-ask', keys: ['L'], group: 'host', sharesLineWith: 'listen'},
	{id: 'connect', keys: ['c'], group: 'host', status: {section: 'host', cut: 11}},
	{id: 'connect-ask', keys: ['C'], group: 'host', sharesLineWith: 'connect'},
	{id: 'accept', keys: ['a'], group: 'host', status: {section: 'host', cut: 8}},
	{id: 'send', keys: ['s'], group: 'host', status: {section: 'host', cut: 9}},
	{id: 'send-ask', keys: ['S'], group: 'host', sharesLineWith: 'send'},
	{id: 'receive', keys: ['r'], group: 'host', status: {section: 'host', cut: 10}},
	{id: 'shutdown', keys: ['h'], group: 'host', status: {section: 'host', cut: 27}},
	{id: 'close', keys: ['x'], group: 'host', status: {section: 'host', cut: 13}},
	{id: 'abort', keys: ['A'], group: 'host', status: {section: 'host', cut: 14}},
	{id: 'inject', keys: ['i'], group: 'host'},
	{id: 'drop-next', keys: ['D'], group: 'host'},
	{id: 'drop', keys: ['d'], group: 'packet', status: {section: 'packet', cut: 20}},
	{id: 'duplicate', keys: ['u'], group: 'packet', status: {section: 'packet', cut: 28}},
	{id: 'delay', keys: ['y'], group: 'packet', status: {section: 'packet', cut: 29}},
	{id: 'mark', keys: ['e'], group: 'packet', status: {section: 'packet', cut: 26}},
	{id: 'pause', keys: ['space'], group: 'time', status: {section: 'time', cut: 21}},
	{id: 'step-on', keys: ['.', 'pagedown', 'right'], shown: 2, group: 'time', status: {section: 'time', cut: 25}},
	{id: 'step-back', keys: [',', 'pageup', 'left'], shown: 2, group: 'time', status: {section: 'time', cut: 23}},
	{id: 'faster', keys: ['+', '='], group: 'time'},
	{id: 'slower', keys: ['-'], group: 'time', sharesLineWith: 'faster'},
	{id: 'present', keys: ['end'], group: 'time', status: {section: 'time', cut: 22}},
	{id: 'older', keys: ['['], group: 'look'},
	{id: 'newer', keys: [']'], group: 'look', sharesLineWith: 'older'},
	{id: 'details', keys: ['return'], group: 'look'},
	{id: 'diagram', keys: ['g'], group: 'look', status: {section: 'time', cut: 24}},
	{id: 'numbers', keys: ['n'], group: 'look'},
	{id: 'scenarios', keys: ['m'], group: 'look', status: {section: 'time', cut: 23}},
	{id: 'knobs', keys: ['k'], group: 'look', status: {section: 'time', cut: 26}},
	{id: 'write', keys: ['w'], group: 'look'},
	{id: 'escape', keys: ['escape'], group: 'look'},
	{id: 'help', keys: ['?'], group: 'look', status: {section: 'help', cut: 0}},
	{id: 'quit', keys: ['q', 'ctrl-c'], group: 'look', sharesLineWith: 'help', status: {section: 'help', cut: 28}},
] as const satisfies readonly KeyRow[];

export type KeyId = (typeof keymap)[number]['id'];
/** The keys that begin a line of the help. */
export type HelpLine = Exclude<(typeof keymap)[number], {readonly sharesLineWith: string}>['id'];
type KeyEntry = KeyRow & {readonly id: KeyId};

const entries: readonly KeyEntry[] = keymap;
const byKey = new Map(entries.flatMap(entry => entry.keys.map(key => [key, entry.id] as const)));
const byId = new Map(entries.map(entry => [entry.id, entry]));

/** What a key of the main screen stands for. */
export const keyIdOf = (key: string): KeyId | undefined => byKey.get(key);

/** The letter that is shown for it. */
export const keyFor = (id: KeyId): string => byId.get(id)?.keys[0] ?? id;

/** A line of the help: its keys as they are shown, by name. */
export type HelpRow = {readonly line: HelpLine; readonly group: KeyGroup; readonly keys: readonly string[]};

const begins = (row: (typeof keymap)[number]): row is Extract<(typeof keymap)[number], {readonly id: HelpLine}> =>
	!('sharesLineWith' in row);

/** The lines of the help, in their order. */
export const helpRows: readonly HelpRow[] = keymap.filter(begins).map(({id, group}) => ({
	line: id,
	group,
	keys: entries.filter(entry => entry.id === id || entry.sharesLineWith === id).flatMap(({keys, shown = 1}) => keys.slice(0, shown)),
}));

export const statusPlace = (id: KeyId): StatusPlace | undefined => byId.get(id)?.status;
