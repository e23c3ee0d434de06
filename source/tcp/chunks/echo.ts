/** What the echoed timestamp tells a sender (RFC 7323 § 4.1, RFC 3522). */
import type {Segment} from '../segment.js';
import type {Env, Tcb} from '../tcb.js';

import type {SendQueue} from './chunk.js';

type Echo = {readonly stampRtt: number | undefined; readonly isEchoOfOriginal: boolean};
const none: Echo = {stampRtt: undefined, isEchoOfOriginal: false};

const clockAt = ({ts}: Tcb, at: number): number => Math.floor((at + ts.offset) / 1000);

/** Ticks are milliseconds; a round trip shorter than one counts as one. */
export function echoOf(tcb: Tcb, {firstRepeatAt}: SendQueue, {options}: Segment, {now}: Env): Echo {
	if (!tcb.hasTimestamps) return none;
	for (const option of options) {
		if (option.kind !== 'TS' || option.ecr === 0) continue;
		const ticks = (clockAt(tcb, now) - option.ecr) | 0;
		const isEchoOfOriginal = firstRepeatAt !== undefined && ((option.ecr - clockAt(tcb, firstRepeatAt)) | 0) < 0;
		return {stampRtt: ticks >= 0 ? Math.max(ticks, 1) * 1000 : undefined, isEchoOfOriginal};
	}
	return none;
}
