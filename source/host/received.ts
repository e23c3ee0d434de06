import type {Socket} from './socket.js';

/** What `received "…"` can compare: a script holds no longer string. */
const kept = 1_048_576;

/** The application has these octets now. */
export function takeReceived(socket: Socket, octets: Uint8Array): void {
	if (socket.received < kept) socket.receivedChunks.push(octets);
	socket.received += octets.length;
}
