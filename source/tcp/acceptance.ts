/** Which octets of the peer's are taken (RFC 9293 § 3.10.7.4, first). */
import {freeSpace} from './receive-buffer.js';
import {FIN, RST, type Segment, segLen} from './segment.js';
import {add, before, offset} from './seq.js';
import type {Env, Tcb} from './tcb.js';

/**
 * What was advertised, where a window may be taken back the most that ever was (RFC 7323 § 2.4); or, where the profile looks at its
 * buffer instead, all that is free in it.
 */
export function acceptedWindow({rcv, receiveBuffer, receiveMemory, state, isPassive}: Tcb, {profile}: Env): number {
	if (state === 'SYN_RCVD' && (isPassive || profile.receiveWindow === 'memory')) return rcv.wnd;
	if (profile.receiveWindow === 'memory') return Math.max(rcv.wnd, offset(rcv.nxt, receiveMemory.edge));
	return profile.acceptance === 'advertised' ? rcv.wnd : Math.max(rcv.wnd, freeSpace(receiveBuffer));
}

/**
 * Text is taken whole or not at all: where it ends behind the window only while nothing waits to be read. A FIN there does no harm. An
 * empty segment may be as old as the acknowledgment that its sender has seen last.
 */
export function fitsWhole(tcb: Tcb, segment: Segment, wnd: number): boolean {
	const {rcv, receiveMemory, receiveBuffer} = tcb;
	const len = segLen(segment);
	const edge = add(rcv.nxt, wnd);
	const end = add(segment.seq, len);
	const oldest = len === 0 && !(segment.flags & RST) && isStarted(tcb) ? receiveMemory.offeredFrom : rcv.nxt;
	if (len > 0 ? !before(rcv.nxt, end) : before(segment.seq, oldest)) return false;
	if (!before(edge, segment.flags & FIN ? add(end, -1) : end)) return true;
	return !before(edge, segment.seq) && receiveBuffer.length === 0;
}

const isStarted = ({state}: Tcb): boolean => state !== 'SYN_RCVD';
