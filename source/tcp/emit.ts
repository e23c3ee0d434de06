/** Segments are made here: every one of a connection carries the newest acknowledgment and window (RFC 9293 § 3.8.6). */
import {settleAck} from './ack-policy.js';
import {offerWindow, windowField} from './advertise.js';
import {ecnBits, ecnFlags, ect0, mayMark, settleEcn} from './ecn.js';
import {note, sendOut} from './out.js';
import {ACK, noOptions, noText, type Option, plainIp, RST, type Segment, SYN, segLen} from './segment.js';
import {segmentOptions, settleBlocks} from './segment-options.js';
import {add, before, type Seq, seq as toSeq} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {answering} from './udp.js';

type Parts = {readonly seq: Seq; readonly flags: number; readonly text?: Uint8Array; readonly options?: readonly Option[]};

function build(tcb: Tcb, {seq, flags: asked, text = noText, options}: Parts, env: Env): Segment {
	const {tos, ttl, udp} = tcb.ip;
	const isMarked = mayMark(tcb, seq, text.length);
	const flags = tcb.hasEcn ? ecnFlags(tcb, asked, isMarked) : asked;
	const hasAck = (flags & ACK) !== 0;
	return {
		src: tcb.local.addr,
		dst: tcb.remote.addr,
		sport: tcb.local.port,
		dport: tcb.remote.port,
		seq,
		ack: hasAck ? tcb.rcv.nxt : toSeq(0),
		flags,
		wnd: windowField(tcb, flags),
		urg: 0,
		tos: isMarked ? (tos & ~ecnBits) | ect0 : tos,
		ttl,
		udp,
		options: options ?? segmentOptions(tcb, flags, text.length, env),
		text,
	};
}

/** Sends a segment of this connection: a pending acknowledgment goes with it, and snd.max follows. */
export function emit(tcb: Tcb, parts: Parts, env: Env): void {
	if (!(parts.flags & SYN)) offerWindow(tcb, env);
	const segment = build(tcb, parts, env);
	const isAgain = segLen(segment) > 0 && before(segment.seq, tcb.snd.max);
	const end = add(segment.seq, segLen(segment));
	if (before(tcb.snd.max, end)) tcb.snd.max = end;
	if (parts.flags & ACK) {
		settleOptions(tcb, segment, env);
		settleAck(tcb, segment, env);
	}
	sendOut(env.out, segment, isAgain);
}

/** What the segment says beside its acknowledgment is said. */
function settleOptions(tcb: Tcb, segment: Segment, env: Env): void {
	tcb.ts.lastAckSent = tcb.rcv.nxt;
	if (tcb.hasSack) settleBlocks(tcb, segment.options, env);
	if (tcb.hasEcn) settleEcn(tcb, segment, env);
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; after a time-out snd.max, since the peer may have more than snd.nxt tells. */
export const sendAck = (tcb: Tcb, env: Env): void => emit(tcb, {seq: tcb.snd.max, flags: ACK}, env);

/** <SEQ=SND.NXT><CTL=RST>, as the answer to a segment. */
export function sendReset(tcb: Tcb, env: Env, flags: number, wnd = 0): void {
	note(env.out, 'rst-sent', tcb.snd.max);
	const segment = build(tcb, {seq: tcb.snd.max, flags}, env);
	sendOut(env.out, wnd === 0 ? segment : {...segment, wnd});
}

/** The RST of an abort; ACK bit and window by the profile. */
export function sendAbort(tcb: Tcb, env: Env): void {
	const {abortFlags, abortWindow} = env.profile;
	const wnd = abortWindow === 'last' ? windowField(tcb, ACK) : 0;
	sendReset(tcb, env, abortFlags === 'R.' ? RST | ACK : RST, wnd);
}

const swapped = ({src, dst, sport, dport, udp}: Segment) => ({
	src: dst,
	dst: src,
	sport: dport,
	dport: sport,
	udp: udp && answering(udp),
});
const bare = {wnd: 0, urg: 0, options: noOptions, text: noText};

/** § 3.10.7.1: the answer to a segment that belongs to no connection, or to none in this state (`ip`: of that socket); nothing to a RST. */
export function resetFor(segment: Segment, env: Env, {tos, ttl}: {readonly tos: number; readonly ttl: number} = plainIp): void {
	if (segment.flags & RST) return;
	if (segment.flags & ACK) {
		sendOut(env.out, {...swapped(segment), ...bare, tos, ttl, seq: segment.ack, ack: toSeq(0), flags: RST});
		return;
	}
	sendOut(env.out, {...swapped(segment), ...bare, tos, ttl, seq: toSeq(0), ack: add(segment.seq, segLen(segment)), flags: RST | ACK});
}
