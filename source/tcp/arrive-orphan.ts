/**
 * FIN_WAIT_2 once the user has closed, where little is kept of such a connection (Linux makes a kind of TIME_WAIT of it): nobody will read,
 * so only the peer's FIN is of interest. Departs from RFC 5961: a RST anywhere in the window is believed.
 */
import {answerTimeWait} from './arrive-time-wait.js';
import {resetFor} from './emit.js';
import {end} from './move-to.js';
import {note} from './out.js';
import {ACK, FIN, RST, type Segment, SYN, segLen} from './segment.js';
import {add, atOrBefore, before, type Seq} from './seq.js';
import type {Env, Tcb} from './tcb.js';

export const isOrphan = ({state, isReceiveClosed}: Tcb, {profile}: Env): boolean =>
	state === 'FIN_WAIT_2' && isReceiveClosed && profile.timeWaitAnswers === 'news-limited';

/** True: that is all. False: the FIN that ends the peer's side. */
export function arriveAtOrphan(tcb: Tcb, segment: Segment, env: Env): boolean {
	const {rcv} = tcb;
	const {flags, seq} = segment;
	const len = segLen(segment);
	const to = add(seq, len);
	if (!isInside(tcb, seq, to)) answerOutside(tcb, segment, env);
	else if (flags & RST) {
		note(env.out, 'rst-accepted', seq, rcv.nxt);
		end(tcb, 'rst-arrived', env);
	} else if (flags & SYN && !before(seq, rcv.nxt)) {
		reset(tcb, segment, 'syn-in-window', env);
	} else if (!(flags & ACK) || len === 0 || atOrBefore(to, rcv.nxt)) {
		note(env.out, 'time-wait-silent', seq);
	} else if (flags & FIN && to === add(rcv.nxt, 1)) {
		return false;
	} else {
		note(env.out, 'data-after-close-reset', segment.text.length);
		reset(tcb, segment, 'data-after-close', env);
	}
	return true;
}

function isInside({rcv}: Tcb, seq: Seq, to: Seq): boolean {
	const edge = add(rcv.nxt, rcv.wnd);
	return seq === rcv.nxt || (before(rcv.nxt, to) && before(seq, edge)) || (seq === edge && seq === to);
}

function answerOutside(tcb: Tcb, segment: Segment, env: Env): void {
	const {nxt, wnd} = tcb.rcv;
	if (segment.flags & RST) note(env.out, 'rst-outside', segment.seq, nxt, wnd);
	else {
		note(env.out, 'unacceptable', segment.seq, segLen(segment), nxt, wnd);
		answerTimeWait(tcb, segment, env);
	}
}

function reset(tcb: Tcb, segment: Segment, why: 'syn-in-window' | 'data-after-close', env: Env): void {
	note(env.out, 'rst-sent', segment.ack);
	resetFor(segment, env, tcb.ip);
	end(tcb, why, env);
}
