/** Descriptors: numbers count from 3 and are never used twice, so that a script can name a socket for ever. */
import {nextBits} from '../net/random.js';
import {newTcb} from '../tcp/new-tcb.js';
import {add, type Seq, seq} from '../tcp/seq.js';
import type {Endpoint} from '../tcp/tcb.js';
import type {Socket} from './socket.js';
import type {Stack} from './stack.js';

/** Octets between the ISNs of two connections of a host that numbers them in the open. */
const issStep = 100_000;

/** Given by hand, counted from the profile's first, or drawn (RFC 6528: not to be guessed from outside). */
export function chooseIss({host, streams}: Stack): Seq {
	const byHand = host.nextIss;
	host.nextIss = undefined;
	const nth = host.connections++;
	if (byHand !== undefined) return seq(byHand);
	const {firstIss} = host.profile;
	return firstIss ? add(seq(firstIss[host.name]), nth * issStep) : seq(nextBits(streams[host.name].iss));
}

type Ends = {readonly local: Endpoint; readonly remote: Endpoint; readonly iss: Seq};

/** A descriptor with a TCB in CLOSED. `live`: segments and timers may reach it. */
export function newSocket(stack: Stack, ends: Ends, name?: string): Socket {
	const {host, env} = stack;
	const socket: Socket = {
		number: host.nextNumber++,
		name,
		kind: 'connection',
		tcb: newTcb(ends.local, ends.remote, ends.iss, env),
		isOpen: true,
		parent: undefined,
		isAccepted: false,
		isClosed: false,
		isVanished: false,
		reuseaddr: false,
		isNonblocking: false,
		isConnectUntold: false,
		overrides: undefined,
		knobs: undefined,
		kept: {},
		lingerZero: false,
		backlog: 0,
		cookieSentAt: undefined,
		synQueue: [],
		acceptQueue: [],
		parked: [],
		pendingError: undefined,
		received: 0,
		receivedChunks: [],
		sentParts: [],
		hasReadEof: false,
		lastError: undefined,
		born: host.connections,
	};
	host.sockets.push(socket);
	return socket;
}

/** Of a socket that is bound or connected to nothing. */
export const nowhere: Endpoint = {addr: 0, port: 0};
