/** The counting pattern of `send N bytes`: the alphabet, over and over, by the octet's place in the stream, so that a gap shows. */

const period = 26;
const longest = 65_536;
const alphabet = Uint8Array.from({length: longest + period}, (_, place) => 97 + (place % period));

/** `len` octets from place `at` of the stream on; at most 65536 at once. A view: not to be written. */
export function pattern(at: number, len: number): Uint8Array {
	const phase = at % period;
	return alphabet.subarray(phase, phase + Math.min(len, longest));
}
