/**
 * What a datagram costs in memory once a virtual interface (Linux's tun, 4-KiB pages) has taken it in: a head in one piece, page
 * fragments for what does not fit there, and a descriptor. A program's limit (SO_RCVBUF) is on this, not on the octets.
 */
export const page = 4096;
/** Room before the datagram, for headers that may be put in front. */
const headPad = 64;
/** The list of fragments behind the head. */
const fragmentList = 320;
const descriptor = 256;
/** The smallest head; larger ones come in powers of two. */
const smallHead = 704;
/** Fragments come in one, two, four or eight pages. */
const largestOrder = 3;
/** A datagram that needs fragments keeps so much in its head. */
const headText = page - headPad - fragmentList;

const upTo = (octets: number, unit: number): number => Math.ceil(octets / unit) * unit;

function headOf(octets: number): number {
	const needed = upTo(headPad + octets, 64) + fragmentList;
	return needed <= smallHead ? smallHead : 2 ** Math.ceil(Math.log2(needed));
}

function fragmentsOf(octets: number): number {
	let rest = octets;
	let memory = 0;
	let order = largestOrder;
	while (rest > 0) {
		while (order > 0 && upTo(rest, page) < page << order) order--;
		memory += page << order;
		rest -= page << order;
	}
	return memory;
}

/** `octets`: the whole datagram, headers included. */
export function costOf(octets: number): number {
	const head = headPad + octets < page ? octets : Math.min(octets, headText);
	return headOf(head) + fragmentsOf(octets - head) + descriptor;
}

/** Octets behind the datagram's end in its head: the next small text may go there and cost nothing. */
export const slackOf = (octets: number): number =>
	headPad + octets < page ? Math.max(0, headOf(octets) - fragmentList - headPad - octets) : 0;

/** The most text that one piece holds when scattered text is put together again, and what so much takes. */
export const pieceText = page - fragmentList;
const pieceHead = (octets: number): number => Math.max(smallHead, 2 ** Math.ceil(Math.log2(upTo(octets, 64) + fragmentList)));
/** Octets of memory. */
export const pieceCost = (octets: number): number => pieceHead(octets) + descriptor;
/** Octets behind the text of such a piece. */
export const pieceSlack = (octets: number): number => pieceHead(octets) - fragmentList - octets;
