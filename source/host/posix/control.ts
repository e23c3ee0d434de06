/** fcntl and ioctl: the descriptor's flags, and how many octets wait in its buffers. */
import {unsentOctets as unsentChunks} from '../../tcp/chunks/room.js';
import {placeOf} from '../../tcp/output.js';
import type {Tcb} from '../../tcp/tcb.js';
import type {Socket} from '../socket.js';
import type {Stack} from '../stack.js';
import type {PosixCall} from './call.js';
import {descriptor, done, failed} from './done.js';

const readWrite = 2;

/** F_GETFL: O_RDWR, with O_NONBLOCK in the profile's bit. */
export function fcntl(stack: Stack, call: PosixCall & {readonly call: 'fcntl'}): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	if (call.command === 'F_SETFL') socket.isNonblocking = call.isNonblocking;
	const flags = readWrite | (socket.isNonblocking ? stack.host.profile.sockets.nonblockFlag : 0);
	done(stack, socket, call, call.command === 'F_GETFL' ? flags : 0);
}

/** EINVAL on a listener. */
export function ioctl(stack: Stack, call: PosixCall & {readonly call: 'ioctl'}): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	if (socket.kind === 'listener') failed(stack, socket, call, 'EINVAL');
	else done(stack, socket, call, 0, {kind: 'count', count: countOf(socket, call.request)});
}

/** To be read; not acknowledged; of those, not sent. A FIN that was queued counts as an octet. */
function countOf({tcb}: Socket, request: (PosixCall & {call: 'ioctl'})['request']): number {
	const {receiveBuffer, sendBuffer, snd, finSeq, isFinQueued} = tcb;
	switch (request) {
		case 'SIOCINQ':
		case 'FIONREAD':
			return receiveBuffer.length;
		case 'SIOCOUTQ':
			return sendBuffer.length + (isFinQueued && snd.una !== snd.max ? 1 : 0);
		case 'SIOCOUTQNSD':
			return unsentOctets(tcb) + (isFinQueued && finSeq === undefined ? 1 : 0);
	}
}

/** Octets of the send buffer that wait for their first sending, or for being sent again. */
export const unsentOctets = (tcb: Tcb): number =>
	tcb.chunks
		? unsentChunks(tcb, tcb.chunks) - (tcb.chunks.isFinIn && tcb.finSeq === undefined ? 1 : 0)
		: Math.max(0, tcb.sendBuffer.length - placeOf(tcb, tcb.snd.nxt));
