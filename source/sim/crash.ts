/** A host dies and comes back (half-open connections, quiet time: RFC 9293 § 3.5.1, § 3.4.3). */
import {end} from '../tcp/move-to.js';
import {note, rowKind, write} from '../tcp/out.js';
import type {HostName, Refusal} from './action.js';
import {stackOf} from './step.js';
import type {World} from './world.js';

/** Connections, calls and sockets vanish without a word to the peer. */
export function crash(world: World, name: HostName): Refusal | undefined {
	const stack = stackOf(world, name);
	const {host, env} = stack;
	if (!host.isUp) return {code: 'host-is-down', host: name};
	write(env.out, rowKind.host, 1, 0);
	for (const socket of host.sockets) {
		env.out.socket = socket.number;
		socket.isOpen = false;
		socket.isClosed = true;
		socket.isVanished = true;
		socket.parked = [];
		socket.synQueue = [];
		socket.acceptQueue = [];
		if (host.live.includes(socket)) end(socket.tcb, 'crash', env);
	}
	host.live = [];
	host.cookieKey = undefined;
	host.bound = [];
	host.polls = [];
	host.isUp = false;
	host.quietUntil = 0;
	return undefined;
}

/** It answers again, with no socket; where the knob says so, after one MSL of silence. */
export function restart(world: World, name: HostName): Refusal | undefined {
	const {host, env} = stackOf(world, name);
	if (host.isUp) return {code: 'host-is-up', host: name};
	host.isUp = true;
	write(env.out, rowKind.host, 1, 1);
	if (host.knobs.quietTime) {
		host.quietUntil = world.now + host.knobs.msl;
		note(env.out, 'quiet-time', host.quietUntil);
	}
	return undefined;
}
