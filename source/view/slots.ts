/**
 * Which packets are on the wire to be seen, and the place each keeps from its first moment to its last: the highest that is free when it
 * leaves, so that two never meet. Worked out again for every picture from the last packets of the trace, always the same way.
 */
import {fates, type PacketColumns} from '../sim/trace.js';
import type {World} from '../sim/world.js';

/** `place` counts from 0, the highest; `limit` stands for all that found none. */
export type Placed = {readonly n: number; readonly place: number};

type Places = {
	/** Oldest first. */
	readonly placed: readonly Placed[];
	/** Packets that are in flight, but too old to be looked at one by one. */
	readonly older: number;
};

const inFlight = fates.indexOf('in-flight');
const delivered = fates.indexOf('delivered');
const corrupted = fates.indexOf('corrupted');
const unreachable = fates.indexOf('unreachable');

/** So many packets back, and up to twice as many: the beginning moves in such strides, so that places rarely depend on it. */
const stride = 512;

/** When a packet leaves the picture: the dead stay until they would have arrived, the unreachable a little longer at the wall. */
function goneAt({fate, sentAt, dueAt}: PacketColumns, at: number): number {
	const due = dueAt[at] ?? 0;
	return fate[at] === unreachable ? due + (due - (sentAt[at] ?? 0)) / 2 : due;
}

function isShown(packets: PacketColumns, at: number, now: number): boolean {
	const fate = packets.fate[at];
	return fate === inFlight || (fate !== delivered && now < goneAt(packets, at));
}

const firstOf = ({length}: PacketColumns): number => Math.max(0, (Math.floor(length / stride) - 1) * stride);

const arrives = (fate: number | undefined): boolean => fate === delivered || fate === corrupted;

/**
 * Had the packet left its place when another one was sent? What arrives leaves in that very step, so that its answer takes the place
 * over; of two that are due at one instant the second keeps its own.
 */
function hasLeft(packets: PacketColumns, at: number, next: number): boolean {
	const fate = packets.fate[at];
	if (fate === inFlight) return false;
	if (arrives(fate)) return (packets.arrivedInStep[at] ?? 0) <= (packets.sentInStep[next] ?? 0);
	return goneAt(packets, at) <= (packets.sentAt[next] ?? 0);
}

/** `holders`: the last packet at each place. */
function freePlace(packets: PacketColumns, holders: readonly number[], next: number): number {
	const free = holders.findIndex(holder => hasLeft(packets, holder, next));
	return free >= 0 ? free : holders.length;
}

/** All packets that are to be seen at `now`. */
export function placePackets({trace, flight}: World, now: number, limit: number): Places {
	const {packets} = trace;
	const first = firstOf(packets);
	const placed: Placed[] = [];
	const holders: number[] = [];
	for (let at = first; at < packets.length; at++) {
		const place = Math.min(freePlace(packets, holders, at), limit);
		if (place < limit) holders[place] = at;
		if (isShown(packets, at, now)) placed.push({n: at + 1, place});
	}
	return {placed, older: first === 0 ? 0 : flight.reduce((count, {n}) => count + (n <= first ? 1 : 0), 0)};
}
