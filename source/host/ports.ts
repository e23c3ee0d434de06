/** Which local ports may be bound (RFC 9293 § 3.6.1, POSIX bind): TIME_WAIT keeps its port, SO_REUSEADDR takes it back. */
import {nextBelow} from '../net/random.js';
import type {Socket} from './socket.js';
import type {Stack} from './stack.js';

/** The socket that stands in the way of bind(), or undefined. */
export function portHolder({host}: Stack, port: number, reuseaddr: boolean): Socket | undefined {
	return host.live.find(socket => socket.tcb.local.port === port && !maySharePort(host.profile.reuseNeedsBoth, socket, reuseaddr));
}

function maySharePort(needsBoth: boolean, holder: Socket, reuseaddr: boolean): boolean {
	if (!reuseaddr || holder.tcb.state === 'LISTEN') return false;
	return !needsBoth || holder.reuseaddr;
}

/** A free port of the ephemeral range, the next in turn; undefined when all are taken. */
export function ephemeralPort(stack: Stack): number | undefined {
	const {host} = stack;
	const {first, last} = host.profile.ephemeralPorts;
	const count = last - first + 1;
	if (host.nextPort === 0) host.nextPort = host.profile.firstIss ? first : first + nextBelow(stack.streams[host.name].port, count);
	for (let tries = 0; tries < count; tries++) {
		const port = host.nextPort;
		host.nextPort = port >= last ? first : port + 1;
		if (!portHolder(stack, port, false)) return port;
	}
	return undefined;
}
