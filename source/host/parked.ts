/** Calls that wait, as in threads of their own: those that read (accept, recv) in order, and those that write (connect, send) in order. */
import {queueText, receiveText} from '../tcp/calls.js';
import {sendRoom} from '../tcp/send-buffer.js';
import type {State} from '../tcp/state.js';
import type {Errno} from './errno.js';
import {socketBy} from './lookup.js';
import {pattern} from './pattern.js';
import {takeReceived} from './received.js';
import type {CallRecord, ParkedCall, PayloadSource, Socket} from './socket.js';
import {complete, noteQueue, type Stack, subject} from './stack.js';

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
		if (!held[kind]) held[kind] = !serveCall(stack, socket, call);
	}
}

/** FIN waits only as long as a send() still has octets to hand over. */
function noteMore({parked, tcb}: Socket): void {
	tcb.isMoreComing = parked.length > 0 && parked.some(({call}) => call === 'send');
}

function serveCall(stack: Stack, socket: Socket, call: ParkedCall): boolean {
	const record = tryCall(stack, socket, call);
	if (!record) return false;
	socket.parked.splice(socket.parked.indexOf(call), 1);
	complete(stack, socket, record);
	return true;
}

function tryCall(stack: Stack, socket: Socket, call: ParkedCall): CallRecord | undefined {
	switch (call.call) {
		case 'connect':
			return tryConnect(socket, call.began);
		case 'accept':
			return tryAccept(stack, socket, call);
		case 'recv':
			return tryRecv(stack, socket, call);
		case 'send':
			return trySend(socket, call);
	}
}

export const mayCarryText: Partial<Record<State, true>> = {ESTABLISHED: true, CLOSE_WAIT: true};
const isOpening: Partial<Record<State, true>> = {SYN_SENT: true, SYN_RCVD: true};

/** A shutdown() in SYN_RCVD leaves the handshake to be completed in FIN_WAIT_1. */
function tryConnect({tcb}: Socket, began: number): CallRecord | undefined {
	if (isOpening[tcb.state] || tcb.state === 'CLOSED' || tcb.snd.una === tcb.iss) return undefined;
	return {call: 'connect', began, result: 0, error: undefined, argument: tcb.remote.port};
}

function tryAccept(stack: Stack, listener: Socket, {began, name}: ParkedCall & {call: 'accept'}): CallRecord | undefined {
	const number = listener.acceptQueue.shift();
	if (number === undefined) return undefined;
	noteQueue(stack, listener, 'accept');
	const child = socketBy(stack.host, number);
	if (child) {
		child.isOpen = true;
		child.isAccepted = true;
		child.name = name;
	}
	return {call: 'accept', began, result: number, error: undefined};
}

function tryRecv(stack: Stack, socket: Socket, {began, max}: ParkedCall & {call: 'recv'}): CallRecord | undefined {
	const {tcb} = socket;
	if (tcb.receiveBuffer.length > 0) {
		subject(stack, socket.number);
		const octets = receiveText(tcb, max ?? tcb.receiveBuffer.length, stack.env);
		takeReceived(stack, socket, octets);
		const data = octets.length > shownOctets ? octets.slice(0, shownOctets) : octets;
		return {call: 'recv', began, result: octets.length, error: undefined, argument: max, data, isCut: octets.length > shownOctets};
	}
	if (!tcb.hasPeerFin && tcb.state !== 'CLOSED') return undefined;
	socket.hasReadEof = true;
	return {call: 'recv', began, result: 0, error: undefined, argument: max};
}

/** Hands over what fits into the send buffer; over once all is taken. */
function trySend({tcb, sentParts}: Socket, call: ParkedCall & {call: 'send'}): CallRecord | undefined {
	if (isOpening[tcb.state]) return undefined;
	if (call.taken === 0) sentParts.push({at: streamPlace(tcb), source: call.source});
	const total = sizeOf(call.source);
	while (call.taken < total) {
		const room = Math.min(sendRoom(tcb.sendBuffer), total - call.taken);
		if (room === 0) return undefined;
		const octets = piece(call.source, call.taken, room, streamPlace(tcb));
		call.taken += octets.length;
		queueText(tcb, octets, call.taken === total);
	}
	return {call: 'send', began: call.began, result: total, error: undefined, argument: total};
}

export const sizeOf = (source: PayloadSource): number => ('bytes' in source ? source.bytes.length : source.pattern);

/** Octets of the stream so far. */
const streamPlace = ({sendBuffer}: Socket['tcb']): number => sendBuffer.acknowledged + sendBuffer.length;

const piece = (source: PayloadSource, from: number, len: number, place: number): Uint8Array =>
	'bytes' in source ? source.bytes.subarray(from, from + len) : pattern(place, len);

/** Every call that waits on this socket ends with this errno. */
export function failParked(stack: Stack, socket: Socket, error: Errno): void {
	const waiting = socket.parked.splice(0);
	noteMore(socket);
	for (const call of waiting)
		complete(stack, socket, {call: call.call, began: call.began, result: -1, error, argument: argumentOf(socket, call)});
}

function argumentOf({tcb}: Socket, call: ParkedCall): number | undefined {
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
