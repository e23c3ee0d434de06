/** ICMP errors that quote a segment of ours (RFC 792, RFC 1122 § 4.2.3.9, RFC 1191, RFC 5461, RFC 5927). */
import {limitText} from './agree-options.js';
import {end} from './move-to.js';
import {note} from './out.js';
import {resendOldest} from './output.js';
import {inWindow, type Seq, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** Type and code as numbers; the rest is the quoted header, as this host had sent it. */
export type IcmpError = {
	readonly type: number;
	readonly code: number;
	/** Of the next hop, with 3/4 (RFC 1191 § 4); 0: not said. */
	readonly mtu: number;
	readonly src: number;
	readonly dst: number;
	readonly sport: number;
	readonly dport: number;
	readonly seq: Seq;
};

const unreachable = 3;
const fragmentationNeeded = 4;

/** What every path carries (RFC 791 § 3.1), where an old router does not say how much. */
const assumedMtu = 576;
const leastMtu = 68;

export function icmpArrives(tcb: Tcb, error: IcmpError, env: Env): void {
	const {type, code, seq} = error;
	const {snd} = tcb;
	if (!inWindow(seq, snd.una, span(snd.una, snd.max))) note(env.out, 'icmp-elsewhere', seq, snd.una, snd.max);
	else if (type === unreachable && code === fragmentationNeeded) lowerMtu(tcb, error.mtu, env);
	else refuse(tcb, error, env);
}

/** Only before the handshake: later the peer has been heard, and anybody could send this (RFC 5927 § 5.2). */
function refuse(tcb: Tcb, {type, code}: IcmpError, env: Env): void {
	const failure = env.profile.hardErrors[`${type}/${code}`];
	if (failure === undefined || tcb.state !== 'SYN_SENT' || !env.knobs.icmpMayReset) {
		note(env.out, 'icmp-ignored', type, code);
		return;
	}
	note(env.out, 'icmp-refused', type, code);
	end(tcb, 'icmp-arrived', env, failure);
}

/** RFC 1191 § 6: what was too large goes again in smaller pieces. */
function lowerMtu(tcb: Tcb, mtu: number, env: Env): void {
	const next = mtu === 0 ? assumedMtu : mtu;
	if (next < leastMtu || next >= tcb.ip.mtu || !env.knobs.pathMtuDiscovery) {
		note(env.out, 'icmp-ignored', unreachable, fragmentationNeeded);
		return;
	}
	tcb.ip.mtu = next;
	limitText(tcb, env);
	note(env.out, 'path-mtu-lowered', next, tcb.snd.mss);
	if (tcb.snd.una !== tcb.iss) resendOldest(tcb, env);
}
