/** What to do when a timer says that nothing came back (RFC 9293 § 3.8.3, § 3.10.8; RFC 6298 § 5). */
import {arm, stop} from './arm.js';
import {chunkTimeout} from './chunks/timeouts.js';
import {windowProbe} from './chunks/window-probe.js';
import {collapse} from './congestion.js';
import {synFlags} from './ecn.js';
import {emit} from './emit.js';
import {end} from './move-to.js';
import {note} from './out.js';
import {output, placeOf, sendText} from './output.js';
import type {Knobs} from './profile.js';
import {backOff} from './rto.js';
import {skipHeld} from './scoreboard.js';
import {ACK, noText} from './segment.js';
import {add} from './seq.js';
import {synOptions} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';

/** The interval that follows the n-th SYN (n from 0). The slop is a connection's: one that a listener half opened has none yet. */
function synInterval(tcb: Tcb, n: number, {profile, knobs}: Env): number {
	const {intervals, max} = isAnswering(tcb) ? profile.synAck : profile.syn;
	const last = Math.max(0, intervals.length - 1);
	const known = Math.max(intervals[Math.min(n, last)] ?? knobs.rtoInitial, knobs.rtoMin);
	const wait = n > last ? known * 2 ** (n - last) : known;
	return Math.min(n > 0 && !tcb.isPassive ? wait + knobs.rtoSlop : wait, max);
}

const isAnswering = ({state}: Tcb): boolean => state === 'SYN_RCVD';

/** SYN, or SYN,ACK once a SYN has come. */
export function sendSyn(tcb: Tcb, env: Env): void {
	const {snd, iss} = tcb;
	snd.nxt = add(iss, 1);
	emit(tcb, {seq: iss, flags: synFlags(tcb, env), options: synOptions(tcb, env)}, env);
	tcb.rtt.rto = synInterval(tcb, tcb.retries, env);
	arm(tcb, 'rto', synWait(tcb, env), env);
}

/** The next interval, cut where the profile limits the whole wait. */
function synWait(tcb: Tcb, {now, knobs}: Env): number {
	const most = limitOf(tcb, knobs);
	return most === undefined ? tcb.rtt.rto : Math.max(0, Math.min(tcb.rtt.rto, tcb.stateSince + most - now));
}

/** Of the whole wait; a user time-out counts once the SYN was sent again, where a number of retransmissions rules otherwise. */
function limitOf({retries}: Tcb, {openTimeout, userTimeout, retries: most}: Env['knobs']): number | undefined {
	const byUser = retries > 0 && most !== undefined ? userTimeout : undefined;
	return openTimeout === undefined || byUser === undefined ? (openTimeout ?? byUser) : Math.min(openTimeout, byUser);
}

function isSynOver(tcb: Tcb, env: Env): boolean {
	const most = limitOf(tcb, env.knobs);
	return tcb.retries >= synRetries(tcb, env.knobs) || (most !== undefined && env.now - tcb.stateSince >= most);
}

/** How often its SYN, or SYN,ACK, goes out again. */
export const synRetries = (tcb: Tcb, {synRetries, synAckRetries}: Knobs): number => (isAnswering(tcb) ? synAckRetries : synRetries);

/** RFC 6298 § 5.4–5.7. */
export function retransmissionTimeout(tcb: Tcb, env: Env): void {
	if (tcb.snd.una === tcb.iss) synTimeout(tcb, env);
	else if (tcb.chunks) chunkTimeout(tcb, tcb.chunks, retriesOf(tcb, env), env);
	else dataTimeout(tcb, env);
}

function synTimeout(tcb: Tcb, env: Env): void {
	if (isSynOver(tcb, env)) {
		giveUp(tcb, env);
		return;
	}
	const waited = env.now - tcb.timers.rto.from;
	tcb.retries++;
	tcb.wasSynRetransmitted = true;
	tcb.synRepeats++;
	tcb.rtt.timing = undefined;
	note(env.out, 'rto-fired', tcb.retries, waited, synInterval(tcb, tcb.retries, env));
	resendSyn(tcb, env);
}

/** A close that came before the handshake was over leaves snd.nxt behind the SYN alone again: FIN follows. */
function resendSyn(tcb: Tcb, env: Env): void {
	const {state} = tcb;
	const {nxt} = tcb.snd;
	if (state === 'SYN_SENT' || state === 'SYN_RCVD') {
		sendSyn(tcb, env);
		return;
	}
	emit(tcb, {seq: tcb.iss, flags: synFlags(tcb, env), options: synOptions(tcb, env)}, env);
	tcb.snd.nxt = nxt;
	backOff(tcb, env);
	arm(tcb, 'rto', tcb.rtt.rto, env);
}

