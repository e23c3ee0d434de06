/** TIME_WAIT where it answers all that is news to it, and nothing else: no window is looked at (FreeBSD; RFC 9293 § 3.10.7.4 asks for less silence). */
import {sendAck} from './emit.js';
import {restartTimeWait} from './move-to.js';
import {note} from './out.js';
import {ACK, FIN, RST, type Segment, SYN} from './segment.js';
import {add} from './seq.js';
import type {Env, Tcb} from './tcb.js';

export function arriveInTimeWait(tcb: Tcb, segment: Segment, env: Env): void {
	const {flags, seq} = segment;
	if (flags & RST) note(env.out, 'rst-ignored-time-wait', seq);
	else if (!(flags & ACK) || isRepeat(tcb, segment)) note(env.out, 'time-wait-silent', seq);
	else {
		if (isFinAgain(tcb, segment)) restartTimeWait(tcb, env);
		sendAck(tcb, env);
	}
}

/** The last ACK once more. */
const isRepeat = ({rcv, snd}: Tcb, {flags, seq, ack, text}: Segment): boolean =>
	flags === ACK && text.length === 0 && seq === rcv.nxt && ack === snd.nxt;

const isFinAgain = ({rcv}: Tcb, {flags, seq, text}: Segment): boolean =>
	(flags & FIN) !== 0 && add(seq, text.length + (flags & SYN ? 1 : 0) + 1) === rcv.nxt;
