/** One chunk goes again (__tcp_retransmit_skb): what the window has room for, and small ones behind it join it. */
import {note} from '../out.js';
import {add, before, offset} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, everRepeated, recount, repeated, type SendQueue, sacked, segmentsOf, split, textLength} from './chunk.js';
import {prrSent} from './reduction.js';
import {emitChunk} from './transmit.js';

/** Octets of the peer's window from this place on; negative behind it. */
const windowFrom = ({snd}: Tcb, chunk: Chunk): number => offset(chunk.seq, add(snd.una, snd.wnd));

/** At most so many segments of it; the rest becomes a chunk of its own. False: all of it lies behind the window. */
export function transmitAgain(tcb: Tcb, queue: SendQueue, chunk: Chunk, env: Env, most = 1): boolean {
	const {mss, una} = tcb.snd;
	if (before(chunk.seq, una)) chunk.seq = una;
	const isHead = chunk.seq === una;
	const room = windowFrom(tcb, chunk);
	// A window that was closed is probed with the oldest segment (RFC 9293 § 3.8.6.1).
	if (room <= 0 && !isHead) return false;
	fit(tcb, queue, chunk, {octets: most * mss, room: room > 0 ? room : mss}, env);
	// A probe that is repeated tells nothing.
	queue.mtu.size = 0;
	chunk.marks |= everRepeated;
	queue.repeatedEver += chunk.segments;
	queue.octetsRepeated += textLength(chunk);
	note(env.out, 'sent-again', chunk.seq, chunk.end, tcb.retries);
	emitChunk(tcb, queue, chunk, env);
	return true;
}

function fit(tcb: Tcb, queue: SendQueue, chunk: Chunk, {octets, room}: {octets: number; room: number}, env: Env): void {
	const {mss} = tcb.snd;
	const most = octets <= room ? octets : Math.floor(room / mss) * mss || room;
	const at = queue.chunks.indexOf(chunk);
	if (textLength(chunk) > most) {
		split(tcb, queue, at, most);
		return;
	}
	const segments = segmentsOf(textLength(chunk), mss);
	recount(queue, chunk.marks, segments - chunk.segments);
	chunk.segments = segments;
	if (textLength(chunk) < Math.min(room, mss)) joinSmall(tcb, queue, at, Math.min(room, mss), env);
}

const mayJoin = ({segments, marks}: Chunk): boolean => segments === 1 && !(marks & sacked);

/** Of what was sent behind it as much as makes one segment (tcp_retrans_try_collapse). */
function joinSmall(tcb: Tcb, queue: SendQueue, at: number, most: number, env: Env): void {
	const chunk = queue.chunks[at] as Chunk;
	while (mayJoin(chunk) && !chunk.isRecordEnd && at + 1 < queue.sent) {
		const next = queue.chunks[at + 1] as Chunk;
		if (!mayJoin(next) || textLength(chunk) + textLength(next) > most) return;
		if (before(add(tcb.snd.una, tcb.snd.wnd), next.end)) return;
		note(env.out, 'repeat-joined', next.seq, next.end);
		join(tcb, queue, chunk, next);
		queue.chunks.splice(at + 1, 1);
	}
}

function join({hasSack}: Tcb, queue: SendQueue, chunk: Chunk, next: Chunk): void {
	recount(queue, next.marks, -next.segments);
	queue.sent--;
	if (!hasSack) queue.sackedOut -= Math.min(queue.sackedOut, next.segments);
	chunk.end = next.end;
	chunk.hasFin = next.hasFin;
	chunk.isPushed ||= next.isPushed;
	chunk.isRecordEnd = next.isRecordEnd;
	chunk.marks |= next.marks & everRepeated;
}

/** The same, and counted as under way again (tcp_retransmit_skb). */
export function repeat(tcb: Tcb, queue: SendQueue, chunk: Chunk, {most, env}: {most: number; env: Env}): boolean {
	const isSent = transmitAgain(tcb, queue, chunk, env, most);
	if (isSent) {
		chunk.marks |= repeated;
		queue.repeatedOut += chunk.segments;
		prrSent(queue, chunk.segments);
	}
	queue.firstRepeatAt ??= env.now;
	queue.undoRepeats = Math.max(queue.undoRepeats, 0) + chunk.segments;
	return isSent;
}
