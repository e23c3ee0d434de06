/** An acknowledgment that is not plain progress: which phase is the sender in now, and what is lost (tcp_fastretrans_alert)? */
import {note} from '../out.js';
import {atOrBefore, before, type Seq} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {headOf, lost, type SendQueue, split, textLength} from './chunk.js';
import {setDeadline} from './deadlines.js';
import type {Found} from './found.js';
import {failProbe} from './mtu-search.js';
import {markLost, rackMarkLost} from './rack.js';
import {endReduction, enterCwr, enterRecovery, setPhase} from './reduction.js';
import {countDuplicate} from './reno-sacks.js';
import {forgetRepeatTime} from './scan.js';
import {endPhase, keepOpen, undoByDsack, undoLoss, undoPartly} from './undo.js';

/** What is to be sent now: nothing in particular, what was lost, or something new (F-RTO). */
export type Wish = 'nothing' | 'lost' | 'new';

/** The peer threw away what it had told of (RFC 2018 § 8): it gets so long at least to tell of it again. */
const renegedWait = 10_000;

type Seen = {readonly una: Seq; readonly duplicates: number; readonly found: Found};

/** SND.UNA and the marks follow the acknowledgment already; sends nothing itself. */
export function alert(tcb: Tcb, queue: SendQueue, seen: Seen, env: Env): Wish {
	const {found} = seen;
	if (queue.packetsOut === 0) queue.sackedOut = 0;
	if (found.isEce) queue.priorSsthresh = 0;
	if (found.isReneged && found.isAdvance) {
		found.setsTimer = false;
		setDeadline(tcb, 'rto', Math.max((tcb.rtt.srtt ?? 0) / 2, renegedWait), env);
		return 'nothing';
	}
	if (queue.phase === 'open') queue.firstRepeatAt = undefined;
	else if (atOrBefore(queue.highSeq, tcb.snd.una) && leavePhase(tcb, queue, found, env)) return 'nothing';
	return queue.phase === 'recovery'
		? inRecovery(tcb, queue, seen, env)
		: queue.phase === 'loss'
			? inLoss(tcb, queue, seen, env)
			: calm(tcb, queue, seen, env);
}

/** All that was out when the phase began is acknowledged; true when nothing else is to be done. */
function leavePhase(tcb: Tcb, queue: SendQueue, found: Found, env: Env): boolean {
	if (queue.phase === 'cwr' && tcb.snd.una !== queue.highSeq) {
		endReduction(tcb, queue);
		setPhase(queue, 'open');
		note(env.out, 'reduction-over', tcb.congestion.cwnd);
	} else if (queue.phase === 'recovery') {
		if (!tcb.hasSack) queue.sackedOut = 0;
		if (endPhase(tcb, queue, found, env)) return true;
		setPhase(queue, 'recovery');
		endReduction(tcb, queue);
		setPhase(queue, 'open');
		tcb.congestion.inRecovery = false;
		note(env.out, 'recovery-over', tcb.congestion.cwnd);
	}
	return false;
}

function inRecovery(tcb: Tcb, queue: SendQueue, seen: Seen, env: Env): Wish {
	const {found, duplicates, una} = seen;
	if (!found.isAdvance) {
		if (!tcb.hasSack) countDuplicate(tcb, queue, duplicates, env);
	} else if (undoPartly(tcb, queue, una, found, env)) return 'nothing';
	if (undoByDsack(tcb, queue, env)) tryOpen(tcb, queue, found, env);
	findLosses(tcb, queue, found, env);
	if (queue.phase === 'recovery') return 'lost';
	if (queue.lostOut === 0) return 'nothing';
	enterRecovery(tcb, queue, found.isEce, env);
	return 'lost';
}

function inLoss(tcb: Tcb, queue: SendQueue, seen: Seen, env: Env): Wish {
	const wish = afterTimeout(tcb, queue, seen, env);
	const before = queue.phase;
	findLosses(tcb, queue, seen.found, env);
	if (before !== 'open' && !seen.found.isRepeatLost) return wish;
	return calm(tcb, queue, {...seen, duplicates: 0}, env, true) === 'lost' ? 'lost' : wish;
}

