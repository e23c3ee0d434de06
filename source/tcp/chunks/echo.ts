/** What the echoed timestamp tells a sender (RFC 7323 § 4.1, RFC 3522). */
import type {Segment} from '../segment.js';
import {timestampAt} from '../syn-options.js';
import type {Env, Tcb} from '../tcb.js';
import type {SendQueue} from './chunk.js';

type Echo = {readonly ecr: number; readonly stampRtt: number | undefined; readonly isEchoOfOriginal: boolean};
const none: Echo = {ecr: 0, stampRtt: undefined, isEchoOfOriginal: false};

/** Ticks are milliseconds; a round trip shorter than one counts as one. */
export function echoOf(tcb: Tcb, {firstRepeatAt}: SendQueue, {options}: Segment, {now}: Env): Echo {
	if (!tcb.hasTimestamps) return none;
	for (const option of options) {
		if (option.kind !== 'TS' || option.ecr === 0) continue;
		const {ecr} = option;
		const ticks = (timestampAt(tcb, now) - ecr) | 0;
		const isEchoOfOriginal = firstRepeatAt !== undefined && isEchoBefore(tcb, ecr, firstRepeatAt);
		return {ecr, stampRtt: ticks >= 0 ? Math.max(ticks, 1) * 1000 : undefined, isEchoOfOriginal};
	}
	return none;
}

/** Was what it echoes sent before that time? Within one tick nobody can tell. */
export const isEchoBefore = (tcb: Tcb, ecr: number, at: number): boolean => ((ecr - timestampAt(tcb, at)) | 0) < 0;
