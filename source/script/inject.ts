/** `inject …`: forged segments. */
import type {Action, RstPlace} from '../sim/action.js';
import {type Cursor, skipWord, take, takeKeyword} from './cursor.js';
import {word, words} from './mistake.js';
import {takeForged} from './segment-pattern.js';
import {readCount, takeHostPort, takeSeq, takeSocket} from './values.js';

const rstPlaces = ['exact', 'in-window', 'outside'] as const satisfies readonly RstPlace[];

/** SYNs of one flood: each is a packet in flight at the same time. */
const floodRange = {min: 1, max: 100_000};

export function takeInject(cursor: Cursor): Action {
	if (skipWord(cursor, 'rst')) return takeRst(cursor);
	if (skipWord(cursor, 'to')) return {do: 'inject', socket: takeSocket(cursor), segment: takeForged(cursor)};
	return takeFlood(cursor);
}

/** `to SOCKET exact|in-window|outside|seq N` */
function takeRst(cursor: Cursor): Action {
	takeKeyword(cursor, 'to');
	const socket = takeSocket(cursor);
	if (skipWord(cursor, 'seq')) return {do: 'inject-rst', socket, place: {seq: takeSeq(cursor)}};
	const place = take(cursor, text => rstPlaces.find(one => one === text), words([...rstPlaces, 'seq']));
	return {do: 'inject-rst', socket, place};
}

/** `N syn to HOST:PORT` */
function takeFlood(cursor: Cursor): Action {
	const count = take(cursor, text => readCount(text, floodRange), [word('rst'), word('to'), {value: 'count', ...floodRange}]);
	takeKeyword(cursor, 'syn');
	takeKeyword(cursor, 'to');
	return {do: 'flood', ...takeHostPort(cursor), count};
}
