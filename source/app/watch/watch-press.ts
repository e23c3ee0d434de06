/** What each key does. None of them can do anything to the run, but begin another. */
import {packetCount} from '../../sim/index.js';
import {layoutOf} from '../../view/layout.js';
import type {Watched} from '../../view/watch/watch-input.js';
import {movedBy, topFor} from '../menus/window.js';
import {type WatchKeyId, watchKeyOf} from './watch-keymap.js';
import {checkCount, culpritAt, currentPacket, eventMs, goTo, hasPacket, openScript, type Watch} from './watch-state.js';
import type {WatchMessage} from './watch-type.js';

export type WatchDesk = {
	readonly watch: Watch;
	/** Reads and runs a file; a string says why that cannot be. */
	readonly open: (index: number) => Watched | string;
	/** The same file anew, in a while. */
	readonly again: (index: number) => void;
	readonly quit: (exitCode: number) => void;
};

type Nonsense = Exclude<WatchMessage['code'], 'unreadable'>;
/** Undefined: it was done. */
type Deed = (desk: WatchDesk) => Nonsense | undefined;

export function pressWatch(desk: WatchDesk, key: string): void {
	const {watch} = desk;
	watch.message = undefined;
	if (key === 'ctrl-c') desk.quit(130);
	else if (!layoutOf(watch.size)) {
		if (key === 'q') desk.quit(0);
	} else watch.message = pressIn(desk, key);
}

function pressIn(desk: WatchDesk, key: string): WatchMessage | undefined {
	switch (desk.watch.overlay?.kind) {
		case 'files':
			return pressInFiles(desk, key);
		case 'details':
			return said(key, pressInDetails(desk.watch, key));
		case 'help':
			desk.watch.overlay = undefined;
			return key === 'escape' || key === 'q' || key === '?' ? undefined : pressInScript(desk, key);
		case undefined:
			return pressInScript(desk, key);
	}
}

const said = (key: string, code: Nonsense | undefined): WatchMessage | undefined => code && {key, code};

function pressInScript(desk: WatchDesk, key: string): WatchMessage | undefined {
	const id = watchKeyOf(key);
	return said(key, id ? deeds[id](desk) : 'unknown');
}

function move(watch: Watch, to: number): Nonsense | undefined {
	if (to < 0) return 'at-first';
	if (to > checkCount(watch)) return 'at-last';
	watch.isPlaying = false;
	goTo(watch, to);
	return undefined;
}

/** To the nearest event with a packet. */
function movePacket(watch: Watch, by: 1 | -1): Nonsense | undefined {
	for (let at = watch.at + by; at > 0 && at <= checkCount(watch); at += by) {
		if (hasPacket(watch, at)) return move(watch, at);
	}
	return by < 0 ? 'at-first' : 'at-last';
}

/** Events at once, in a long script. */
const far = 10;

const fastest = 16;

function pace(watch: Watch, boost: number): Nonsense | undefined {
	if (boost > fastest) return 'fastest';
	if (boost < 1 / fastest) return 'slowest';
	watch.boost = boost;
	watch.beat = eventMs;
	return undefined;
}

const deeds: Readonly<Record<WatchKeyId, Deed>> = {
	next: ({watch}) => move(watch, watch.at + 1),
	previous: ({watch}) => move(watch, watch.at - 1),
	'far-next': ({watch}) => (watch.at === checkCount(watch) ? 'at-last' : move(watch, Math.min(watch.at + far, checkCount(watch)))),
	'far-previous': ({watch}) => (watch.at === 0 ? 'at-first' : move(watch, Math.max(watch.at - far, 0))),
	first: ({watch}) => (watch.at === 0 ? 'at-first' : move(watch, 0)),
	last: ({watch}) => (watch.at === checkCount(watch) ? 'at-last' : move(watch, checkCount(watch))),
	failure: ({watch}) => {
		const at = culpritAt(watch);
		return at === undefined ? 'no-failure' : move(watch, at);
	},
	play: ({watch}) => {
		if (watch.at === checkCount(watch)) return 'at-last';
		watch.isPlaying = !watch.isPlaying;
		watch.beat = eventMs;
		return undefined;
	},
	faster: ({watch}) => pace(watch, watch.boost * 2),
	slower: ({watch}) => pace(watch, watch.boost / 2),
	older: ({watch}) => movePacket(watch, -1),
	newer: ({watch}) => movePacket(watch, 1),
	details: ({watch}) => {
		const packet = currentPacket(watch);
		if (packet === undefined) return 'no-packet';
		watch.isPlaying = false;
		watch.overlay = {kind: 'details', packet};
		return undefined;
	},
	numbers: ({watch}) => {
		watch.numbers = watch.numbers === 'relative' ? 'absolute' : 'relative';
		return undefined;
	},
	again: ({watch, again}) => {
		if (watch.index !== undefined) again(watch.index);
		return undefined;
	},
	files: ({watch}) => {
		if (watch.files.length < 2) return 'one-file';
		watch.isPlaying = false;
		showFiles(watch, watch.index ?? 0);
		return undefined;
	},
	help: ({watch}) => {
		watch.overlay = {kind: 'help'};
		return undefined;
	},
	quit: ({quit}) => {
		quit(0);
		return undefined;
	},
};

function pressInDetails(watch: Watch, key: string): Nonsense | undefined {
	if (key === 'escape' || key === 'q' || key === 'return') {
		watch.overlay = undefined;
		return undefined;
	}
	if (key !== '[' && key !== ']') return 'held';
	const packet = (watch.overlay?.kind === 'details' ? watch.overlay.packet : 0) + (key === '[' ? -1 : 1);
	const count = watch.watched ? packetCount(watch.watched.drill.history.world.trace) : 0;
	if (packet < 1) return 'at-first';
	if (packet > count) return 'at-last';
	watch.overlay = {kind: 'details', packet};
	return undefined;
}

/** Heading, a blank row, hints. */
const otherRows = 3;
export const fileRows = ({size}: Pick<Watch, 'size'>): number => Math.max(1, size.rows - otherRows);

function showFiles(watch: Watch, highlight: number): void {
	const before = watch.overlay?.kind === 'files' ? watch.overlay.top : 0;
	const top = topFor(highlight, {top: before, count: watch.files.length, limit: fileRows(watch)});
	watch.overlay = {kind: 'files', highlight, top};
}

function pressInFiles(desk: WatchDesk, key: string): WatchMessage | undefined {
	const {watch} = desk;
	const at = watch.overlay?.kind === 'files' ? watch.overlay.highlight : 0;
	if (key === 'return') return openFile(desk, at);
	if (key === 'escape' || key === 'q') {
		if (watch.watched) watch.overlay = undefined;
		else if (key === 'q') desk.quit(0);
		return undefined;
	}
	const to = movedBy(key === 'j' ? 'down' : key === 'k' ? 'up' : key, at, {count: watch.files.length, limit: fileRows(watch)});
	if (to === undefined) return {key, code: 'choose'};
	showFiles(watch, to);
	return undefined;
}

function openFile({watch, open}: WatchDesk, index: number): WatchMessage | undefined {
	const opened = open(index);
	if (typeof opened === 'string') return {key: 'return', code: 'unreadable', error: opened};
	openScript(watch, index, opened);
	return undefined;
}
