/** Which socket a name, a number or a plain host means. */
import type {Host} from './host.js';
import type {Socket} from './socket.js';

/** Descriptors count up by one from 3, so the number is the place. */
export const socketBy = ({sockets}: Host, number: number): Socket | undefined => sockets[number - 3];

/** The newest of that name, closed ones too. */
export const socketNamed = ({sockets}: Host, name: string): Socket | undefined => sockets.findLast(socket => socket.name === name);

const isOpenConnection = (socket: Socket): boolean => socket.isOpen && socket.kind === 'connection';
const isOpenListener = (socket: Socket): boolean => socket.isOpen && socket.kind === 'listener';

/** Whose descriptor is open. */
export const newestListener = ({sockets}: Host): Socket | undefined => sockets.findLast(isOpenListener);

/** For a call: the newest open descriptor that is no listener, else the newest listener. */
export const newestDescriptor = (host: Host): Socket | undefined => host.sockets.findLast(isOpenConnection) ?? newestListener(host);

/** For a condition: the newest connection, also when it has ended, but not one that went back to LISTEN or was lost in a crash. */
export const newestConnection = ({sockets}: Host): Socket | undefined => sockets.findLast(isConnection);

const isConnection = ({kind, tcb, isVanished}: Socket): boolean =>
	kind === 'connection' && !isVanished && tcb.state !== 'LISTEN' && tcb.remote.port !== 0;
