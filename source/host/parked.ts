/** Calls that wait, as in threads of their own: those that read (accept, recv) in order, and those that write (connect, send) in order. */
import {endText, receiveText} from '../tcp/calls.js';
import {peek} from '../tcp/receive-buffer.js';
import type {Tcb} from '../tcp/tcb.js';
import type {Errno} from './errno.js';
import {handOver, sizeOf, streamPlace} from './hand-over.js';
import {socketBy} from './lookup.js';
import {isOpening, isReadOver} from './readiness.js';
import {takeReceived} from './received.js';
import type {CallOutcome, ParkedCall, Socket} from './socket.js';
import {complete, noteQueue, recordOf, type Stack, subject} from './stack.js';

const shownOctets = 256;
const kindOf = ({call}: ParkedCall): 'reads' | 'writes' => (call === 'recv' || call === 'accept' ? 'reads' : 'writes');

/** Completes what can complete now, in the order of the calls; one that cannot holds up those of its kind behind it. */
export function serveParked(stack: Stack, socket: Socket): void {
	if (socket.parked.length > 0) serveAll(stack, socket);
	noteMore(socket);
}

function serveAll(stack: Stack, socket: Socket): void {
	const held = {reads: false, writes: false};
	for (const call of [...socket.parked]) {
		const kind = kindOf(call);
		if (!held[kind] || call.mayWait === false) held[kind] = !serveCall(stack, socket, call);
	}
}

/** FIN waits only as long as a send() still has octets to hand over. To be called whenever calls were parked or are over. */
export function noteMore({parked, tcb}: Socket): void {
	tcb.isMoreComing = parked.length > 0 && parked.some(({call}) => call === 'send');
}

function serveCall(stack: Stack, socket: Socket, call: ParkedCall): boolean {
	const outcome = tryCall(stack, socket, call) ?? (call.mayWait === false ? cutShort(socket, call) : undefined);
	if (!outcome) return false;
	socket.parked.splice(socket.parked.indexOf(call), 1);
	complete(stack, socket, recordOf(call.call, call.posix, outcome));
	return true;
}

/** What a call that may not wait has got so far (O_NONBLOCK, MSG_DONTWAIT); what a send() has handed over ends there. */
function cutShort({tcb}: Socket, call: ParkedCall): CallOutcome {
	const {began} = call;
	if (call.call === 'connect') return {began, result: -1, error: 'EINPROGRESS', argument: tcb.remote.port};
	const argument = argumentOf(tcb, call);
	if (call.call !== 'send' || call.taken === 0) return {began, result: -1, error: 'EAGAIN', argument};
	if (!tcb.chunks) endText(tcb);
	return {began, result: call.taken, error: undefined, argument};
}

function tryCall(stack: Stack, socket: Socket, call: ParkedCall): CallOutcome | undefined {
	switch (call.call) {
		case 'connect':
			return tryConnect(socket, call.began);
		case 'accept':
			return tryAccept(stack, socket, call);
		case 'recv':
			return tryRecv(stack, socket, call);
		case 'send':
			return trySend(stack, socket, call);
	}
}

/** A shutdown() in SYN_RCVD leaves the handshake to be completed in FIN_WAIT_1. */
function tryConnect({tcb}: Socket, began: number): CallOutcome | undefined {
	if (isOpening[tcb.state] || tcb.state === 'CLOSED' || tcb.snd.una === tcb.iss) return undefined;
	return {began, result: 0, error: undefined, argument: tcb.remote.port};
}

function tryAccept(stack: Stack, listener: Socket, call: ParkedCall & {call: 'accept'}): CallOutcome | undefined {
	const {began, name, posix} = call;
	const number = listener.acceptQueue.shift();
	if (number === undefined) return undefined;
	noteQueue(stack, listener, 'accept');
	const {acceptReset, isNonblockInherited} = stack.host.profile.sockets;
	const child = socketBy(stack.host, number);
	if (posix && child?.tcb.failure && acceptReset !== 'socket') return {began, result: -1, error: acceptReset};
	if (child) {
		child.isOpen = true;
		child.isAccepted = true;
		child.isNonblocking = isNonblockInherited && listener.isNonblocking;
		child.tcb.hasUser = true;
		child.name = name;
	}
	return {began, result: number, error: undefined};
}

function tryRecv(stack: Stack, socket: Socket, {began, max, isPeek}: ParkedCall & {call: 'recv'}): CallOutcome | undefined {
	const {tcb} = socket;
	if (tcb.receiveBuffer.length > 0) {
		const octets = isPeek ? peek(tcb.receiveBuffer, max) : take(stack, socket, max);
		const data = octets.length > shownOctets ? octets.slice(0, shownOctets) : octets;
		return {began, result: octets.length, error: undefined, argument: max, data, isCut: octets.length > shownOctets};
	}
	if (!isReadOver(socket)) return undefined;
	socket.hasReadEof = true;
	return {began, result: 0, error: undefined, argument: max};
}

function take(stack: Stack, socket: Socket, max: number | undefined): Uint8Array {
	subject(stack, socket.number);
	const {tcb} = socket;
	const octets = receiveText(tcb, max ?? tcb.receiveBuffer.length, stack.env);
	takeReceived(stack, socket, octets);
	return octets;
}

/** Hands over what fits into the send buffer; over once all is taken. */
function trySend(stack: Stack, {number, tcb, sentParts}: Socket, call: ParkedCall & {call: 'send'}): CallOutcome | undefined {
	if (isOpening[tcb.state]) return undefined;
	if (call.taken === 0 && !call.isWaiting) sentParts.push({at: streamPlace(tcb), source: call.source});
	subject(stack, number);
	if (!handOver(tcb, call, stack.env)) return undefined;
	const total = sizeOf(call.source);
	return {began: call.began, result: total, error: undefined, argument: total};
}

/** Every call that waits on this socket ends with this errno. */
export function failParked(stack: Stack, socket: Socket, error: Errno): void {
	const waiting = socket.parked.splice(0);
	noteMore(socket);
	for (const call of waiting)
		complete(
			stack,
			socket,
			recordOf(call.call, call.posix, {began: call.began, result: -1, error, argument: argumentOf(socket.tcb, call)}),
		);
}

function argumentOf(tcb: Tcb, call: ParkedCall): number | undefined {
	switch (call.call) {
		case 'connect':
			return tcb.remote.port;
		case 'send':
			return sizeOf(call.source);
		case 'recv':
			return call.max;
		case 'accept':
			return undefined;
	}
}
