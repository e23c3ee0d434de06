/** § 3.10.7.4 "seventh" and "eighth": text and FIN; and when an acknowledgment is due (§ 3.8.6.3, RFC 5681 § 4.2). */
import {releaseBefore} from './ack-compression.js';
import {answerSoon} from './ack-habit.js';
import {ackAtOnce, ackBehindHole, ackFin, scheduleAck} from './ack-policy.js';
import {offerWindow} from './advertise.js';
import {isFinAcked, type Verdict} from './arrive.js';
import {emit, resetFor, sendAck} from './emit.js';
import {dropHeldEarly} from './memory/queue.js';
import {admit, isExpected, isInOffer, takeEarly, takeInOrder} from './memory/take.js';
import {end, enterTimeWait, moveTo, restartTimeWait} from './move-to.js';
import {note} from './out.js';
import {forgetEarly, takeText} from './receive-buffer.js';
import {noteTwice, tellOf} from './sack-blocks.js';
import {ACK, FIN, type Segment} from './segment.js';
import {add, before} from './seq.js';
import type {Reason} from './state.js';
import type {Env, Tcb} from './tcb.js';

/** § 3.10.7.4, seventh: text in order is kept for the user, what lies behind a hole until the hole is filled. */
export function takeSegmentText(tcb: Tcb, segment: Segment, env: Env): Verdict {
	const {text, seq} = segment;
	if (text.length === 0 && !isLateFin(tcb, segment, env)) return segment;
	switch (tcb.state) {
		case 'ESTABLISHED':
		case 'FIN_WAIT_1':
		case 'FIN_WAIT_2':
			if (tcb.isReceiveClosed || isDoubleShut(tcb, env)) return resetForLateData(tcb, segment, env);
			return store(tcb, segment, env);
		case 'CLOSED':
		case 'LISTEN':
		case 'SYN_SENT':
		case 'SYN_RCVD':
		case 'CLOSE_WAIT':
		case 'CLOSING':
		case 'LAST_ACK':
		case 'TIME_WAIT':
			note(env.out, 'text-ignored', seq, text.length);
			if (tcb.state === 'TIME_WAIT') tcb.isAckNow = true;
			return segment;
	}
}

/** A FIN behind a hole tells of text that was lost on its way; once nobody reads, that is late text, too, where the profile says so. */
const isLateFin = (tcb: Tcb, {flags, seq}: Segment, {profile}: Env): boolean =>
	profile.finAfterFin === 'ignored' && (flags & FIN) !== 0 && before(tcb.rcv.nxt, seq) && isUnread(tcb);

const isUnread = ({isReceiveClosed, isReadShut, isFinQueued, hasPeerFin}: Tcb): boolean =>
	!hasPeerFin && (isReceiveClosed || (isReadShut && isFinQueued));

/** Both directions were shut down by their user: to the peer that is a close (RFC 1122 § 4.2.2.13), where octets are not thrown away in silence. */
const isDoubleShut = ({isReadShut, isFinQueued}: Tcb, {profile}: Env): boolean =>
	isReadShut && isFinQueued && profile.sockets.shutRead === 'keep';

/** § 3.6.1, SHLD-3: nobody will ever read this, and the peer must learn it. */
function resetForLateData(tcb: Tcb, segment: Segment, env: Env): Verdict {
	note(env.out, 'data-after-close-reset', segment.text.length);
	note(env.out, 'rst-sent', segment.ack);
	resetFor(segment, env, tcb.ip);
	end(tcb, 'data-after-close', env, tcb.isReceiveClosed ? undefined : 'reset');
	return 'drop';
}

function store(tcb: Tcb, segment: Segment, env: Env): Verdict {
	const {rcv, receiveBuffer} = tcb;
	const {seq, text} = segment;
	if (env.profile.receiveWindow === 'memory') {
		if (receiveBuffer.twice) forgetTwice(tcb, segment);
		if (!mayStore(tcb, segment, env)) return 'drop';
	}
	const hadHole = receiveBuffer.outOfOrder.length > 0;
	if (hadHole) noteTwice(tcb, seq, text.length, env);
	const isTold = tcb.ackHabit.compressed > 0 && seq !== rcv.nxt && releaseBefore(tcb, seq, text.length, env);
	const octets = takeText(receiveBuffer, rcv.nxt, seq, text);
	const isInOrder = seq === rcv.nxt;
	rcv.nxt = add(rcv.nxt, octets);
	rcv.wnd = Math.max(0, rcv.wnd - octets);
	explainStored(tcb, segment, {octets, isInOrder, hadHole}, env);
	if (isTold) tcb.ackHabit.isDue = false;
	return segment;
}

/** What came twice before is told no more, unless this comes in order and finds its memory at hand (the kernel's fast path). */
function forgetTwice(tcb: Tcb, segment: Segment): void {
	if (!segment.cut && !isExpected(tcb, segment)) tcb.receiveBuffer.twice = undefined;
}

/** Nothing comes into a closed window, and nothing for which there is no memory. */
function mayStore(tcb: Tcb, segment: Segment, env: Env): boolean {
	if (isInOffer(tcb, segment)) return admit(tcb, segment, env);
	note(env.out, 'window-full', tcb.rcv.nxt);
	answerSoon(tcb, env);
	return false;
}

