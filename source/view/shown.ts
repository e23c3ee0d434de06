/** Which socket a pane shows: the one the keys act on; an ended one stays until its host makes another. */

import type {Host} from '../host/host.js';
import {newestConnection, newestListener, socketBy} from '../host/lookup.js';
import type {Socket} from '../host/socket.js';
import type {HostName} from '../sim/action.js';
import type {ScreenInput} from './screen-input.js';

const isOver = ({tcb, kind}: Socket): boolean => kind === 'connection' && tcb.state === 'CLOSED';

function chosenByRule(host: Host): Socket | undefined {
	const connection = newestConnection(host);
	const listener = newestListener(host);
	if (connection === undefined || listener === undefined) return connection ?? listener;
	return isOver(connection) && listener.number > connection.number ? listener : connection;
}

export function shownSocket({history, picked}: Pick<ScreenInput, 'history' | 'picked'>, host: HostName): Socket | undefined {
	const number = picked[host];
	const own = history.world.hosts[host];
	return (number === undefined ? undefined : socketBy(own, number)) ?? chosenByRule(own);
}
