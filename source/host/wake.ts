/**
 * What an event means for those who wait: queues of the listener, applications, parked calls. All of it happens in the instant of
 * the event, before the acknowledgment that the event caused leaves, so that data or FIN carries it.
 */
import {output} from '../tcp/output.js';
import type {Failure} from '../tcp/profile.js';
import type {State} from '../tcp/state.js';
import {runApp} from './app.js';
import {type Errno, errnoOf} from './errno.js';
import {socketBy} from './lookup.js';
import {failParked, serveParked} from './parked.js';
import {servePolls} from './posix/poll.js';
import {discardUnread} from './received.js';
import type {Socket} from './socket.js';
import {noteQueue, type Stack, subject} from './stack.js';

const errnoFor = ({host}: Stack, failure: Failure, before: State): Errno =>
	failure === 'reset' && before === 'CLOSE_WAIT' ? host.profile.resetInCloseWait : errnoOf[failure];

/** After anything that may have changed this socket; `before`: the state it was in. */
export function settle(stack: Stack, socket: Socket, before: State): void {
	subject(stack, socket.number);
	const {tcb} = socket;
	if (tcb.state !== before) onMove(stack, socket, before);
	if (stack.env.profile.delayedAck.isBeforeReader) output(tcb, stack.env);
	serve(stack, socket);
	subject(stack, socket.number);
	output(tcb, stack.env);
	if (tcb.state === 'CLOSED' || (tcb.state === 'LISTEN' && socket.kind === 'connection')) bury(stack, socket);
	servePolls(stack);
}

function serve(stack: Stack, socket: Socket): void {
	const {state} = socket.tcb;
	if (stack.host.app !== 'manual') runApp(stack, socket);
	serveParked(stack, socket);
	discardUnread(stack, socket);
	if (socket.tcb.state !== state && socket.tcb.state === 'CLOSED') onMove(stack, socket, state);
}

function onMove(stack: Stack, socket: Socket, before: State): void {
	const {state, failure} = socket.tcb;
	if (before === 'SYN_RCVD') leaveSynQueue(stack, socket);
	if (state !== 'CLOSED') return;
	if (failure) fail(stack, socket, errnoFor(stack, failure, before));
	else if (socket.isClosed) failParked(stack, socket, 'ECONNABORTED');
}

/** The first of the calls that wait is told; with nobody waiting the next call is. */
function fail(stack: Stack, socket: Socket, errno: Errno): void {
	if (socket.parked.length === 0) socket.pendingError = errno;
	else failParked(stack, socket, errno);
}

/** The third segment moves a request from the SYN queue to the accept queue (F17). */
function leaveSynQueue(stack: Stack, child: Socket): void {
	const listener = child.parent === undefined ? undefined : socketBy(stack.host, child.parent);
	if (!listener) return;
	if (listener.synQueue.includes(child.number)) {
		listener.synQueue = listener.synQueue.filter(number => number !== child.number);
		noteQueue(stack, listener, 'syn');
	}
	if (child.tcb.state === 'CLOSED' || child.tcb.state === 'LISTEN') return;
	listener.acceptQueue.push(child.number);
	noteQueue(stack, listener, 'accept');
	if (stack.host.app !== 'manual') runApp(stack, listener);
	serveParked(stack, listener);
	subject(stack, child.number);
}

/** No segment and no timer can reach it any more; its numbers stay readable. */
export function bury({host}: Stack, socket: Socket): void {
	const at = host.live.indexOf(socket);
	if (at >= 0) host.live.splice(at, 1);
}
