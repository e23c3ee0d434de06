/** What the keys mean: which socket, which packet. */
import type {Socket} from '../host/socket.js';
import type {HostName, SocketRef} from '../sim/action.js';
import {markedPacket} from '../view/lane.js';
import {shownSocket as shownInPane} from '../view/shown.js';
import type {Lab} from './lab.js';

/** The socket in a host's pane is the one that the keys act on. */
export const shownSocket = (lab: Lab, host: HostName): Socket | undefined => shownInPane(lab, host);

export const refTo = (host: HostName, {number}: Socket): SocketRef => ({host, number});

/** Ended sockets have left the pane's table: no arrow picks them. */
export const hasEnded = (socket: Socket): boolean => socket.tcb.state === 'CLOSED';

/** What the arrows go through: the sockets that live, and the one that is shown. */
export function pickable(lab: Lab): readonly Socket[] {
	const shown = shownSocket(lab, lab.focus);
	return lab.history.world.hosts[lab.focus].sockets.filter(socket => !hasEnded(socket) || socket === shown);
}

/** The packet with the double line: the chosen one, else the newest in flight. */
export const aimedPacket = (lab: Lab): number | undefined => markedPacket(lab);
