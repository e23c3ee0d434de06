/** All statements by their first word. */
import type {Action} from '../sim/action.js';
import type {ProfileName} from '../tcp/profile.js';
import {takeCall} from './calls.js';
import {takeCondition} from './conditions.js';
import {type Cursor, peek, skipWord, take, takeEnd, takeOptions, unexpected} from './cursor.js';
import {takeInject} from './inject.js';
import {takeLink} from './link.js';
import {takeMischief} from './mischief.js';
import {words} from './mistake.js';
import type {Deed} from './script.js';
import {readDuration, readHost, readSocket, takeCount, takeDuration, takeHost, takeWords} from './values.js';

const profileNames = ['textbook', 'linux', 'freebsd'] as const satisfies readonly ProfileName[];

const seedRange = {min: 0, max: 2 ** 32 - 1};
const stepRange = {min: 1, max: 1_000_000};

const act = (action: Action): Deed => ({kind: 'act', action});

type Read = (cursor: Cursor) => Deed;

const statements: ReadonlyMap<string, Read> = new Map<string, Read>([
	['title', cursor => ({kind: 'title', words: takeWords(cursor)})],
	['intro', cursor => ({kind: 'intro', words: takeWords(cursor)})],
	['seed', cursor => ({kind: 'seed', seed: takeCount(cursor, seedRange)})],
	['profile', cursor => act(takeProfile(cursor))],
	['link', cursor => act(takeLink(cursor))],
	['drop', cursor => act(takeMischief(cursor, 'drop'))],
	['duplicate', cursor => act(takeMischief(cursor, 'duplicate'))],
	['corrupt', cursor => act(takeMischief(cursor, 'corrupt'))],
	['mark', cursor => act(takeMischief(cursor, 'mark'))],
	['delay', cursor => act(takeMischief(cursor, 'delay'))],
	['inject', cursor => act(takeInject(cursor))],
	['run', cursor => takeRun(cursor)],
	['step', cursor => ({kind: 'step', count: peek(cursor) ? takeCount(cursor, stepRange) : 1})],
	['expect', cursor => ({kind: 'expect', condition: takeCondition(cursor)})],
	['say', cursor => ({kind: 'say', words: takeWords(cursor)})],
	['cue', cursor => ({kind: 'cue', words: takeWords(cursor)})],
	['pause', () => ({kind: 'pause'})],
]);

/** The whole line. */
export function takeStatement(cursor: Cursor): Deed {
	const token = peek(cursor);
	const first = token?.kind === 'word' ? token.value : '';
	const socket = readSocket(first);
	if (socket) {
		cursor.at++;
		return act(takeCall(cursor, socket));
	}
	const read = statements.get(first);
	if (!read) return unexpected(cursor, [...words([...statements.keys()]), {value: 'socket'}]);
	cursor.at++;
	const deed = read(cursor);
	takeEnd(cursor);
	return deed;
}

/** `[HOST] textbook|linux|freebsd` */
function takeProfile(cursor: Cursor): Action {
	const hasHost = readHost(peek(cursor)?.value ?? '') !== undefined;
	const host = hasHost ? {host: takeHost(cursor)} : {};
	const profile = take(
		cursor,
		text => profileNames.find(name => name === text),
		words([...profileNames, ...(hasHost ? [] : ['client', 'server'])]),
	);
	return {do: 'profile', ...host, profile};
}

/** `D` or `until CONDITION [within D]` */
function takeRun(cursor: Cursor): Deed {
	if (skipWord(cursor, 'until')) return takeUntil(cursor);
	const duration = take(cursor, readDuration, [{value: 'duration'}, ...words(['until'])]);
	return {kind: 'run', duration};
}

function takeUntil(cursor: Cursor): Deed {
	const condition = takeCondition(cursor);
	const given: {within?: number} = {};
	takeOptions(cursor, {
		within: () => {
			given.within = takeDuration(cursor);
		},
	});
	return {kind: 'until', condition, within: given.within};
}
