/** While a script plays, the keys go where its last line acted: that host's pane is the one to look at. */
import {socketBy, socketNamed} from '../host/lookup.js';
import type {Action, HostName, SocketRef} from '../sim/action.js';
import type {World} from '../sim/world.js';
import type {Lab} from './lab.js';

type Scene = {readonly host: HostName /** Undefined: none is named, the rules choose. */; readonly socket: SocketRef | undefined};

/** Undefined: it acted on the wire, or changed how things are set. */
function sceneOf(action: Action): Scene | undefined {
	switch (action.do) {
		case 'listen':
		case 'connect':
		case 'crash':
		case 'restart':
		case 'arm':
		case 'flood':
		case 'posix':
		case 'tcpdrop':
			return {host: action.host, socket: undefined};
		case 'recv':
		case 'send':
		case 'shutdown':
		case 'close':
		case 'abort':
		case 'inject-rst':
		case 'inject':
			return {host: action.socket.host, socket: action.socket};
		// What accept() returns is there to be seen, not the listener.
		case 'accept':
			return {host: action.socket.host, socket: undefined};
		case 'knob':
		case 'tune':
		case 'profile':
		case 'link':
		case 'disarm':
		case 'packet':
		case 'arrive':
		case 'icmp':
		case 'mark':
			return undefined;
	}
}

/** The connection that is named; undefined where the plain host is. */
function numberOf({hosts}: World, {host, name, number}: SocketRef): number | undefined {
	const own = hosts[host];
	const socket = name === undefined ? socketBy(own, number ?? 0) : socketNamed(own, name);
	return socket?.kind === 'connection' ? socket.number : undefined;
}

/** `from`: how many entries the journal had before. */
export function followScript(lab: Lab, from: number): void {
	const {journal, world} = lab.history;
	const scene = journal.slice(from).findLast(({action}) => sceneOf(action) !== undefined);
	const {host, socket} = (scene && sceneOf(scene.action)) ?? {};
	if (host === undefined) return;
	lab.focus = host;
	lab.picked = {client: undefined, server: undefined, [host]: socket && numberOf(world, socket)};
}
