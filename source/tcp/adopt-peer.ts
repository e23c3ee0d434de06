/** What the first SYN of the peer tells: its numbers, its window, its MSS (RFC 9293 § 3.10.7.2, § 3.7.1; RFC 6691). */
import {assumedMss, largestText} from './new-tcb.js';
import {note} from './out.js';
import {keepText} from './receive-buffer.js';
import {mssOf, type Segment} from './segment.js';
import {add} from './seq.js';
import type {Env, Tcb} from './tcb.js';

export function adoptPeer(tcb: Tcb, segment: Segment, {out, knobs}: Env): void {
	const {snd, rcv} = tcb;
	rcv.nxt = add(segment.seq, 1);
	tcb.irs = segment.seq;
	tcb.hasIrs = true;
	const announced = mssOf(segment);
	snd.hasPeerMss = announced !== undefined;
	snd.peerMss = announced ?? assumedMss;
	snd.mss = Math.min(Math.max(snd.peerMss, 1), largestText(knobs));
	if (announced === undefined) note(out, 'mss-assumed', assumedMss);
	else note(out, 'mss-agreed', rcv.mss, announced);
	takeWindow(tcb, segment);
}

/** SND.WND := SEG.WND, with the numbers it came with, so that an older segment cannot take it back (§ 3.10.7.4 fifth). */
export function takeWindow({snd}: Tcb, {wnd, seq, ack}: Segment): void {
	snd.wnd = wnd;
	snd.wl1 = seq;
	snd.wl2 = ack;
	if (wnd > snd.maxWnd) snd.maxWnd = wnd;
}

/** Text that came with a SYN waits out of the user's sight until the connection is established, or is dropped, by the profile (§ 3.10.7.2). */
export function keepSynText({rcv, receiveBuffer}: Tcb, {text}: Segment, wish: 'keep' | 'drop', {out}: Env): void {
	if (text.length === 0) return;
	const isKept = wish === 'keep' && text.length <= rcv.wnd;
	if (isKept) keepText(receiveBuffer, rcv.nxt, text);
	note(out, isKept ? 'syn-data-kept' : 'syn-data-dropped', text.length);
}
