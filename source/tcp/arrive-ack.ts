/** § 3.10.7.4 "fifth": what the acknowledgment says. */
import {takeWindow, windowOf} from './adopt-peer.js';
import {limitText} from './agree-options.js';
import {arm, stop} from './arm.js';
import {isFinAcked, type Verdict} from './arrive.js';
import {startClose} from './calls.js';
import {challenge} from './challenge.js';
import {acknowledge} from './chunks/arrive.js';
import type {SendQueue} from './chunks/chunk.js';
import {echoOf} from './chunks/echo.js';
import {takeOverFin} from './chunks/enqueue.js';
import {algorithmOf} from './congestion.js';
import {isEcho, takeEcn} from './ecn.js';
import {resetFor, sendAck} from './emit.js';
import {enterEstablished, startFlow} from './establish.js';
import {end, enterTimeWait} from './move-to.js';
import {note} from './out.js';
import {armUser} from './output.js';
import {onDuplicateAck, onNewAck} from './recovery.js';
import {sample, settleTiming} from './rto.js';
import {takeBlocks} from './scoreboard.js';
import {ACK, FIN, type Segment} from './segment.js';
import {release} from './send-buffer.js';
import {add, atOrBefore, before, type Seq, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';
import {roundTripOf} from './timestamps.js';

/** RFC 9293 § 3.10.7.4, fifth: the segment, maybe without what was dealt with, or `drop` where the rest of it must not count. */
export function checkAck(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (!(segment.flags & ACK)) {
		note(env.out, 'no-ack-bit', segment.seq);
		return 'drop';
	}
	if (tcb.state === 'SYN_RCVD' && !establish(tcb, segment, env)) return 'drop';
	if (!isAckAcceptable(tcb, segment, env)) return 'drop';
	if (tcb.hasEcn) takeEcn(tcb, segment, env);
	if (tcb.chunks && tcb.snd.una !== tcb.iss) meetQueue(tcb, tcb.chunks, segment, env);
	else if (before(tcb.snd.una, segment.ack)) advance(tcb, segment, env);
	else standStill(tcb, segment, env);
	return followUp(tcb, segment, env);
}

/** SYN_RCVD: SND.UNA < SEG.ACK =< SND.NXT opens, all else is reset (the connection stays). */
function establish(tcb: Tcb, segment: Segment, env: Env): boolean {
	const {snd} = tcb;
	if (!before(snd.una, segment.ack) || before(snd.max, segment.ack)) {
		note(env.out, 'ack-unacceptable-in-syn-rcvd', segment.ack, snd.una, snd.nxt);
		resetFor(segment, env, tcb.ip);
		return false;
	}
	note(env.out, 'handshake-complete', segment.ack);
	takeFirstWindow(tcb, segment, env);
	settleTiming(tcb, segment.ack, env);
	enterEstablished(tcb, 'ack-arrived', env);
	return true;
}

/** Of a passive open the SYN tells a window that is never scaled: where segments are limited by the window only the next one counts. */
function takeFirstWindow(tcb: Tcb, segment: Segment, env: Env): void {
	const isBounded = env.profile.segmentLimit === 'half-window';
	if (isBounded && tcb.isPassive) tcb.snd.maxWnd = 0;
	takeWindow(tcb, segment);
	if (isBounded) limitText(tcb, env);
}

/** RFC 5961 § 5.2: neither something that was never sent nor something far too old. */
function isAckAcceptable(tcb: Tcb, {ack}: Segment, env: Env): boolean {
	const {snd} = tcb;
	if (before(snd.max, ack)) {
		note(env.out, 'ack-unsent', ack, snd.max);
		if (env.profile.unsentAcks === 'answered') sendAck(tcb, env);
		else challenge(tcb, env);
		return false;
	}
	const range = env.profile.oldAcks === 'window' ? snd.maxWnd : Math.min(snd.maxWnd, acknowledgedNumbers(tcb));
	if (!before(ack, add(snd.una, -range))) return true;
	note(env.out, 'ack-too-old', ack, snd.una, range);
	if (env.knobs.challengeAck) challenge(tcb, env);
	return false;
}

/** The SYN,ACK of a passive open was acknowledged before anybody counted. */
const acknowledgedNumbers = (tcb: Tcb): number => tcb.sendBuffer.acknowledged + (isFinAcked(tcb) ? 1 : 0) + (tcb.isPassive ? 0 : 1);

/** SND.UNA < SEG.ACK: octets leave the retransmission queue. */
function advance(tcb: Tcb, segment: Segment, env: Env): void {
	const {snd} = tcb;
	const {ack} = segment;
	const hadSyn = snd.una === tcb.iss;
	if (hadSyn && tcb.state !== 'ESTABLISHED') startFlow(tcb, env);
	const octets = acknowledgedText(tcb, ack, hadSyn);
	snd.una = ack;
	if (before(snd.nxt, ack)) snd.nxt = ack;
	note(env.out, 'ack-advances', ack, octets, span(ack, snd.nxt));
	release(tcb.sendBuffer, octets, ack);
	if (tcb.hasSack) takeBlocks(tcb, segment);
	const youngest = forgetSent(tcb, ack);
	if (tcb.rtt.timing) settleTiming(tcb, ack, env);
	else if (tcb.retries > 0 && !sampleByStamp(tcb, segment, env)) note(env.out, 'rtt-not-sampled', ack);
	if (youngest !== undefined && tcb.retries === 0 && !tcb.congestion.inRecovery) algorithmOf(tcb).onRtt(tcb, env.now - youngest, env);
	tcb.retries = 0;
	updateWindow(tcb, segment, env);
	onNewAck(tcb, octets, env);
	restartRto(tcb, env);
	if (hadSyn) settleClose(tcb, env);
	armUser(tcb, env);
}

/** What close() and shutdown() in SYN_RCVD have begun. */
function settleClose(tcb: Tcb, env: Env): void {
	if (tcb.chunks && tcb.finSeq !== undefined) takeOverFin(tcb, tcb.chunks, tcb.finSeq, env);
	else if (tcb.isFinQueued && tcb.state === 'ESTABLISHED') startClose(tcb, 'FIN_WAIT_1', 'shutdown', env);
}

/** Karn's doubt (RFC 6298 § 3) is none where the segment says which sending it answers (RFC 7323 § 4.1). */
function sampleByStamp(tcb: Tcb, segment: Segment, env: Env): boolean {
	const rtt = roundTripOf(tcb, segment, env.now);
	if (rtt === undefined) return false;
	note(env.out, 'rtt-by-timestamp', rtt);
	sample(tcb, rtt, env);
	return true;
}

/** A larger window than ever may have room for larger segments. */
function takePeerWindow(tcb: Tcb, segment: Segment, env: Env): void {
	const before = tcb.snd.maxWnd;
	takeWindow(tcb, segment);
	if (tcb.snd.maxWnd > before) limitText(tcb, env);
}

/** The same for a queue of chunks: the window first. */
function meetQueue(tcb: Tcb, queue: SendQueue, segment: Segment, env: Env): void {
	const {snd} = tcb;
	const wnd = windowOf(snd.scale, segment);
	const isNewer = before(snd.una, segment.ack) || before(snd.wl1, segment.seq);
	const isWindowUpdate = !before(segment.ack, snd.una) && (isNewer || (snd.wl1 === segment.seq && (wnd > snd.wnd || wnd === 0)));
	const isWindowNew = isWindowUpdate && wnd !== snd.wnd;
	if (isWindowUpdate) takePeerWindow(tcb, segment, env);
	const isEce = tcb.hasEcn && isEcho(segment);
	acknowledge(tcb, queue, {segment, isWindowUpdate, isWindowNew, isEce, ...echoOf(tcb, queue, segment, env)}, env);
}

/** Octets of text in what was acknowledged: SYN and FIN have numbers, but no place in the buffer. */
function acknowledgedText(tcb: Tcb, ack: Seq, hadSyn: boolean): number {
	const hasFin = tcb.finSeq !== undefined && before(tcb.finSeq, ack) && atOrBefore(tcb.snd.una, tcb.finSeq);
	return span(tcb.snd.una, ack) - (hadSyn ? 1 : 0) - (hasFin ? 1 : 0);
}

/** When the youngest of the acknowledged segments was first sent; undefined: none was acknowledged in full. */
function forgetSent({unackedTo, unackedAt}: Tcb, ack: Seq): number | undefined {
	let youngest: number | undefined;
	while (unackedTo.length > 0 && atOrBefore(unackedTo[0] as Seq, ack)) {
		unackedTo.shift();
		youngest = unackedAt.shift();
	}
	return youngest;
}

/** RFC 6298 § 5.2, § 5.3. */
function restartRto(tcb: Tcb, env: Env): void {
	const {snd, congestion} = tcb;
	if (snd.una === snd.nxt) stop(tcb, 'rto', env);
	else if (isRunning(tcb.timers.persist)) return;
	else if (!congestion.inRecovery || !congestion.hadPartialAck) {
		congestion.hadPartialAck = congestion.inRecovery;
		arm(tcb, 'rto', tcb.rtt.rto + env.knobs.rtoSlop, env);
	}
}

/** SEG.ACK =< SND.UNA: a duplicate (RFC 5681 § 2), a window update, or simply old. */
function standStill(tcb: Tcb, segment: Segment, env: Env): void {
	const {snd} = tcb;
	if (before(segment.ack, snd.una)) {
		note(env.out, 'ack-old', segment.ack, snd.una);
		return;
	}
	const isDuplicate = (tcb.hasSack && takeBlocks(tcb, segment)) || isDuplicateAck(tcb, segment);
	updateWindow(tcb, segment, env);
	if (isDuplicate) onDuplicateAck(tcb, env);
}

function isDuplicateAck(tcb: Tcb, segment: Segment): boolean {
	const {text, flags} = segment;
	const {snd} = tcb;
	return (
		snd.una !== snd.max && text.length === 0 && !(flags & FIN) && windowOf(snd.scale, segment) === snd.wnd && !isRunning(tcb.timers.persist)
	);
}

/** Only a segment newer than the last that set it may set the window. */
function updateWindow(tcb: Tcb, segment: Segment, env: Env): void {
	const {snd} = tcb;
	if (!before(snd.wl1, segment.seq) && !(snd.wl1 === segment.seq && atOrBefore(snd.wl2, segment.ack))) return;
	takeWindow(tcb, segment);
	if (isRunning(tcb.timers.persist)) endPersist(tcb, env);
}

/** While probes are answered the connection lives (MUST-37); once the window opens, sending starts again at snd.una. */
function endPersist(tcb: Tcb, env: Env): void {
	const {snd} = tcb;
	tcb.retries = 0;
	if (tcb.unackedAt.length > 0) {
		tcb.unackedAt[0] = env.now;
		armUser(tcb, env);
	}
	if (snd.wnd === 0) return;
	note(env.out, 'window-opened', snd.wnd);
	stop(tcb, 'persist', env);
	tcb.probes = 0;
	snd.nxt = snd.una;
}

/** What the acknowledgment of our FIN means in each state; FIN_WAIT_1 waits for the end of the segment (arrive.ts). */
function followUp(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (!isFinAcked(tcb)) return segment;
	switch (tcb.state) {
		case 'FIN_WAIT_1':
			note(env.out, 'fin-acked', segment.ack);
			return segment;
		case 'CLOSING':
			note(env.out, 'fin-acked', segment.ack);
			enterTimeWait(tcb, 'fin-acked', env);
			return segment;
		case 'LAST_ACK':
			note(env.out, 'fin-acked', segment.ack);
			end(tcb, 'fin-acked', env);
			return 'drop';
		case 'CLOSED':
		case 'LISTEN':
		case 'SYN_SENT':
		case 'SYN_RCVD':
		case 'ESTABLISHED':
		case 'FIN_WAIT_2':
		case 'CLOSE_WAIT':
		case 'TIME_WAIT':
			return segment;
	}
}
