/** ICMP errors that quote a segment of ours (RFC 792, RFC 4443, RFC 1122 § 4.2.3.9, RFC 1191, RFC 8201, RFC 5461, RFC 5927). */
import {limitText} from './agree-options.js';
import {repeatTooLarge} from './chunks/path-mtu.js';
import {revertBackoff} from './chunks/revert-backoff.js';
import {backToListen, end} from './move-to.js';
import {note} from './out.js';
import {resendOldest} from './output.js';
import type {Failure} from './profile.js';
import {retransmissionTimeout} from './retransmit.js';
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

/** No way to the network or the host; in IPv6 no route (RFC 6069 § 4.1). */
const unreachable = {4: ['3/0', '3/1'], 6: ['1/0']};

/** A SYN that is being answered is forgotten (tcp_req_err). */
const endsHalfOpen = {4: ['3/0', '3/1', '11/0', '11/1', '12/0', '12/1', '12/2'], 6: ['1/1', '1/4', '1/5', '1/6', '4/0', '4/1', '4/2']};

/** An error about a segment that is not in flight is ignored (RFC 5927 § 4.1). */
export function icmpArrives(tcb: Tcb, error: IcmpError, env: Env): void {
	const {type, code, seq} = error;
	const {snd} = tcb;
	// An empty segment has the number that follows.
	const empty = env.profile.laterErrors === 'remembered' ? 1 : 0;
	if (!inWindow(seq, snd.una, span(snd.una, snd.max) + empty)) note(env.out, 'icmp-elsewhere', seq, snd.una, snd.max);
	else if (`${type}/${code}` === tooLarge[env.knobs.ipVersion].error) lowerMtu(tcb, error, env);
	else refuse(tcb, error, env);
}

/** Hard only before the handshake: later the peer has been heard, and anybody could send this (RFC 5927 § 5.2). */
function refuse(tcb: Tcb, error: IcmpError, env: Env): void {
	const {type, code} = error;
	const {laterErrors, hardErrors} = env.profile;
	const failure = hardErrors[env.knobs.ipVersion][`${type}/${code}`];
	const isOpening = tcb.state === 'SYN_SENT' || (tcb.state === 'SYN_RCVD' && !tcb.isPassive && laterErrors === 'remembered');
	if (failure === undefined || !(isOpening ? env.knobs.icmpMayReset : laterErrors === 'remembered')) {
		note(env.out, 'icmp-ignored', type, code);
	} else if (isOpening) {
		note(env.out, 'icmp-refused', type, code);
		end(tcb, 'icmp-arrived', env, failure);
	} else remember(tcb, error, failure, env);
}

/** RFC 1122 § 4.2.3.9: the connection goes on. One that is only half open goes, where the peer cannot be reached. */
function remember(tcb: Tcb, {type, code, seq}: IcmpError, failure: Failure, env: Env): void {
	const error = `${type}/${code}`;
	if (tcb.state === 'SYN_RCVD') {
		const isFatal = endsHalfOpen[env.knobs.ipVersion].includes(error);
		if (isFatal) forgetHalfOpen(tcb, seq, env);
		else note(env.out, 'icmp-ignored', type, code);
		return;
	}
	note(env.out, 'icmp-remembered', type, code);
	tcb.softError = failure;
	if (unreachable[env.knobs.ipVersion].includes(error) && tcb.chunks && revertBackoff(tcb, tcb.chunks, seq, env))
		retransmissionTimeout(tcb, env);
}

function forgetHalfOpen(tcb: Tcb, seq: Seq, env: Env): void {
	note(env.out, 'back-to-listen', seq);
	backToListen(tcb, 'icmp-arrived', env);
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
