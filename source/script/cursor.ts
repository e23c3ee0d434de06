/** Walks the tokens of one line; every refusal says what would have been allowed. */
import type {Token} from './lexer.js';
import {type Allowed, type Complaint, end, Refused, word, words} from './mistake.js';

export type Cursor = {readonly tokens: readonly Token[]; readonly line: number; at: number};

export const peek = (cursor: Cursor): Token | undefined => cursor.tokens[cursor.at];

/** Where the next token stands, or would. */
function columnOf({tokens, at}: Cursor): number {
	const token = tokens[at];
	const last = tokens[tokens.length - 1];
	return token?.column ?? (last ? last.column + Array.from(last.raw).length : 1);
}

export const refuse = (cursor: Cursor, complaint: Complaint): never => {
	throw new Refused({line: cursor.line, column: columnOf(cursor), ...complaint});
};

/** The token at the cursor cannot stand there, or there is none. */
export function unexpected(cursor: Cursor, allowed: readonly Allowed[]): never {
	const token = peek(cursor);
	return refuse(cursor, token ? {code: 'unexpected', found: token.raw, allowed} : {code: 'missing', allowed});
}

/** Takes the next token if it is a word that `read` understands. */
export function take<Value>(cursor: Cursor, read: (word: string) => Value | undefined, allowed: readonly Allowed[]): Value {
	const token = peek(cursor);
	const value = token?.kind === 'word' ? read(token.value) : undefined;
	if (value === undefined) return unexpected(cursor, allowed);
	cursor.at++;
	return value;
}

/** One of these words. */
export const takeChoice = <Choice extends string>(cursor: Cursor, choices: readonly Choice[]): Choice =>
	take(cursor, text => choices.find(choice => choice === text), words(choices));

export const takeKeyword = (cursor: Cursor, keyword: string): string => takeChoice(cursor, [keyword]);

/** The octets of a string (Latin-1). */
export function takeString(cursor: Cursor): string {
	const token = peek(cursor);
	if (token?.kind !== 'string') return unexpected(cursor, [{value: 'string'}]);
	cursor.at++;
	return token.value;
}

export const isWord = (cursor: Cursor, text: string): boolean => peek(cursor)?.kind === 'word' && peek(cursor)?.value === text;

/** Takes the word if it stands there. */
export function skipWord(cursor: Cursor, text: string): boolean {
	if (!isWord(cursor, text)) return false;
	cursor.at++;
	return true;
}

export function takeEnd(cursor: Cursor, alsoAllowed: readonly Allowed[] = []): void {
	if (peek(cursor)) unexpected(cursor, [...alsoAllowed, end]);
}

/** Words in any order, each at most once, each followed by what its reader takes; then the end of the line. */
export function takeOptions(cursor: Cursor, options: Readonly<Record<string, () => void>>): void {
	const left = new Map(Object.entries(options));
	for (let token = peek(cursor); token; token = peek(cursor)) {
		const read = token.kind === 'word' ? left.get(token.value) : undefined;
		if (!read) unexpected(cursor, [...Array.from(left.keys(), word), end]);
		left.delete(token.value);
		cursor.at++;
		read();
	}
}
