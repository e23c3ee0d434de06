/** Room for what a program writes: octets, and the memory that their chunks take besides. */
import {span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {stopChrono} from './chrono.js';
import {hasUnsent, type SendQueue} from './chunk.js';

/** What the header of a chunk takes of the send buffer, in octets (measured on 6.18: SK_MEMINFO_WMEM_QUEUED). */
const chunkOverhead = 832;
/** Octets of memory in use. */
const memoryUsed = ({chunks}: SendQueue, length: number): number => length + chunks.length * chunkOverhead;

/** Is there room for another chunk, and does little enough wait to be sent (TCP_NOTSENT_LOWAT)? */
export const hasMemory = (tcb: Tcb, queue: SendQueue, {knobs}: Env): boolean =>
	memoryUsed(queue, tcb.sendBuffer.length) < tcb.sendBuffer.capacity && unsentOctets(tcb, queue) < knobs.notsentLowat;

/** FIN counted. */
export function unsentOctets(tcb: Tcb, queue: SendQueue): number {
	const tail = queue.chunks.at(-1);
	return tail && hasUnsent(queue) ? span(tcb.snd.nxt, tail.end) : 0;
}

/** A writer that waits is woken when a third of the buffer is free, and too little waits to be sent (sk_stream_write_space). */
export function isWriteable(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	const used = memoryUsed(queue, tcb.sendBuffer.length);
	const isQuiet = unsentOctets(tcb, queue) * 2 < env.knobs.notsentLowat;
	return isQuiet && tcb.sendBuffer.capacity - used >= used / 2;
}

/** After whatever may have made room. */
export function checkRoom(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (!queue.isShortOfRoom || !isWriteable(tcb, queue, env)) return;
	queue.isShortOfRoom = false;
	stopChrono(queue, 'buffer', env.now);
}
