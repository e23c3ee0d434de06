/**
 * Strings of the language. A string stands for octets, kept as a Latin-1 string (a character an octet): what is not ASCII in the
 * file becomes its UTF-8 octets. Words for people are those octets read as UTF-8.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

const hex = (octet: number): string => `\\x${octet.toString(16).padStart(2, '0')}`;

/** A character an octet. */
export const latin1 = (octets: Uint8Array): string => Array.from(octets, octet => String.fromCharCode(octet)).join('');

export const utf8Octets = (text: string): string => latin1(encoder.encode(text));

function decoded(octets: string): string | undefined {
	try {
		return decoder.decode(Uint8Array.from(octets, octet => octet.charCodeAt(0)));
	} catch {
		return undefined;
	}
}

/** The words that the octets of a string stand for: UTF-8, or Latin-1 where it is not that. */
export const textOf = (octets: string): string => decoded(octets) ?? octets;

/** Controls, and characters that reorder or break lines: a terminal must never get them raw. */
const unsafe = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

const named: Readonly<Record<string, string>> = {'\n': '\\n', '\t': '\\t', '"': '\\"', '\\': '\\\\'};

const safe = (character: string): string => (unsafe.test(character) ? Array.from(encoder.encode(character), hex).join('') : character);

/** A string of the language that stands for this text. */
export const quoteText = (text: string): string => `"${Array.from(text, character => named[character] ?? safe(character)).join('')}"`;

/** A string of the language that stands for these octets. */
export function quoteOctets(octets: string): string {
	const text = decoded(octets);
	return text === undefined ? `"${escapeOctets(octets)}"` : quoteText(text);
}

/** The octets in the language's escapes, ASCII only, without the quotes. */
export const escapeOctets = (octets: string): string => octets.replace(/[^ !#-[\]-~]/g, octet => named[octet] ?? hex(octet.charCodeAt(0)));

/** Fit for a terminal: what would steer it is shown as escapes, everything else stays. */
export const visible = (text: string): string =>
	Array.from(text, character => (character === '"' || character === '\\' ? character : (named[character] ?? safe(character)))).join('');
