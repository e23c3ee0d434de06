/**
 * Acknowledgments of text behind a hole, as Linux thins them out: those that make the peer repeat (RFC 5681 § 3.2) go at once, what comes
 * soon after one that waits shares it.
 */
import {arm} from './arm.js';
import {sendAck} from './emit.js';
import {note} from './out.js';
import {tellingPlace} from './sack-blocks.js';
import type {Seq} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** So many at one rcv.nxt go at once: duplicates enough for a fast retransmit. */
const neededDuplicates = 3;
/** Ranges that the ones waiting may be told of by one acknowledgment. */
const rangesTogether = 2;

/** True when it waits. */
export function holdDuplicate(tcb: Tcb, env: Env): boolean {
	const {ackHabit, rcv} = tcb;
	if (!tcb.hasSack || ackHabit.compressed >= env.knobs.sacksHeld) return false;
	if (ackHabit.duplicatesAt !== rcv.nxt) {
		ackHabit.duplicatesAt = rcv.nxt;
		ackHabit.duplicates = 0;
	}
	if (ackHabit.duplicates < neededDuplicates) {
		ackHabit.duplicates++;
		return false;
	}
	ackHabit.compressed++;
	if (ackHabit.compressed === 1) arm(tcb, 'delayed-ack', waitOf(tcb, env), env);
	note(env.out, 'sack-held', ackHabit.compressed, tcb.timers['delayed-ack'].at);
	return true;
}

/** A share of the round trip, the shorter of what the receiver and the sender in us have measured, and the slack of its timer. */
function waitOf({receiveMemory: {roundTrip}, rtt}: Tcb, {knobs}: Env): number {
	const shorter = Math.min(roundTrip.eightfold / 8, rtt.srtt ?? Number.POSITIVE_INFINITY);
	return Math.max(1, Math.min(knobs.sackDelay, Math.floor((shorter * knobs.sackDelayShare) / 100)) + knobs.sackSlack);
}

/**
 * Text comes that belongs to none of the ranges told first: what waits goes before they move down. True when it does; for the text
 * itself nothing is due then, so that the next acknowledgment is the first to tell of it.
 */
export function releaseBefore(tcb: Tcb, seq: Seq, len: number, env: Env): boolean {
	const isReleased = tellingPlace(tcb.receiveBuffer, seq, len) >= rangesTogether;
	if (isReleased) sendAck(tcb, env);
	return isReleased;
}
