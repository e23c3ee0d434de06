/** Loss recovery by SACK (RFC 6675 § 5): what is lost is known, so the pipe is kept as full as cwnd allows. */
import {algorithmOf} from './congestion.js';
import {note} from './out.js';
import {repeatAt, sendNew} from './output.js';
import {isHeadLost, nextHole, pipe} from './scoreboard.js';
import {before, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** A duplicate, or an acknowledgment with news: (1) and (2) begin the recovery, in it (C) goes on. */
export function onSack(tcb: Tcb, isThird: boolean, env: Env): void {
	if (tcb.congestion.inRecovery) fillPipe(tcb, env);
	else if ((isThird || isHeadLost(tcb)) && mayBegin(tcb)) begin(tcb, env);
}

/** Not again for what was out when the last recovery, or a time-out, began. */
const mayBegin = ({congestion, snd}: Tcb): boolean => before(congestion.recover, snd.una) && before(snd.una, snd.max);

/** (4). */
function begin(tcb: Tcb, env: Env): void {
	const {congestion, snd, scoreboard} = tcb;
	congestion.ssthresh = algorithmOf(tcb).threshold(tcb, env);
	congestion.cwnd = congestion.ssthresh;
	congestion.recover = snd.max;
	congestion.inRecovery = true;
	congestion.hadPartialAck = false;
	scoreboard.highRxt = snd.una;
	scoreboard.isRescueSpent = false;
	note(env.out, 'sack-recovery', snd.una, congestion.ssthresh, span(snd.una, snd.max));
	repeat(tcb, {from: snd.una, len: Math.min(snd.mss, span(snd.una, tcb.scoreboard.ranges[0]?.from ?? snd.max))}, env);
	fillPipe(tcb, env);
}

function repeat(tcb: Tcb, {from, len}: {from: Tcb['snd']['una']; len: number}, env: Env): void {
	tcb.scoreboard.highRxt = repeatAt(tcb, from, len, env);
}

/** (C): one segment after the other, as NextSeg() names them. */
export function fillPipe(tcb: Tcb, env: Env): void {
	const {congestion, snd} = tcb;
	while (congestion.cwnd - pipe(tcb) >= snd.mss) {
		const sure = nextHole(tcb, true);
		if (sure) repeat(tcb, sure, env);
		else if (!sendNew(tcb, env) && !repeatDoubtful(tcb, env)) return;
	}
}

/** Rules (3) and (4). */
function repeatDoubtful(tcb: Tcb, env: Env): boolean {
	const {scoreboard, snd} = tcb;
	const hole = nextHole(tcb, false);
	if (hole) {
		repeat(tcb, hole, env);
		return true;
	}
	const last = scoreboard.ranges.at(-1)?.to ?? snd.una;
	if (scoreboard.isRescueSpent || !before(last, snd.max) || !before(scoreboard.highRxt, snd.max)) return false;
	scoreboard.isRescueSpent = true;
	const len = Math.min(snd.mss, span(last, snd.max));
	note(env.out, 'rescue', snd.max);
	repeatAt(tcb, before(last, tcb.snd.max) && span(last, snd.max) > len ? (((snd.max - len) >>> 0) as typeof last) : last, len, env);
	return true;
}
