/** Urgent data (RFC 9293 § 3.8.5): the pointer tells where it ends; the octets stay in line with all others (RFC 6093 § 3.4). */
import {note} from './out.js';
import {type Segment, URG} from './segment.js';
import {add, before, later, span} from './seq.js';
import type {State} from './state.js';
import type {Env, Tcb} from './tcb.js';

const listens: Partial<Record<State, true>> = {ESTABLISHED: true, FIN_WAIT_1: true, FIN_WAIT_2: true};

/** § 3.10.7.4 "sixth": RCV.UP := max(RCV.UP, SEG.UP). */
export function checkUrg(tcb: Tcb, segment: Segment, {out}: Env): Segment {
	if (!(segment.flags & URG) || !listens[tcb.state]) return segment;
	const {rcv} = tcb;
	const up = add(segment.seq, segment.urg);
	if (!before(rcv.nxt, up)) return segment;
	rcv.up = rcv.up === undefined ? up : later(rcv.up, up);
	note(out, 'urgent-arrived', rcv.up, span(rcv.nxt, rcv.up));
	return segment;
}
