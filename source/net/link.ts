/** The wire, one direction: when a packet comes out at the other end, and whether. Its fate is drawn when it enters. */

import type {LinkSettings} from './packet.js';
import {type HostStreams, nextBelow, nextShare, type Stream} from './random.js';

export type Lane = {
	settings: LinkSettings;
	/** Times at which packets accepted earlier have left the sender's card, ascending (rate). */
	leaving: number[];
};

/** One stream a purpose. */
type Draws = Pick<HostStreams, 'jitter' | 'loss' | 'duplicate' | 'corrupt' | 'reorder'>;

export type Fate = {
	readonly isQueueFull: boolean;
	readonly isLost: boolean;
	readonly isDuplicated: boolean;
	readonly isCorrupted: boolean;
	readonly isHeld: boolean;
	/** Virtual µs. */
	readonly dueAt: number;
};

const happens = (share: number, stream: Stream): boolean => share > 0 && nextShare(stream) < share;

/** A packet of so many octets (IPv4 datagram) enters at `now`. */
export function enter(lane: Lane, octets: number, now: number, draws: Draws): Fate {
	const {settings} = lane;
	const leftAt = leave(lane, octets, now);
	const isQueueFull = leftAt === undefined;
	const isHeld = happens(settings.reorder, draws.reorder);
	const delay = settings.delay + jitterOf(settings, draws.jitter);
	return {
		isQueueFull,
		isLost: happens(settings.loss, draws.loss),
		isDuplicated: happens(settings.duplicate, draws.duplicate),
		isCorrupted: happens(settings.corrupt, draws.corrupt),
		isHeld,
		dueAt: (leftAt ?? now) + delay + (isHeld ? settings.delay : 0),
	};
}

/** Between −jitter and +jitter, whole microseconds; a packet never arrives before it left. */
function jitterOf({delay, jitter}: LinkSettings, stream: Stream): number {
	return jitter === 0 ? 0 : Math.max(-delay, nextBelow(stream, 2 * jitter + 1) - jitter);
}

/** When the last octet is on the wire; undefined: the queue was full. */
function leave(lane: Lane, octets: number, now: number): number | undefined {
	const {rate, queue} = lane.settings;
	if (rate === 0) return now;
	while (lane.leaving.length > 0 && (lane.leaving[0] as number) <= now) lane.leaving.shift();
	if (lane.leaving.length > queue) return undefined;
	const begin = lane.leaving.at(-1) ?? now;
	const left = begin + Math.max(1, Math.round((octets * 8_000_000) / rate));
	lane.leaving.push(left);
	return left;
}
