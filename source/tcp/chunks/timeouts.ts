/** The sender's deadlines have come: time-out (RFC 6298 § 5), loss probe and reordering window (RFC 8985). */
import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, headOf, inFlight, nextOf, type SendQueue, sacked, split, textLength} from './chunk.js';
import {rearmRto, setDeadline} from './deadlines.js';
import {giveUp} from './give-up.js';
import {suspectBlackHole} from './mtu-search.js';
import {isPatienceOver} from './patience.js';
import {fitsWindow, pushProbe} from './push.js';
import {detectLosses, markLost, timeLeft} from './rack.js';
import {enterLoss, enterRecovery, reduce} from './reduction.js';
import {repeatLost} from './repeat.js';
import {repeat, transmitAgain} from './repeat-chunk.js';

/**
 * The peer took back its window: the oldest segment asks about that, and answers keep the connection alive for twice the longest
 * time-out, or as long as TCP_USER_TIMEOUT says (tcp_rtx_probe0_timed_out).
 */
function isProbeOver(head: Chunk, {firstRepeatAt, ackedAt}: SendQueue, {now, knobs}: Env): boolean {
	const {userTimeout = Number.POSITIVE_INFINITY, rtoMax} = knobs;
	const waited = now - (firstRepeatAt ?? head.sentAt);
	const most = Math.min(2 * rtoMax, userTimeout);
	return waited > userTimeout || (now - ackedAt > most && waited > most);
}

/** RFC 6298 § 5.4–5.7. `limit`: retransmissions after which the connection is given up; undefined: none. */
export function chunkTimeout(tcb: Tcb, queue: SendQueue, limit: number | undefined, env: Env): void {
	const head = headOf(queue);
	if (!head) return;
	const isProbing = tcb.snd.wnd === 0 && !tcb.isReceiveClosed;
	if (isProbing ? isProbeOver(head, queue, env) : isPatienceOver(tcb, queue, limit, env)) {
		giveUp(tcb, env);
		return;
	}
	suspectBlackHole(tcb, queue, env);
	const waited = env.now - tcb.timers.rto.from;
	markLate(tcb, queue, head, env);
	enterLoss(tcb, queue, env);
	if (!isProbing) tcb.retries++;
	queue.backoff++;
	tcb.rtt.rto = Math.min(tcb.rtt.rto * 2, env.knobs.rtoMax);
	note(env.out, 'rto-fired', tcb.retries, waited, tcb.rtt.rto);
	repeat(tcb, queue, head, {most: 1, env});
	setDeadline(tcb, 'rto', clampToUser(queue, tcb.rtt.rto, env), env);
}

/** TCP_USER_TIMEOUT ends the wait earlier. */
function clampToUser({firstRepeatAt}: SendQueue, wait: number, {now, knobs}: Env): number {
	const {userTimeout} = knobs;
	if (userTimeout === undefined || firstRepeatAt === undefined) return wait;
	return Math.max(1, Math.min(wait, userTimeout - (now - firstRepeatAt)));
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
	const isSent = queue.probeEnd === undefined && probeOnce(tcb, queue, env);
	if (isSent) queue.probeEnd = tcb.snd.nxt;
	rearmRto(tcb, queue, env, !isSent);
}

function probeOnce(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	const next = nextOf(queue);
	queue.isProbeRepeat = false;
	note(env.out, 'loss-probe', tcb.snd.una, tcb.snd.nxt);
	if (next && fitsWindow(tcb, next)) return pushProbe(tcb, queue, env);
	const last = queue.sent - 1;
	const chunk = queue.chunks[last];
	if (!chunk) return false;
	const front = (chunk.segments - 1) * tcb.snd.mss;
	if (chunk.segments > 1 && textLength(chunk) > front) split(tcb, queue, last, front);
	queue.isProbeRepeat = transmitAgain(tcb, queue, queue.chunks[queue.sent - 1] as Chunk, env);
	return queue.isProbeRepeat;
}

/** RFC 8985 § 6.3: the reordering window is over. */
export function reorderingTimeout(tcb: Tcb, queue: SendQueue, env: Env): void {
	const before = inFlight(queue);
	const losses = queue.lostEver;
	detectLosses(tcb, queue, env);
	if (inFlight(queue) !== before) {
		if (queue.phase !== 'recovery') {
			enterRecovery(tcb, queue, false, env);
			reduce(tcb, queue, {delivered: 1, losses: queue.lostEver - losses, isAdvance: false}, env);
		}
		repeatLost(tcb, queue, env);
	}
	rearmRto(tcb, queue, env, true);
}
