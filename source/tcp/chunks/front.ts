/** The front of what waits to be sent, in one chunk of a size that is asked for. */
import {add} from '../seq.js';
import type {Tcb} from '../tcb.js';
import {type SendQueue, split, textLength} from './chunk.js';

/** Fills the chunk from the next one that waits; text that ends a record, or the stream, is not joined. */
export function grow(queue: SendQueue, wanted: number): void {
	const chunk = queue.chunks[queue.sent];
	const next = queue.chunks[queue.sent + 1];
	if (wanted <= 0 || !chunk || !next || chunk.isRecordEnd || chunk.hasFin) return;
	const octets = Math.min(wanted, textLength(next));
	if (octets === 0) return;
	chunk.end = add(chunk.end, octets);
	next.seq = add(next.seq, octets);
	if (textLength(next) > 0) return;
	chunk.end = next.end;
	chunk.hasFin = next.hasFin;
	chunk.isRecordEnd = next.isRecordEnd;
	chunk.isPushed ||= next.isPushed;
	queue.chunks.splice(queue.sent + 1, 1);
}

/** False: records end too soon. */
export function takeFront(tcb: Tcb, queue: SendQueue, octets: number): boolean {
	const chunk = queue.chunks[queue.sent];
	if (!chunk) return false;
	for (let before = -1; textLength(chunk) < octets && textLength(chunk) !== before; ) {
		before = textLength(chunk);
		grow(queue, octets - before);
	}
	if (textLength(chunk) < octets) return false;
	if (textLength(chunk) > octets) split(tcb, queue, queue.sent, octets);
	return true;
}
