/** Looks over what is out. */
import type {Seq} from '../seq.js';
import type {Tcb} from '../tcb.js';
import {type Chunk, everRepeated, headOf, type SendQueue, sacked} from './chunk.js';

/** Behind the highest chunk acknowledged selectively; snd.una when there is none. */
export function highestSacked({snd}: Tcb, {chunks, sent, sackedOut}: SendQueue): Seq {
	if (sackedOut === 0) return snd.una;
	for (let at = sent - 1; at >= 0; at--) if ((chunks[at] as Chunk).marks & sacked) return chunks[at + 1]?.seq ?? snd.nxt;
	return snd.una;
}

/** Is a repetition under way, or was the head ever repeated? */
export const isAnyRepeated = (queue: SendQueue): boolean => queue.repeatedOut > 0 || ((headOf(queue)?.marks ?? 0) & everRepeated) !== 0;

/** The time of the first repetition says nothing once none is under way. */
export function forgetRepeatTime(queue: SendQueue): void {
	if (!isAnyRepeated(queue)) queue.firstRepeatAt = undefined;
}
