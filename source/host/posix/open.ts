/** socket, bind, listen, accept, connect: from a bare descriptor to a connection. */
import {openPassive} from '../../tcp/calls.js';
import {newTcb} from '../../tcp/new-tcb.js';
import {seq} from '../../tcp/seq.js';
import type {Endpoint} from '../../tcp/tcb.js';
import {encapsulate} from '../../tcp/udp.js';
import {connectFrom, notePortHolder, park, startConnect} from '../calls.js';
import type {Errno} from '../errno.js';
import {chooseIss, newSocket, nowhere} from '../new-socket.js';
import {ephemeralPort, isTaken, listenerOn, portHolder} from '../ports.js';
import {isFresh, isOpening} from '../readiness.js';
import type {Socket} from '../socket.js';
import {type Stack, subject} from '../stack.js';
import type {PosixCall} from './call.js';
import {descriptor, done, failed} from './done.js';

type Call<Name extends PosixCall['call']> = PosixCall & {readonly call: Name};

/** A descriptor with no port and no peer. ENETDOWN. */
export function socketCall(stack: Stack, call: Call<'socket'>): void {
	if (!stack.host.isUp) {
		failed(stack, undefined, call, 'ENETDOWN');
		return;
	}
	const socket = newSocket(stack, {local: nowhere, remote: nowhere, iss: seq(0)});
	socket.isNonblocking = call.isNonblocking ?? false;
	done(stack, socket, call, socket.number);
}

/** Port 0 stands for any. EADDRINUSE, EINVAL (it has one already). */
export function bind(stack: Stack, call: Call<'bind'>): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	const error = socket.tcb.local.port !== 0 ? 'EINVAL' : bindTo(stack, socket, call.port);
	if (error) failed(stack, socket, call, error);
	else done(stack, socket, call, 0);
}

function bindTo(stack: Stack, socket: Socket, wanted: number): Errno | undefined {
	const port = wanted || ephemeralPort(stack);
	if (port === undefined) return 'EADDRINUSE';
	const holder = portHolder(stack, port, socket.reuseaddr);
	if (holder) {
		notePortHolder(stack, port, holder);
		return 'EADDRINUSE';
	}
	socket.tcb.local = {addr: stack.host.addr, port};
	stack.host.bound.push(socket);
	return undefined;
}

/** It holds its port as a live socket from now on. */
function leaveBound({host}: Stack, socket: Socket): void {
	const at = host.bound.indexOf(socket);
	if (at >= 0) host.bound.splice(at, 1);
}

/** The program has asked for TCP inside UDP. */
function enterUdp({env: {knobs}}: Stack, {tcb, kept}: Socket): void {
	const {TCP_REMOTE_UDP_ENCAPS_PORT: dport = 0} = kept;
	if (dport !== 0 && tcb.remote.port !== 0) encapsulate(tcb, {sport: knobs.udpPort, dport}, knobs);
}

/** A TCB with the options set so far; only they are older than it. */
function renewTcb(stack: Stack, socket: Socket, remote: Endpoint): void {
	subject(stack, socket.number);
	const {local, ip} = socket.tcb;
	const {tos, ttl} = ip;
	socket.tcb = newTcb(local, remote, remote.port === 0 ? seq(0) : chooseIss(stack), stack.env);
	socket.tcb.ip = {...socket.tcb.ip, tos, ttl};
	enterUdp(stack, socket);
}

const mostBacklog = 4096;

/** EINVAL (connected), EADDRINUSE (somebody listens on the port); a second listen() only changes the backlog. */
export function listen(stack: Stack, call: Call<'listen'>): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	const error = socket.kind === 'listener' ? undefined : startListening(stack, socket);
	if (error) {
		failed(stack, socket, call, error);
		return;
	}
	socket.backlog = call.backlog < 0 ? mostBacklog : Math.min(call.backlog, mostBacklog);
	done(stack, socket, call, 0);
}

function startListening(stack: Stack, socket: Socket): Errno | undefined {
	if (!isFresh(socket)) return 'EINVAL';
	const error = socket.tcb.local.port === 0 ? bindTo(stack, socket, 0) : undefined;
	if (error) return error;
	if (listenerOn(stack, socket.tcb.local.port)) return 'EADDRINUSE';
	leaveBound(stack, socket);
	renewTcb(stack, socket, nowhere);
	socket.kind = 'listener';
	stack.host.live.push(socket);
	openPassive(socket.tcb, stack.env);
	return undefined;
}

/** EINVAL (no listener), EAGAIN. */
export function accept(stack: Stack, call: Call<'accept'>): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	if (socket.kind !== 'listener') {
		failed(stack, socket, call, 'EINVAL');
		return;
	}
	park(stack, socket, {call: 'accept', began: stack.env.now, posix: call, ...mayWait(socket)});
}

const mayWait = ({isNonblocking}: Socket): {readonly mayWait?: false} => (isNonblocking ? {mayWait: false} : {});

/** EINPROGRESS, EALREADY, EISCONN, EADDRNOTAVAIL; later ECONNREFUSED, ETIMEDOUT, ECONNABORTED … */
export function connect(stack: Stack, call: Call<'connect'>): void {
	const socket = descriptor(stack, call);
	if (!socket) return;
	if (socket.kind === 'listener') connectFrom(stack, socket, call, {posix: call, ...mayWait(socket)});
	else if (isFresh(socket)) startActive(stack, socket, call);
	else connectAgain(stack, socket, call);
}

function startActive(stack: Stack, socket: Socket, call: Call<'connect'>): void {
	const error = socket.tcb.local.port === 0 ? bindTo(stack, socket, 0) : undefined;
	const {addr, port} = call;
	if (error || isTaken(stack, socket.tcb.local, {addr, port})) {
		failed(stack, socket, call, 'EADDRNOTAVAIL');
		return;
	}
	leaveBound(stack, socket);
	renewTcb(stack, socket, {addr, port});
	stack.host.live.push(socket);
	socket.isConnectUntold = socket.isNonblocking;
	startConnect(stack, socket, {posix: call, ...mayWait(socket)});
}

function connectAgain(stack: Stack, socket: Socket, call: Call<'connect'>): void {
	const {connectAgain: manner, connectAfterEnd} = stack.host.profile.sockets;
	const {state} = socket.tcb;
	if (isOpening[state]) {
		if (manner === 'once' && !socket.isNonblocking) park(stack, socket, {call: 'connect', began: stack.env.now, posix: call});
		else failed(stack, socket, call, 'EALREADY');
	} else if (state === 'CLOSED') afterEnd(stack, socket, call, connectAfterEnd);
	else if (manner === 'once' && socket.isConnectUntold) {
		socket.isConnectUntold = false;
		done(stack, socket, call, 0);
	} else failed(stack, socket, call, 'EISCONN');
}

/** The error of the attempt comes first; then a new one may begin, where the profile lets it. */
function afterEnd(stack: Stack, socket: Socket, call: Call<'connect'>, manner: 'open' | 'ECONNREFUSED'): void {
	const {pendingError} = socket;
	socket.pendingError = undefined;
	if (pendingError) failed(stack, socket, call, pendingError);
	else if (manner === 'open') startActive(stack, socket, call);
	else failed(stack, socket, call, manner);
}
