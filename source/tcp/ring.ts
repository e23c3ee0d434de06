/** Octets in a ring whose size is a power of two; it is made at the first octet and grows up to what its owner may hold. */

const smallest = 2048;

/** The ring, able to hold `octets`. When it has to grow, all it held goes along and begins at 0 (`head` moves then). */
export function roomFor(owner: {ring: Uint8Array | undefined; head: number}, octets: number): Uint8Array {
	const {ring} = owner;
	if (ring && ring.length >= octets) return ring;
	let size = Math.max(smallest, ring?.length ?? 0);
	while (size < octets) size *= 2;
	const bigger = new Uint8Array(size);
	if (ring) readRing(ring, owner.head, bigger.subarray(0, ring.length));
	owner.ring = bigger;
	owner.head = 0;
	return bigger;
}

export function writeRing(ring: Uint8Array, at: number, octets: Uint8Array): void {
	const place = at & (ring.length - 1);
	const room = ring.length - place;
	if (octets.length <= room) {
		ring.set(octets, place);
		return;
	}
	ring.set(octets.subarray(0, room), place);
	ring.set(octets.subarray(room), 0);
}

export function readRing(ring: Uint8Array, at: number, into: Uint8Array): void {
	const place = at & (ring.length - 1);
	const room = ring.length - place;
	if (into.length <= room) {
		into.set(ring.subarray(place, place + into.length));
		return;
	}
	into.set(ring.subarray(place));
	into.set(ring.subarray(0, into.length - room), room);
}
