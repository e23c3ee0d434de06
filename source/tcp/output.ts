/**
 * Sending (RFC 9293 § 3.8.6): window, congestion window, Nagle (§ 3.7.4) and the sender's silly window avoidance (§ 3.8.6.2.1) decide
 * what leaves now; what cannot leave waits, with a timer where nobody else will wake it.
 */
import {arm, stop} from './arm.js';
import type {SendQueue} from './chunks/chunk.js';
import {queueFin} from './chunks/enqueue.js';
import {push} from './chunks/push.js';
import {algorithmOf} from './congestion.js';
import {emit, sendAck} from './emit.js';
import type {NoteCode} from './notes.js';
import {note} from './out.js';
import {startTiming} from './rto.js';
import {pipe, skipHeld} from './scoreboard.js';
import {ACK, FIN, PSH} from './segment.js';
import {endsPush, textAt} from './send-buffer.js';
import {add, atOrBefore, before, later, type Seq, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';

/** States in which our data or FIN may be on its way; in FIN_WAIT_2 only the timer that probed for the FIN may be left of that. */
const sends: Readonly<Record<Tcb['state'], boolean>> = {
	CLOSED: false,
	LISTEN: false,
	SYN_SENT: false,
	SYN_RCVD: false,
	ESTABLISHED: true,
	FIN_WAIT_1: true,
	FIN_WAIT_2: true,
	CLOSE_WAIT: true,
	CLOSING: true,
	LAST_ACK: true,
	TIME_WAIT: false,
};

/** Octets of the send buffer in front of `at`: our SYN has a number but no place there. */
export const placeOf = ({snd, iss}: Tcb, at: Seq): number => span(snd.una, at) - (snd.una === iss ? 1 : 0);

/** Octets that were never sent, or are to be sent again from snd.nxt on. */
const waitingOf = (tcb: Tcb): number => (isFinOut(tcb) ? 0 : tcb.sendBuffer.length - placeOf(tcb, tcb.snd.nxt));

/** Is our FIN behind snd.nxt? */
const isFinOut = ({finSeq, snd}: Tcb): boolean => finSeq !== undefined && before(finSeq, snd.nxt);

const isFinDue = (tcb: Tcb): boolean => tcb.isFinQueued && !tcb.isMoreComing && !isFinOut(tcb);

/** Octets that the peer's window has room for; negative after it shrank. */
const windowRoom = ({snd}: Tcb): number => snd.wnd - span(snd.una, snd.nxt);

type Verdict = {readonly goes: boolean; readonly why: NoteCode};

/** § 3.8.6.2.1 with the Nagle algorithm in it; `len` is what window and congestion window allow of `waiting`. */
function decide(tcb: Tcb, len: number, waiting: number, env: Env): Verdict {
	const {snd} = tcb;
	const isIdle = snd.nxt === snd.una;
	if (len >= snd.mss) return {goes: true, why: 'sent-full-segment'};
	if (len === waiting) {
		if (env.knobs.cork && !isFinDue(tcb)) return {goes: false, why: 'cork-waits'};
		if (isIdle) return {goes: true, why: 'sent-nothing-in-flight'};
		if (!env.knobs.nagle || isFinDue(tcb)) return {goes: true, why: 'sent-without-nagle'};
		return {goes: false, why: 'nagle-waits'};
	}
	if ((isIdle || !env.knobs.nagle) && len > 0 && len * 2 >= snd.maxWnd) return {goes: true, why: 'sent-half-window'};
	return {goes: false, why: 'sws-waits'};
}

/** Sends all that may leave now; then an acknowledgment, if one is due and nothing has carried it. */
export function output(tcb: Tcb, env: Env): void {
	if (tcb.chunks) {
		if (sends[tcb.state]) sendFin(tcb, tcb.chunks, env);
	} else if (sends[tcb.state]) {
		while (sendNext(tcb, env));
		watchWindow(tcb, env);
	}
	if (tcb.isAckNow) sendAck(tcb, env);
}

/** Text has left by itself: writes and acknowledgments push. FIN goes behind the last of it, and takes small text along. */
function sendFin(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (!tcb.isFinQueued || tcb.isMoreComing || queue.isFinIn) return;
	queueFin(tcb, queue);
	push(tcb, queue, {isForced: false, isCorked: false}, env);
}

/** One segment; false when nothing (more) may leave. */
function sendNext(tcb: Tcb, env: Env): boolean {
	const {snd, congestion} = tcb;
	const waiting = waitingOf(tcb);
	const finDue = isFinDue(tcb);
	if ((waiting <= 0 && !finDue) || waitsForPersist(tcb, waiting)) return false;
	if (before(snd.nxt, snd.max) && tcb.scoreboard.ranges.length > 0 && skipped(tcb)) return true;
	const flight = flightOf(tcb);
	const room = Math.max(0, windowRoom(tcb));
	const len = Math.max(0, Math.min(waiting, snd.mss, room, roomToHeld(tcb), congestion.cwnd + limitedBy(tcb) - flight));
	if (waiting > 0 && len === 0) return explainHeld(tcb, waiting, room, env);
	const verdict: Verdict = waiting > 0 ? decide(tcb, len, waiting, env) : {goes: room > 0, why: 'fin-sent'};
	if (!verdict.goes) return explainWait(tcb, verdict.why, {len, waiting, flight}, env);
	if (waiting > 0) explainSent(tcb, verdict.why, len, flight, env);
	stop(tcb, 'persist', env);
	if (flight + len > congestion.cwnd && !before(snd.nxt, snd.max)) {
		congestion.limited += len;
		note(env.out, 'limited-transmit', snd.nxt, congestion.dupAcks);
	}
	sendText(tcb, len, env);
	return true;
}

/** While its timer runs only that sends, unless the window has room and text that was corked may go, or has become a full segment. */
const waitsForPersist = (tcb: Tcb, waiting: number): boolean =>
	isRunning(tcb.timers.persist) && !(waiting > 0 && windowRoom(tcb) >= Math.min(waiting, tcb.snd.mss));

/** In a recovery by SACK only what is under way counts against cwnd (RFC 6675), else all that is not acknowledged. */
function flightOf(tcb: Tcb): number {
	const {snd, scoreboard} = tcb;
	if (tcb.congestion.inRecovery && tcb.hasSack) return pipe(tcb);
	return span(snd.una, snd.nxt) - (scoreboard.ranges.length > 0 && snd.nxt !== snd.max ? heldBelow(scoreboard, snd.nxt) : 0);
}

const heldBelow = ({ranges}: Tcb['scoreboard'], nxt: Seq): number =>
	ranges.reduce((sum, {from, to}) => (atOrBefore(to, nxt) ? sum + span(from, to) : sum), 0);

/** RFC 3042: the first two duplicates let a new segment each go beyond cwnd. */
function limitedBy({congestion, snd}: Tcb): number {
	if (congestion.dupAcks === 0 || congestion.inRecovery || before(snd.nxt, snd.max)) return 0;
	return Math.min(congestion.dupAcks, 2) * snd.mss;
}

/** After going back: over what the peer holds already; true when snd.nxt moved. */
function skipped({snd, scoreboard}: Tcb): boolean {
	const {from} = skipHeld(scoreboard, snd.nxt);
	if (from === snd.nxt) return false;
	snd.nxt = from;
	return true;
}

const roomToHeld = ({snd, scoreboard}: Tcb): number =>
	before(snd.nxt, snd.max) && scoreboard.ranges.length > 0 ? skipHeld(scoreboard, snd.nxt).room : Number.POSITIVE_INFINITY;

/** New text beyond snd.max, as RFC 6675 § 4 (2) of NextSeg() wants it; false when there is none, or no room in the window. */
export function sendNew(tcb: Tcb, env: Env): boolean {
	const {snd} = tcb;
	if (snd.nxt !== snd.max) return false;
	return sendNext(tcb, env);
}

/** Repeats `len` octets from there, and a FIN behind them, without touching snd.nxt; returns the number behind them. */
export function repeatAt(tcb: Tcb, from: Seq, len: number, env: Env): Seq {
	const {snd, finSeq, sendBuffer} = tcb;
	const {nxt} = snd;
	const text = Math.min(len, sendBuffer.length - placeOf(tcb, from));
	tcb.rtt.timing = undefined;
	note(env.out, 'sent-again', from, add(from, text), tcb.retries);
	snd.nxt = from;
	sendText(tcb, text, env);
	const end = snd.nxt;
	if (before(snd.nxt, nxt)) snd.nxt = nxt;
	return finSeq === undefined ? end : later(end, add(from, len));
}

function explainSent(tcb: Tcb, why: NoteCode, len: number, flight: number, {out}: Env): void {
	const {nxt, wnd, maxWnd} = tcb.snd;
	const to = add(nxt, len);
	if (before(nxt, tcb.snd.max)) note(out, 'sent-again', nxt, to, tcb.retries);
	else if (why === 'sent-without-nagle') note(out, why, nxt, to, flight);
	else if (why === 'sent-half-window') note(out, why, nxt, to, maxWnd);
	else note(out, why, nxt, to, wnd, tcb.congestion.cwnd);
}

function explainHeld(tcb: Tcb, waiting: number, room: number, {out}: Env): boolean {
	const flight = span(tcb.snd.una, tcb.snd.nxt);
	if (room === 0) note(out, 'window-limits', waiting, tcb.snd.wnd, flight);
	else note(out, 'cwnd-limits', waiting, tcb.congestion.cwnd, flight);
	return false;
}

function explainWait(tcb: Tcb, why: NoteCode, held: {len: number; waiting: number; flight: number}, {out}: Env): boolean {
	if (why === 'nagle-waits') note(out, why, held.waiting, held.flight, tcb.snd.mss);
	else if (why === 'cork-waits') note(out, why, held.waiting, tcb.snd.mss);
	else if (why === 'sws-waits') note(out, why, held.waiting, held.len, tcb.snd.mss);
	return false;
}

/** Cuts the segment at snd.nxt and sends it; FIN joins the last octets. */
export function sendText(tcb: Tcb, len: number, env: Env): void {
	const {snd, sendBuffer} = tcb;
	const from = snd.nxt;
	const to = add(from, len);
	const place = placeOf(tcb, from);
	const hasFin = isFinDue(tcb) && place + len === sendBuffer.length && (tcb.finSeq !== undefined || windowRoom(tcb) > len);
	const flags = ACK | (len > 0 && endsPush(sendBuffer, from, len) ? PSH : 0) | (hasFin ? FIN : 0);
	if (hasFin) takeFin(tcb, to, env);
	const isNew = !before(from, snd.max);
	if (len > 0) markSending(tcb, env);
	snd.nxt = hasFin ? add(to, 1) : to;
	if (isNew) remember(tcb, env);
	emit(tcb, {seq: from, flags, text: textAt(sendBuffer, place, len)}, env);
	if (!isRunning(tcb.timers.persist)) armRto(tcb, env);
}

function takeFin(tcb: Tcb, at: Seq, {out}: Env): void {
	if (tcb.finSeq === undefined) note(out, 'fin-sent', at);
	tcb.finSeq = at;
}

/** Called before snd.nxt moves: after a pause the congestion control must hear of it. */
function markSending(tcb: Tcb, env: Env): void {
	if (tcb.snd.una === tcb.snd.max) algorithmOf(tcb).onIdle(tcb, env);
	tcb.congestion.lastSentAt = env.now;
}

/** New octets are timed (RFC 6298) and watched by the user time-out (RFC 9293 § 3.9.1.1). */
function remember(tcb: Tcb, env: Env): void {
	startTiming(tcb, add(tcb.snd.nxt, -1), env);
	tcb.unackedTo.push(tcb.snd.nxt);
	tcb.unackedAt.push(env.now);
	if (tcb.unackedTo.length === 1) armUser(tcb, env);
}

/** Counts from the first sending of the oldest octet; a limit of retransmissions given by hand takes its place. */
export function armUser(tcb: Tcb, env: Env): void {
	const {userTimeout} = env.knobs;
	const since = tcb.unackedAt[0];
	if (since === undefined || userTimeout === undefined || env.knobs.retries !== undefined) stop(tcb, 'user', env);
	else if (tcb.timers.user.at !== since + userTimeout) arm(tcb, 'user', Math.max(0, since + userTimeout - env.now), env);
}

/** RFC 6298 § 5.1: the timer runs while something is out. */
function armRto(tcb: Tcb, env: Env): void {
	if (!isRunning(tcb.timers.rto)) arm(tcb, 'rto', tcb.rtt.rto + env.knobs.rtoSlop, env);
}

/** Resends the oldest segment without touching snd.nxt (fast retransmit, partial ACK). */
export function resendOldest(tcb: Tcb, env: Env): void {
	const {snd} = tcb;
	const {nxt} = snd;
	const len = Math.min(snd.mss, placeOf(tcb, nxt) - (isFinOut(tcb) ? 1 : 0));
	tcb.rtt.timing = undefined;
	note(env.out, 'sent-again', snd.una, add(snd.una, len), tcb.retries);
	snd.nxt = snd.una;
	sendText(tcb, len, env);
	if (before(snd.nxt, nxt)) snd.nxt = nxt;
}

const hasMore = (tcb: Tcb): boolean => waitingOf(tcb) > 0 || isFinDue(tcb);

/**
 * Nothing is in flight, something waits, and no acknowledgment will come to wake us: the persist timer will (§ 3.8.6.1; it
 * serves as the override of § 3.8.6.2.1 (4) too).
 */
function watchWindow(tcb: Tcb, env: Env): void {
	const {snd, rtt} = tcb;
	if (isRunning(tcb.timers.persist)) {
		if (!hasMore(tcb) && snd.una === snd.max) stop(tcb, 'persist', env);
		return;
	}
	if (isRunning(tcb.timers.rto) || snd.nxt !== snd.una || !hasMore(tcb)) return;
	if (snd.wnd === 0) note(env.out, 'window-closed', snd.una);
	tcb.persistInterval = Math.max(rtt.rto, env.profile.persist.min);
	tcb.probes = 0;
	arm(tcb, 'persist', tcb.persistInterval, env);
}
