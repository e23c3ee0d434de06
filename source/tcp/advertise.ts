/** What is offered to the peer (RFC 9293 § 3.8.6.2.2, RFC 7323 § 2). */
import {freeSpace} from './receive-buffer.js';
import {RST, SYN} from './segment.js';
import type {Tcb} from './tcb.js';

/** The largest number in the header's field, and so the largest window without a scale. */
const fieldMax = 65535;

/** Before a segment leaves: the right edge moves only by a worthwhile step, and never back (SHLD-14, MUST-39). */
export function offerWindow({rcv, receiveBuffer}: Tcb): void {
	const free = Math.min(freeSpace(receiveBuffer), fieldMax);
	const step = Math.min(Math.floor(receiveBuffer.capacity / 2), rcv.mss);
	if (free - rcv.wnd >= step) rcv.wnd = free;
	else rcv.wnd = Math.min(rcv.wnd, fieldMax);
}

/** The window field of a segment: that of a SYN is never scaled (RFC 7323 § 2.2). */
export function windowField({rcv}: Tcb, flags: number): number {
	if (flags & RST) return 0;
	return Math.min(flags & SYN ? rcv.wnd : rcv.wnd >> rcv.scale, fieldMax);
}
