/** How a POSIX call ends: its row, with the call as it was made. */
import type {Errno} from '../errno.js';
import {socketBy} from '../lookup.js';
import type {Socket} from '../socket.js';
import {complete, type Stack} from '../stack.js';
import type {PosixCall, ValueResult} from './call.js';

/** At once, with this result. */
export function done(stack: Stack, socket: Socket | undefined, call: PosixCall, result: number, values?: ValueResult): void {
	complete(stack, socket, {call: call.call, posix: call, began: stack.env.now, result, error: undefined, ...(values && {values})});
}

/** At once, with −1 and this errno; bind and connect name their port. */
export function failed(stack: Stack, socket: Socket | undefined, call: PosixCall, error: Errno): void {
	const argument = 'port' in call ? call.port : undefined;
	complete(stack, socket, {call: call.call, posix: call, began: stack.env.now, result: -1, error, argument});
}

/** The open socket behind a descriptor; without one the call has failed: EBADF, or ENETDOWN while the host is down. */
export function descriptor(stack: Stack, call: PosixCall & {readonly fd: number}): Socket | undefined {
	const socket = socketBy(stack.host, call.fd);
	if (stack.host.isUp && socket?.isOpen) return socket;
	failed(stack, socket, call, stack.host.isUp ? 'EBADF' : 'ENETDOWN');
	return undefined;
}
