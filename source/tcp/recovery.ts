/** Fast retransmit and fast recovery: RFC 5681 § 3.2, NewReno RFC 6582 § 3.2. */
import {algorithmOf, grow} from './congestion.js';
import {note} from './out.js';
import {resendOldest} from './output.js';
import {fillPipe, onSack} from './sack-recovery.js';
import {atOrBefore, before} from './seq.js';
import type {Env, Tcb} from './tcb.js';

const dupAckThreshold = 3;

/** RFC 5681 § 3.2: the third in a row begins fast recovery; with SACK what it tells decides (RFC 6675 § 5). */
export function onDuplicateAck(tcb: Tcb, env: Env): void {
	const {congestion, snd} = tcb;
	congestion.dupAcks++;
	note(env.out, 'ack-duplicate', snd.una, congestion.dupAcks);
	const isThird = congestion.dupAcks === dupAckThreshold;
	if (tcb.hasSack) onSack(tcb, isThird, env);
	else if (congestion.inRecovery) congestion.cwnd += snd.mss;
	else if (isThird && mayRecover(tcb)) enterRecovery(tcb, env);
}

/** RFC 6582 § 3.2 (1): not again for what the last recovery, or a time-out, has dealt with. */
const mayRecover = ({congestion, snd}: Tcb): boolean => before(congestion.recover, snd.una) && before(snd.una, snd.max);

function enterRecovery(tcb: Tcb, env: Env): void {
	const {congestion, snd} = tcb;
	congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
	congestion.recover = snd.max;
	congestion.inRecovery = true;
	congestion.hadPartialAck = false;
	congestion.cwnd = congestion.ssthresh + dupAckThreshold * snd.mss;
	note(env.out, 'fast-retransmit', snd.una, congestion.ssthresh, congestion.cwnd);
	resendOldest(tcb, env);
}

/** `octets` of text were acknowledged for the first time; snd.una has moved already. */
export function onNewAck(tcb: Tcb, octets: number, env: Env): void {
	const {congestion} = tcb;
	congestion.dupAcks = 0;
	congestion.limited = 0;
	if (!congestion.inRecovery) {
		if (octets > 0) grow(tcb, octets, env);
		if (tcb.hasSack && tcb.scoreboard.ranges.length > 0) onSack(tcb, false, env);
	} else if (atOrBefore(congestion.recover, tcb.snd.una)) leaveRecovery(tcb, env);
	else if (tcb.hasSack) fillPipe(tcb, env);
	else partialAck(tcb, octets, env);
}

/** RFC 6582 § 3.2 (3), full acknowledgment, the second of its two choices: cwnd goes where RFC 5681 § 3.2 (6) leaves it. */
function leaveRecovery({congestion}: Tcb, env: Env): void {
	congestion.cwnd = congestion.ssthresh;
	congestion.inRecovery = false;
	congestion.limited = 0;
	note(env.out, 'recovery-over', congestion.cwnd);
}

/** The next hole: resend, deflate by what was acknowledged, add one segment back. */
function partialAck(tcb: Tcb, octets: number, env: Env): void {
	const {congestion, snd} = tcb;
	note(env.out, 'partial-ack', snd.una, congestion.recover);
	congestion.cwnd = Math.max(congestion.cwnd - octets, 0) + (octets >= snd.mss ? snd.mss : 0);
	congestion.cwnd = Math.max(congestion.cwnd, snd.mss);
	resendOldest(tcb, env);
}
