/** The time to ask about a closed window has come (RFC 9293 § 3.8.6.1; tcp_probe_timer). */
import {emit} from '../emit.js';
import {note} from '../out.js';
import {ACK} from '../segment.js';
import {add, before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {type Chunk, nextOf, type SendQueue, segmentsOf, split, textLength} from './chunk.js';
import {giveUp} from './give-up.js';
import {forgetProbes, setProbe} from './probe-timer.js';
import {transmitNew} from './transmit.js';

/** Text that fits goes, whatever held it back; into a closed window an empty segment asks. */
export function windowProbe(tcb: Tcb, queue: SendQueue, limit: number | undefined, env: Env): void {
	const {snd} = tcb;
	const next = nextOf(queue);
	if (!next || queue.packetsOut > 0) {
		tcb.probes = 0;
		queue.probingSince = undefined;
	} else if (isOver(tcb, queue, limit, env)) giveUp(tcb, env);
	else if (before(next.seq, add(snd.una, snd.wnd))) override(tcb, queue, next, env);
	else ask(tcb, queue, env);
}

/** Probes that are answered do not count, but a user time-out counts from the first. */
function isOver(tcb: Tcb, queue: SendQueue, limit: number | undefined, {now, knobs}: Env): boolean {
	const {userTimeout} = knobs;
	queue.probingSince ??= now;
	if (userTimeout !== undefined && now > queue.probingSince && now - queue.probingSince >= userTimeout) return true;
	return limit !== undefined && tcb.probes >= limit;
}

function ask(tcb: Tcb, queue: SendQueue, env: Env): void {
	const {snd} = tcb;
	tcb.probes++;
	queue.backoff++;
	setProbe(tcb, queue, env);
	note(env.out, 'probe-sent', snd.una, tcb.persistInterval);
	emit(tcb, {seq: add(snd.una, -1), flags: ACK}, env);
}

function override(tcb: Tcb, queue: SendQueue, next: Chunk, env: Env): void {
	const {snd} = tcb;
	const room = span(next.seq, add(snd.una, snd.wnd));
	const octets = Math.min(textLength(next), room, snd.mss);
	if (octets < textLength(next)) split(tcb, queue, queue.sent, octets);
	next.isPushed = true;
	next.segments = segmentsOf(octets, snd.mss);
	queue.pushedSeq = next.end;
	note(env.out, 'sent-by-override', next.seq, next.end);
	// It asks the peer, so that no later small text has to wait for its acknowledgment.
	const {smallEnd} = queue;
	transmitNew(tcb, queue, env);
	queue.smallEnd = smallEnd;
	forgetProbes(tcb, queue);
}
