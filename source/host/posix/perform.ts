/** A POSIX call, made now. It has completed, or waits, when this returns. */
import type {Stack} from '../stack.js';
import type {PosixCall} from './call.js';
import {fcntl, ioctl} from './control.js';
import {closeCall, shutdownCall} from './end.js';
import {accept, bind, connect, listen, socketCall} from './open.js';
import {pollCall} from './poll.js';
import {getsockopt, setsockopt} from './sockopt.js';
import {readCall, writeCall} from './transfer.js';

/** What of it this engine does not do, by name; then nothing has happened. */
export function posixCall(stack: Stack, call: PosixCall): string | undefined {
	if (call.call === 'getsockopt') return getsockopt(stack, call);
	if (call.call === 'setsockopt') return setsockopt(stack, call);
	makeCall(stack, call);
	return undefined;
}

type Other = Exclude<PosixCall, {readonly call: 'getsockopt' | 'setsockopt'}>;

function makeCall(stack: Stack, call: Other): void {
	switch (call.call) {
		case 'socket':
			socketCall(stack, call);
			break;
		case 'bind':
			bind(stack, call);
			break;
		case 'listen':
			listen(stack, call);
			break;
		case 'accept':
			accept(stack, call);
			break;
		case 'connect':
			connect(stack, call);
			break;
		case 'read':
		case 'readv':
		case 'recv':
		case 'recvfrom':
		case 'recvmsg':
			readCall(stack, call);
			break;
		case 'write':
		case 'writev':
		case 'send':
		case 'sendto':
		case 'sendmsg':
			writeCall(stack, call);
			break;
		case 'shutdown':
			shutdownCall(stack, call);
			break;
		case 'close':
			closeCall(stack, call);
			break;
		case 'fcntl':
			fcntl(stack, call);
			break;
		case 'ioctl':
			ioctl(stack, call);
			break;
		case 'poll':
			pollCall(stack, call);
			break;
	}
}
