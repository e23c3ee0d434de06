/** The window shrinks: proportional rate reduction (RFC 6937) in fast recovery and for ECN, one segment after a time-out. */
import {algorithmOf} from '../congestion.js';
import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';
import {headOf, inFlight, type Phase, type SendQueue} from './chunk.js';
import {currentSsthresh, cwndOf, isReducing, setCwnd, setSsthresh, ssthreshOf} from './cwnd.js';
import {forgetRepeatTime} from './scan.js';

/** What it counts from is set by the callers. */
export function setPhase(queue: SendQueue, phase: Phase): void {
	queue.phase = phase;
}

/** Segments left while the window is being reduced. */
export function prrSent(queue: SendQueue, segments: number): void {
	if (isReducing(queue)) queue.prrOut += segments;
}

/** From now on losses may turn out not to have been any. */
function beginUndo(tcb: Tcb, queue: SendQueue): void {
	queue.undoFrom = tcb.snd.una;
	queue.undoRepeats = queue.repeatedOut + (queue.probeEnd !== undefined && queue.isProbeRepeat ? 1 : 0) || -1;
}

function beginReduction(tcb: Tcb, queue: SendQueue, env: Env): void {
	queue.highSeq = tcb.snd.nxt;
	queue.probeEnd = undefined;
	queue.priorCwnd = cwndOf(tcb);
	queue.prrDelivered = 0;
	queue.prrOut = 0;
	tcb.congestion.credit = 0;
	tcb.congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
	tcb.ecn.isCwrDue = tcb.hasEcn;
}

/** RFC 6675 § 5, with the window of RFC 6937. */
export function enterRecovery(tcb: Tcb, queue: SendQueue, isEcn: boolean, env: Env): void {
	forgetRepeatTime(queue);
	queue.priorSsthresh = 0;
	beginUndo(tcb, queue);
	if (!isReducing(queue)) {
		if (!isEcn) queue.priorSsthresh = currentSsthresh(tcb, queue);
		beginReduction(tcb, queue, env);
	}
	setPhase(queue, 'recovery');
	tcb.congestion.inRecovery = true;
	note(env.out, 'recovery-entered', tcb.snd.una, tcb.congestion.ssthresh, queue.lostOut);
}

/** RFC 3168 § 6.1.2: congestion was seen, nothing was lost. */
export function enterCwr(tcb: Tcb, queue: SendQueue, env: Env): void {
	queue.priorSsthresh = 0;
	if (isReducing(queue) || queue.phase === 'loss') return;
	queue.undoFrom = undefined;
	beginReduction(tcb, queue, env);
	setPhase(queue, 'cwr');
	note(env.out, 'ecn-reduces', tcb.congestion.ssthresh, tcb.congestion.cwnd);
}

type Delivery = {readonly delivered: number; readonly losses: number; readonly isAdvance: boolean};

/** RFC 6937: out of each `priorCwnd` delivered `ssthresh` are sent; below ssthresh slow start up to it. */
export function reduce(tcb: Tcb, queue: SendQueue, got: Delivery, env: Env): void {
	if (got.delivered <= 0 || queue.priorCwnd === 0) return;
	const out = inFlight(queue);
	const room = ssthreshOf(tcb) - out;
	queue.prrDelivered += got.delivered;
	const send = room < 0 ? proportion(tcb, queue) : Math.min(room, catchUp(queue, got));
	const {congestion} = tcb;
	const before = congestion.cwnd;
	setCwnd(tcb, out + Math.max(send, queue.prrOut > 0 ? 0 : 1));
	if (congestion.cwnd !== before) note(env.out, 'cwnd-follows', congestion.cwnd, congestion.ssthresh);
}

const proportion = (tcb: Tcb, {prrDelivered, prrOut, priorCwnd}: SendQueue): number =>
	Math.floor((ssthreshOf(tcb) * prrDelivered + priorCwnd - 1) / priorCwnd) - prrOut;

const catchUp = ({prrDelivered, prrOut}: SendQueue, {delivered, losses, isAdvance}: Delivery): number =>
	Math.max(prrDelivered - prrOut, delivered) + (isAdvance && losses === 0 ? 1 : 0);

/** cwnd becomes ssthresh, unless the reduction was taken back. */
export function endReduction(tcb: Tcb, queue: SendQueue): void {
	if (Number.isFinite(ssthreshOf(tcb)) && (queue.phase === 'cwr' || queue.undoFrom !== undefined)) setCwnd(tcb, ssthreshOf(tcb));
}

/** The probe repaired a loss that nobody would have seen: the window is reduced once all the same (RFC 8985 § 7.4.2). */
export function reduceForProbe(tcb: Tcb, queue: SendQueue, env: Env): void {
	beginReduction(tcb, queue, env);
	setPhase(queue, 'cwr');
	endReduction(tcb, queue);
	note(env.out, 'probe-found-loss', tcb.congestion.ssthresh);
}

/** RFC 5681 § 3.1: the threshold only once for the same data. The caller has marked what is lost. */
export function enterLoss(tcb: Tcb, queue: SendQueue, env: Env): void {
	const wasCalm = queue.phase === 'open' || queue.phase === 'disorder' || queue.phase === 'cwr';
	const isFirst =
		queue.phase === 'open' || queue.phase === 'disorder' || !isBehindHigh(tcb, queue) || (queue.phase === 'loss' && tcb.retries === 0);
	if (isFirst) {
		queue.priorSsthresh = currentSsthresh(tcb, queue);
		queue.priorCwnd = cwndOf(tcb);
		tcb.congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
		beginUndo(tcb, queue);
	}
	algorithmOf(tcb).onReset(tcb, env);
	setCwnd(tcb, inFlight(queue) + 1);
	tcb.congestion.credit = 0;
	const {reordering} = env.knobs;
	if ((queue.phase === 'open' || queue.phase === 'disorder') && queue.sackedOut >= reordering)
		queue.reordering = Math.min(queue.reordering, reordering);
	setPhase(queue, 'loss');
	tcb.congestion.inRecovery = false;
	queue.highSeq = tcb.snd.nxt;
	queue.probeEnd = undefined;
	tcb.ecn.isCwrDue = tcb.hasEcn;
	queue.isFrto = (wasCalm || tcb.retries > 0) && headOf(queue) !== undefined;
	note(env.out, 'cwnd-collapsed', tcb.congestion.ssthresh, tcb.congestion.cwnd);
}

const isBehindHigh = ({snd}: Tcb, {highSeq}: SendQueue): boolean => ((highSeq - snd.una) | 0) > 0;

/** What it was before the reduction that proved needless. */
export function restoreWindow(tcb: Tcb, queue: SendQueue): void {
	if (queue.priorSsthresh === 0) return;
	setCwnd(tcb, Math.max(cwndOf(tcb), queue.priorCwnd));
	if (queue.priorSsthresh <= ssthreshOf(tcb)) return;
	setSsthresh(tcb, queue.priorSsthresh);
	tcb.ecn.isCwrDue = false;
}
