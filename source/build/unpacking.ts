/** So many letters become one octet, 0x80 and up; the octets above lead the others, two octets each. */
export const lettersOfOneOctet = 100;

/** Undoes what packing.ts does before it compresses: each letter as \uXXXX. */
export function unpacked(octets: Buffer): string {
	const end = octets.indexOf('\n');
	const letters = octets.toString('utf8', 0, end);
	return octets.toString('latin1', end + 1).replace(/[\x80-\xe3]|[\xe4-\xff]./g, code => {
		const [first, second] = [code.charCodeAt(0) - 0x80, code.charCodeAt(1) - 0x80];
		const place = code.length === 1 ? first : lettersOfOneOctet + (first - lettersOfOneOctet) * 0x80 + second;
		return `\\u${letters.charCodeAt(place).toString(16).padStart(4, '0')}`;
	});
}
