/** Timestamps of segments that arrive (RFC 7323 § 4, § 5): which of them to echo, which are too old to be of this connection. */
import {challenge} from './challenge.js';
import {sendAck} from './emit.js';
import {note} from './out.js';
import {ACK, type Option, RST, type Segment, segLen} from './segment.js';
import {atOrBefore, before} from './seq.js';
import {timestampAt} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';

type Stamp = Extract<Option, {kind: 'TS'}>;

function stampOf({options}: Segment): Stamp | undefined {
	for (const option of options) if (option.kind === 'TS') return option;
	return undefined;
}

/** § 5.5: a clock of 1 ms needs 24 days for half its circle; a connection that was silent so long forgets TS.Recent. */
const validFor = 24 * 86_400 * 1_000_000;

/** a before b on the circle of timestamps. */
const isOlder = (a: number, b: number): boolean => ((a - b) | 0) < 0;

/** § 5.3 R1, PAWS, and § 3.2 for segments without a timestamp; a RST is exempt from both. */
export function checkTimestamp(tcb: Tcb, segment: Segment, env: Env): Segment | 'drop' {
	if (!tcb.hasTimestamps || segment.flags & RST) return segment;
	const stamp = stampOf(segment);
	if (!stamp) return env.knobs.tolerateMissingTimestamps ? segment : dropMissing(segment, env);
	const {recent, recentAt} = tcb.ts;
	if (!isOlder(stamp.val, recent) || env.now - recentAt > validFor) return segment;
	note(env.out, 'paws-dropped', stamp.val, recent);
	if (segLen(segment) > 0) sendAck(tcb, env);
	else challenge(tcb, env);
	return 'drop';
}

function dropMissing({seq}: Segment, {out}: Env): 'drop' {
	note(out, 'timestamp-missing', seq);
	return 'drop';
}

/** § 4.3: the timestamp to echo is that of the oldest segment which the acknowledgment covers. */
export function takeTimestamp(tcb: Tcb, segment: Segment, {now, out, profile}: Env): void {
	const {ts} = tcb;
	if (profile.timestampNeedsGoodAck && !isGoodAck(tcb, segment)) return;
	if (segment.flags & RST || !(segment.flags & ACK) || !atOrBefore(segment.seq, ts.lastAckSent)) return;
	const stamp = stampOf(segment);
	if (!stamp || (isOlder(stamp.val, ts.recent) && now - ts.recentAt <= validFor)) return;
	if (stamp.val !== ts.recent) note(out, 'ts-recent-taken', stamp.val);
	ts.recent = stamp.val;
	ts.recentAt = now;
}

/** Neither of what was never sent nor older than the newest. */
const isGoodAck = ({snd}: Tcb, {ack}: Segment): boolean => !before(ack, snd.una) && !before(snd.max, ack);

/** § 4.1: how long ago the echoed timestamp was sent, in microseconds; undefined: nothing of ours was echoed. */
export function roundTripOf(tcb: Tcb, segment: Segment, now: number): number | undefined {
	const stamp = tcb.hasTimestamps ? stampOf(segment) : undefined;
	if (!stamp || stamp.ecr === 0) return undefined;
	const ticks = (timestampAt(tcb, now) - stamp.ecr) | 0;
	return ticks < 0 ? undefined : Math.max(1, ticks) * 1000;
}
