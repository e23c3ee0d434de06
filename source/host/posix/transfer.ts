/** Reading and writing under their POSIX names: what fails, what waits, what returns at once. */
import {park} from '../calls.js';
import type {Errno} from '../errno.js';
import {isFresh, isOpening, mayCarryText} from '../readiness.js';
import type {Socket} from '../socket.js';
import type {Stack} from '../stack.js';
import type {MessageFlag, PosixCall, ReadName, WriteName} from './call.js';
import {descriptor, failed} from './done.js';

type Read = PosixCall & {readonly call: ReadName};
type Write = PosixCall & {readonly call: WriteName};

const has = ({flags}: Read | Write, flag: MessageFlag): boolean => flags.includes(flag);

const wait = ({isNonblocking}: Socket, call: Read | Write): {readonly mayWait?: false} =>
	isNonblocking || has(call, 'MSG_DONTWAIT') ? {mayWait: false} : {};

/** Octets, or 0 behind the peer's FIN and after SHUT_RD; ENOTCONN, EAGAIN, and once the error that ended the connection. */
export function readCall(stack: Stack, call: Read): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	const error = readError(stack, socket);
	if (error) failed(stack, socket, call, error);
	else {
		const peek = has(call, 'MSG_PEEK') ? ({isPeek: true} as const) : {};
		park(stack, socket, {call: 'recv', began: stack.env.now, max: call.len, posix: call, ...peek, ...wait(socket, call)});
	}
}

/** Octets that are there come before any error. */
function readError({host}: Stack, socket: Socket): Errno | undefined {
	const {tcb, pendingError} = socket;
	if (socket.kind === 'listener' || isFresh(socket)) return 'ENOTCONN';
	if (tcb.receiveBuffer.length > 0 || !pendingError) return undefined;
	if (tcb.hasPeerFin && host.profile.sockets.isEofFirst) return undefined;
	socket.pendingError = undefined;
	return pendingError;
}

/** Octets taken, fewer than asked for only where it may not wait; EPIPE, ENOTCONN, EAGAIN, and once the error that ended the connection. */
export function writeCall(stack: Stack, call: Write): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	const error = writeError(stack, socket);
	if (error) {
		failed(stack, socket, call, error);
		return;
	}
	const more = has(call, 'MSG_MORE') ? ({isMore: true} as const) : {};
	const eor = has(call, 'MSG_EOR') ? ({isEor: true} as const) : {};
	const source = {bytes: new Uint8Array(call.len)};
	park(stack, socket, {call: 'send', began: stack.env.now, source, taken: 0, posix: call, ...more, ...eor, ...wait(socket, call)});
}

function writeError({host}: Stack, socket: Socket): Errno | undefined {
	const {writeAfterError, writeUnconnected, writeWhileConnecting} = host.profile.sockets;
	const {tcb, pendingError} = socket;
	if (socket.kind === 'listener' || isFresh(socket)) return writeUnconnected;
	if (isOpening[tcb.state]) return writeWhileConnecting === 'wait' ? undefined : writeWhileConnecting;
	if (writeAfterError === 'error' && pendingError) {
		socket.pendingError = undefined;
		return pendingError;
	}
	return tcb.isFinQueued || !mayCarryText[tcb.state] ? 'EPIPE' : undefined;
}
