/** Takes a line apart: words and strings, each with its column; a comment ends the line. */
import {utf8Octets} from './escape.js';
import {Refused} from './mistake.js';

export type Token = {
	readonly kind: 'word' | 'string';
	/** As written, the quotes of a string included. */
	readonly raw: string;
	/** The word, or the octets of the string (Latin-1). */
	readonly value: string;
	/** Counted in characters from 1. */
	readonly column: number;
};

type Reader = {readonly characters: readonly string[]; readonly line: number; at: number};

export function lexLine(text: string, line: number): readonly Token[] {
	const reader: Reader = {characters: Array.from(text), line, at: 0};
	const tokens: Token[] = [];
	for (;;) {
		while (/^\s$/.test(current(reader))) reader.at++;
		if (current(reader) === '' || current(reader) === '#') return tokens;
		tokens.push(current(reader) === '"' ? takeString(reader) : takeWord(reader));
	}
}

const current = ({characters, at}: Reader): string => characters[at] ?? '';

const written = ({characters, at}: Reader, from: number): string => characters.slice(from, at).join('');

function takeWord(reader: Reader): Token {
	const from = reader.at;
	while (/^[^\s"#]$/u.test(current(reader))) reader.at++;
	const raw = written(reader, from);
	return {kind: 'word', raw, value: raw, column: from + 1};
}

function takeString(reader: Reader): Token {
	const from = reader.at++;
	let value = '';
	while (current(reader) !== '"') {
		if (current(reader) === '') throw new Refused({line: reader.line, column: from + 1, code: 'unclosed-string'});
		value += current(reader) === '\\' ? takeEscape(reader) : utf8Octets(takeCharacter(reader));
	}
	reader.at++;
	return {kind: 'string', raw: written(reader, from), value, column: from + 1};
}

function takeCharacter(reader: Reader): string {
	const character = current(reader);
	reader.at++;
	return character;
}

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', '"': '"', '\\': '\\'};

function takeEscape(reader: Reader): string {
	const from = reader.at;
	const letter = reader.characters[from + 1] ?? '';
	const plain = escapes[letter];
	reader.at += 2;
	if (plain !== undefined) return plain;
	const digits = letter === 'x' ? reader.characters.slice(from + 2, from + 4).join('') : '';
	if (/^[0-9a-fA-F]{2}$/.test(digits)) {
		reader.at += 2;
		return String.fromCharCode(Number.parseInt(digits, 16));
	}
	throw new Refused({line: reader.line, column: from + 1, code: 'bad-escape', found: `\\${letter}${digits}`});
}
