/** The window that memory allows: what is free, less what housekeeping takes of it (Linux's way to fill in RFC 9293 § 3.8.6.2.2). */
import {add, later} from '../seq.js';
import type {State} from '../state.js';
import type {Env, Tcb} from '../tcb.js';

/** The largest window that any scale can tell (RFC 7323 § 2.2). */
const unlimited = 65535 << 14;
const timestampOctets = 12;
/** Octets of a segment are estimated between these until some have come. */
const segmentRange = {least: 88, most: 536};
/** Segments that a sender may begin with (RFC 6928). */
const initialSegments = 10;

/** Octets of text for which so much memory is enough; negative as the memory is. */
export const textIn = (memory: number, ratio: number): number => Math.floor((memory * ratio) / 256);

/** Memory that so much text needs. */
export const memoryFor = (text: number, ratio: number): number => Math.floor((text * 256) / ratio);

/** Octets of text for which the whole buffer is enough. */
export const allText = ({receiveBuffer, receiveMemory}: Tcb): number => textIn(receiveBuffer.capacity, receiveMemory.ratio);

/** Of what is free; negative where more is taken than the buffer allows. */
export const freeText = ({receiveBuffer, receiveMemory}: Tcb): number =>
	textIn(receiveBuffer.capacity - receiveMemory.used, receiveMemory.ratio);

/** What we announced, less the timestamps that every segment carries. */
export const ownMss = ({rcv, hasTimestamps}: Tcb): number => rcv.mss - (hasTimestamps ? timestampOctets : 0);

/** Before our SYN leaves: whole segments of what there is. */
export function openMemory(tcb: Tcb, {knobs}: Env): void {
	const {rcv, receiveMemory: memory} = tcb;
	const all = allText(tcb);
	const mss = ownMss(tcb);
	memory.clamp = knobs.isRcvbufFixed ? all : unlimited;
	rcv.wnd = all > mss ? all - (all % mss) : all;
	memory.ceiling = rcv.wnd;
}

/** The handshake is over: the options are known, and so what may be offered. One segment is kept back. */
export function startMemory(tcb: Tcb, {now}: Env): void {
	const {rcv, snd, receiveMemory: memory} = tcb;
	const mss = ownMss(tcb);
	const all = allText(tcb);
	memory.clamp = Math.min(memory.clamp, 65535 << rcv.scale, all);
	if (memory.clamp > 2 * mss && memory.clamp + mss > all) memory.clamp = Math.max(2 * mss, all - mss);
	memory.ceiling = Math.min(memory.ceiling, memory.clamp);
	memory.segment = Math.max(segmentRange.least, Math.min(mss, snd.mss, rcv.wnd >> 1, segmentRange.most));
	memory.offered = rcv.wnd;
	memory.offeredFrom = rcv.nxt;
	memory.edge = add(rcv.nxt, rcv.wnd);
	memory.reading = {perRoundTrip: Math.min(memory.ceiling, rcv.wnd, initialSegments * mss), since: now, from: rcv.nxt};
}

/** What could be offered now. Where less than half is free, no more ACKs are hurried. */
export function windowFromMemory(tcb: Tcb, env: Env): number {
	const {rcv, receiveMemory: memory} = tcb;
	const all = allText(tcb);
	const most = Math.min(memory.clamp, all);
	const mss = Math.min(memory.segment, most);
	if (mss <= 0) return 0;
	const mayShrink = env.knobs.shrinksWindow && rcv.scale > 0;
	let free = freeText(tcb);
	const isScarce = free < most >> 1;
	if (isScarce || mayShrink) free = roundDown(free, rcv.scale);
	if (isScarce) {
		tcb.ackHabit.quick = 0;
		if (free < all >> 4 || free < mss) return 0;
	}
	if (rcv.scale > 0) return free > memory.ceiling || !mayShrink ? roundUp(Math.min(free, memory.ceiling), rcv.scale) : Math.max(0, free);
	return wholeSegments(Math.min(free, memory.ceiling), mss, most, memory.offered);
}

const roundDown = (octets: number, scale: number): number => octets - (octets & ((1 << scale) - 1));
const roundUp = (octets: number, scale: number): number => roundDown(octets + (1 << scale) - 1, scale);

/** Without a scale the window is told in whole segments; one that differs by less than a segment stays as it was. */
function wholeSegments(free: number, mss: number, most: number, offered: number): number {
	if (offered <= free - mss || offered > free) return free - (free % mss);
	return mss === most && free > offered + (most >> 1) ? free : offered;
}

/** The window of the SYN still holds, or the last one for ever. */
const offersNothing: Partial<Record<State, true>> = {SYN_SENT: true, SYN_RCVD: true, TIME_WAIT: true};

/** Before a segment leaves. The edge goes back only where the knob lets it, or where what came had to be dropped. */
export function offerFromMemory(tcb: Tcb, env: Env): void {
	const {rcv, receiveMemory: memory} = tcb;
	if (offersNothing[tcb.state]) return;
	let next = tcb.ackHabit.isStarved ? 0 : windowFromMemory(tcb, env);
	const mayShrink = tcb.ackHabit.isStarved || (env.knobs.shrinksWindow && rcv.scale > 0);
	if (next < rcv.wnd && !mayShrink) next = roundUp(rcv.wnd, rcv.scale);
	rcv.wnd = next;
	memory.offered = next;
	memory.offeredFrom = rcv.nxt;
	memory.edge = later(memory.edge, add(rcv.nxt, next));
}