type Stored = {readonly octets: number; readonly isInOrder: boolean; readonly hadHole: boolean};

function explainStored(tcb: Tcb, segment: Segment, {octets, isInOrder, hadHole}: Stored, env: Env): void {
	const {rcv} = tcb;
	const {seq, text} = segment;
	account(tcb, segment, isInOrder, env);
	if (!isInOrder) {
		note(env.out, 'data-out-of-order', seq, text.length, rcv.nxt);
		ackBehindHole(tcb, env);
	} else if (hadHole) {
		note(env.out, 'hole-filled', rcv.nxt, octets);
		(isAllThere(tcb, segment) ? ackAtOnce : ackBehindHole)(tcb, env);
	} else {
		note(env.out, 'data-in-order', seq, text.length, rcv.nxt);
		scheduleAck(tcb, text.length, env);
	}
}

/** No hole is left, and more is to come. */
const isAllThere = ({receiveBuffer}: Tcb, {flags}: Segment): boolean => receiveBuffer.outOfOrder.length === 0 && !(flags & FIN);

function account(tcb: Tcb, segment: Segment, isInOrder: boolean, env: Env): void {
	if (env.profile.receiveWindow === 'memory') (isInOrder ? takeInOrder : takeEarly)(tcb, segment, env);
	else if (isInOrder) tcb.ackHabit.lastTextAt = env.now;
}

/** A FIN counts when every octet before it has arrived; one that came early is remembered. */
export function checkFin(tcb: Tcb, segment: Segment, env: Env): Verdict {
	if (segment.flags & FIN && !tcb.hasPeerFin) tcb.peerFinSeq = add(segment.seq, segment.text.length);
	else if (segment.flags & FIN && env.profile.finAfterFin === 'answered') repeatFin(tcb, env);
	if (tcb.peerFinSeq === tcb.rcv.nxt && !tcb.hasPeerFin) takeFin(tcb, env);
	else if (segment.flags & FIN && !tcb.hasPeerFin) keepEarlyFin(tcb, segment, env);
	return segment;
}

/** Its number is told of by SACK where that is the profile's way. */
function keepEarlyFin(tcb: Tcb, {seq, text}: Segment, env: Env): void {
	const {receiveBuffer, rcv} = tcb;
	if (!receiveBuffer.tellsWhole) tellOf(receiveBuffer, {seq, len: text.length + 1, rcvNxt: rcv.nxt});
	if (text.length === 0) ackAtOnce(tcb, env);
}

function repeatFin(tcb: Tcb, env: Env): void {
	tcb.isAckNow = true;
	if (tcb.state === 'TIME_WAIT') restartTimeWait(tcb, env);
}

function takeFin(tcb: Tcb, env: Env): void {
	const {rcv} = tcb;
	note(env.out, 'fin-arrived', rcv.nxt);
	rcv.nxt = add(rcv.nxt, 1);
	rcv.wnd = Math.max(0, rcv.wnd - 1);
	tcb.hasPeerFin = true;
	if (env.profile.finAfterFin === 'ignored') dropBehindFin(tcb);
	ackFin(tcb, env);
	switch (tcb.state) {
		case 'ESTABLISHED':
			moveTo(tcb, 'CLOSE_WAIT', 'fin-arrived', env);
			return;
		case 'FIN_WAIT_1':
			if (isFinAcked(tcb)) wait(tcb, 'fin-and-ack-arrived', env);
			else close(tcb, env);
			return;
		case 'FIN_WAIT_2':
			wait(tcb, 'fin-arrived', env);
			return;
		case 'CLOSED':
		case 'LISTEN':
		case 'SYN_SENT':
		case 'SYN_RCVD':
		case 'CLOSE_WAIT':
		case 'CLOSING':
		case 'LAST_ACK':
		case 'TIME_WAIT':
			return;
	}
}

/** Nothing comes behind a FIN: what waits there can never be read, nor need it be told of. */
function dropBehindFin({rcv, receiveBuffer, receiveMemory}: Tcb): void {
	forgetEarly(receiveBuffer, rcv.nxt);
	if (receiveMemory.early.length > 0) dropHeldEarly(receiveMemory);
}

/** In TIME_WAIT the window stays what it is when the FIN is acknowledged. */
function wait(tcb: Tcb, why: Reason, env: Env): void {
	if (env.profile.receiveWindow === 'memory') offerWindow(tcb, env);
	enterTimeWait(tcb, why, env);
}

/** § 3.6 case 3, figure 13: both FINs crossed. FreeBSD repeats its own with the acknowledgment. */
function close(tcb: Tcb, env: Env): void {
	// At once, though our own FIN, or text, may still wait to be sent.
	if (env.profile.delayedAck.atOnceAfter === 'adaptive') sendAck(tcb, env);
	moveTo(tcb, 'CLOSING', 'fin-arrived', env);
	if (env.profile.closingAnswer === 'fin' && tcb.finSeq !== undefined) emit(tcb, {seq: tcb.finSeq, flags: FIN | ACK}, env);
}
