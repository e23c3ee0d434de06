/** What a socket can do without waiting. */
import type {State} from '../tcp/state.js';
import type {Socket} from './socket.js';

/** States in which write() puts text into the stream. */
export const mayCarryText: Partial<Record<State, true>> = {ESTABLISHED: true, CLOSE_WAIT: true};
/** States in which the handshake goes on. */
export const isOpening: Partial<Record<State, true>> = {SYN_SENT: true, SYN_RCVD: true};

/** Neither connected nor listening, now or before. */
export const isFresh = ({kind, tcb}: Socket): boolean => kind === 'connection' && tcb.state === 'CLOSED' && tcb.remote.port === 0;

/** Will a read that finds nothing return 0? */
export const isReadOver = ({tcb}: Socket): boolean => tcb.hasPeerFin || tcb.isReadShut || tcb.state === 'CLOSED';

/** Is there something to read, or nothing to wait for? */
export const isReadable = (socket: Socket): boolean => socket.tcb.receiveBuffer.length > 0 || isReadOver(socket);
