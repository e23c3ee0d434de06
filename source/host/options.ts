/** Socket options that no statement of the lab language sets (POSIX setsockopt). */
import type {Socket} from './socket.js';

/** SO_LINGER: with 0 seconds close() sends RST; in virtual time nobody has to wait for longer ones. */
export function setLinger(socket: Socket, isOn: boolean, seconds: number): void {
	socket.lingerZero = isOn && seconds === 0;
}
