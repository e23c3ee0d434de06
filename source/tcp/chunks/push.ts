/**
 * What of the queue leaves now (tcp_write_xmit): the congestion window allows so many segments at once, the peer's window so many octets;
 * the Nagle algorithm in Minshall's form holds a small tail, and a burst that would be a small part of the window waits for more.
 */
import {note} from '../out.js';
import {add, atOrBefore, before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {startChrono, stopChrono} from './chrono.js';
import {type Chunk, hasUnsent, inFlight, nextOf, type SendQueue, segmentsOf, split, textLength} from './chunk.js';
import {cwndOf, quota} from './cwnd.js';
import {validateCwnd} from './cwnd-validation.js';
import {scheduleLossProbe} from './deadlines.js';
import {grow} from './front.js';
import {probeSize} from './mtu-search.js';
import {armProbe} from './probe-timer.js';
import {prrSent} from './reduction.js';
import {checkRoom} from './room.js';
import {transmitNew} from './transmit.js';

/** `isForced`: small text goes too; `isCorked`: it waits for more (MSG_MORE, TCP_CORK). */
export type PushMode = {readonly isForced: boolean; readonly isCorked: boolean};

/** How far one call goes: all that may leave, one burst (while a write goes on), or one segment whatever the window says (a loss probe). */
type Extent = 'all' | 'one' | 'probe';

/** All that may leave. */
export function push(tcb: Tcb, queue: SendQueue, mode: PushMode, env: Env): void {
	if (!hasUnsent(queue)) return;
	if (writeOut(tcb, queue, mode, {extent: 'all', env})) armProbe(tcb, queue, env);
}

/** One burst of a write that is still going on. */
export const pushOne = (tcb: Tcb, queue: SendQueue, env: Env): void => {
	writeOut(tcb, queue, {isForced: true, isCorked: false}, {extent: 'one', env});
};

/** A loss probe of new text (RFC 8985 § 7.3); true when something left. */
export function pushProbe(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	const before = queue.packetsOut;
	writeOut(tcb, queue, {isForced: true, isCorked: false}, {extent: 'probe', env});
	return queue.packetsOut > before;
}

type Limits = {cwnd: boolean; window: boolean};

/** True: something waits, nothing is out, so only a probe of the window can wake us. */
function writeOut(tcb: Tcb, queue: SendQueue, mode: PushMode, {extent, env}: {extent: Extent; env: Env}): boolean {
	const probe = extent === 'all' && queue.mtu.isOn ? probeSize(tcb, queue, env) : 'none';
	if (probe === 'waits') return false;
	const burst = burstLimit(tcb, queue, env);
	const limits: Limits = {cwnd: false, window: false};
	let sent = probe === 'sent' ? 1 : 0;
	for (let chunk = nextOf(queue); chunk; chunk = nextOf(queue)) {
		const allowed = Math.min(quota(tcb, queue) || (extent === 'probe' ? 1 : 0), burst);
		if (allowed === 0) {
			explainHeld(tcb, chunk, env, 'cwnd');
			break;
		}
		const octets = cut(tcb, queue, {allowed, burst, mode, extent}, limits, env);
		if (octets < 0) break;
		if (octets < textLength(chunk)) split(tcb, queue, queue.sent, octets);
		sent += transmitNew(tcb, queue, env);
		if (extent !== 'all') break;
	}
	return afterWrite(tcb, queue, {sent, limits, extent}, env);
}

function afterWrite(tcb: Tcb, queue: SendQueue, done: {sent: number; limits: Limits; extent: Extent}, env: Env): boolean {
	const {sent, limits, extent} = done;
	if (limits.window) startChrono(queue, 'window', env.now);
	else stopChrono(queue, 'window', env.now);
	const isFull = limits.cwnd || inFlight(queue) >= cwndOf(tcb);
	if (sent > 0 || isFull) validateCwnd(tcb, queue, isFull, env);
	if (sent === 0) return queue.packetsOut === 0 && hasUnsent(queue);
	prrSent(queue, sent);
	if (extent !== 'probe') scheduleLossProbe(tcb, queue, false, env);
	return false;
}

/** Segments that one burst may have: about a millisecond at the pace of the connection, more on short paths (tcp_tso_autosize). */
export function burstLimit({snd}: Tcb, {pacingRate, minRtt}: SendQueue, {knobs}: Env): number {
	const largest = 65_216;
	const shift = Math.floor((minRtt ?? 2 ** 31) / 512);
	const octets = (pacingRate === undefined ? largest : pacingRate / 1024) + (shift < 32 ? largest / 2 ** shift : 0);
	return Math.max(Math.floor(Math.min(octets, largest) / snd.mss), knobs.minBurst);
}

type Offer = {allowed: number; burst: number; mode: PushMode; extent: Extent};

/** How much of the next chunk goes: octets, or −1 when it has to wait. */
function cut(tcb: Tcb, queue: SendQueue, offer: Offer, limits: Limits, env: Env): number {
	const {mss} = tcb.snd;
	const chunk = nextOf(queue) as Chunk;
	grow(queue, offer.allowed * mss - textLength(chunk));
	chunk.segments = segmentsOf(textLength(chunk), mss);
	if (!fitsWindow(tcb, chunk)) {
		limits.window = true;
		explainHeld(tcb, chunk, env, 'window');
		return -1;
	}
	const isLast = queue.sent === queue.chunks.length - 1;
	const nagle: PushMode = isLast ? offer.mode : {isForced: true, isCorked: false};
	if (chunk.segments === 1) {
		const waits = !chunk.hasFin && holdsBack(tcb, queue, textLength(chunk) < mss, nagle, env);
		if (waits) note(env.out, 'nagle-waits', textLength(chunk), span(tcb.snd.una, tcb.snd.nxt), mss);
		return waits ? -1 : textLength(chunk);
	}
	if (offer.extent === 'all' && defers(tcb, queue, {chunk, isLast, burst: offer.burst}, limits, env)) return -1;
	return splitPoint(tcb, queue, {chunk, isLast, most: offer.allowed * mss}, offer.mode, env);
}

/** Its first segment at least. */
export function fitsWindow({snd}: Tcb, chunk: Chunk): boolean {
	const length = textLength(chunk);
	const end = length > snd.mss ? add(chunk.seq, snd.mss) : chunk.end;
	return atOrBefore(end, add(snd.una, snd.wnd));
}

/** Small text waits while other small text is out (Minshall), or as long as it is corked. */
function holdsBack({snd}: Tcb, queue: SendQueue, isSmall: boolean, mode: PushMode, {knobs}: Env): boolean {
	if (!isSmall || mode.isForced) return false;
	if (mode.isCorked || knobs.cork) return true;
	return knobs.nagle && queue.packetsOut > 0 && before(snd.una, queue.smallEnd) && atOrBefore(queue.smallEnd, snd.nxt);
}

function splitPoint(
	tcb: Tcb,
	queue: SendQueue,
	{chunk, isLast, most}: {chunk: Chunk; isLast: boolean; most: number},
	mode: PushMode,
	env: Env,
): number {
	const {snd} = tcb;
	const window = span(chunk.seq, add(snd.una, snd.wnd));
	const length = textLength(chunk);
	if (most <= window && !isLast) return Math.min(most, length);
	const needed = Math.min(length, window);
	if (most <= needed) return most;
	const partial = needed % snd.mss;
	return holdsBack(tcb, queue, partial !== 0, mode, env) ? needed - partial : needed;
}

const millisecond = 1000;
/** A third of the window is worth sending (tcp_tso_win_divisor). */
const worthwhile = 3;

/** Is it better to wait for the next acknowledgment and send a larger burst then (tcp_tso_should_defer)? */
function defers(
	tcb: Tcb,
	queue: SendQueue,
	{chunk, isLast, burst}: {chunk: Chunk; isLast: boolean; burst: number},
	limits: Limits,
	env: Env,
): boolean {
	const {snd} = tcb;
	if (queue.phase === 'recovery' || queue.phase === 'loss' || env.now - tcb.congestion.lastSentAt > millisecond) return false;
	const byWindow = span(chunk.seq, add(snd.una, snd.wnd));
	const byCwnd = (cwndOf(tcb) - inFlight(queue)) * snd.mss;
	const limit = Math.min(byWindow, byCwnd);
	if (limit >= burst * snd.mss || (!isLast && limit >= textLength(chunk))) return false;
	if (limit >= Math.floor(Math.min(snd.wnd, cwndOf(tcb) * snd.mss) / (env.knobs.burstDivisor || worthwhile))) return false;
	if (!isAckNear(tcb, queue, env)) return false;
	if (byCwnd < byWindow && byCwnd <= textLength(chunk)) limits.cwnd = true;
	else if (byWindow <= byCwnd && byWindow <= textLength(chunk)) limits.window = true;
	else if (chunk.hasFin || chunk.isRecordEnd) return false;
	return true;
}

/** The next acknowledgment is due a round trip after its segment: is that within a millisecond, or half a round trip where that is less? */
function isAckNear({rtt}: Tcb, queue: SendQueue, {now}: Env): boolean {
	const head = queue.chunks[0];
	if (!head || queue.sent === 0) return false;
	const {srtt = 0} = rtt;
	return head.sentAt + srtt - now <= Math.min(srtt / 2, millisecond);
}

function explainHeld(tcb: Tcb, chunk: Chunk, {out}: Env, by: 'cwnd' | 'window'): void {
	const waiting = span(chunk.seq, (tcb.chunks as SendQueue).chunks.at(-1)?.end ?? chunk.end);
	const flight = span(tcb.snd.una, tcb.snd.nxt);
	if (by === 'window') note(out, 'window-limits', waiting, tcb.snd.wnd, flight);
	else note(out, 'cwnd-limits', waiting, tcb.congestion.cwnd, flight);
}

/** What the connection sends by itself after an event: new text, with FIN behind the last of it. */
export function pushPending(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (tcb.state === 'CLOSED') return;
	push(tcb, queue, {isForced: false, isCorked: false}, env);
	checkRoom(tcb, queue, env);
}
