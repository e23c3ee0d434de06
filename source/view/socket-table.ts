/** The sockets of a host, as `ss` lists them, and the queues of its newest listener. */

import type {Host} from '../host/host.js';
import {newestListener} from '../host/lookup.js';
import type {Socket} from '../host/socket.js';
import type {World} from '../sim/world.js';
import type {State} from '../tcp/state.js';
import {changesOf} from './changed.js';
import type {HostEvent} from './host-event.js';

export type SocketRow = {
	readonly number: number;
	readonly localPort: number;
	/** Undefined: a listener's. */
	readonly peerPort: number | undefined;
	readonly state: State;
	/** Readable octets, or connections that wait for accept(). */
	readonly recvQ: number;
	/** Octets not yet acknowledged, or the backlog. */
	readonly sendQ: number;
	readonly isChanged: boolean;
};

const mostRows = 14;

function isRowChanged(world: World, event: HostEvent | undefined, socket: Socket): boolean {
	if (event?.rows.some(row => row.kind === 'state' && row.socket === socket.number)) return true;
	if (socket.kind === 'listener')
		return event?.rows.some(row => row.kind === 'queue' && row.queue === 'accept' && row.socket === socket.number) ?? false;
	const changes = changesOf(world, event, socket);
	return changes.has('send-queue') || changes.has('recv-queue');
}

function rowOf(world: World, event: HostEvent | undefined, socket: Socket): SocketRow {
	const {number, kind, tcb, acceptQueue, backlog} = socket;
	const isListener = kind === 'listener';
	return {
		number,
		localPort: tcb.local.port,
		peerPort: isListener ? undefined : tcb.remote.port,
		state: tcb.state,
		recvQ: isListener ? acceptQueue.length : tcb.receiveBuffer.length,
		sendQ: isListener ? backlog : tcb.sendBuffer.length,
		isChanged: isRowChanged(world, event, socket),
	};
}

/** By number, the newest when there are too many. */
export const buildSockets = (world: World, {live}: Host, event: HostEvent | undefined): readonly SocketRow[] =>
	live
		.toSorted((a, b) => a.number - b.number)
		.slice(-mostRows)
		.map(socket => rowOf(world, event, socket));

export type QueueView = {readonly length: number; readonly sockets: readonly number[]; readonly isChanged: boolean};

export type ListenerView = {
	readonly number: number;
	readonly port: number;
	readonly backlog: number;
	readonly syn: QueueView;
	readonly accept: QueueView;
};

export function buildListener(listener: Socket, event: HostEvent | undefined): ListenerView {
	const {number, tcb, backlog, synQueue, acceptQueue} = listener;
	const queue = (name: 'syn' | 'accept', sockets: readonly number[]): QueueView => ({
		length: sockets.length,
		sockets: [...sockets],
		isChanged: event?.rows.some(row => row.kind === 'queue' && row.queue === name && row.socket === number) ?? false,
	});
	return {number, port: tcb.local.port, backlog, syn: queue('syn', synQueue), accept: queue('accept', acceptQueue)};
}

export function buildQueues(host: Host, event: HostEvent | undefined): ListenerView | undefined {
	const listener = newestListener(host);
	return listener === undefined ? undefined : buildListener(listener, event);
}
