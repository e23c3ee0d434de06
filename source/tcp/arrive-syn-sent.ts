/** SEGMENT ARRIVES in SYN_SENT: RFC 9293 § 3.10.7.3, in its own order ("third", security, does not apply to an emulator). */

import {adoptPeer, keepSynText} from './adopt-peer.js';
import {fitBuffer} from './advertise.js';
import {arm, stop} from './arm.js';
import {resetFor} from './emit.js';
import {enterEstablished} from './establish.js';
import {end, moveTo} from './move-to.js';
import {note} from './out.js';
import {sendSyn} from './retransmit.js';
import {settleTiming} from './rto.js';
import {ACK, RST, type Segment, SYN} from './segment.js';
import {atOrBefore, before} from './seq.js';
import {wishOf} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';

/** True when the rest of the segment (text, FIN) is to be processed as in ESTABLISHED. */
export function arriveInSynSent(tcb: Tcb, segment: Segment, env: Env): boolean {
	const {flags, ack, seq} = segment;
	const hasAck = (flags & ACK) !== 0;
	if (hasAck && (atOrBefore(ack, tcb.iss) || before(tcb.snd.nxt, ack))) {
		note(env.out, 'ack-for-nothing', ack, tcb.iss, tcb.snd.nxt);
		resetFor(segment, env, tcb.ip);
		askAgainSoon(tcb, segment, env);
		return false;
	}
	if (flags & RST) {
		refuse(tcb, segment, env);
		return false;
	}
	if (!(flags & SYN)) {
		note(env.out, 'segment-without-syn', seq);
		return false;
	}
	if (!hasAck) {
		openSimultaneously(tcb, segment, env);
		return false;
	}
	note(env.out, 'syn-ack-accepted', seq, ack);
	adoptPeer(tcb, segment, env);
	settleTiming(tcb, ack, env);
	tcb.snd.una = ack;
	enterEstablished(tcb, 'syn-ack-arrived', env);
	tcb.isAckNow = true;
	return true;
}

/** The answer may have been one to an older connection, which our RST ends: Linux tries again at once. */
function askAgainSoon(tcb: Tcb, {flags}: Segment, env: Env): void {
	const after = env.profile.synAgainAfterBadAck;
	if (after === undefined || flags & RST || tcb.retries > 0) return;
	note(env.out, 'syn-again-soon', after);
	arm(tcb, 'rto', after, env);
}

/** Second: a RST counts only with a good ACK; without one anybody could have sent it. */
function refuse(tcb: Tcb, {flags, seq, ack}: Segment, env: Env): void {
	if (!(flags & ACK)) {
		note(env.out, 'rst-without-ack', seq);
		return;
	}
	note(env.out, 'refused', ack);
	end(tcb, 'rst-arrived', env, 'refused');
}

/**
 * Departs from RFC 7323 § 2.2 as the profile does: the scale that this side has offered holds for its own windows, whatever the peer
 * offers. The round trip is that of the SYN,ACK.
 */
function offerAnew(tcb: Tcb, env: Env): void {
	tcb.rcv.scale = wishOf(tcb, env).wscale ?? tcb.rcv.scale;
	tcb.rtt.timing = {seq: tcb.iss, sentAt: env.now};
}

/** Fourth, a SYN without ACK (§ 3.5, figure 7); its FIN is dropped. */
function openSimultaneously(tcb: Tcb, segment: Segment, env: Env): void {
	note(env.out, 'simultaneous-open', segment.seq, tcb.iss);
	adoptPeer(tcb, segment, env);
	if (env.profile.simultaneousOptions === 'own') offerAnew(tcb, env);
	fitBuffer(tcb, env);
	keepSynText(tcb, segment, env.profile.synData.synSent, env);
	moveTo(tcb, 'SYN_RCVD', 'syn-arrived', env);
	stop(tcb, 'rto', env);
	sendSyn(tcb, env);
}
