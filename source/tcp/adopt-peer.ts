/** What the first SYN of the peer tells: its numbers, its window, its MSS (RFC 9293 § 3.10.7.2, § 3.7.1; RFC 6691). */
import {agreeOptions} from './agree-options.js';
import {agreeEcn} from './ecn.js';
import {assumedMss} from './ip-version.js';
import {note} from './out.js';
import {keepText} from './receive-buffer.js';
import {mssOf, type Segment, SYN} from './segment.js';
import {add} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/** IRS, RCV.NXT, SND.WND and the MSS; `segment` has the SYN bit. */
export function adoptPeer(tcb: Tcb, segment: Segment, env: Env): void {
	const {out} = env;
	const {snd, rcv} = tcb;
	rcv.nxt = add(segment.seq, 1);
	tcb.irs = segment.seq;
	tcb.hasIrs = true;
	const announced = mssOf(segment);
	snd.hasPeerMss = announced !== undefined;
	snd.peerMss = announced ?? assumedMss(env.knobs);
	if (announced === undefined) note(out, 'mss-assumed', snd.peerMss);
	else note(out, 'mss-agreed', rcv.mss, announced);
	agreeOptions(tcb, segment, env);
	agreeEcn(tcb, segment, env);
	takeWindow(tcb, segment);
}

/** SND.WND := SEG.WND, with the numbers it came with, so that an older segment cannot take it back (§ 3.10.7.4 fifth). */
export function takeWindow({snd}: Tcb, segment: Segment): void {
	snd.wnd = windowOf(snd.scale, segment);
	snd.wl1 = segment.seq;
	snd.wl2 = segment.ack;
	if (snd.wnd > snd.maxWnd) snd.maxWnd = snd.wnd;
}

/** SEG.WND in octets: that of a SYN is never scaled (RFC 7323 § 2.2). */
export const windowOf = (scale: number, {wnd, flags}: Segment): number => (flags & SYN ? wnd : wnd * 2 ** scale);

/** Text that came with a SYN waits out of the user's sight until the connection is established, or is dropped, by the profile (§ 3.10.7.2). */
export function keepSynText({rcv, receiveBuffer}: Tcb, {text}: Segment, wish: 'keep' | 'drop', {out}: Env): void {
	if (text.length === 0) return;
	const isKept = wish === 'keep' && text.length <= rcv.wnd;
	if (isKept) keepText(receiveBuffer, rcv.nxt, text);
	note(out, isKept ? 'syn-data-kept' : 'syn-data-dropped', text.length);
}
