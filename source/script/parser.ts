/** Text to script, or to all that is wrong with it. */
import {checkScript, type Entry} from './check-script.js';
import type {Cursor} from './cursor.js';
import {lexLine, type Token} from './lexer.js';
import {type Mistake, maxMistakes, Refused} from './mistake.js';
import type {Script, Statement} from './script.js';
import {takeStatement} from './statements.js';

type Parsed =
	| {readonly script: Script; readonly mistakes?: undefined}
	| {readonly script?: undefined; readonly mistakes: readonly Mistake[]};

export function parseScript(text: string): Parsed {
	const mistakes: Mistake[] = [];
	const entries = text
		.split(/\r?\n/)
		.map((line, index): Entry => caught(mistakes, () => parseLine(line, index + 1)) ?? brokenEntry(line, index + 1));
	mistakes.push(...checkScript(entries));
	if (mistakes.length === 0) return {script: {statements: entries.flatMap(({statement}) => statement ?? [])}};
	return {mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, maxMistakes)};
}

/** One statement, without the checks that need the other lines; for what a person types in. */
export function parseStatement(text: string): {readonly statement: Statement | undefined; readonly mistakes: readonly Mistake[]} {
	const mistakes: Mistake[] = [];
	return {statement: caught(mistakes, () => parseLine(text, 1))?.statement, mistakes};
}

function caught<Value>(mistakes: Mistake[], read: () => Value): Value | undefined {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		mistakes.push(error.mistake);
		return undefined;
	}
}

/** Without a statement: nothing but blanks and a comment. */
function parseLine(line: string, number: number): Entry {
	const tokens = lexLine(line, number);
	const [first] = tokens;
	if (!first) return {line: number, tokens};
	const cursor: Cursor = {tokens, line: number, at: 0};
	return {line: number, tokens, statement: {...takeStatement(cursor), line: number, column: first.column, text: asWritten(tokens)}};
}

const asWritten = (tokens: readonly Token[]): string => tokens.map(({raw}) => raw).join(' ');

/** The words of a line with a mistake: the names in it count as known, so that a mistake is told once. */
const brokenEntry = (line: string, number: number): Entry => ({
	line: number,
	tokens: line
		.split(/\s+/)
		.filter(Boolean)
		.map((raw): Token => ({kind: 'word', raw, value: raw, column: 1})),
});
