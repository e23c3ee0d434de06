/** The counting pattern of `send N bytes`: the alphabet, over and over, by the octet's place in the stream, so that a gap shows. */

const period = 26;
/** As long as two of the largest windows, whole periods: what follows in the stream mostly follows in memory, too. */
const cycle = period * 5042;
const alphabet = alphabetFrom(0, cycle);

/** Octets from place `at` of the stream on: `len` of them, or fewer. A view: not to be written. */
export function pattern(at: number, len: number): Uint8Array {
	const place = at % cycle;
	return alphabet.subarray(place, Math.min(place + len, cycle));
}

/** Are these octets the pattern from place `at` on? Views of the pattern itself need no look at their octets. */
export function isPattern(octets: Uint8Array, at: number): boolean {
	if (octets.buffer === alphabet.buffer) return octets.byteOffset % period === at % period;
	for (let done = 0; done < octets.length; done += cycle) {
		if (!isSame(octets.subarray(done, done + cycle), alignedPattern((at + done) % period))) return false;
	}
	return true;
}

/** One period by hand, then what is there once more, until it is long enough. */
function alphabetFrom(phase: number, len: number): Uint8Array {
	const octets = new Uint8Array(len);
	for (let at = 0; at < period; at++) octets[at] = 97 + ((at + phase) % period);
	for (let done = period; done < len; done *= 2) octets.copyWithin(done, 0, Math.min(done, len - done));
	return octets;
}

const aligned: Uint8Array[] = [];
const alignedPattern = (phase: number): Uint8Array => (aligned[phase] ??= alphabetFrom(phase, cycle));

/** Word by word where memory allows: every octet of a bulk transfer comes by here. `expected` may be longer. */
function isSame(octets: Uint8Array, expected: Uint8Array): boolean {
	const words = octets.byteOffset % 4 === 0 ? octets.length >> 2 : 0;
	if (words > 0 && !areWordsSame(octets, expected, words)) return false;
	for (let at = words * 4; at < octets.length; at++) if (octets[at] !== expected[at]) return false;
	return true;
}

function areWordsSame(octets: Uint8Array, expected: Uint8Array, words: number): boolean {
	const one = new Int32Array(octets.buffer, octets.byteOffset, words);
	const other = new Int32Array(expected.buffer, expected.byteOffset, words);
	for (let at = 0; at < words; at++) if (one[at] !== other[at]) return false;
	return true;
}
