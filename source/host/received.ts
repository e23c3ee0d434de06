import {receiveText} from '../tcp/calls.js';
import type {Socket} from './socket.js';
import type {Stack} from './stack.js';

/** What `received "…"` can compare: a script holds no longer string. */
const kept = 1_048_576;

/** The application has these octets now. */
export function takeReceived({host}: Stack, socket: Socket, octets: Uint8Array): void {
	host.handed.push({socket, at: socket.received, octets});
	if (socket.received < kept) socket.receivedChunks.push(octets);
	socket.received += octets.length;
}

/** After SHUT_RD, where the profile throws away what nobody will read, the window stays open. */
export function discardUnread({env}: Stack, {tcb}: Socket): void {
	if (tcb.isReadShut && env.profile.sockets.shutRead === 'discard') receiveText(tcb, tcb.receiveBuffer.length, env, true);
}
