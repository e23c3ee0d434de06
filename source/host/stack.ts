/** What a host needs to act: itself, the engine's environment, where its completed calls are written, its random numbers. */
import type {Streams} from '../net/random.js';
import {rowKind, write} from '../tcp/out.js';
import type {Env} from '../tcp/tcb.js';
import type {Errno} from './errno.js';
import type {Host} from './host.js';
import {socketBy} from './lookup.js';
import type {PosixCall} from './posix/call.js';
import type {CallOutcome, CallRecord, LabCallName, Socket} from './socket.js';

export type Stack = {readonly host: Host; readonly env: Env; readonly calls: CallRecord[]; readonly streams: Streams};

/** Rows written from now on belong to this descriptor, and the options that its program has set hold. */
export function subject({env, host}: Stack, number: number): void {
	env.out.socket = number;
	env.knobs = socketBy(host, number)?.knobs ?? host.knobs;
}

/** Under the name by which it was called. */
export const recordOf = (call: LabCallName, posix: PosixCall | undefined, outcome: CallOutcome): CallRecord =>
	posix ? {...outcome, call: posix.call, posix} : {...outcome, call};

/** A call is over: one row, and the errno where `error E` looks for it. */
export function complete(stack: Stack, socket: {number: number; lastError?: Errno | undefined} | undefined, record: CallRecord): void {
	subject(stack, socket?.number ?? 0);
	stack.calls.push(record);
	write(stack.env.out, rowKind.call, 1, stack.calls.length - 1);
	if (record.error === undefined) return;
	stack.host.lastError = record.error;
	if (socket) socket.lastError = record.error;
}

/** The queue has another length now. */
export function noteQueue(stack: Stack, listener: Socket, queue: 'syn' | 'accept'): void {
	const {out} = stack.env;
	const before = out.socket;
	subject(stack, listener.number);
	const length = queue === 'syn' ? listener.synQueue.length : listener.acceptQueue.length;
	write(out, rowKind.queue, 3, queue === 'syn' ? 0 : 1, length, listener.backlog);
	subject(stack, before);
}
