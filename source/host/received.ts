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
