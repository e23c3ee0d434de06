/** Packets in flight: a binary heap, the next to arrive on top; at one instant the lower number first. */
import type {Packet} from './packet.js';

const isSooner = (one: Packet, other: Packet): boolean => one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.n < other.n);

export function launch(flight: Packet[], packet: Packet): void {
	let at = flight.length;
	flight.push(packet);
	while (at > 0) {
		const parent = (at - 1) >> 1;
		const above = flight[parent] as Packet;
		if (!isSooner(packet, above)) break;
		flight[at] = above;
		at = parent;
	}
	flight[at] = packet;
}

/** Takes the next one out. */
export function land(flight: Packet[]): Packet | undefined {
	const next = flight[0];
	const last = flight.pop();
	if (last && flight.length > 0) sink(flight, last, 0);
	return next;
}

function sink(flight: Packet[], packet: Packet, from: number): void {
	let at = from;
	for (;;) {
		let child = 2 * at + 1;
		if (child >= flight.length) break;
		if (child + 1 < flight.length && isSooner(flight[child + 1] as Packet, flight[child] as Packet)) child++;
		if (!isSooner(flight[child] as Packet, packet)) break;
		flight[at] = flight[child] as Packet;
		at = child;
	}
	flight[at] = packet;
}

/** After somebody changed a time or took a packet out. */
export function reorder(flight: Packet[]): void {
	flight.sort((one, other) => (isSooner(one, other) ? -1 : 1));
}