/** Undo, F-RTO (RFC 5682 § 3.1), or repeat what was lost. */
function afterTimeout(tcb: Tcb, queue: SendQueue, {found, duplicates}: Seen, env: Env): Wish {
	const {snd} = tcb;
	const isRecovered = atOrBefore(queue.highSeq, snd.una);
	if (found.isAdvance && undoLoss(tcb, queue, false, found, env)) return 'nothing';
	if (queue.isFrto) {
		if (found.isOriginalAcked && undoLoss(tcb, queue, true, found, env)) return 'nothing';
		if (before(queue.highSeq, snd.nxt)) {
			if (found.isSacked || duplicates > 0) queue.isFrto = false;
		} else if (found.isAdvance && !isRecovered) {
			queue.highSeq = snd.nxt;
			if (mayTryNew(tcb, queue)) return 'new';
			queue.isFrto = false;
		}
	}
	if (isRecovered) {
		endPhase(tcb, queue, found, env);
		return 'nothing';
	}
	if (!tcb.hasSack) {
		if (before(queue.highSeq, snd.nxt) && duplicates > 0) countDuplicate(tcb, queue, duplicates, env);
		else if (found.isAdvance) queue.sackedOut = 0;
	}
	return 'lost';
}

const mayTryNew = ({snd}: Tcb, {chunks, sent}: SendQueue): boolean => chunks.length > sent && ((snd.una + snd.wnd - snd.nxt) | 0) > 0;

/** Open, disorder, CWR: count, look for losses, begin recovery when there are any. `isCounted`: duplicates were dealt with. */
function calm(tcb: Tcb, queue: SendQueue, {found, duplicates}: Seen, env: Env, isCounted = false): Wish {
	if (!tcb.hasSack) {
		if (found.isAdvance) queue.sackedOut = 0;
		if (!isCounted) countDuplicate(tcb, queue, duplicates, env);
	}
	if (queue.phase === 'open' || queue.phase === 'disorder') undoByDsack(tcb, queue, env);
	if (!isCounted) findLosses(tcb, queue, found, env);
	if (queue.lostOut === 0) {
		tryOpen(tcb, queue, found, env);
		return 'nothing';
	}
	if (queue.mtu.size > 0 && failProbe(tcb, queue, env)) return 'nothing';
	enterRecovery(tcb, queue, found.isEce, env);
	return 'lost';
}

function tryOpen(tcb: Tcb, queue: SendQueue, found: Found, env: Env): void {
	forgetRepeatTime(queue);
	if (found.isEce) enterCwr(tcb, queue, env);
	if (queue.phase !== 'cwr') keepOpen(tcb, queue);
}

/** RACK where there is SACK, else the third duplicate ACK and each partial one (RFC 6582). */
function findLosses(tcb: Tcb, queue: SendQueue, found: Found, env: Env): void {
	if (queue.sent === 0) return;
	if (!tcb.hasSack) {
		markHeadLost(tcb, queue, found, env);
		return;
	}
	const before = queue.repeatedOut;
	if (rackMarkLost(tcb, queue, env)) found.setsTimer = false;
	if (before > queue.repeatedOut) found.isRepeatLost = true;
}

function markHeadLost(tcb: Tcb, queue: SendQueue, {isAdvance}: Found, env: Env): void {
	const isThird = queue.phase !== 'recovery' && queue.phase !== 'loss' && queue.sackedOut >= queue.reordering;
	if (!isThird && !(queue.phase === 'recovery' && isAdvance)) return;
	const head = headOf(queue);
	if (!head || head.marks & lost) return;
	if (textLength(head) > tcb.snd.mss) split(tcb, queue, 0, tcb.snd.mss);
	markLost(queue, head, env);
}
