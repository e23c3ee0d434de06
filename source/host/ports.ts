/** Which local ports may be bound (RFC 9293 § 3.6.1, POSIX bind): TIME_WAIT keeps its port, SO_REUSEADDR takes it back. */
import {nextBelow} from '../net/random.js';
import type {Endpoint} from '../tcp/tcb.js';
import type {Socket} from './socket.js';
import type {Stack} from './stack.js';

/** The socket that stands in the way of bind(), or undefined. */
export function portHolder({host}: Stack, port: number, reuseaddr: boolean): Socket | undefined {
	const {live, bound, profile} = host;
	const isInTheWay = (socket: Socket) => socket.tcb.local.port === port && !maySharePort(profile.reuseNeedsBoth, socket, reuseaddr);
	return live.find(isInTheWay) ?? bound.find(isInTheWay);
}

/** What listens there, if anything does. */
export const listenerOn = ({host}: Stack, port: number): Socket | undefined =>
	host.live.find(({kind, tcb}) => kind === 'listener' && tcb.local.port === port);

/** Is there a connection between these two ends already, TIME_WAIT included? */
export const isTaken = ({host}: Stack, local: Endpoint, remote: Endpoint): boolean =>
	host.live.some(({tcb}) => tcb.local.port === local.port && tcb.remote.port === remote.port && tcb.remote.addr === remote.addr);

/** One that is only bound may be shared where both have asked for that; elsewhere what `reuseaddr` takes back is a port of the past. */
function maySharePort(needsBoth: boolean, holder: Socket, reuseaddr: boolean): boolean {
	if (!reuseaddr || holder.tcb.state === 'LISTEN' || (!needsBoth && holder.tcb.state === 'CLOSED')) return false;
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
