/** Statements that begin with a host or a socket: calls, and what happens to a host. */
import type {Action, HostName, SocketRef} from '../sim/action.js';
import {takePayload} from './conditions.js';
import {type Cursor, peek, takeEnd, takeOptions, unexpected} from './cursor.js';
import {knobReader, knobWords} from './knobs.js';
import {words} from './mistake.js';
import {isPlain, takeCount, takeName, takePort, takeSize} from './values.js';

/** SOMAXCONN may be anything up to this. */
const backlogRange = {min: 0, max: 65535};

type SocketCall = (cursor: Cursor, socket: SocketRef) => Action;
type HostCall = (cursor: Cursor, host: HostName) => Action;

const socketCalls: ReadonlyMap<string, SocketCall> = new Map<string, SocketCall>([
	['connect', (cursor, socket) => takeConnect(cursor, socket)],
	['accept', (cursor, socket) => ({do: 'accept', socket, ...takeAs(cursor)})],
	['recv', (cursor, socket) => ({do: 'recv', socket, ...(peek(cursor) ? {max: takeSize(cursor, 1)} : {})})],
	['send', (cursor, socket) => ({do: 'send', socket, payload: takePayload(cursor)})],
	['shutdown', (_cursor, socket) => ({do: 'shutdown', socket})],
	['close', (_cursor, socket) => ({do: 'close', socket})],
	['abort', (_cursor, socket) => ({do: 'abort', socket})],
]);

const hostCalls: ReadonlyMap<string, HostCall> = new Map<string, HostCall>([
	['listen', (cursor, host) => takeListen(cursor, host)],
	['crash', (_cursor, host) => ({do: 'crash', host})],
	['restart', (_cursor, host) => ({do: 'restart', host})],
]);

/** What follows a host or a socket. */
export function takeCall(cursor: Cursor, socket: SocketRef): Action {
	const token = peek(cursor);
	const name = token?.kind === 'word' ? token.value : '';
	const isHost = isPlain(socket);
	const ofHost = isHost ? hostCalls.get(name) : undefined;
	const ofKnob = isHost ? knobReader(name) : undefined;
	const ofSocket = socketCalls.get(name);
	if (!ofHost && !ofKnob && !ofSocket) {
		return unexpected(cursor, words([...(isHost ? hostCalls.keys() : []), ...socketCalls.keys(), ...(isHost ? knobWords : [])]));
	}
	cursor.at++;
	if (ofSocket) return ended(cursor, ofSocket(cursor, socket));
	if (ofKnob) return ended(cursor, {do: 'knob', host: socket.host, change: ofKnob(cursor)});
	return ofHost ? ended(cursor, ofHost(cursor, socket.host)) : unexpected(cursor, []);
}

const ended = (cursor: Cursor, action: Action): Action => {
	takeEnd(cursor);
	return action;
};

function takeListen(cursor: Cursor, host: HostName): Action {
	const port = takePort(cursor);
	const given: {backlog?: number; reuseaddr?: boolean; name?: string} = {};
	takeOptions(cursor, {
		backlog: () => {
			given.backlog = takeCount(cursor, backlogRange);
		},
		reuseaddr: () => {
			given.reuseaddr = true;
		},
		as: () => {
			given.name = takeName(cursor);
		},
	});
	return {do: 'listen', host, port, ...given};
}

/** On a named or numbered socket, a listener: from its own port, and it keeps its name. */
function takeConnect(cursor: Cursor, socket: SocketRef): Action {
	const port = takePort(cursor);
	if (!isPlain(socket)) return {do: 'connect', host: socket.host, port, socket};
	const given: {from?: number; name?: string} = {};
	takeOptions(cursor, {
		from: () => {
			given.from = takePort(cursor);
		},
		as: () => {
			given.name = takeName(cursor);
		},
	});
	return {do: 'connect', host: socket.host, port, ...given};
}

function takeAs(cursor: Cursor): {readonly name?: string} {
	const given: {name?: string} = {};
	takeOptions(cursor, {
		as: () => {
			given.name = takeName(cursor);
		},
	});
	return given;
}
