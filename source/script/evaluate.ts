/** Is a CONDITION true of the world? Reads, never writes; what it remembers is in the player's memory of sent segments. */
import type {Socket} from '../host/socket.js';
import type {Payload, SocketRef} from '../sim/action.js';
import {findSocket, socketState, type World} from '../sim/index.js';
import {never, type TimerName, timerNames} from '../tcp/timers.js';
import {latin1, quoteOctets} from './escape.js';

import {printDuration} from './print-values.js';
import type {Condition, Variable} from './script.js';
import {hasSent, type SentMemory, sentSince} from './sent.js';

type Verdict = {readonly isTrue: boolean /** What was there. */; readonly found: () => string};

export function evaluate(world: World, condition: Condition, memory: SentMemory): Verdict {
	switch (condition.test) {
		case 'not': {
			const {isTrue, found} = evaluate(world, condition.condition, memory);
			return {isTrue: !isTrue, found};
		}
		case 'state':
			return same(socketState(socketOf(world, condition.socket)), condition.state);
		case 'received':
			return received(socketOf(world, condition.socket), condition.payload);
		case 'readable':
			return octets(socketOf(world, condition.socket)?.tcb.receiveBuffer.length ?? 0, condition.octets);
		case 'eof':
			return same(socketOf(world, condition.socket)?.hasReadEof ? 'eof' : 'no eof', 'eof');
		case 'error':
			return same(lastError(world, condition.socket) ?? 'no error', condition.errno);
		case 'variable':
			return same(variable(socketOf(world, condition.socket), condition.variable), condition.value);
		case 'rto':
			return rto(socketOf(world, condition.socket), condition.rto);
		case 'sent':
			return {isTrue: hasSent(world.trace, condition, memory), found: () => sentSince(world.trace, condition.host, memory)};
		case 'queue':
			return queue(world, condition);
		case 'idle':
			return still(world, timerNames);
		case 'quiet':
			return still(world, quietTimers);
	}
}

const same = (there: string | number, wanted: string | number): Verdict => ({isTrue: there === wanted, found: () => String(there)});

const octets = (there: number, wanted: number): Verdict => ({isTrue: there === wanted, found: () => `${there} bytes`});

const socketOf = (world: World, ref: SocketRef): Socket | undefined => findSocket(world, ref, 'condition');

/** More is not shown of what was received instead. */
const shownOctets = 256;

function received(socket: Socket | undefined, payload: Payload): Verdict {
	if ('pattern' in payload) return octets(socket?.received ?? 0, payload.pattern);
	const isTrue = (socket?.received ?? 0) === payload.text.length && readOctets(socket, payload.text.length) === payload.text;
	return {isTrue, found: () => quoteOctets(readOctets(socket, shownOctets))};
}

/** The first octets that the application has read. */
function readOctets(socket: Socket | undefined, count: number): string {
	let text = '';
	for (const chunk of socket?.receivedChunks ?? []) {
		if (text.length >= count) break;
		text += latin1(chunk.subarray(0, count - text.length));
	}
	return text;
}

const lastError = (world: World, ref: SocketRef): string | undefined =>
	ref.name === undefined && ref.number === undefined ? world.hosts[ref.host].lastError : socketOf(world, ref)?.lastError;

/** A listener's numbers mean nothing. */
const noNumber = 'no connection';

function variable(socket: Socket | undefined, name: Variable): number | string {
	if (socket?.kind !== 'connection') return noNumber;
	const {snd, rcv, iss, irs, congestion} = socket.tcb;
	switch (name) {
		case 'snd.una':
			return snd.una;
		case 'snd.nxt':
			return snd.nxt;
		case 'snd.wnd':
			return snd.wnd;
		case 'rcv.nxt':
			return rcv.nxt;
		case 'rcv.wnd':
			return rcv.wnd;
		case 'iss':
			return iss;
		case 'irs':
			return irs;
		case 'cwnd':
			return congestion.cwnd;
		case 'ssthresh':
			return congestion.ssthresh;
	}
}

function rto(socket: Socket | undefined, wanted: number): Verdict {
	if (socket?.kind !== 'connection') return same(noNumber, wanted);
	const {rto: there} = socket.tcb.rtt;
	return {isTrue: there === wanted, found: () => printDuration(there)};
}

/** Nothing waits where nobody listens. */
function queue(world: World, {host, queue: name, length}: Extract<Condition, {test: 'queue'}>): Verdict {
	const listener = findSocket(world, {host}, 'queue');
	if (!listener) return {isTrue: length === 0, found: () => 'no listener'};
	return same((name === 'syn' ? listener.synQueue : listener.acceptQueue).length, length);
}

/** Those that make a host send by itself soon. */
const quietTimers: readonly TimerName[] = ['rto', 'persist', 'delayed-ack'];

/** No packet in flight, and none of these timers running. */
function still(world: World, timers: readonly TimerName[]): Verdict {
	const isTrue = world.flight.length === 0 && !isAnyRunning(world, timers);
	return {isTrue, found: () => [flightWords(world), ...runningTimers(world, timers)].filter(Boolean).join(', ')};
}

const isAnyRunning = ({hosts}: World, timers: readonly TimerName[]): boolean =>
	isRunning(hosts.client.live, timers) || isRunning(hosts.server.live, timers);

const isRunning = (sockets: readonly Socket[], timers: readonly TimerName[]): boolean =>
	sockets.some(({tcb}) => timers.some(timer => tcb.timers[timer].at !== never));

const flightWords = ({flight}: World): string => (flight.length === 0 ? '' : `${flight.length} in flight`);

function runningTimers(world: World, timers: readonly TimerName[]): readonly string[] {
	return Object.values(world.hosts).flatMap(host =>
		host.live.flatMap(({number, tcb}) =>
			timers.filter(timer => tcb.timers[timer].at !== never).map(timer => `${timer} of ${host.name}:${number}`),
		),
	);
}
