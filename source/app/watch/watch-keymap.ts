/** The keys of `drill --watch`, once: the store acts by this table, help and status bar are drawn from it. Nothing can be done to a run; it can only be made anew. */
type Row = {
	readonly id: string;
	/** The first is the one that is shown. */
	readonly keys: readonly [string, ...string[]];
	/** How many of them the help shows; 1 where not given. */
	readonly shown?: number;
	/** In the status bar, left out of a narrow row: the highest number first. */
	readonly cut?: number;
};

/** In the order of the help. */
const watchKeymap = [
	{id: 'next', keys: ['.', 'down', 'pagedown', 'right'], shown: 3, cut: 1},
	{id: 'previous', keys: [',', 'up', 'pageup', 'left'], shown: 3, cut: 2},
	{id: 'far-next', keys: ['}']},
	{id: 'far-previous', keys: ['{']},
	{id: 'first', keys: ['home']},
	{id: 'last', keys: ['end'], cut: 6},
	{id: 'failure', keys: ['f'], cut: 4},
	{id: 'play', keys: ['space'], cut: 3},
	{id: 'faster', keys: ['+', '=']},
	{id: 'slower', keys: ['-']},
	{id: 'older', keys: ['[']},
	{id: 'newer', keys: [']']},
	{id: 'details', keys: ['return'], cut: 5},
	{id: 'numbers', keys: ['n']},
	{id: 'again', keys: ['r'], cut: 8},
	{id: 'files', keys: ['m'], cut: 7},
	{id: 'help', keys: ['?'], cut: 0},
	{id: 'quit', keys: ['q', 'ctrl-c'], cut: 0},
] as const satisfies readonly Row[];

export type WatchKeyId = (typeof watchKeymap)[number]['id'];
type WatchKey = Row & {readonly id: WatchKeyId};

/** By the names of keys-in. */
export const watchKeys: readonly WatchKey[] = watchKeymap;

const byKey = new Map(watchKeys.flatMap(({id, keys}) => keys.map(key => [key, id] as const)));

export const watchKeyOf = (key: string): WatchKeyId | undefined => byKey.get(key);
