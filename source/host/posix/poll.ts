/** poll(): which descriptors are ready; one that waits is looked at after every event, and its deadline is a number among the timers'. */
import {isWriteable} from '../../tcp/chunks/room.js';
import {sendRoom} from '../../tcp/send-buffer.js';
import type {Env} from '../../tcp/tcb.js';
import {never} from '../../tcp/timers.js';
import {socketBy} from '../lookup.js';
import {isFresh, isOpening, isReadable, mayCarryText} from '../readiness.js';
import type {ParkedPoll, Socket} from '../socket.js';
import {complete, type Stack, subject} from '../stack.js';
import type {PollEntry, PollEvent, PosixCall} from './call.js';
import {failed} from './done.js';

type Poll = PosixCall & {readonly call: 'poll'};
type Revents = readonly (readonly PollEvent[])[];

/** The number of ready descriptors; 0 when the time is over first. */
export function pollCall(stack: Stack, call: Poll): void {
	if (!stack.host.isUp) {
		failed(stack, undefined, call, 'ENETDOWN');
		return;
	}
	const {now} = stack.env;
	const poll: ParkedPoll = {call, began: now, until: call.timeout < 0 ? never : now + call.timeout * 1000};
	if (!tryPoll(stack, poll)) stack.host.polls.push(poll);
}

/** After an event, or at a deadline. */
export function servePolls(stack: Stack): void {
	const {host} = stack;
	if (host.polls.length > 0) host.polls = host.polls.filter(poll => !tryPoll(stack, poll));
}

function tryPoll(stack: Stack, {call, began, until}: ParkedPoll): boolean {
	const revents = call.entries.map(entry => reventsOf(stack, entry));
	const ready = revents.filter(events => events.length > 0).length;
	if (ready === 0 && until > stack.env.now) return false;
	endPoll(stack, {call, began}, {ready, revents});
	return true;
}

function endPoll(stack: Stack, {call, began}: Omit<ParkedPoll, 'until'>, {ready, revents}: {ready: number; revents: Revents}): void {
	const socket = socketBy(stack.host, call.entries[0]?.fd ?? 0);
	complete(stack, socket, {call: 'poll', posix: call, began, result: ready, error: undefined, values: {kind: 'events', revents}});
}

/** What was asked for, and what is always told. */
const unasked: Partial<Record<PollEvent, true>> = {POLLERR: true, POLLHUP: true, POLLNVAL: true};

function reventsOf(stack: Stack, {fd, events}: PollEntry): readonly PollEvent[] {
	if (fd < 0) return [];
	const socket = socketBy(stack.host, fd);
	if (!socket?.isOpen) return ['POLLNVAL'];
	subject(stack, fd);
	return eventsOf(socket, stack.env).filter(event => unasked[event] || events.includes(event));
}

function eventsOf(socket: Socket, env: Env): readonly PollEvent[] {
	const {kind, tcb, pendingError, acceptQueue} = socket;
	if (kind === 'listener') return acceptQueue.length > 0 ? ['POLLIN', 'POLLRDNORM'] : [];
	const isEnded = tcb.state === 'CLOSED';
	const isReadEnd = isEnded || tcb.hasPeerFin || tcb.isReadShut;
	const found: PollEvent[] = [];
	if (isReadable(socket) && !isFresh(socket)) found.push('POLLIN', 'POLLRDNORM');
	if (isWritable(socket, env)) found.push('POLLOUT', 'POLLWRNORM');
	if (pendingError) found.push('POLLERR');
	if (isEnded || (isReadEnd && tcb.isFinQueued)) found.push('POLLHUP');
	if (isReadEnd && !isFresh(socket)) found.push('POLLRDHUP');
	return found;
}

/** Also where a write would fail at once: that is no waiting either. */
function isWritable(socket: Socket, env: Env): boolean {
	const {tcb} = socket;
	if (isOpening[tcb.state]) return false;
	return !mayCarryText[tcb.state] || tcb.isFinQueued || hasSendRoom(socket, env);
}

const hasSendRoom = ({tcb}: Socket, env: Env): boolean => (tcb.chunks ? isWriteable(tcb, tcb.chunks, env) : sendRoom(tcb.sendBuffer) > 0);
