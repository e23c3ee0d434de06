/** shutdown and close (POSIX; RFC 9293 § 3.9.1, RFC 1122 § 4.2.2.13). */
import {closeSend} from '../../tcp/calls.js';
import {end} from '../../tcp/move-to.js';
import {letGo} from '../calls.js';
import type {Errno} from '../errno.js';
import {discardUnread} from '../received.js';
import type {Socket} from '../socket.js';
import {type Stack, subject} from '../stack.js';
import {settle} from '../wake.js';
import type {PosixCall} from './call.js';
import {descriptor, done, failed} from './done.js';

type Shutdown = PosixCall & {readonly call: 'shutdown'};

/** ENOTCONN before there is a connection, and after it. */
export function shutdownCall(stack: Stack, call: Shutdown): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	const error = shutdownError(stack, socket);
	if (error) {
		failed(stack, socket, call, error);
		return;
	}
	subject(stack, socket.number);
	const before = socket.tcb.state;
	done(stack, socket, call, 0);
	if (before === 'SYN_SENT') end(socket.tcb, 'shutdown', stack.env, 'reset');
	if (call.how !== 'SHUT_WR') shutRead(stack, socket);
	if (call.how !== 'SHUT_RD') closeSend(socket.tcb, false, stack.env);
	settle(stack, socket, before);
}

function shutdownError({host}: Stack, {kind, tcb}: Socket): Errno | undefined {
	const {timeWaitShown, shutdownWhileConnecting} = host.profile.sockets;
	const state = tcb.state === 'TIME_WAIT' ? timeWaitShown : tcb.state;
	if (kind === 'listener' || state === 'CLOSED') return 'ENOTCONN';
	return state === 'SYN_SENT' && shutdownWhileConnecting === 'ENOTCONN' ? 'ENOTCONN' : undefined;
}

function shutRead(stack: Stack, socket: Socket): void {
	socket.tcb.isReadShut = true;
	discardUnread(stack, socket);
}

/** The descriptor is gone at once; the connection, if there is one, ends as its options say (SO_LINGER). */
export function closeCall(stack: Stack, call: PosixCall & {readonly call: 'close'}): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	done(stack, socket, call, 0);
	const at = stack.host.bound.indexOf(socket);
	if (at >= 0) stack.host.bound.splice(at, 1);
	letGo(stack, socket);
}
