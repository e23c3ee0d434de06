/** Explicit congestion notification (RFC 3168 § 6.1): routers mark instead of dropping, the receiver echoes, the sender slows down and says so. */
import {congestionExperienced} from './congestion.js';
import {note} from './out.js';
import {ACK, CWR, ECE, RST, type Segment, SYN} from './segment.js';
import {atOrBefore, before, type Seq} from './seq.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';

/** The two low bits of the type-of-service octet (§ 5). */
export const ecnBits = 3;
/** The codepoint ECT(0) in the IP header (RFC 3168 § 5). */
export const ect0 = 2;
const congestionMark = 3;

/** § 5: only what its sender has called capable of ECN (ECT) may be marked; anything else a router can but drop. */
export const isCapable = ({tos}: Pick<Segment, 'tos'>): boolean => (tos & ecnBits) !== 0;

/** The same segment as it comes out of a router in trouble. */
export const marked = (segment: Segment): Segment => ({...segment, tos: segment.tos | congestionMark});

/** Does the SYN that was sent last ask for it? After some attempts without (§ 6.1.1.1: its loss may be due to ECN). */
const asks = ({retries}: Tcb, {knobs}: Env): boolean => knobs.ecn === 'on' && retries <= knobs.ecnRetries;

/** The flags of our SYN or SYN,ACK. */
export function synFlags(tcb: Tcb, env: Env): number {
	if (tcb.hasIrs) return SYN | ACK | (tcb.hasEcn ? ECE : 0);
	return asks(tcb, env) ? SYN | ECE | CWR : SYN;
}

/** § 6.1.1: a SYN asks with ECE and CWR, a SYN,ACK grants with ECE alone. */
export function agreeEcn(tcb: Tcb, {flags}: Segment, env: Env): void {
	const isGranted = (flags & ACK) !== 0 && asks(tcb, env) && (flags & (ECE | CWR)) === ECE;
	const isAsked = !(flags & ACK) && env.knobs.ecn !== 'off' && (flags & (ECE | CWR)) === (ECE | CWR);
	tcb.hasEcn = isGranted || isAsked;
	if (tcb.hasEcn) note(env.out, 'ecn-agreed');
	else if (flags & ACK && asks(tcb, env)) note(env.out, 'ecn-refused');
}

/** § 6.1.3: CE is echoed until the sender says CWR. § 6.1.2: an echo counts once for each window of data. */
export function takeEcn(tcb: Tcb, segment: Segment, env: Env): void {
	const {ecn} = tcb;
	const {flags, tos, seq} = segment;
	if (flags & SYN) return;
	if (flags & CWR && ecn.isEchoing) {
		ecn.isEchoing = false;
		note(env.out, 'cwr-arrived', seq);
	}
	if ((tos & ecnBits) === congestionMark && !ecn.isEchoing) {
		ecn.isEchoing = true;
		note(env.out, 'ce-arrived', seq);
	}
	if (isEcho(segment) && !tcb.chunks) takeEcho(tcb, segment, env);
}

/** § 6.1.2: the peer saw a mark. */
export const isEcho = ({flags}: Segment): boolean => (flags & (ECE | ACK)) === (ECE | ACK);

function takeEcho(tcb: Tcb, {ack}: Segment, env: Env): void {
	const {ecn, snd} = tcb;
	if (atOrBefore(ack, ecn.reducedTo) || snd.una === snd.max) return;
	note(env.out, 'ece-arrived', ack);
	congestionExperienced(tcb, env);
	ecn.reducedTo = snd.max;
	ecn.isCwrDue = true;
}

/** Octets that were never sent before, and are no probe, may be marked (§ 6.1.4, § 6.1.5, § 6.1.6); the first of them after a reduction carries CWR. */
export const mayMark = (tcb: Tcb, seq: Seq, len: number): boolean =>
	tcb.hasEcn && len > 0 && !before(seq, tcb.snd.max) && !isRunning(tcb.timers.persist);

/** The flags of a segment in this direction: ECE while a mark is echoed, CWR on the first new data after a reduction. */
export function ecnFlags({ecn}: Tcb, flags: number, isNewData: boolean): number {
	if (flags & (SYN | RST)) return flags;
	const echo = flags & ACK && ecn.isEchoing ? ECE : 0;
	return flags | echo | (isNewData && ecn.isCwrDue ? CWR : 0);
}

/** Tells of what `ecnFlags` has put on a segment that leaves. */
export function settleEcn({ecn}: Tcb, {flags, seq}: Segment, {out}: Env): void {
	if (flags & SYN) return;
	if (flags & CWR) {
		ecn.isCwrDue = false;
		note(out, 'cwr-sent', seq);
	}
	if (flags & ECE) note(out, 'ece-sent');
}
