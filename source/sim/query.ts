/** Reading a world: which socket is meant, what is in flight. */
import type {Host} from '../host/host.js';
import {newestConnection, newestDescriptor, newestListener, socketBy, socketNamed} from '../host/lookup.js';
import type {Socket} from '../host/socket.js';
import type {Packet} from '../net/packet.js';
import type {State} from '../tcp/state.js';
import type {SocketRef} from './action.js';
import type {World} from './world.js';

export {newestConnection, newestListener, socketBy} from '../host/lookup.js';

/** `call`: what a statement acts on; `accept`, `queue`: the newest listener; `condition`: what is asked about. host/lookup says which is meant. */
export type Purpose = 'call' | 'accept' | 'condition' | 'queue';

export function findSocket(world: World, {host: name, name: given, number}: SocketRef, purpose: Purpose): Socket | undefined {
	const host = world.hosts[name];
	if (number !== undefined) return socketBy(host, number);
	if (given !== undefined) return socketNamed(host, given);
	return byPurpose(host, purpose);
}

function byPurpose(host: Host, purpose: Purpose): Socket | undefined {
	switch (purpose) {
		case 'call':
			return newestDescriptor(host);
		case 'accept':
		case 'queue':
			return newestListener(host);
		case 'condition':
			return newestConnection(host) ?? newestListener(host);
	}
}

export const socketState = (socket: Socket | undefined): State => socket?.tcb.state ?? 'CLOSED';

/** What is in flight now, by number. */
export const liveFlight = ({flight}: World): readonly Packet[] => [...flight].sort((one, other) => one.n - other.n);
