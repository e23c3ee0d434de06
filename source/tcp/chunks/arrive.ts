/** An acknowledgment meets the queue of chunks (tcp_ack). */
import {grow} from '../congestion.js';
import {note} from '../out.js';
import type {SackBlock, Segment} from '../segment.js';
import {release} from '../send-buffer.js';
import {before, type Seq, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {releaseAcked} from './acked.js';
import {alert, type Wish} from './alert.js';
import {stopChrono} from './chrono.js';
import {hasUnsent, type SendQueue} from './chunk.js';
import {isReducing, restartAfterIdle, updatePacing} from './cwnd.js';
import {setTransmitTimer} from './deadlines.js';
import {type Found, newFound} from './found.js';
import {probeAnswered} from './probe-timer.js';
import {push} from './push.js';
import {updateReorderingWindow} from './rack.js';
import {reduce, reduceForProbe} from './reduction.js';
import {repeatLost} from './repeat.js';
import {markSacked} from './sack-marks.js';
import {highestSacked} from './scan.js';
import {keepOpen} from './undo.js';

type Arrival = {
	readonly segment: Segment;
	readonly isWindowUpdate: boolean;
	readonly isEce: boolean;
	readonly stampRtt: number | undefined;
	readonly isEchoOfOriginal: boolean;
	readonly ecr: number;
	/** The window field tells of another window than before. */
	readonly isWindowNew: boolean;
};

const noBlocks: readonly SackBlock[] = [];

function blocksOf({options}: Segment): readonly SackBlock[] {
	for (const option of options) if (option.kind === 'sack') return option.blocks;
	return noBlocks;
}

/** `SEG.ACK` is acceptable and the window was taken over; snd.una, the buffer and the timers follow here. */
export function acknowledge(tcb: Tcb, queue: SendQueue, arrival: Arrival, env: Env): void {
	const {segment} = arrival;
	const una = tcb.snd.una;
	const found = foundOf(tcb, arrival);
	const before = {
		packets: queue.packetsOut,
		delivered: queue.delivered,
		losses: queue.lostEver,
		fack: tcb.hasSack ? highestSacked(tcb, queue) : una,
	};
	const blocks = tcb.hasSack ? blocksOf(segment) : noBlocks;
	if (found.isAdvance) advance(tcb, segment.ack, env);
	else if (isBefore(segment.ack, una)) note(env.out, 'ack-old', segment.ack, una);
	if (blocks.length > 0) markSacked(tcb, queue, {blocks, una, ack: segment.ack}, found, env);
	if (isBefore(segment.ack, una)) {
		if (blocks.length > 0) goOn(tcb, queue, alert(tcb, queue, {una, duplicates: 0, found}, env), env);
		return;
	}
	tcb.probes = 0;
	tcb.softError = undefined;
	queue.ackedAt = env.now;
	if (arrival.isWindowNew && hasUnsent(queue)) restartAfterIdle(tcb, queue, env);
	if (before.packets === 0) {
		withNothingOut(tcb, queue, {una, found}, env);
		return;
	}
	releaseAcked(tcb, queue, {fack: before.fack}, found, env);
	updateReorderingWindow(queue, found, env);
	judgeProbe(tcb, queue, segment.ack, found, env);
	const wish = isDubious(queue, found) ? alert(tcb, queue, {una, duplicates: isDuplicate(found) ? 1 : 0, found}, env) : 'nothing';
	finish(tcb, queue, {wish, found, before}, env);
}

const isBefore = (one: Seq, other: Seq): boolean => before(one, other);

function foundOf(tcb: Tcb, {segment, isWindowUpdate, isEce, stampRtt, isEchoOfOriginal, ecr}: Arrival): Found {
	const found = newFound();
	found.isAdvance = before(tcb.snd.una, segment.ack);
	found.hasText = segment.text.length > 0 || (segment.flags & 3) !== 0;
	found.isWindowUpdate = isWindowUpdate;
	found.isEce = isEce;
	found.stampRtt = stampRtt;
	found.isEchoOfOriginal = isEchoOfOriginal;
	found.echo = ecr;
	return found;
}

function advance(tcb: Tcb, ack: Seq, env: Env): void {
	const {snd} = tcb;
	const hasFin = tcb.finSeq !== undefined && before(tcb.finSeq, ack);
	const octets = span(snd.una, ack) - (hasFin ? 1 : 0);
	snd.una = ack;
	tcb.retries = 0;
	note(env.out, 'ack-advances', ack, octets, span(ack, snd.nxt));
	release(tcb.sendBuffer, octets, ack);
}

const isDuplicate = ({isAdvance, hasText, isWindowUpdate, isDataAcked, isDsack}: Found): boolean =>
	!isAdvance && !hasText && !isWindowUpdate && !isDataAcked && !isDsack;

const isDubious = ({phase}: SendQueue, found: Found): boolean =>
	!(found.hasText || found.isWindowUpdate || found.isDataAcked) || found.isSacked || found.isEce || found.isDsack || phase !== 'open';

type Before = {readonly packets: number; readonly delivered: number; readonly losses: number; readonly fack: Seq};

function finish(tcb: Tcb, queue: SendQueue, {wish, found, before: was}: {wish: Wish; found: Found; before: Before}, env: Env): void {
	if (found.setsTimer) setTransmitTimer(tcb, queue, env);
	if (queue.packetsOut === 0) stopChrono(queue, 'busy', env.now);
	const delivered = queue.delivered - was.delivered;
	if (isReducing(queue)) reduce(tcb, queue, {delivered, losses: queue.lostEver - was.losses, isAdvance: found.isAdvance}, env);
	else if (delivered > 0 && mayRaise(queue, found, env)) grow(tcb, 0, env, delivered);
	updatePacing(tcb, queue);
	goOn(tcb, queue, wish, env);
}

function goOn(tcb: Tcb, queue: SendQueue, wish: Wish, env: Env): void {
	if (wish === 'lost') repeatLost(tcb, queue, env);
	else if (wish === 'new') tryNew(tcb, queue, env);
}

/** F-RTO: were both new segments sent in vain, the window for what is lost comes next. */
function tryNew(tcb: Tcb, queue: SendQueue, env: Env): void {
	push(tcb, queue, {isForced: true, isCorked: false}, env);
	if (before(queue.highSeq, tcb.snd.nxt)) return;
	queue.isFrto = false;
	repeatLost(tcb, queue, env);
}

const mayRaise = ({reordering}: SendQueue, {isDataAcked, isSacked}: Found, {knobs}: Env): boolean =>
	isDataAcked || (reordering > knobs.reordering && isSacked);

/** All was acknowledged before: a window probe was answered, or a duplicate reported. */
function withNothingOut(tcb: Tcb, queue: SendQueue, {una, found}: {una: Seq; found: Found}, env: Env): void {
	if (found.isDsack) alert(tcb, queue, {una, duplicates: 0, found}, env);
	judgeProbe(tcb, queue, tcb.snd.una, found, env);
	probeAnswered(tcb, queue, env);
}

/** RFC 8985 § 7.4: did the loss probe repair a loss? */
function judgeProbe(tcb: Tcb, queue: SendQueue, ack: Seq, found: Found, env: Env): void {
	const {probeEnd} = queue;
	if (probeEnd === undefined || before(ack, probeEnd)) return;
	if (!queue.isProbeRepeat || found.isProbeDsack) queue.probeEnd = undefined;
	else if (before(probeEnd, ack)) {
		reduceForProbe(tcb, queue, env);
		keepOpen(tcb, queue);
	} else if (!(found.isAdvance || found.hasText || found.isWindowUpdate || found.isDataAcked || found.isSacked)) queue.probeEnd = undefined;
}
