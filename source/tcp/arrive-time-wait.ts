/**
 * TIME_WAIT where it answers all that is news to it, and nothing else: no window is looked at (FreeBSD, Linux; RFC 9293 § 3.10.7.4 asks for
 * less silence).
 */
import {challenge} from './challenge.js';
import {sendAck} from './emit.js';
import {end, restartTimeWait} from './move-to.js';
import {note} from './out.js';
import {ACK, FIN, RST, type Segment, SYN, segLen} from './segment.js';
import {add} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** The largest number in the window field. */
const fieldMax = 0xffff;

/** SYNs that open a new connection have been sorted out before. */
export function arriveInTimeWait(tcb: Tcb, segment: Segment, env: Env): void {
	const {flags, seq} = segment;
	if (flags & RST) takeReset(tcb, segment, env);
	else if (!isAnswered(tcb, segment, env)) note(env.out, 'time-wait-silent', seq);
	else {
		if (isFinAgain(tcb, segment)) restartTimeWait(tcb, env);
		answerTimeWait(tcb, segment, env);
	}
}

/** Limited where the profile says so, but for those that bring text or a FIN. */
export function answerTimeWait(tcb: Tcb, segment: Segment, env: Env): void {
	cutWindow(tcb);
	const isLimited = env.profile.timeWaitAnswers === 'news-limited' && (isEmpty(segment) || (segment.flags & SYN) !== 0);
	if (isLimited) challenge(tcb, env);
	else sendAck(tcb, env);
}

/** What is left of the window is told without a look whether it fits its field: upper bits are lost. */
function cutWindow({rcv}: Tcb): void {
	rcv.wnd = ((rcv.wnd >> rcv.scale) & fieldMax) << rcv.scale;
}

/** RFC 1337: believed, it would let old segments meet a new connection. */
function takeReset(tcb: Tcb, {seq}: Segment, env: Env): void {
	const {nxt, wnd} = tcb.rcv;
	if (env.profile.rstInTimeWait === 'ignore') note(env.out, 'rst-ignored-time-wait', seq);
	else if (seq !== nxt) note(env.out, 'rst-outside', seq, nxt, wnd);
	else {
		note(env.out, 'rst-accepted', seq, nxt);
		end(tcb, 'rst-arrived', env);
	}
}

function isAnswered(tcb: Tcb, segment: Segment, {profile}: Env): boolean {
	if (segment.flags & ACK) return !(profile.timeWaitAnswers === 'news-limited' ? isBareNext : isRepeat)(tcb, segment);
	return (segment.flags & SYN) !== 0 && profile.oldSynInTimeWait === 'ack';
}

const isEmpty = ({flags, text}: Segment): boolean => text.length === 0 && !(flags & FIN);

/** At rcv.nxt, and empty: whatever it acknowledges. */
const isBareNext = ({rcv}: Tcb, segment: Segment): boolean => segment.seq === rcv.nxt && segLen(segment) === 0;

/** The last ACK once more. */
const isRepeat = ({rcv, snd}: Tcb, {flags, seq, ack, text}: Segment): boolean =>
	flags === ACK && text.length === 0 && seq === rcv.nxt && ack === snd.nxt;

const isFinAgain = ({rcv}: Tcb, {flags, seq, text}: Segment): boolean =>
	(flags & FIN) !== 0 && add(seq, text.length + (flags & SYN ? 1 : 0) + 1) === rcv.nxt;
