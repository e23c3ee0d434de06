/** SEGMENT ARRIVES without a connection: RFC 9293 § 3.10.7.1 (CLOSED) and § 3.10.7.2 (LISTEN). */

import {adoptPeer, keepSynText} from './adopt-peer.js';
import {openWindow} from './advertise.js';
import {resetFor} from './emit.js';
import {moveTo} from './move-to.js';
import {note} from './out.js';
import {sendSyn} from './retransmit.js';
import {startTiming} from './rto.js';
import {ACK, FIN, RST, type Segment, SYN} from './segment.js';
import type {Env, Tcb} from './tcb.js';

/** § 3.10.7.1: every segment but a RST is answered with one. */
export function arriveAtClosed(segment: Segment, env: Env): void {
	const {blackhole} = env.knobs;
	if (segment.flags & RST) note(env.out, 'rst-ignored-closed', segment.seq);
	else if (blackhole === 'all' || (blackhole === 'syn' && segment.flags & SYN)) {
		note(env.out, 'blackholed', segment.dport);
		return;
	} else note(env.out, 'port-closed', segment.dport);
	resetFor(segment, env);
}

/** § 3.10.7.2: true when the segment is a SYN that may open a connection; all else is dealt with here. */
export function mayOpen({ip}: Tcb, segment: Segment, env: Env): boolean {
	const {flags, seq} = segment;
	if (flags & RST) note(env.out, 'listen-ignored', seq);
	else if (flags & ACK) refuseAck(segment, ip, env);
	else if (!(flags & SYN) || (flags & FIN && env.profile.synWithFin.listen === 'drop')) note(env.out, 'listen-ignored', seq);
	else return true;
	return false;
}

function refuseAck(segment: Segment, ip: Tcb['ip'], env: Env): void {
	if (segment.flags & SYN && env.profile.synAckInListen === 'silence') {
		note(env.out, 'listen-ignored', segment.seq);
		return;
	}
	note(env.out, 'listen-rst', segment.ack);
	resetFor(segment, env, ip);
}

/** § 3.10.7.2 third: the listener's new connection answers the SYN; its FIN is dropped, its text kept or dropped by the profile. */
export function acceptSyn(tcb: Tcb, segment: Segment, env: Env): void {
	tcb.isPassive = true;
	tcb.hasUser = false;
	tcb.state = 'LISTEN';
	note(env.out, 'syn-accepted', segment.seq, tcb.iss);
	adoptPeer(tcb, segment, env);
	openWindow(tcb, env);
	keepSynText(tcb, segment, env.profile.synData.listen, env);
	moveTo(tcb, 'SYN_RCVD', 'syn-arrived', env);
	startTiming(tcb, tcb.iss, env);
	sendSyn(tcb, env);
}
