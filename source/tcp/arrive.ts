/**
 * SEGMENT ARRIVES (RFC 9293 § 3.10.7): by state, and for SYN_RCVD and later § 3.10.7.4 in its own order, a function a numbered check
 * ("third", security, does not apply to an emulator). RFC 5961 hardens RST, SYN and ACK.
 */
import {acceptedWindow, fitsWhole} from './acceptance.js';
import {answerSoon, decideAck, hurry} from './ack-habit.js';
import {checkAck} from './arrive-ack.js';
import {arriveAtOrphan, isOrphan} from './arrive-orphan.js';
import {arriveInSynSent} from './arrive-syn-sent.js';
import {checkFin, takeSegmentText} from './arrive-text.js';
import {arriveInTimeWait} from './arrive-time-wait.js';
import {challenge} from './challenge.js';
import {pushPending} from './chunks/push.js';
import {resetFor, sendAck, sendReset} from './emit.js';
import {backToListen, end, limitFinWait2, moveTo, restartTimeWait} from './move-to.js';
import {note} from './out.js';
import {sendSyn} from './retransmit.js';
import {noteOld} from './sack-blocks.js';
import {ACK, FIN, noText, RST, type Segment, SYN, segLen} from './segment.js';
import {add, before, inWindow, offset, type Seq, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {checkTimestamp, takeTimestamp} from './timestamps.js';
import {checkUrg} from './urgent.js';

/** `drop`: nothing more of this segment is looked at. */
export type Verdict = 'drop' | Segment;
type Check = (tcb: Tcb, segment: Segment, env: Env) => Verdict;

const checks: readonly Check[] = [checkTimestamp, checkSequence, checkRst, checkSyn, checkAck, checkUrg, takeSegmentText, checkFin];
const afterSyn: readonly Check[] = [checkUrg, trimToWindow, takeSegmentText, checkFin];

/** A segment for this connection. What it makes us send beyond answers to itself is left to `output`. */
export function segmentArrives(tcb: Tcb, segment: Segment, env: Env): void {
	tcb.lastHeardAt = env.now;
	tcb.keepaliveProbes = 0;
	if (tcb.state === 'SYN_SENT') {
		if (arriveInSynSent(tcb, segment, env))
			runChecks(tcb, {...segment, seq: add(segment.seq, 1), flags: segment.flags & ~SYN}, afterSyn, env);
		return;
	}
	if (isOrphan(tcb, env) && arriveAtOrphan(tcb, segment, env)) return;
	if (tcb.state === 'TIME_WAIT' && env.profile.timeWaitAnswers !== 'unacceptable') arriveInTimeWait(tcb, segment, env);
	else runChecks(tcb, segment, checks, env);
}

function runChecks(tcb: Tcb, segment: Segment, list: readonly Check[], env: Env): void {
	let rest: Verdict = segment;
	for (const check of list) {
		rest = check(tcb, rest, env);
		if (rest === 'drop') break;
	}
	settleOwnFin(tcb, env);
	if (tcb.state === 'CLOSED') return;
	if (tcb.chunks) pushPending(tcb, tcb.chunks, env);
	decideAck(tcb, env);
}

/** An acknowledged FIN moves on only now: with the peer's FIN in the same segment FIN_WAIT_1 becomes TIME_WAIT at once (F7). */
function settleOwnFin(tcb: Tcb, env: Env): void {
	if (tcb.state !== 'FIN_WAIT_1' || !isFinAcked(tcb)) return;
	moveTo(tcb, 'FIN_WAIT_2', 'fin-acked', env);
	limitFinWait2(tcb, env);
}

/** Was our FIN sent, and is it acknowledged? */
export const isFinAcked = ({finSeq, snd}: Tcb): boolean => finSeq !== undefined && before(finSeq, snd.una);

/** § 3.10.7.4 "first": does any octet of the segment fall inside the window? */
function isAcceptable(seq: Seq, len: number, nxt: Seq, wnd: number): boolean {
	if (wnd === 0) return len === 0 && seq === nxt;
	if (len === 0) return inWindow(seq, nxt, wnd);
	return inWindow(seq, nxt, wnd) || inWindow(add(seq, len - 1), nxt, wnd);
}

function checkSequence(tcb: Tcb, segment: Segment, env: Env): Verdict {
	const {rcv} = tcb;
	const len = segLen(segment);
	const wnd = acceptedWindow(tcb, env);
	const isWhole = env.profile.overrun === 'whole';
	if (isWhole ? fitsWhole(tcb, segment, wnd) : isAcceptable(segment.seq, len, rcv.nxt, wnd)) {
		if (tcb.hasTimestamps) takeTimestamp(tcb, segment, env);
		return trimToWindow(tcb, segment, env);
	}
	if (isSynAckOfSimultaneousOpen(tcb, segment)) return withoutSyn(tcb, segment, env);
	if (!isWhole && wnd === 0 && segment.seq === rcv.nxt && !(segment.flags & (RST | SYN))) return closedWindow(tcb, segment, env);
	if (isRstAtFin(tcb, segment, env)) believeRst(tcb, segment, env);
	else if (segment.flags & RST)
		note(env.out, tcb.state === 'TIME_WAIT' ? 'rst-ignored-time-wait' : 'rst-outside', segment.seq, rcv.nxt, wnd);
	else if (isOnlyAckNew(tcb, segment, env)) return keepAck(tcb, segment, env);
	else answerUnacceptable(tcb, segment, len, env);
	return 'drop';
}

/** Departs from § 3.10.7.4 "first" by the profile: a peer that has sent its FIN may reset with the number of that FIN. */
const isRstAtFin = ({rcv, state}: Tcb, {flags, seq}: Segment, {profile}: Env): boolean =>
	profile.rstAtFin === 'believed' && (flags & RST) !== 0 && seq === add(rcv.nxt, -1) && hasFinOfPeer[state] === true;

const hasFinOfPeer: Partial<Record<Tcb['state'], true>> = {CLOSE_WAIT: true, CLOSING: true, LAST_ACK: true};

/** Departs from § 3.10.7.4 "first" by the profile: where all of the text has come before, the acknowledgment with it may still be news. */
function isOnlyAckNew({rcv, state, ts}: Tcb, segment: Segment, {profile}: Env): boolean {
	const {flags, seq} = segment;
	if (profile.ackOfOldText === 'ignored' || (flags & (SYN | ACK)) !== ACK || state === 'SYN_RCVD' || state === 'TIME_WAIT') return false;
	const end = add(seq, segLen(segment));
	if (!before(seq, rcv.nxt) || before(rcv.nxt, end)) return false;
	return profile.ackOfOldText === 'counts' || !before(end, ts.lastAckSent);
}

function keepAck(tcb: Tcb, segment: Segment, env: Env): Segment {
	const {seq, text, flags} = segment;
	noteOld(tcb, seq, env.profile.dsackOfFin ? segLen(segment) : text.length, env);
	note(env.out, 'old-data', seq, segLen(segment), tcb.rcv.nxt);
	answerSoon(tcb, env);
	if (tcb.hasTimestamps) takeTimestamp(tcb, segment, env);
	return {...segment, seq: tcb.rcv.nxt, text: noText, flags: flags & ~FIN};
}

/** Figure 7: the peer's SYN came before, so its SYN,ACK is trimmed to the ACK (§ 3.5). */
function isSynAckOfSimultaneousOpen({snd, iss, irs, isPassive}: Tcb, {flags, seq, ack}: Segment): boolean {
	return (
		!isPassive &&
		snd.una === iss &&
		(flags & (SYN | ACK | RST)) === (SYN | ACK) &&
		seq === irs &&
		inWindow(ack, add(iss, 1), span(iss, snd.nxt))
	);
}

/** Its window is that of a SYN, which is never scaled (RFC 7323 § 2.2); what has no SYN any more will be taken for scaled. */
function withoutSyn({rcv, snd}: Tcb, segment: Segment, {profile}: Env): Segment {
	const wnd = profile.crossedSynWindow === 'plain' ? segment.wnd / 2 ** snd.scale : segment.wnd;
	return {...segment, flags: segment.flags & ~SYN, seq: rcv.nxt, wnd};
}

/** § 3.8.6.1, MUST-66: the window is closed, so the text is refused, but ACK and URG still count. */
function closedWindow(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (segment.text.length === 0 && segment.flags & FIN && env.profile.finInClosedWindow === 'take') return segment;
	note(env.out, 'window-full', tcb.rcv.nxt);
	tcb.isAckNow = true;
	return {...segment, text: noText, flags: segment.flags & ~FIN};
}

/**
 * Departs from § 3.10.7.4 "first" in one point: the answers to empty segments are limited, as Linux does it. Where each side has filled
 * the other's window and lost some of it, the bare ACKs of both are unacceptable, and would provoke each other for ever.
 */
function answerUnacceptable(tcb: Tcb, segment: Segment, len: number, env: Env): void {
	const {rcv, state} = tcb;
	if (state === 'SYN_RCVD' && segment.flags & SYN && segment.seq === tcb.irs && env.profile.sameSynInSynRcvd === 'syn-ack') {
		answerSynAgain(tcb, segment, env);
		return;
	}
	const isOld = offset(rcv.nxt, segment.seq) < 0;
	if (isOld && !(segment.flags & SYN)) noteOld(tcb, segment.seq, env.profile.dsackOfFin ? len : segment.text.length, env);
	if (isOld && segment.text.length > 0) {
		note(env.out, 'old-data', segment.seq, len, rcv.nxt);
		hurry(tcb, env);
	} else note(env.out, 'unacceptable', segment.seq, len, rcv.nxt, rcv.wnd);
	if (state === 'TIME_WAIT' && segment.flags & FIN) restartTimeWait(tcb, env);
	if (len === 0 || segment.flags & SYN) challenge(tcb, env);
	else sendAck(tcb, env);
}

function answerSynAgain(tcb: Tcb, {seq}: Segment, env: Env): void {
	const every = env.profile.synAnswerEvery;
	if (env.now - tcb.synAnsweredAt < every) {
		note(env.out, 'syn-again-limited', every);
		return;
	}
	tcb.synAnsweredAt = env.now;
	note(env.out, 'syn-again', seq, tcb.rcv.nxt);
	tcb.synRepeats++;
	// Nobody knows which of them will have been acknowledged (Karn).
	tcb.wasSynRetransmitted = true;
	tcb.rtt.timing = undefined;
	sendSyn(tcb, env);
}

/** Cuts what lies before rcv.nxt and behind the window; a SYN or FIN outside goes too. Most segments fit as they are. */
function trimToWindow(tcb: Tcb, segment: Segment, env: Env): Segment {
	const {rcv} = tcb;
	const early = Math.max(0, offset(segment.seq, rcv.nxt));
	const isCut = env.profile.overrun === 'cut';
	const late = isCut ? Math.max(0, offset(add(rcv.nxt, acceptedWindow(tcb, env)), add(segment.seq, segLen(segment)))) : 0;
	if (early === 0 && late === 0) return segment;
	if (early > 0) noteOld(tcb, segment.seq, segment.text.length, env);
	const syn = early > 0 && segment.flags & SYN ? 1 : 0;
	const fin = late > 0 && segment.flags & FIN ? 1 : 0;
	const text = segment.text.subarray(early - syn, segment.text.length - Math.max(0, late - fin));
	return {...segment, cut: early, seq: add(segment.seq, early), text, flags: segment.flags & ~(syn ? SYN : 0) & ~(fin ? FIN : 0)};
}

/** "Second": exactly at rcv.nxt a RST is believed, elsewhere in the window it is challenged (RFC 5961 § 3.2). */
function checkRst(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (!(segment.flags & RST)) return segment;
	const {rcv, state} = tcb;
	if (state === 'TIME_WAIT' && env.profile.rstInTimeWait === 'ignore') note(env.out, 'rst-ignored-time-wait', segment.seq);
	else if (segment.seq !== rcv.nxt && env.knobs.challengeAck && !env.knobs.insecureRst) {
		note(env.out, 'rst-challenged', segment.seq, rcv.nxt, rcv.wnd);
		challenge(tcb, env);
	} else believeRst(tcb, segment, env);
	return 'drop';
}

function believeRst(tcb: Tcb, segment: Segment, env: Env): void {
	note(env.out, 'rst-accepted', segment.seq, tcb.rcv.nxt);
	if (tcb.state === 'SYN_RCVD' && tcb.isPassive) {
		note(env.out, 'back-to-listen', segment.seq);
		backToListen(tcb, 'rst-arrived', env);
		return;
	}
	end(tcb, 'rst-arrived', env, tcb.state === 'SYN_RCVD' ? 'refused' : tcb.state === 'TIME_WAIT' ? undefined : 'reset');
}

/** "Fourth": a SYN cannot be right here; RFC 5961 § 4.2 asks the peer, RFC 793 reset. */
function checkSyn(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (!(segment.flags & SYN)) return segment;
	const isYoung = tcb.state === 'SYN_RCVD' && tcb.isPassive;
	if (isYoung && env.profile.synInSynRcvd !== 'again') {
		if (env.profile.synInSynRcvd === 'reset') resetFor(segment, env, tcb.ip);
		note(env.out, 'back-to-listen', segment.seq);
		backToListen(tcb, 'syn-in-window', env);
	} else if (isChallenged(tcb, env)) {
		note(env.out, 'syn-challenged', segment.seq, tcb.rcv.nxt);
		challenge(tcb, env);
	} else {
		resetBySyn(tcb, env);
	}
	return 'drop';
}

/** A connection that is over keeps its peace unless it is told to be insecure. */
const isChallenged = ({state}: Tcb, {knobs}: Env): boolean => !knobs.insecureSyn && (knobs.challengeAck || state === 'TIME_WAIT');

/** Departs from RFC 5961 § 4.2 where a host is told to: RFC 793's reset. */
function resetBySyn(tcb: Tcb, env: Env): void {
	sendReset(tcb, env, env.knobs.insecureSyn ? RST | ACK : RST);
	end(tcb, 'syn-in-window', env, tcb.state === 'TIME_WAIT' ? undefined : 'reset');
}
