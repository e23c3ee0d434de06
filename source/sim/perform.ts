/** An action, done now. What it sends is in flight when this returns. */
import {abortCall, accept, close, connect, connectFrom, listen, recv, send, shutdown} from '../host/calls.js';
import {deliverIcmp} from '../host/deliver.js';
import {socketNamed} from '../host/lookup.js';
import {addressOf} from '../host/new-host.js';
import {dropAll} from '../host/posix/census.js';
import {posixCall} from '../host/posix/perform.js';
import type {PayloadSource, Socket} from '../host/socket.js';
import type {Stack} from '../host/stack.js';
import {rowKind, write} from '../tcp/out.js';
import {type Action, type HostName, hostOf, otherHost, type Payload, type Refusal, type SocketRef} from './action.js';
import {crash, restart} from './crash.js';
import {arriveForged, disarm, injectFlood, injectRst, injectSegment, meddle} from './mischief.js';
import {findSocket, type Purpose} from './query.js';
import {finish, stackOf} from './step.js';
import {onTheWire} from './transmit.js';
import {changeKnob, changeKnobs, changeLink, changeProfile} from './tune.js';
import type {World} from './world.js';

/** Undefined when it was done (a failing socket call is done too: it leaves its errno). */
export function perform(world: World, action: Action): Refusal | undefined {
	const {out, actions, marks} = world.trace;
	onTheWire(out);
	if (action.do === 'mark') {
		marks.push(action.mark);
		write(out, rowKind.mark, 1, marks.length - 1);
		return undefined;
	}
	const kept: World['trace']['actions'][number] = {action, refusal: undefined};
	actions.push(kept);
	write(out, rowKind.action, 1, actions.length - 1);
	kept.refusal = dispatch(world, action);
	// The host whose TCP the action sets in motion.
	const actor = hostOf(action);
	if (actor) finish(world, actor);
	return kept.refusal;
}

type Doable = Exclude<Action, {do: 'mark'}>;

function dispatch(world: World, action: Doable): Refusal | undefined {
	switch (action.do) {
		case 'listen':
		case 'connect':
		case 'accept':
			return open(world, action);
		case 'recv':
			return call(world, action.socket, 'call', (stack, socket) => recv(stack, socket, action.max));
		case 'send':
			return call(world, action.socket, 'call', (stack, socket) => send(stack, socket, sourceOf(action.payload)));
		case 'shutdown':
			return call(world, action.socket, 'call', shutdown);
		case 'close':
			return call(world, action.socket, 'call', close);
		case 'abort':
			return call(world, action.socket, 'call', abortCall);
		case 'posix':
			return posix(world, action);
		case 'tcpdrop':
			dropAll(stackOf(world, action.host), action.state);
			return undefined;
		case 'crash':
			return crash(world, action.host);
		case 'restart':
			return restart(world, action.host);
		case 'knob':
			return changeKnob(world, action.host, action.change);
		case 'tune':
			return changeKnobs(world, action.host, action.knobs);
		case 'profile':
			return changeProfile(world, action.host, action.profile);
		case 'link':
			return changeLink(world, action.from, action.change);
		case 'arm':
			world.armed.push({host: action.host, filter: action.filter, mischief: action.mischief});
			return undefined;
		case 'disarm':
			return disarm(world, action);
		case 'packet':
			return meddle(world, action.packet, action.mischief);
		case 'inject-rst':
			return injectRst(world, action.socket, action.place);
		case 'inject':
			return injectSegment(world, action.socket, action.segment);
		case 'arrive':
			return arriveForged(world, action);
		case 'icmp':
			return deliverIcmp(stackOf(world, action.host), action.error);
		case 'flood':
			return injectFlood(world, action);
	}
}

function posix(world: World, {host, call: made}: Doable & {do: 'posix'}): Refusal | undefined {
	const what = posixCall(stackOf(world, host), made);
	return what === undefined ? undefined : {code: 'unsupported', what};
}

function open(world: World, action: Doable & {do: 'listen' | 'connect' | 'accept'}): Refusal | undefined {
	const name = action.name;
	const host: HostName = action.do === 'accept' ? action.socket.host : action.host;
	if (name !== undefined && socketNamed(world.hosts[host], name)) return {code: 'name-taken', name};
	if (action.do === 'accept') return call(world, action.socket, 'accept', (stack, socket) => accept(stack, socket, name));
	const stack = stackOf(world, host);
	if (action.do === 'listen') {
		listen(stack, {port: action.port, backlog: action.backlog ?? 5, reuseaddr: action.reuseaddr ?? false, name});
		return undefined;
	}
	const addr = addressOf(otherHost(host));
	const {socket, port} = action;
	if (socket) return call(world, socket, 'accept', (at, listener) => connectFrom(at, listener, {addr, port}));
	connect(stack, {addr, port, from: action.from, name});
	return undefined;
}

function call(world: World, ref: SocketRef, purpose: Purpose, run: (stack: Stack, socket: Socket | undefined) => void): undefined {
	const stack = stackOf(world, ref.host);
	run(stack, findSocket(world, ref, purpose));
}

function sourceOf(payload: Payload): PayloadSource {
	if ('pattern' in payload) return payload;
	const {text} = payload;
	return {bytes: Uint8Array.from({length: text.length}, (_, at) => text.charCodeAt(at) & 0xff)};
}
