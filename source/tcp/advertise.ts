/** What is offered to the peer (RFC 9293 § 3.8.6.2.2, RFC 7323 § 2). */
import {allText, offerFromMemory, openMemory, startMemory} from './memory/window.js';
import {freeSpace} from './receive-buffer.js';
import {RST, SYN} from './segment.js';
import type {Env, Tcb} from './tcb.js';

/** The largest number in the header's field, and so the largest window without a scale. */
const fieldMax = 65535;

/** Free octets, as far as a field can tell of them. */
export const freeToOffer = ({rcv, receiveBuffer}: Tcb): number => Math.min(freeSpace(receiveBuffer), fieldMax << rcv.scale);

/** The largest text that goes either way. */
export const segmentText = ({rcv, snd}: Tcb): number => Math.min(rcv.mss, snd.peerMss);

/** No window of this connection will ever be larger, so that its scale can be told now (RFC 7323 § 2.2). */
export function largestWindow(tcb: Tcb, {knobs, profile}: Env): number {
	if (profile.receiveWindow === 'memory' && knobs.isRcvbufFixed) return allText(tcb);
	return Math.max(knobs.rcvbuf, knobs.rcvbufMax, knobs.rcvbufLimit);
}

/** Before our SYN leaves. */
export function openWindow(tcb: Tcb, env: Env): void {
	tcb.receiveBuffer.capacity = env.knobs.rcvbuf;
	if (env.profile.receiveWindow === 'memory') openMemory(tcb, env);
	else tcb.rcv.wnd = Math.min(tcb.receiveBuffer.capacity, fieldMax);
}

/** The handshake is over. */
export function startWindow(tcb: Tcb, env: Env): void {
	if (env.profile.receiveWindow === 'memory') startMemory(tcb, env);
	else fitBuffer(tcb, env);
}

/** FreeBSD holds whole segments once it knows how large they are. */
export function fitBuffer(tcb: Tcb, {profile}: Env): void {
	const {receiveBuffer} = tcb;
	const mss = segmentText(tcb);
	if (profile.rcvbufRounding === 'mss' && receiveBuffer.capacity > mss) receiveBuffer.capacity = upTo(receiveBuffer.capacity, mss);
}

const upTo = (octets: number, unit: number): number => Math.ceil(octets / unit) * unit;

/** Before a segment leaves: what is the window now? */
export function offerWindow(tcb: Tcb, env: Env): void {
	if (env.profile.receiveWindow === 'memory') offerFromMemory(tcb, env);
	else if (env.profile.windowRounding === 'up') offerFree(tcb);
	else offerByStep(tcb);
}

/** The right edge moves only by a worthwhile step, and never back (SHLD-14, MUST-39), nor further than the scaled field says. */
function offerByStep(tcb: Tcb): void {
	const {rcv, receiveBuffer} = tcb;
	const free = (freeToOffer(tcb) >> rcv.scale) << rcv.scale;
	const step = Math.min(Math.floor(receiveBuffer.capacity / 2), rcv.mss);
	if (free - rcv.wnd >= step) rcv.wnd = free;
	else rcv.wnd = Math.min(rcv.wnd, fieldMax << rcv.scale);
}

/** All that is free, unless that is less than a segment and little of the buffer; the edge never goes back, not by the scale either. */
function offerFree(tcb: Tcb): void {
	const {rcv, receiveBuffer} = tcb;
	const free = freeToOffer(tcb);
	const isSilly = free < receiveBuffer.capacity / 4 && free < segmentText(tcb);
	rcv.wnd = upTo(Math.min(Math.max(isSilly ? 0 : free, rcv.wnd), fieldMax << rcv.scale), 1 << rcv.scale);
}

/** The window field of a segment: that of a SYN is never scaled (RFC 7323 § 2.2). */
export function windowField({rcv}: Tcb, flags: number): number {
	if (flags & RST) return 0;
	return Math.min(flags & SYN ? rcv.wnd : rcv.wnd >> rcv.scale, fieldMax);
}
