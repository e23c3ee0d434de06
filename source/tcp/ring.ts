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

/** Small pieces are cut from a common store: an array of its own costs more than the copy into it. */
const storeOctets = 262_144;
const smallPiece = 16_384;
let store = new Uint8Array(0);
let taken = 0;

/** Fresh octets, to be filled by the caller. */
export function newOctets(len: number): Uint8Array {
	if (len > smallPiece) return new Uint8Array(len);
	if (taken + len > store.length) {
		store = new Uint8Array(storeOctets);
		taken = 0;
	}
	taken += len;
	return store.subarray(taken - len, taken);
}
