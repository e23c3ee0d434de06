/** The socket calls with their POSIX results (F16). A call that cannot complete parks; `settle` serves it when it can. */
import {abort, closeSend, closeUnread, openActive, openPassive} from '../tcp/calls.js';
import {end} from '../tcp/move-to.js';
import {newTcb} from '../tcp/new-tcb.js';
import {note} from '../tcp/out.js';
import {seq} from '../tcp/seq.js';
import type {State} from '../tcp/state.js';
import {never} from '../tcp/timers.js';
import type {Errno} from './errno.js';
import {sizeOf} from './hand-over.js';
import {socketBy} from './lookup.js';
import {chooseIss, newSocket, nowhere} from './new-socket.js';
import {failParked, noteMore} from './parked.js';
import {ephemeralPort, portHolder} from './ports.js';
import type {PosixCall} from './posix/call.js';
import {mayCarryText} from './readiness.js';
import type {LabCallName, ParkedCall, PayloadSource, Socket} from './socket.js';
import {complete, noteQueue, recordOf, type Stack, subject} from './stack.js';
import {bury, settle} from './wake.js';

/** A new descriptor on which the call failed before a TCB came to life: the program closes it again. */
function failNew(
	stack: Stack,
	call: 'listen' | 'connect',
	failure: {error: Errno; port: number; name: string | undefined; failed?: 'bind'},
): void {
	const socket = newSocket(stack, {local: nowhere, remote: nowhere, iss: seq(0)}, failure.name);
	socket.isOpen = false;
	socket.isClosed = true;
	const {error, port, failed} = failure;
	complete(stack, socket, {call, began: stack.env.now, result: -1, error, argument: port, ...(failed && {failed})});
}

/** Says whose the port is and how long still, which is what everybody wants to know next (F14). */
export function notePortHolder({env}: Stack, port: number, holder: Socket): void {
	const until = holder.tcb.timers['2msl'].at;
	note(env.out, 'port-in-use', port, holder.number, until === never ? 0 : until - env.now);
}

type Listen = {readonly port: number; readonly backlog: number; readonly reuseaddr: boolean; readonly name: string | undefined};

/** socket + bind + listen. EADDRINUSE (bind), ENETDOWN. */
export function listen(stack: Stack, {port, backlog, reuseaddr, name}: Listen): void {
	const {host, env} = stack;
	if (!host.isUp) {
		complete(stack, undefined, {call: 'listen', began: env.now, result: -1, error: 'ENETDOWN', argument: port});
		return;
	}
	const holder = portHolder(stack, port, reuseaddr);
	if (holder) {
		notePortHolder(stack, port, holder);
		failNew(stack, 'listen', {error: 'EADDRINUSE', port, name, failed: 'bind'});
		return;
	}
	const socket = newSocket(stack, {local: {addr: host.addr, port}, remote: nowhere, iss: seq(0)}, name);
	socket.kind = 'listener';
	socket.backlog = backlog;
	socket.reuseaddr = reuseaddr;
	host.live.push(socket);
	subject(stack, socket.number);
	openPassive(socket.tcb, env);
	complete(stack, socket, {call: 'listen', began: env.now, result: 0, error: undefined, argument: port});
}

type Connect = {readonly addr: number; readonly port: number; readonly from: number | undefined; readonly name: string | undefined};

/** socket + connect on a new descriptor. EADDRINUSE, EADDRNOTAVAIL, ENETDOWN at once; ECONNREFUSED, ETIMEDOUT, ECONNABORTED later. */
export function connect(stack: Stack, {addr, port, from, name}: Connect): void {
	const {host, env} = stack;
	if (!host.isUp) {
		complete(stack, undefined, {call: 'connect', began: env.now, result: -1, error: 'ENETDOWN', argument: port});
		return;
	}
	const holder = from === undefined ? undefined : portHolder(stack, from, false);
	if (from !== undefined && holder) {
		notePortHolder(stack, from, holder);
		failNew(stack, 'connect', {error: 'EADDRINUSE', port, name, failed: 'bind'});
		return;
	}
	const local = from ?? ephemeralPort(stack);
	if (local === undefined) {
		failNew(stack, 'connect', {error: 'EADDRNOTAVAIL', port, name});
		return;
	}
	const iss = chooseIss(stack);
	const socket = newSocket(stack, {local: {addr: host.addr, port: local}, remote: {addr, port}, iss}, name);
	host.live.push(socket);
	startConnect(stack, socket);
}

