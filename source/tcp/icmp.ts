/** ICMP errors that quote a segment of ours (RFC 792, RFC 4443, RFC 1122 § 4.2.3.9, RFC 1191, RFC 8201, RFC 5461, RFC 5927). */
import {limitText} from './agree-options.js';
import {repeatTooLarge} from './chunks/path-mtu.js';
import {end} from './move-to.js';
import {note} from './out.js';
import {resendOldest} from './output.js';
import {inWindow, type Seq, span} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** Type and code as numbers, of the host's version of IP; the rest is the quoted header, as this host had sent it. */
export type IcmpError = {
	readonly type: number;
	readonly code: number;
	/** Of the next hop, with 3/4 (RFC 1191 § 4), in ICMPv6 with 2/0 (RFC 4443 § 3.2); 0: not said. */
	readonly mtu: number;
	readonly src: number;
	readonly dst: number;
	readonly sport: number;
	readonly dport: number;
	readonly seq: Seq;
};

/** A datagram was too large for the path: the error that says so, what every path carries, and what is meant where the router does not tell. */
const tooLarge = {
	4: {error: '3/4', least: 68, assumed: 576},
	6: {error: '2/0', least: 1280, assumed: 1280},
} as const;

/** An error about a segment that is not in flight is ignored (RFC 5927 § 4.1). */
export function icmpArrives(tcb: Tcb, error: IcmpError, env: Env): void {
	const {type, code, seq} = error;
	const {snd} = tcb;
	if (!inWindow(seq, snd.una, span(snd.una, snd.max))) note(env.out, 'icmp-elsewhere', seq, snd.una, snd.max);
	else if (`${type}/${code}` === tooLarge[env.knobs.ipVersion].error) lowerMtu(tcb, error, env);
	else refuse(tcb, error, env);
}

/** Only before the handshake: later the peer has been heard, and anybody could send this (RFC 5927 § 5.2). */
function refuse(tcb: Tcb, {type, code}: IcmpError, env: Env): void {
	const failure = env.profile.hardErrors[env.knobs.ipVersion][`${type}/${code}`];
	if (failure === undefined || tcb.state !== 'SYN_SENT' || !env.knobs.icmpMayReset) {
		note(env.out, 'icmp-ignored', type, code);
		return;
	}
	note(env.out, 'icmp-refused', type, code);
	end(tcb, 'icmp-arrived', env, failure);
}

/** RFC 1191 § 6, RFC 8201 § 4: what was too large goes again in smaller pieces. */
function lowerMtu(tcb: Tcb, {type, code, mtu}: IcmpError, env: Env): void {
	const {least, assumed} = tooLarge[env.knobs.ipVersion];
	const next = Math.max(mtu === 0 ? assumed : mtu, env.profile.leastPathMtu);
	if (next < least || next >= tcb.ip.mtu || !env.knobs.pathMtuDiscovery) {
		note(env.out, 'icmp-ignored', type, code);
		return;
	}
	const before = tcb.snd.mss;
	tcb.ip.mtu = next;
	limitText(tcb, env);
	note(env.out, 'path-mtu-lowered', next, tcb.snd.mss);
	if (tcb.chunks) repeatTooLarge(tcb, tcb.chunks, before, env);
	else if (tcb.snd.una !== tcb.iss) resendOldest(tcb, env);
}
