/** Both SYNs are acknowledged: data may flow (RFC 9293 § 3.10.7.3 fourth, § 3.10.7.4 fifth). */

import {startWindow} from './advertise.js';
import {arm, stop} from './arm.js';
import {newSendQueue} from './chunks/chunk.js';
import {updatePacing} from './chunks/cwnd.js';
import {startSearch} from './chunks/mtu-search.js';
import {noteSmallest} from './chunks/rtt.js';
import {startCongestion} from './congestion.js';
import {moveTo} from './move-to.js';
import {joinHead} from './receive-buffer.js';
import {afterSynRetransmission} from './rto.js';
import {add} from './seq.js';
import type {Reason} from './state.js';
import type {Env, Tcb} from './tcb.js';

/** From SYN_SENT or SYN_RCVD: the acknowledgment of our SYN has come. */
export function enterEstablished(tcb: Tcb, why: Reason, env: Env): void {
	moveTo(tcb, 'ESTABLISHED', why, env);
	startFlow(tcb, env);
}

/** What the acknowledgment of our SYN sets off, also when the user has closed already and the state is FIN_WAIT_1. */
export function startFlow(tcb: Tcb, env: Env): void {
	stop(tcb, 'rto', env);
	startCongestion(tcb, env);
	// Text that another stack has sent already goes on as it began.
	if (env.profile.cwndUnit === 'segments' && tcb.sendBuffer.length === 0) startQueue(tcb, env);
	tcb.retries = 0;
	if (tcb.rtt.srtt === undefined) tcb.rtt.rto = Math.max(env.knobs.rtoInitial, env.knobs.rtoMin);
	afterSynRetransmission(tcb, env);
	tcb.lastHeardAt = env.now;
	if (env.knobs.keepalive) arm(tcb, 'keepalive', env.knobs.keepIdle, env);
	tcb.ackHabit.lastTextAt = env.now;
	startWindow(tcb, env);
	showKeptText(tcb);
}

/** The first round trip is that of the SYN. */
function startQueue(tcb: Tcb, env: Env): void {
	const {now, knobs} = env;
	tcb.chunks = newSendQueue(add(tcb.iss, 1), knobs.reordering);
	tcb.chunks.ackedAt = now;
	startSearch(tcb, tcb.chunks, env);
	if (tcb.rtt.srtt === undefined) return;
	noteSmallest(tcb.chunks, tcb.rtt.srtt);
	updatePacing(tcb, tcb.chunks);
}

/** Text that came with the SYN waited for this (§ 3.10.7.2). */
function showKeptText(tcb: Tcb): void {
	const octets = joinHead(tcb.receiveBuffer, tcb.rcv.nxt);
	if (octets === 0) return;
	tcb.rcv.nxt = add(tcb.rcv.nxt, octets);
	tcb.rcv.wnd -= octets;
	tcb.isAckNow = true;
}
