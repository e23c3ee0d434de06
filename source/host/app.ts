/**
 * Applications that act by themselves, in the instant of the event: `reader` accepts, reads whatever arrives and closes after the
 * peer's FIN; `echo` sends it back too. They leave no call rows.
 */
import {closeSend, queueText, receiveText} from '../tcp/calls.js';
import {sendRoom} from '../tcp/send-buffer.js';
import {socketBy} from './lookup.js';
import {takeReceived} from './received.js';
import type {Socket} from './socket.js';
import {noteQueue, type Stack, subject} from './stack.js';

export function runApp(stack: Stack, socket: Socket): void {
	if (socket.kind === 'listener') acceptAll(stack, socket);
	else if (socket.isOpen) serve(stack, socket);
}

function acceptAll(stack: Stack, listener: Socket): void {
	for (let number = listener.acceptQueue.shift(); number !== undefined; number = listener.acceptQueue.shift()) {
		const child = socketBy(stack.host, number);
		noteQueue(stack, listener, 'accept');
		if (!child) continue;
		child.isOpen = true;
		child.isAccepted = true;
	}
}

function serve(stack: Stack, socket: Socket): void {
	const {tcb} = socket;
	const isEcho = stack.host.app === 'echo';
	subject(stack, socket.number);
	const room = isEcho ? sendRoom(tcb.sendBuffer) : tcb.receiveBuffer.length;
	const len = Math.min(tcb.receiveBuffer.length, room);
	if (len > 0) {
		const octets = receiveText(tcb, len, stack.env, true);
		takeReceived(stack, socket, octets);
		if (isEcho && !tcb.isFinQueued) sendBack(stack, socket, octets);
	}
	if (tcb.hasPeerFin && tcb.receiveBuffer.length === 0) hangUp(stack, socket);
}

function sendBack({env}: Stack, {tcb, sentParts}: Socket, octets: Uint8Array): void {
	sentParts.push({at: tcb.sendBuffer.acknowledged + tcb.sendBuffer.length, source: {bytes: octets}});
	queueText(tcb, octets, true, env);
}

function hangUp(stack: Stack, socket: Socket): void {
	socket.hasReadEof = true;
	socket.isOpen = false;
	socket.isClosed = true;
	closeSend(socket.tcb, true, stack.env);
}