/** The POSIX call that it is, and whether that one waits. */
type Made = {readonly posix?: PosixCall; readonly mayWait?: false};

/** The SYN leaves; the call waits for the end of the handshake. */
export function startConnect(stack: Stack, socket: Socket, made: Made = {}): void {
	subject(stack, socket.number);
	socket.parked.push({call: 'connect', began: stack.env.now, ...made});
	const before = socket.tcb.state;
	openActive(socket.tcb, stack.env);
	settle(stack, socket, before);
}

/** connect() on a descriptor that is there: from LISTEN it opens actively where the profile lets it (F4). */
export function connectFrom(stack: Stack, socket: Socket | undefined, {addr, port}: {addr: number; port: number}, made: Made = {}): void {
	const {connectOnListener} = stack.host.profile;
	const unfit = socket?.kind === 'connection' ? 'EISCONN' : connectOnListener === 'open' ? undefined : connectOnListener;
	const error = socket?.isOpen ? unfit : 'EBADF';
	if (error || !socket) {
		const outcome = {began: stack.env.now, result: -1, error: error ?? 'EBADF', argument: port} as const;
		complete(stack, socket, recordOf('connect', made.posix, outcome));
		return;
	}
	const peer = {addr, port};
	forgetChildren(stack, socket);
	failParked(stack, socket, 'EINVAL');
	socket.kind = 'connection';
	socket.tcb = {...newTcb(socket.tcb.local, peer, chooseIss(stack), stack.env), state: 'LISTEN'};
	startConnect(stack, socket, made);
}

function failCall(stack: Stack, call: LabCallName, socket: Socket | undefined, error: Errno, argument?: number): void {
	complete(stack, socket, {call, began: stack.env.now, result: -1, error, ...(argument !== undefined && {argument})});
}

/** Parks the call and lets it complete at once if it can. */
export function park(stack: Stack, socket: Socket, call: ParkedCall): void {
	const before = socket.tcb.state;
	socket.parked.push(call);
	settle(stack, socket, before);
}

/** What keeps any call from being tried. */
const unusable = ({host}: Stack, socket: Socket | undefined): Errno | undefined =>
	!host.isUp ? 'ENETDOWN' : socket?.isOpen ? undefined : 'EBADF';

/** EBADF, EINVAL (no listener), ENETDOWN. */
export function accept(stack: Stack, socket: Socket | undefined, name: string | undefined): void {
	const error = unusable(stack, socket) ?? (socket?.kind === 'listener' ? undefined : 'EINVAL');
	if (error || !socket) {
		failCall(stack, 'accept', socket, error ?? 'EBADF');
		return;
	}
	park(stack, socket, {call: 'accept', began: stack.env.now, ...(name !== undefined && {name})});
}

/** What stands in the way of reading or writing: told once, the pending error first. */
function ioError(stack: Stack, socket: Socket | undefined, isWriting: boolean): Errno | undefined {
	const error = unusable(stack, socket);
	if (error || !socket) return error;
	if (socket.kind === 'listener') return 'ENOTCONN';
	const {pendingError, tcb} = socket;
	socket.pendingError = undefined;
	if (pendingError) return pendingError;
	if (!isWriting) return undefined;
	const isOver = tcb.isFinQueued || (!mayCarryText[tcb.state] && tcb.state !== 'SYN_SENT' && tcb.state !== 'SYN_RCVD');
	return isOver ? 'EPIPE' : undefined;
}

/** Octets, 0 after the peer's FIN; EBADF, ENOTCONN, ECONNRESET, ETIMEDOUT … */
export function recv(stack: Stack, socket: Socket | undefined, max: number | undefined): void {
	const error = ioError(stack, socket, false);
	if (error || !socket) {
		failCall(stack, 'recv', socket, error ?? 'EBADF', max);
		return;
	}
	park(stack, socket, {call: 'recv', began: stack.env.now, ...(max !== undefined && {max})});
}

/** Octets taken; EPIPE after shutdown or when the connection is gone. */
export function send(stack: Stack, socket: Socket | undefined, source: PayloadSource): void {
	const error = ioError(stack, socket, true);
	if (error || !socket) {
		failCall(stack, 'send', socket, error ?? 'EBADF', sizeOf(source));
		return;
	}
	park(stack, socket, {call: 'send', began: stack.env.now, source, taken: 0});
}

