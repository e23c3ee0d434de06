/** The sender's deadlines have come: time-out (RFC 6298 § 5), loss probe and reordering window (RFC 8985), window probe (RFC 9293 § 3.8.6.1). */
import {emit} from '../emit.js';
import {end} from '../move-to.js';
import {note} from '../out.js';
import {ACK} from '../segment.js';
import {add, before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, headOf, inFlight, nextOf, type SendQueue, sacked, segmentsOf, split, textLength} from './chunk.js';
import {armProbe, armReordering, clampToUser, rearmRto, setDeadline} from './deadlines.js';
import {pushProbe} from './push.js';
import {detectLosses, markLost, timeLeft} from './rack.js';
import {enterLoss, enterRecovery, reduce} from './reduction.js';
import {repeatLost} from './repeat.js';
import {repeat, transmitAgain, transmitNew} from './transmit.js';

function giveUp(tcb: Tcb, env: Env): void {
	note(env.out, 'gave-up', tcb.retries);
	end(tcb, 'timed-out', env, 'timed-out');
}

/** TCP_USER_TIMEOUT since the first repetition, or as many retransmissions as the profile allows. */
function isOver(tcb: Tcb, queue: SendQueue, limit: number | undefined, {now, knobs}: Env): boolean {
	const {userTimeout} = knobs;
	if (userTimeout !== undefined && tcb.retries > 0 && queue.firstRepeatAt !== undefined) return now - queue.firstRepeatAt >= userTimeout;
	return userTimeout === undefined && limit !== undefined && tcb.retries >= limit;
}

export function chunkTimeout(tcb: Tcb, queue: SendQueue, limit: number | undefined, env: Env): void {
	const head = headOf(queue);
	if (!head) return;
	if (isOver(tcb, queue, limit, env)) {
		giveUp(tcb, env);
		return;
	}
	const waited = env.now - tcb.timers.rto.from;
	markLate(tcb, queue, head, env);
	enterLoss(tcb, queue, env);
	tcb.retries++;
	tcb.rtt.rto = Math.min(tcb.rtt.rto * 2, env.knobs.rtoMax);
	note(env.out, 'rto-fired', tcb.retries, waited, tcb.rtt.rto);
	repeat(tcb, queue, head, {most: 1, env});
	setDeadline(tcb, 'rto', clampToUser(queue, tcb.rtt.rto, env), env);
}

/** RFC 8985 § 6.3: what was sent so lately that it may still arrive is not lost yet; without SACK all is. */
function markLate(tcb: Tcb, queue: SendQueue, head: Chunk, env: Env): void {
	const isReneged = (head.marks & sacked) !== 0;
	if (isReneged || !tcb.hasSack) queue.sackedOut = 0;
	for (const chunk of queue.chunks.slice(0, queue.sent)) {
		if (isReneged) chunk.marks &= ~sacked;
		else if (tcb.hasSack && chunk !== head && timeLeft(queue, chunk, 0, env) > 0) continue;
		markLost(queue, chunk, env);
	}
}

/** RFC 8985 § 7.3: something new, or the last segment again, so that the peer's answer tells what is missing. */
export function lossProbe(tcb: Tcb, queue: SendQueue, env: Env): void {
	if (queue.probeEnd === undefined && probeOnce(tcb, queue, env)) queue.probeEnd = tcb.snd.nxt;
	rearmRto(tcb, queue, env);
}

function probeOnce(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	queue.isProbeRepeat = false;
	note(env.out, 'loss-probe', tcb.snd.una, tcb.snd.nxt);
	if (nextOf(queue)) return pushProbe(tcb, queue, env);
	const last = queue.sent - 1;
	const chunk = queue.chunks[last];
	if (!chunk) return false;
	const front = (chunk.segments - 1) * tcb.snd.mss;
	if (chunk.segments > 1 && textLength(chunk) > front) split(tcb, queue, last, front);
	transmitAgain(tcb, queue, queue.chunks[queue.sent - 1] as Chunk, env);
	queue.isProbeRepeat = true;
	return true;
}

/** RFC 8985 § 6.3: the reordering window is over. */
export function reorderingTimeout(tcb: Tcb, queue: SendQueue, env: Env): void {
	const before = inFlight(queue);
	const left = detectLosses(tcb, queue, env);
	if (inFlight(queue) !== before) {
		if (queue.phase !== 'recovery') {
			enterRecovery(tcb, queue, false, env);
			reduce(tcb, queue, {delivered: 1, losses: 1, isAdvance: false});
		}
		repeatLost(tcb, queue, env);
	}
	if (left > 0) armReordering(tcb, left, env);
	else rearmRto(tcb, queue, env);
}

/** Text that fits goes, whatever held it back; into a closed window an empty segment asks. */
export function windowProbe(tcb: Tcb, queue: SendQueue, limit: number | undefined, env: Env): void {
	const {snd} = tcb;
	const next = nextOf(queue);
	if (!next) return;
	if (before(next.seq, add(snd.una, snd.wnd))) {
		override(tcb, queue, next, env);
		return;
	}
	const {userTimeout} = env.knobs;
	const since = tcb.probes * 0 + (env.now - tcb.congestion.lastSentAt);
	if ((userTimeout !== undefined && tcb.probes > 0 && since >= userTimeout) || (limit !== undefined && tcb.probes >= limit)) {
		giveUp(tcb, env);
		return;
	}
	tcb.probes++;
	tcb.persistInterval = Math.min(tcb.persistInterval * 2, env.profile.persist.max);
	note(env.out, 'probe-sent', snd.una, tcb.persistInterval);
	setDeadline(tcb, 'persist', tcb.persistInterval, env);
	emit(tcb, {seq: add(snd.una, -1), flags: ACK}, env);
}

function override(tcb: Tcb, queue: SendQueue, next: Chunk, env: Env): void {
	const {snd} = tcb;
	const room = span(next.seq, add(snd.una, snd.wnd));
	const octets = Math.min(textLength(next), room, snd.mss);
	if (octets < textLength(next)) split(tcb, queue, queue.sent, octets);
	next.isPushed = true;
	next.segments = segmentsOf(octets, snd.mss);
	queue.pushedSeq = next.end;
	note(env.out, 'sent-by-override', next.seq, next.end);
	transmitNew(tcb, queue, env);
	armProbe(tcb, queue, env);
}
