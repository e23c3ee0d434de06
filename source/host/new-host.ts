import type {ProfileName} from '../tcp/profile.js';
import type {Host} from './host.js';
import {profiles} from './profiles/index.js';

const addresses = {client: 0x0a00_0001, server: 0x0a00_0002} as const;

/** IPv4: 10.0.0.1 and 10.0.0.2. */
export const addressOf = (name: Host['name']): number => addresses[name];

/** Up, without sockets, with the knobs of its profile. */
export function newHost(name: Host['name'], profileName: ProfileName): Host {
	const profile = profiles[profileName];
	return {
		name,
		addr: addressOf(name),
		isUp: true,
		quietUntil: 0,
		profile,
		knobs: {...profile.knobs},
		app: 'manual',
		nextIss: undefined,
		connections: 0,
		nextNumber: 3,
		nextPort: 0,
		cookieKey: undefined,
		sockets: [],
		live: [],
		bound: [],
		polls: [],
		handed: [],
		lastError: undefined,
	};
}
