/**
 * Octets in a row, as the pieces they came in: a piece is never written again, so a segment in flight, a keyframe and both hosts may
 * hold the same one, and bulk data is not copied at all.
 */
import {noText} from './segment.js';

export type OctetQueue = {
	/** The first `gone` octets of the first piece have left. */
	pieces: Uint8Array[];
	gone: number;
	/** Where the last search ended: that piece, and the octets before it. The next one mostly goes on from there. */
	hint: {piece: number; before: number};
};

/** Empty. */
export const newQueue = (): OctetQueue => ({pieces: [], gone: 0, hint: {piece: 0, before: 0}});

export const copyQueue = ({pieces, gone}: OctetQueue): OctetQueue => ({pieces: [...pieces], gone, hint: {piece: 0, before: 0}});

/** At the end; neighbours in one piece of memory stay one piece. */
export function put({pieces}: OctetQueue, octets: Uint8Array): void {
	const last = pieces.at(-1);
	if (last && last.buffer === octets.buffer && last.byteOffset + last.length === octets.byteOffset) {
		pieces[pieces.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + octets.length);
	} else if (octets.length > 0) {
		pieces.push(octets);
	}
}

/** The first `count` octets leave. The caller knows that there are so many. */
export function dropFirst(queue: OctetQueue, count: number): void {
	const {pieces, hint} = queue;
	queue.gone += count;
	let empty = 0;
	for (let first = pieces[0]; first && queue.gone >= first.length; first = pieces[empty]) {
		queue.gone -= first.length;
		hint.before -= first.length;
		empty++;
	}
	if (empty === 0) return;
	pieces.splice(0, empty);
	hint.piece -= empty;
	if (hint.piece < 0) queue.hint = {piece: 0, before: 0};
}

/** `len` octets from place `from` on: the piece itself, a view of it, or a copy when they stand in several. */
export function slice(queue: OctetQueue, from: number, len: number): Uint8Array {
	if (len === 0) return noText;
	const {pieces, gone, hint} = queue;
	let at = hint.before <= from + gone ? hint.piece : 0;
	let skip = from + gone - (at === hint.piece ? hint.before : 0);
	for (let piece = pieces[at]; piece && skip >= piece.length; piece = pieces[at]) {
		skip -= piece.length;
		at++;
	}
	hint.piece = at;
	hint.before = from + gone - skip;
	const first = pieces[at] ?? noText;
	if (skip === 0 && first.length === len) return first;
	if (skip + len <= first.length) return first.subarray(skip, skip + len);
	return gather(pieces, at, skip, len);
}

function gather(pieces: readonly Uint8Array[], first: number, skip: number, len: number): Uint8Array {
	const octets = newOctets(len);
	let filled = 0;
	let from = skip;
	for (let at = first; filled < len; at++) {
		const piece = pieces[at] ?? noText;
		const part = piece.subarray(from, Math.min(piece.length, from + len - filled));
		octets.set(part, filled);
		filled += part.length;
		from = 0;
	}
	return octets;
}

/** Small pieces are cut from a common store: an array of its own costs more than the copy into it. */
const storeOctets = 262_144;
const smallPiece = 16_384;
let store = new Uint8Array(0);
let taken = 0;

/** Fresh octets, to be filled by the caller. */
function newOctets(len: number): Uint8Array {
	if (len > smallPiece) return new Uint8Array(len);
	if (taken + len > store.length) {
		store = new Uint8Array(storeOctets);
		taken = 0;
	}
	const from = taken;
	taken = (taken + len + 7) & ~7;
	return store.subarray(from, from + len);
}
