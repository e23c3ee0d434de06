/** Neighbours that have arrived become one chunk, which takes less memory (tcp_shift_skb_data). */
import type {Tcb} from '../tcb.js';
import {type Chunk, everRepeated, lost, repeated, type SendQueue, sacked, textLength} from './chunk.js';

const tags = sacked | lost | repeated;

const hasArrived = (chunk: Chunk | undefined): chunk is Chunk => chunk !== undefined && (chunk.marks & tags) === sacked;

/** Text of each of its segments. */
const segmentText = ({snd}: Tcb, chunk: Chunk): number => (chunk.segments === 1 ? textLength(chunk) : snd.mss);

const mayJoin = (tcb: Tcb, first: Chunk | undefined, next: Chunk | undefined): boolean =>
	hasArrived(first) &&
	hasArrived(next) &&
	!first.isRecordEnd &&
	textLength(next) > 0 &&
	segmentText(tcb, first) === segmentText(tcb, next) &&
	textLength(first) % segmentText(tcb, first) === 0;

function join(queue: SendQueue, at: number): void {
	const first = queue.chunks[at] as Chunk;
	const next = queue.chunks[at + 1] as Chunk;
	first.end = next.end;
	first.hasFin = next.hasFin;
	first.isPushed ||= next.isPushed;
	first.isRecordEnd = next.isRecordEnd;
	first.segments += next.segments;
	first.marks |= next.marks & everRepeated;
	queue.chunks.splice(at + 1, 1);
	queue.sent--;
}

/** The chunk at this place has just arrived; returns the place where it is now. */
export function joinArrived(tcb: Tcb, queue: SendQueue, at: number): number {
	const {chunks} = queue;
	if (at === 0 || !mayJoin(tcb, chunks[at - 1], chunks[at])) return at;
	join(queue, at - 1);
	if (at < queue.sent && mayJoin(tcb, chunks[at - 1], chunks[at])) join(queue, at - 1);
	return at - 1;
}
