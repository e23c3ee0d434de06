import type {Socket} from '../../host/socket.js';
import type {HostName} from '../../sim/action.js';
import type {World} from '../../sim/world.js';

/** The newest open listener of a host. */
export const newestListener = (world: World, host: HostName): Socket | undefined =>
	world.hosts[host].sockets.findLast(({kind, isOpen}) => kind === 'listener' && isOpen);
