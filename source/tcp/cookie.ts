/** SYN cookies (RFC 4987 § 3.6): segments of a connection of which nothing is kept. What a cookie says is in host/cookies.ts. */
import {adoptPeer} from './adopt-peer.js';
import {openWindow} from './advertise.js';
import {emit, resetFor} from './emit.js';
import {moveTo} from './move-to.js';
import {newTcb} from './new-tcb.js';
import {note} from './out.js';
import {ACK, noText, type Option, type Segment, SYN} from './segment.js';
import {add, type Seq} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {answering, encapsulate} from './udp.js';

/** SYN,ACK with the cookie as its number. The block is forgotten at once; a cookie has room for an MSS, so no other option is offered. */
export function answerWithCookie({src, sport, dst, dport, seq, options, udp}: Segment, iss: Seq, mss: number, env: Env): void {
	const tcb = newTcb({addr: dst, port: dport}, {addr: src, port: sport}, iss, env);
	tcb.rcv.nxt = add(seq, 1);
	if (udp) encapsulate(tcb, answering(udp), env.knobs);
	openWindow(tcb, env);
	note(env.out, 'cookie-sent', iss, mss);
	if (options.some(isLost)) note(env.out, 'cookie-options-lost', mss);
	emit(tcb, {seq: iss, flags: SYN | ACK, options: [{kind: 'mss', value: tcb.rcv.mss}]}, env);
}

const isLost = ({kind}: Option): boolean => kind === 'wscale' || kind === 'sackOK' || kind === 'TS';

/** The third segment of a cookie: the block is as it would be had the SYN been kept; its window is the one that comes now. */
export function acceptCookie(tcb: Tcb, segment: Segment, mss: number, env: Env): void {
	const {snd, iss} = tcb;
	tcb.isPassive = true;
	tcb.hasUser = false;
	tcb.state = 'LISTEN';
	note(env.out, 'cookie-accepted', segment.ack, mss);
	adoptPeer(tcb, {...segment, seq: add(segment.seq, -1), flags: SYN, options: [{kind: 'mss', value: mss}], text: noText}, env);
	openWindow(tcb, env);
	snd.nxt = add(iss, 1);
	snd.max = snd.nxt;
	moveTo(tcb, 'SYN_RCVD', 'cookie-arrived', env);
}

/** An ACK for a listener that is no cookie of ours is answered like any other (§ 3.10.7.2, second). */
export function refuseCookie(segment: Segment, env: Env): void {
	note(env.out, 'cookie-refused', segment.ack);
	resetFor(segment, env);
}
