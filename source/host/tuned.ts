/** Knobs of one socket: the host's, with what its own program has set instead (setsockopt). */
import type {Knobs} from '../tcp/profile.js';
import type {Host} from './host.js';
import type {Socket} from './socket.js';

/** Undefined takes a setting back. */
export function override({knobs}: Host, socket: Socket, settings: {readonly [Name in keyof Knobs]?: Knobs[Name] | undefined}): void {
	const overrides = Object.fromEntries(Object.entries({...socket.overrides, ...settings}).filter(([, value]) => value !== undefined));
	socket.overrides = overrides;
	socket.knobs = {...knobs, ...overrides};
}

/** The host's knobs have been turned. */
export function retune({knobs, sockets}: Host): void {
	for (const socket of sockets) if (socket.overrides) socket.knobs = {...knobs, ...socket.overrides};
}

/** What a child of a listener has from it. */
export function inherit(child: Socket, {overrides, knobs, kept, reuseaddr, lingerZero, tcb}: Socket): void {
	Object.assign(child, {overrides, knobs, kept, reuseaddr, lingerZero});
	const {tos, ttl} = tcb.ip;
	child.tcb.ip = {...child.tcb.ip, tos, ttl};
}
