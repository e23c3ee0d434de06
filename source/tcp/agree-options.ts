/** What both SYNs offered holds from now on (RFC 7323 § 2.2, § 3.2; RFC 2018 § 2). */
import {largestText} from './new-tcb.js';
import {note} from './out.js';
import type {Segment} from './segment.js';
import {wishOf} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';
import {udpOctets} from './udp.js';

/** Octets of a timestamp and its pads, in every segment. */
export const stampOctets = 12;

export function agreeOptions(tcb: Tcb, {options}: Segment, env: Env): void {
	const wish = wishOf(tcb, env);
	for (const option of options) {
		if (option.kind === 'wscale' && wish.wscale !== undefined) agreeScale(tcb, wish.wscale, Math.min(option.shift, 14), env);
		else if (option.kind === 'sackOK' && wish.sack) agreeSack(tcb, env);
		else if (option.kind === 'TS' && wish.timestamps) agreeTimestamps(tcb, option.val, env);
	}
	limitText(tcb, env);
}

function agreeScale(tcb: Tcb, own: number, peer: number, {out}: Env): void {
	tcb.hasWscale = true;
	tcb.rcv.scale = own;
	tcb.snd.scale = peer;
	note(out, 'wscale-agreed', own, peer);
}

function agreeSack(tcb: Tcb, {out}: Env): void {
	tcb.hasSack = true;
	note(out, 'sack-agreed');
}

function agreeTimestamps(tcb: Tcb, val: number, {out, now}: Env): void {
	tcb.hasTimestamps = true;
	tcb.ts.recent = val;
	tcb.ts.recentAt = now;
	note(out, 'timestamps-agreed', val);
}

/** The largest text: what the peer takes and the path carries, less the options of every segment (RFC 6691 § 2). */
export function limitText(tcb: Tcb, {knobs}: Env): void {
	const {snd, ip, hasTimestamps} = tcb;
	const most = Math.min(snd.peerMss, largestText(ip.mtu - udpOctets(tcb, knobs), knobs));
	snd.mss = Math.max(1, most - (hasTimestamps ? stampOctets : 0));
}