function giveUp(tcb: Tcb, env: Env): void {
	note(env.out, 'gave-up', tcb.retries);
	end(tcb, 'timed-out', env, 'timed-out');
}

function dataTimeout(tcb: Tcb, env: Env): void {
	const limit = retriesOf(tcb, env);
	if (limit !== undefined && tcb.retries >= limit) {
		giveUp(tcb, env);
		return;
	}
	const waited = env.now - tcb.timers.rto.from;
	tcb.retries++;
	tcb.rtt.timing = undefined;
	backOff(tcb, env);
	note(env.out, 'rto-fired', tcb.retries, waited, tcb.rtt.rto);
	collapse(tcb, env);
	tcb.snd.nxt = tcb.snd.una;
	sendOldest(tcb, env);
	output(tcb, env);
}

/** A closed descriptor has nobody left to wait for it. */
function retriesOf(tcb: Tcb, {profile, knobs}: Env): number | undefined {
	const isOrphan = tcb.isReceiveClosed && knobs.retries === profile.knobs.retries;
	return isOrphan ? (profile.orphanRetries ?? knobs.retries) : knobs.retries;
}

/**
 * The oldest octets, whatever Nagle or the window say by now (§ 3.8.6.1: a retransmission may probe a closed window). New ones join
 * them only as far as the window reaches: behind it even our acknowledgments would be refused.
 */
function sendOldest(tcb: Tcb, env: Env): void {
	const {snd, sendBuffer, finSeq} = tcb;
	const sent = placeOf(tcb, snd.max) - (finSeq === undefined ? 0 : 1);
	const len = Math.min(sendBuffer.length, snd.mss, Math.max(sent, snd.wnd), skipHeld(tcb.scoreboard, snd.una).room);
	note(env.out, 'sent-again', snd.una, add(snd.una, len), tcb.retries);
	sendText(tcb, len, env);
}

/** § 3.9.1.1: what the user was promised to be told of. */
export function userTimeout(tcb: Tcb, env: Env): void {
	note(env.out, 'user-timeout', env.knobs.userTimeout ?? 0);
	end(tcb, 'timed-out', env, 'timed-out');
}

/** § 3.8.6.1: a probe asks whether the window has opened (unanswered ones count as retransmissions do); where it is open a little, the override of § 3.8.6.2.1 sends what fits. */
export function persistTimeout(tcb: Tcb, env: Env): void {
	if (tcb.chunks) {
		windowProbe(tcb, tcb.chunks, retriesOf(tcb, env), env);
		return;
	}
	const {snd} = tcb;
	if (snd.wnd > 0 && snd.nxt === snd.una) {
		override(tcb, env);
		return;
	}
	if (tcb.retries >= (retriesOf(tcb, env) ?? Number.POSITIVE_INFINITY)) {
		giveUp(tcb, env);
		return;
	}
	tcb.probes++;
	tcb.retries++;
	tcb.persistInterval = Math.min(tcb.persistInterval * 2, env.profile.persist.max);
	note(env.out, 'probe-sent', snd.una, tcb.persistInterval);
	arm(tcb, 'persist', tcb.persistInterval, env);
	probe(tcb, env);
}

function override(tcb: Tcb, env: Env): void {
	const {snd, sendBuffer, congestion} = tcb;
	const len = Math.min(sendBuffer.length - placeOf(tcb, snd.nxt), snd.wnd, snd.mss, congestion.cwnd);
	stop(tcb, 'persist', env);
	tcb.probes = 0;
	note(env.out, 'sent-by-override', snd.nxt, add(snd.nxt, len));
	sendText(tcb, len, env);
	output(tcb, env);
}

/** One new octet that counts as sent (or the FIN), or an empty segment in front of the window, by the profile. */
function probe(tcb: Tcb, env: Env): void {
	const {snd, sendBuffer} = tcb;
	if (env.profile.persist.probe === 'empty') {
		emit(tcb, {seq: add(snd.una, -1), flags: ACK, text: noText}, env);
		return;
	}
	snd.nxt = snd.una;
	const offered = snd.wnd;
	snd.wnd = Math.max(1, offered);
	sendText(tcb, Math.min(1, sendBuffer.length), env);
	snd.wnd = offered;
}
