/**
 * Which socket a pane shows. The host with the keys: the one that they act on; an ended one stays until its host makes another. The other
 * host: the other end of that very connection, so that both panes tell of one.
 */

import type {Host} from '../host/host.js';
import {newestConnection, newestListener, socketBy} from '../host/lookup.js';
import type {Socket} from '../host/socket.js';
import {type HostName, otherHost} from '../sim/action.js';
import type {ScreenInput} from './screen-input.js';

/** What decides which sockets are shown. */
export type Showing = Pick<ScreenInput, 'history' | 'picked' | 'focus'>;

const isOver = ({tcb, kind}: Socket): boolean => kind === 'connection' && tcb.state === 'CLOSED';

function chosenByRule(host: Host): Socket | undefined {
	const connection = newestConnection(host);
	const listener = newestListener(host);
	if (connection === undefined || listener === undefined) return connection ?? listener;
	return isSuperseded(connection, host) ? listener : connection;
}

/** Has it ended, and does its host listen anew? */
const isSuperseded = (connection: Socket, host: Host): boolean =>
	isOver(connection) && (newestListener(host)?.number ?? 0) > connection.number;

function pickedSocket({history, picked}: Showing, host: HostName): Socket | undefined {
	const number = picked[host];
	return number === undefined ? undefined : socketBy(history.world.hosts[host], number);
}

export function shownSocket(showing: Showing, host: HostName): Socket | undefined {
	const own = showing.history.world.hosts[host];
	const picked = pickedSocket(showing, host);
	if (picked !== undefined || showing.focus === host) return picked ?? chosenByRule(own);
	const shown = shownSocket(showing, otherHost(host));
	return (shown && (peerOf(shown, own) ?? awaitingListener(shown, own))) ?? chosenByRule(own);
}

const meets = ({tcb: {local, remote}}: Socket, {tcb}: Socket): boolean =>
	local.port === tcb.remote.port && local.addr === tcb.remote.addr && remote.port === tcb.local.port && remote.addr === tcb.local.addr;

/** A pair of ports may be used again: the numbers tell which connection it was. */
const isSameConnection = ({tcb: one}: Socket, {tcb: other}: Socket): boolean =>
	(!one.hasIrs || one.irs === other.iss) && (!other.hasIrs || other.irs === one.iss);

/** The other end of a connection, unless it has ended and its host has begun to listen since. */
function peerOf(shown: Socket, host: Host): Socket | undefined {
	if (shown.kind !== 'connection') return undefined;
	const peer = host.sockets.findLast(
		socket =>
			socket.kind === 'connection' &&
			!socket.isVanished &&
			socket.tcb.state !== 'LISTEN' &&
			meets(socket, shown) &&
			isSameConnection(socket, shown),
	);
	return peer !== undefined && isSuperseded(peer, host) ? undefined : peer;
}

/** Where no other end is there yet: the listener that its SYN is addressed to. */
function awaitingListener({kind, tcb: {remote}}: Socket, {addr, sockets}: Host): Socket | undefined {
	if (kind !== 'connection' || remote.addr !== addr) return undefined;
	return sockets.findLast(socket => socket.kind === 'listener' && socket.isOpen && socket.tcb.local.port === remote.port);
}
