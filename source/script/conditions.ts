/** What follows `expect` and `run until`: a state, what was received, sent or stands in a variable; `not` in front of any. */
import {errnos} from '../host/errno.js';
import type {HostName, SocketRef} from '../sim/action.js';
import {states} from '../tcp/state.js';
import {type Cursor, peek, skipWord, take, takeChoice, takeKeyword, takeString, unexpected} from './cursor.js';
import {type Allowed, word, words} from './mistake.js';
import {type Condition, variables} from './script.js';
import {takePattern} from './segment-pattern.js';
import {isPlain, readSize, readSocket, socketAllowed, takeCount, takeDuration, takeSeq, takeSize} from './values.js';

/** What a queue may hold. */
const queueLengths = {min: 0, max: 65536};

const alone = ['idle', 'quiet'] as const;

export function takeCondition(cursor: Cursor): Condition {
	if (skipWord(cursor, 'not')) return takeNegated(cursor);
	for (const test of alone) if (skipWord(cursor, test)) return {test};
	const socket = take(cursor, readSocket, [...socketAllowed, word('not'), ...words(alone)]);
	return takeTest(cursor, socket);
}

/** Behind the first `not`: two of them cancel out, however many there are. */
function takeNegated(cursor: Cursor): Condition {
	let isNegated = true;
	while (skipWord(cursor, 'not')) isNegated = !isNegated;
	const condition = takeCondition(cursor);
	return isNegated ? {test: 'not', condition} : condition;
}

/** What follows a socket. */
function takeTest(cursor: Cursor, socket: SocketRef): Condition {
	const token = peek(cursor);
	const ofSocket = token?.kind === 'word' ? socketTests.get(token.value) : undefined;
	const ofHost = token?.kind === 'word' && isPlain(socket) ? hostTests.get(token.value) : undefined;
	const read = ofSocket ?? ofHost;
	if (!read) return unexpected(cursor, testsAllowed(isPlain(socket)));
	cursor.at++;
	return read(cursor, socket);
}

type Read = (cursor: Cursor, socket: SocketRef) => Condition;

const socketTests: ReadonlyMap<string, Read> = new Map<string, Read>([
	...states.map((state): [string, Read] => [state, (_cursor, socket) => ({test: 'state', socket, state})]),
	['received', (cursor, socket) => ({test: 'received', socket, payload: takePayload(cursor)})],
	['readable', (cursor, socket) => ({test: 'readable', socket, octets: takeOctets(cursor)})],
	['eof', (_cursor, socket) => ({test: 'eof', socket})],
	['error', (cursor, socket) => ({test: 'error', socket, errno: takeChoice(cursor, errnos)})],
	...variables.map((variable): [string, Read] => [
		variable,
		(cursor, socket) => ({test: 'variable', socket, variable, value: takeSeq(cursor)}),
	]),
	['rto', (cursor, socket) => ({test: 'rto', socket, rto: takeDuration(cursor)})],
]);

type ReadOfHost = (cursor: Cursor, socket: {readonly host: HostName}) => Condition;

const hostTests: ReadonlyMap<string, ReadOfHost> = new Map<string, ReadOfHost>([
	['sent', (cursor, {host}) => ({test: 'sent', host, pattern: takePattern(cursor)})],
	['syn-queue', (cursor, {host}) => ({test: 'queue', host, queue: 'syn', length: takeCount(cursor, queueLengths)})],
	['accept-queue', (cursor, {host}) => ({test: 'queue', host, queue: 'accept', length: takeCount(cursor, queueLengths)})],
]);

const testsAllowed = (isHost: boolean): readonly Allowed[] => words([...socketTests.keys(), ...(isHost ? hostTests.keys() : [])]);

/** `N bytes` */
function takeOctets(cursor: Cursor): number {
	const octets = takeSize(cursor);
	takeKeyword(cursor, 'bytes');
	return octets;
}

/** `"…"` or `N bytes` */
export function takePayload(cursor: Cursor): {readonly text: string} | {readonly pattern: number} {
	const token = peek(cursor);
	if (token?.kind === 'word' && readSize(token.value) !== undefined) return {pattern: takeOctets(cursor)};
	if (token?.kind === 'string') return {text: takeString(cursor)};
	return unexpected(cursor, [{value: 'string'}, {value: 'size'}]);
}
