/** What stands beside and below the state diagram: the table of states, the ways, what the present states mean. */

import {cells, clip, pad, padLeft} from '../../export/cells.js';
import {type Catalogue, explainState} from '../../locale/index.js';
import {otherHost} from '../../sim/action.js';
import {type State, states} from '../../tcp/state.js';
import {type DiagramView, type Track, timeIn, wasIn} from '../../view/diagram.js';
import {blank, type Line, plain} from '../line.js';
import {moment} from '../lines/times.js';

/** Three figures that matter: `0.020 s`, `4.90 s`, `95.8 s`, `151 s`. */
function spentText(us: number): string {
	const s = us / 1e6;
	const digits = s < 1 ? 3 : s < 10 ? 2 : s < 100 ? 1 : 0;
	return `${s.toFixed(digits)} s`;
}

/** Columns of the table: who at 12, time ending at 24, how long it lasts at 26. */
const whoAt = 12;
const spentEnd = 24;
const lastsAt = 26;
const tableCells = 38;

/** Nothing ends these two by itself: no time is told of them, and who was there says little. */
const isOpenEnded = (state: State): boolean => state === 'CLOSED' || state === 'LISTEN';

function whoText({tracks: {client, server}}: DiagramView, state: State): string {
	const here = (track: Track): boolean => track.here === state;
	const was = [client, server].filter(track => !here(track) && wasIn(track, state)).map(({host}) => (host === 'client' ? 'C' : 'S'));
	const past = was.length === 0 ? '' : isOpenEnded(state) ? '[ ]' : `[${was.join('')}]`;
	const now = `${here(client) ? 'C>' : ''}${here(server) ? '<S' : ''}`;
	return now === '' ? past : `${now.length === 2 && past === '' ? ' ' : ''}${now}${past}`;
}

function spentIn({tracks: {client, server}, now}: DiagramView, state: State): string {
	if (isOpenEnded(state)) return '';
	const us = timeIn(client, state, now) ?? timeIn(server, state, now);
	return us === undefined ? '' : spentText(us);
}

const row = (state: string, who: string, {spent, lasts}: {readonly spent: string; readonly lasts: string}): string => {
	const left = pad(pad(state, whoAt) + who, whoAt);
	return clip(`${pad(left + padLeft(spent, Math.max(0, spentEnd - cells(left))), lastsAt)}${lasts}`, tableCells);
};

/** The eleven states, one a row, below the heads. */
export function tableLines(view: DiagramView, words: Catalogue): readonly string[] {
	const [state = '', who = '', spent = '', lasts = ''] = words.diagram.table;
	const {timeWait} = view.tracks.client;
	const rows = states.map(name =>
		row(name, whoText(view, name), {spent: spentIn(view, name), lasts: explainState(name, words, {peer: 'server', timeWait}).lasts}),
	);
	return [row(state, who, {spent, lasts}), ...rows];
}

type Way = {readonly columns: number; readonly hasTimes: boolean};

/** `client: CLOSED > SYN_SENT > ESTABLISHED`; what does not fit is cut at the beginning. */
export function wayText({host, moves}: Track, words: Catalogue, {columns, hasTimes}: Way): string {
	const head = `${words.diagram.host(host)}${words.format.colon}`;
	const steps = ['CLOSED', ...moves.map(({to}) => to)].map((state, index) => {
		const left = moves[index];
		return hasTimes && left ? `${state} ${moment(left.t)}` : state;
	});
	for (let from = 0; from < steps.length; from++) {
		const text = head + [...(from > 0 ? ['...'] : []), ...steps.slice(from)].join(' > ');
		if (cells(text) <= columns) return text;
	}
	return clip(head + (steps[steps.length - 1] ?? ''), columns);
}

/** One line a state that somebody is in. */
export function shortTexts({tracks: {client, server}}: DiagramView, words: Catalogue): readonly string[] {
	return [client, server]
		.filter((track, index) => index === 0 || track.here !== client.here)
		.map(({here, host, timeWait}) => `${here}${words.format.colon}${explainState(here, words, {peer: otherHost(host), timeWait}).line}`);
}

/** Cells of the long explanation, its section at the right end. */
const longCells = 96;

/** Where a host is, since when, and what that means. */
export function longTexts({host, here, since, socket, timeWait}: Track, words: Catalogue, now: number): readonly string[] {
	if (socket === undefined) return [words.diagram.noSocket(host)];
	const {long, ref} = explainState(here, words, {peer: otherHost(host), timeWait});
	const rows = long.map(text => `   ${text}`);
	const last = rows.pop() ?? '';
	return [words.diagram.since(host, here, spentText(now - since)), ...rows, `${pad(last, longCells - cells(ref) - 1)} ${ref}`];
}

export const textLine = (text: string, columns: number): Line => (text === '' ? blank : [plain(clip(text, columns))]);