const isNotOpenYet: Partial<Record<State, true>> = {CLOSED: true, SYN_SENT: true};

/** Half-close: FIN after what is queued. ENOTCONN before there is a connection. */
export function shutdown(stack: Stack, socket: Socket | undefined): void {
	const {env} = stack;
	const isUnconnected = socket && (socket.kind === 'listener' || isNotOpenYet[socket.tcb.state]);
	const error = unusable(stack, socket) ?? (isUnconnected ? 'ENOTCONN' : undefined);
	if (error || !socket) {
		failCall(stack, 'shutdown', socket, error ?? 'EBADF');
		return;
	}
	const before = socket.tcb.state;
	subject(stack, socket.number);
	complete(stack, socket, {call: 'shutdown', began: env.now, result: 0, error: undefined});
	closeSend(socket.tcb, false, env);
	settle(stack, socket, before);
}

/** Behind both FINs nothing can be lost any more: the rest of the close takes its course, TIME_WAIT included. */
const mayReset: Partial<Record<State, true>> = {ESTABLISHED: true, FIN_WAIT_1: true, FIN_WAIT_2: true, CLOSE_WAIT: true};

/** FIN after what is queued; unread octets turn it into a RST (SHLD-3). The descriptor is gone at once. */
export function close(stack: Stack, socket: Socket | undefined): void {
	const {env} = stack;
	const error = unusable(stack, socket);
	if (error || !socket) {
		failCall(stack, 'close', socket, error ?? 'EBADF');
		return;
	}
	complete(stack, socket, {call: 'close', began: env.now, result: 0, error: undefined});
	letGo(stack, socket);
}

/** What close() does once it has returned. */
export function letGo(stack: Stack, socket: Socket): void {
	const {env} = stack;
	release(stack, socket);
	if (socket.kind === 'listener') forgetChildren(stack, socket);
	subject(stack, socket.number);
	const before = socket.tcb.state;
	if (socket.lingerZero) abort(socket.tcb, 'abort', env);
	else if (socket.tcb.receiveBuffer.length > 0 && mayReset[before]) closeUnread(socket.tcb, env);
	else closeSend(socket.tcb, true, env);
	settle(stack, socket, before);
}

/** Calls that wait for octets of the peer or for the connection end here; a send() goes on handing over what it was given. */
function release(stack: Stack, socket: Socket): void {
	socket.isOpen = false;
	socket.isClosed = true;
	const keep = isOpen(socket) ? socket.parked.filter(({call}) => call === 'send') : [];
	socket.parked = socket.parked.filter(call => !keep.includes(call));
	failParked(stack, socket, 'ECONNABORTED');
	socket.parked = keep;
	noteMore(socket);
}

/** Was the handshake completed, and is the connection still there? */
const isOpen = ({tcb}: Socket): boolean => tcb.state !== 'CLOSED' && tcb.snd.una !== tcb.iss;

/** RST, and nothing waits any more. */
export function abortCall(stack: Stack, socket: Socket | undefined): void {
	const {env} = stack;
	const error = unusable(stack, socket);
	if (error || !socket) {
		failCall(stack, 'abort', socket, error ?? 'EBADF');
		return;
	}
	complete(stack, socket, {call: 'abort', began: env.now, result: 0, error: undefined});
	socket.isOpen = false;
	socket.isClosed = true;
	failParked(stack, socket, 'ECONNABORTED');
	if (socket.kind === 'listener') forgetChildren(stack, socket);
	subject(stack, socket.number);
	const before = socket.tcb.state;
	abort(socket.tcb, 'abort', env);
	settle(stack, socket, before);
}

/** A closing listener forgets its SYN_RCVD children and resets those that nobody accepted. */
function forgetChildren(stack: Stack, listener: Socket): void {
	const {synQueue, acceptQueue} = listener;
	listener.synQueue = [];
	listener.acceptQueue = [];
	if (synQueue.length > 0) noteQueue(stack, listener, 'syn');
	if (acceptQueue.length > 0) noteQueue(stack, listener, 'accept');
	for (const number of [...synQueue, ...acceptQueue]) {
		const child = socketBy(stack.host, number);
		if (!child || child.tcb.state === 'CLOSED') continue;
		subject(stack, number);
		child.isClosed = true;
		if (child.tcb.state === 'SYN_RCVD') end(child.tcb, 'listener-closed', stack.env);
		else abort(child.tcb, 'listener-closed', stack.env);
		bury(stack, child);
	}
}
