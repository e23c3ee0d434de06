/** Which octets of the peer's are taken (RFC 9293 § 3.10.7.4, first). */
import {freeSpace} from './receive-buffer.js';
import type {Env, Tcb} from './tcb.js';

/** What was advertised, or, where the profile looks at its buffer instead, all that is free in it. */
export function acceptedWindow({rcv, receiveBuffer, state}: Tcb, {profile}: Env): number {
	if (profile.acceptance === 'advertised' || state === 'SYN_RCVD') return rcv.wnd;
	return Math.max(rcv.wnd, freeSpace(receiveBuffer));
}
