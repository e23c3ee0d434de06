/** Without SACK every duplicate ACK stands for one segment that arrived, nobody knows which (RFC 5681 § 3.2, RFC 3042). */

import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';
import type {SendQueue} from './chunk.js';

/** More duplicates than segments that could cause them: they overtook each other. */
function limit(queue: SendQueue, more: number): void {
	const holes = Math.min(Math.max(queue.lostOut, 1), queue.packetsOut);
	if (queue.sackedOut + holes <= queue.packetsOut) return;
	queue.sackedOut = queue.packetsOut - holes;
	queue.reordering = Math.min(queue.packetsOut + more, 300);
	queue.reorderingSeen++;
}

/** So many segments have arrived behind the hole. */
export function countDuplicate(tcb: Tcb, queue: SendQueue, duplicates: number, env: Env): void {
	if (duplicates === 0) return;
	const before = queue.sackedOut;
	queue.sackedOut += duplicates;
	limit(queue, 0);
	queue.delivered += Math.max(0, queue.sackedOut - before);
	note(env.out, 'ack-duplicate', tcb.snd.una, queue.sackedOut);
}

/** One ACK fills the hole, the rest were duplicates that were counted. */
export function forgetRenoSacks(queue: SendQueue, acked: number): void {
	if (acked > 0) {
		queue.delivered += Math.max(acked - queue.sackedOut, 1);
		queue.sackedOut = Math.max(0, queue.sackedOut - (acked - 1));
	}
	limit(queue, acked);
}
