/** What both SYNs offered holds from now on (RFC 7323 § 2.2, § 3.2; RFC 2018 § 2). */
import type {SendQueue} from './chunks/chunk.js';
import {headerOctets, leastMss} from './ip-version.js';
import {largestText} from './new-tcb.js';
import {note} from './out.js';
import type {Segment} from './segment.js';
import {wishOf} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';
import {udpOctets} from './udp.js';

/** Octets of a timestamp and its pads, in every segment. */
export const stampOctets = 12;

/** `segment`: the SYN or SYN,ACK of the peer, which has just come; ours has left or follows from what it sets here. */
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
export function limitText(tcb: Tcb, env: Env): void {
	const {snd, ip, hasTimestamps, congestion} = tcb;
	const most =
		Math.max(env.profile.leastSegment, Math.min(snd.peerMss, largestText(ip.mtu - udpOctets(tcb, env.knobs), env.knobs))) -
		(hasTimestamps ? stampOctets : 0);
	const before = snd.mss;
	const bound = env.profile.segmentLimit === 'half-window' ? boundToWindow(tcb, most, env) : most;
	snd.mss = Math.max(1, tcb.chunks ? boundToSearch(tcb, tcb.chunks.mtu, bound, env) : bound);
	if (snd.mss === before || !tcb.chunks) return;
	congestion.cwnd = segmentsOf(congestion.cwnd, before) * snd.mss;
	if (congestion.ssthresh < noThreshold) congestion.ssthresh = segmentsOf(congestion.ssthresh, before) * snd.mss;
}

/** RFC 4821: no more than is known to arrive; a router's word limits the search, too. */
function boundToSearch(tcb: Tcb, mtu: SendQueue['mtu'], most: number, env: Env): number {
	mtu.high = Math.min(mtu.high, tcb.ip.mtu);
	return mtu.isOn ? Math.min(most, mtu.low - headersOf(tcb, env)) : most;
}

/** Octets before the text of every segment from now on: IP, TCP, timestamps. */
export const headersOf = ({hasTimestamps}: Tcb, {knobs}: Env): number => headerOctets(knobs) + (hasTimestamps ? stampOctets : 0);

const segmentsOf = (octets: number, mss: number): number => Math.floor(octets / mss);

/** Beyond any window: no threshold yet. */
const noThreshold = 2 ** 30;

/** Options of a segment that holds the least text are as long as this. */
const leastText = 68 - 20;

/** The peer's window must have room for two, or the silly window avoidance of either side would stand still. */
function boundToWindow({snd, hasTimestamps}: Tcb, most: number, {out}: Env): number {
	const half = snd.maxWnd > leastMss ? snd.maxWnd >> 1 : snd.maxWnd;
	if (half === 0 || most <= half) return most;
	const mss = Math.max(half, leastText - (hasTimestamps ? stampOctets : 0));
	note(out, 'mss-by-window', mss, snd.maxWnd);
	return mss;
}
