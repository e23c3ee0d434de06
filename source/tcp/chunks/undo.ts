/** What looked lost was not: the reduction is taken back (RFC 3522 by timestamps, RFC 3708 by D-SACK, RFC 5682 by what is acknowledged). */
import {note} from '../out.js';
import {before, type Seq} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, lost, type SendQueue} from './chunk.js';
import type {Found} from './found.js';
import {noteReordering, roundsKept} from './rack.js';
import {restoreWindow, setPhase} from './reduction.js';
import {forgetRepeatTime, isAnyRepeated} from './scan.js';

/** Every repetition proved needless, or the acknowledgment is one of the original. */
const mayUndo = (tcb: Tcb, queue: SendQueue, found: Found): boolean =>
	queue.undoFrom !== undefined && (queue.undoRepeats === 0 || isDelayed(tcb, queue, found));

/** What was acknowledged was only late: by the timestamp echoed, or since nothing was repeated yet (tcp_packet_delayed). */
function isDelayed({snd, hasSack}: Tcb, {firstRepeatAt, highSeq}: SendQueue, {isEchoOfOriginal}: Found): boolean {
	return firstRepeatAt === undefined ? hasSack || before(snd.una, highSeq) : isEchoOfOriginal;
}

function undo(tcb: Tcb, queue: SendQueue, unmarks: boolean, env: Env): void {
	if (unmarks) for (const chunk of queue.chunks.slice(0, queue.sent)) unmark(queue, chunk);
	restoreWindow(tcb, queue);
	queue.undoFrom = undefined;
	queue.rack.hasAdvanced = true;
	note(env.out, 'reduction-undone', tcb.congestion.ssthresh, tcb.congestion.cwnd);
}

function unmark(queue: SendQueue, chunk: Chunk): void {
	if (!(chunk.marks & lost)) return;
	chunk.marks &= ~lost;
	queue.lostOut -= chunk.segments;
}

/** Without SACK the phase holds until something above its end is acknowledged, lest late duplicates begin it anew (RFC 6582 § 3.2). */
function holdsPhase({snd, hasSack}: Tcb, queue: SendQueue): boolean {
	if (hasSack || snd.una !== queue.highSeq) return false;
	forgetRepeatTime(queue);
	return true;
}

/** Everything of the phase is acknowledged; true when it still holds. */
export function endPhase(tcb: Tcb, queue: SendQueue, found: Found, env: Env): boolean {
	if (mayUndo(tcb, queue, found)) undo(tcb, queue, false, env);
	else if (queue.rack.windowKept > 0) queue.rack.windowKept--;
	if (holdsPhase(tcb, queue)) return true;
	setPhase(queue, 'open');
	return false;
}

/** Every repetition was reported as needless (RFC 3708); true when the reduction was taken back. */
export function undoByDsack(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	if (queue.undoFrom === undefined || queue.undoRepeats !== 0) return false;
	queue.rack.windowKept = Math.min(roundsKept, queue.rack.windowKept + 1);
	undo(tcb, queue, false, env);
	return true;
}

/** True: a hole was filled by the original; while repetitions are out nothing more is repeated. */
export function undoPartly(tcb: Tcb, queue: SendQueue, una: Seq, found: Found, env: Env): boolean {
	if (queue.undoFrom === undefined || !isDelayed(tcb, queue, found)) return false;
	noteReordering(tcb, queue, una, env);
	if (queue.repeatedOut > 0) return true;
	forgetRepeatTime(queue);
	undo(tcb, queue, true, env);
	keepOpen(tcb, queue);
	return false;
}

/** After a time-out; `isSure`: F-RTO knows. */
export function undoLoss(tcb: Tcb, queue: SendQueue, isSure: boolean, found: Found, env: Env): boolean {
	if (!isSure && !mayUndo(tcb, queue, found)) return false;
	undo(tcb, queue, true, env);
	tcb.retries = 0;
	if (holdsPhase(tcb, queue)) return true;
	if (isSure || tcb.hasSack) setPhase(queue, 'open');
	return true;
}

/** Open again, or disorder while something is out of order. */
export function keepOpen(tcb: Tcb, queue: SendQueue): void {
	const next = queue.sackedOut + queue.lostOut > 0 || isAnyRepeated(queue) ? 'disorder' : 'open';
	if (queue.phase === next) return;
	setPhase(queue, next);
	queue.highSeq = tcb.snd.nxt;
}
