/** What lies ahead in the world, for the pace: read from the world, nothing kept. */

import {nextAt} from '../sim/index.js';
import {fates} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import type {Outlook} from './pace.js';

/** Only so many of the newest packets are looked at for dead ones: a lane shows fewer. */
const lookBack = 64;

const dead: ReadonlySet<number> = new Set((['lost', 'dropped', 'queue-full', 'unreachable'] as const).map(fate => fates.indexOf(fate)));

type Wire = {readonly crossing: number | undefined; readonly until: number};

function liveWire({flight, now}: World): Wire {
	let crossing = Number.POSITIVE_INFINITY;
	let until = now;
	for (const {sentAt, dueAt} of flight) {
		crossing = Math.min(crossing, dueAt - sentAt);
		until = Math.max(until, dueAt);
	}
	return {crossing: flight.length > 0 ? crossing : undefined, until};
}

/** The dead stay on the lane until they would have arrived. */
function deadWire({trace: {packets}, now}: World): Wire {
	let crossing: number | undefined;
	let until = now;
	for (let index = packets.length - 1; index >= Math.max(0, packets.length - lookBack); index--) {
		const dueAt = packets.dueAt[index] ?? 0;
		if (dueAt <= now || !dead.has(packets.fate[index] ?? 0)) continue;
		crossing = Math.min(crossing ?? Number.POSITIVE_INFINITY, dueAt - (packets.sentAt[index] ?? 0));
		until = Math.max(until, dueAt);
	}
	return {crossing, until};
}

export type Known = {
	/** When the stretch without packets began, virtual µs. */
	readonly calmSince: number;
	/** When a script's next statement is due; `never` where none waits for time. */
	readonly scriptAt: number;
};

export function outlookOf(world: World, {calmSince, scriptAt}: Known): Outlook {
	const live = liveWire(world);
	const {crossing, until} = live.crossing === undefined ? deadWire(world) : live;
	return {now: world.now, nextAt: Math.min(nextAt(world), scriptAt), crossing, wireUntil: until, calmSince};
}
