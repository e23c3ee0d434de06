/** Options of level SOL_SOCKET (POSIX, "Socket-level options"). */
import {setKeepalive} from '../../tcp/fire.js';
import type {Knobs} from '../../tcp/profile.js';
import {type Errno, errnoOf} from '../errno.js';
import {setLinger} from '../options.js';
import type {Socket} from '../socket.js';
import {type Stack, subject} from '../stack.js';
import {override} from '../tuned.js';
import type {OptionValue} from './call.js';
import {number, type SocketOption, setNumber, shown} from './option.js';

const level = 'SOL_SOCKET';
const streamType = 1;

/** Of the smallest buffers that a stack lends, in octets. */
const leastBuffer = {sndbuf: 2304, rcvbuf: 1152};

const knobsOf = (host: Stack['host'], {knobs}: Socket): Readonly<Knobs> => knobs ?? host.knobs;

/** Kept in the host's housekeeping measure (`bufferFactor`). */
function setBuffer({host}: Stack, socket: Socket, name: 'sndbuf' | 'rcvbuf', octets: number): number {
	const {bufferFactor} = host.profile.sockets;
	const limit = knobsOf(host, socket)[name === 'rcvbuf' ? 'rcvbufLimit' : 'sndbufLimit'];
	const asked = limit > 0 ? Math.min(octets, limit) : octets;
	const size = bufferFactor * Math.max(asked, bufferFactor > 1 ? leastBuffer[name] : 1);
	override(host, socket, name === 'rcvbuf' ? {rcvbuf: size, isRcvbufFixed: true} : {sndbuf: size});
	return size;
}

const reuseaddr: SocketOption = {
	level,
	get: (stack, socket) => shown(stack, socket.reuseaddr, 0x4),
	set: setNumber((_stack, socket, value) => {
		socket.reuseaddr = value !== 0;
		return undefined;
	}),
};

function takeSoftError(tcb: Socket['tcb']): Errno | undefined {
	const error = tcb.softError && errnoOf[tcb.softError];
	tcb.softError = undefined;
	return error;
}

/** Reading takes it away; one that ended nothing is told when there is no other. */
const error: SocketOption = {
	level,
	get(_stack, socket) {
		const {pendingError, tcb} = socket;
		if (pendingError !== undefined) socket.pendingError = undefined;
		else if (tcb.softError !== undefined) return {kind: 'error', error: takeSoftError(tcb)};
		return {kind: 'error', error: pendingError};
	},
};

const sndbuf: SocketOption = {
	level,
	get: (_stack, {tcb}) => number(tcb.sendBuffer.capacity),
	set: setNumber((stack, socket, value) => {
		socket.tcb.sendBuffer.capacity = setBuffer(stack, socket, 'sndbuf', value);
		return undefined;
	}),
};

const rcvbuf: SocketOption = {
	level,
	get: (_stack, {tcb}) => number(tcb.receiveBuffer.capacity),
	set: setNumber((stack, socket, value) => {
		socket.tcb.receiveBuffer.capacity = setBuffer(stack, socket, 'rcvbuf', value);
		return undefined;
	}),
};

const setLingerValue = (_stack: Stack, socket: Socket, value: OptionValue): 'EINVAL' | undefined => {
	if (value.kind !== 'linger') return 'EINVAL';
	setLinger(socket, value.isOn, value.seconds);
	socket.kept = {...socket.kept, SO_LINGER: value.isOn ? value.seconds : -1};
	return undefined;
};

const linger: SocketOption = {
	level,
	get(_stack, {kept: {SO_LINGER: seconds = -1}}) {
		return {kind: 'linger', isOn: seconds >= 0, seconds: Math.max(0, seconds)};
	},
	set: setLingerValue,
};

/** Switching it off leaves it to the host, which may send probes always. */
const keepalive: SocketOption = {
	level,
	get: (stack, {kept}) => shown(stack, kept.SO_KEEPALIVE === 1, 0x8),
	set: setNumber((stack, socket, value) => {
		socket.kept = {...socket.kept, SO_KEEPALIVE: value === 0 ? 0 : 1};
		override(stack.host, socket, {keepalive: value === 0 ? undefined : true});
		subject(stack, socket.number);
		setKeepalive(socket.tcb, stack.env);
		return undefined;
	}),
};

/** By name. What is set comes back, buffers as the profile shows them; SO_ERROR is 0 from then on. */
export const socketOptions: Readonly<Record<string, SocketOption>> = {
	SO_REUSEADDR: reuseaddr,
	SO_ERROR: error,
	SO_SNDBUF: sndbuf,
	SO_RCVBUF: rcvbuf,
	SO_LINGER: linger,
	SO_KEEPALIVE: keepalive,
	SO_TYPE: {level, get: () => number(streamType)},
	SO_ACCEPTCONN: {level, get: (stack, {kind}) => shown(stack, kind === 'listener', 0x2)},
};
