/** The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of all 16-bit words. */

/** Sum of the words, not yet folded; an odd last octet counts as if a zero followed. `start`: a sum to go on from. */
export function sumWords(octets: Uint8Array, start = 0): number {
	let sum = start;
	const even = octets.length & ~1;
	for (let at = 0; at < even; at += 2) sum += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
	return even < octets.length ? sum + ((octets[even] ?? 0) << 8) : sum;
}

/** The header field for such a sum. Over octets that hold their own checksum it is 0, unless they were damaged. */
export function checksum(sum: number): number {
	let folded = sum;
	while (folded > 0xffff) folded = Math.floor(folded / 0x10000) + (folded & 0xffff);
	return ~folded & 0xffff;
}
