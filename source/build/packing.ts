/**
 * The bundle as the package holds it. Its letters beyond ASCII, most of them Chinese, are an octet or two each before they are compressed: as
 * \uXXXX they would take 5 KB more, in UTF-8 2 KB. The first line lists them in UTF-8, the most frequent ones first: those become one octet.
 */
import {brotliCompressSync, constants} from 'node:zlib';
import {lettersOfOneOctet, unpacked} from './unpacking.js';

const firstCode = 0x80;
const firstLead = firstCode + lettersOfOneOctet;
const most = lettersOfOneOctet + (0x100 - firstLead) * 0x80;

const escapedLetter = /\\u([0-9a-f]{4})/g;
const isLetter = (code: number): boolean => code >= 0x80 && !(code >= 0xd800 && code <= 0xdfff);

/** Each letter once, in the order of the first line. In the order of their codes they compress best, as far as the order is free. */
function lettersIn(text: string): readonly string[] {
	const counts = new Map<string, number>();
	for (const [, digits = ''] of text.matchAll(escapedLetter)) {
		const code = Number.parseInt(digits, 16);
		if (isLetter(code)) counts.set(String.fromCharCode(code), (counts.get(String.fromCharCode(code)) ?? 0) + 1);
	}
	const byFrequency = Array.from(counts.keys()).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
	return [...byFrequency.slice(0, lettersOfOneOctet).sort(), ...byFrequency.slice(lettersOfOneOctet).sort()];
}

function codeOf(place: number): string {
	if (place < lettersOfOneOctet) return String.fromCharCode(firstCode + place);
	const beyond = place - lettersOfOneOctet;
	return String.fromCharCode(firstLead + Math.floor(beyond / 0x80), firstCode + (beyond % 0x80));
}

/** Compresses an ASCII text. */
export function packed(text: string): Buffer {
	const letters = lettersIn(text);
	if (letters.length > most) throw new Error(`${letters.length} different letters, of ${most}`);
	const codes = new Map(letters.map((letter, place) => [letter, codeOf(place)]));
	const short = text.replace(
		escapedLetter,
		(asWritten, digits) => codes.get(String.fromCharCode(Number.parseInt(digits, 16))) ?? asWritten,
	);
	const octets = Buffer.concat([Buffer.from(`${letters.join('')}\n`), Buffer.from(short, 'latin1')]);
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
	};
	const result = brotliCompressSync(octets, {params});
	if (unpacked(octets) !== text) throw new Error('what was packed is not what would be unpacked');
	return result;
}
