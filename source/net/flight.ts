/** Packets in flight, the next to arrive first; at one instant the lower number first. */
import type {Packet} from './packet.js';

const isSooner = (one: Packet, other: Packet): boolean => one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.n < other.n);

/** Almost every packet arrives behind all others. */
export function launch(flight: Packet[], packet: Packet): void {
	const last = flight[flight.length - 1];
	if (last === undefined || isSooner(last, packet)) flight.push(packet);
	else flight.splice(placeOf(flight, packet), 0, packet);
}

function placeOf(flight: readonly Packet[], packet: Packet): number {
	let low = 0;
	let high = flight.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isSooner(flight[middle] as Packet, packet)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** After somebody changed a time. */
export function reorder(flight: Packet[]): void {
	flight.sort((one, other) => (isSooner(one, other) ? -1 : 1));
}
