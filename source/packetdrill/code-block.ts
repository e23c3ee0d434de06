/** Code blocks: `assert` over the numbers that TCP_INFO gives. Read once, evaluated when the run is over; whatever else they hold is told as unsupported. */
import {codeConstants} from './code-constants.js';
import {type CodeNumbers, evaluateExpression, isTrue, namesIn} from './code-evaluate.js';
import {type CodeCursor, type CodeExpression, CodeRefused, peekCode, refuseCode, skipCode, startCode, takeCode} from './code-expression.js';
import {lexCode} from './code-lexer.js';
import type {Place} from './pkt.js';

/** `text`: the expression as written. */
type Assertion = {readonly expression: CodeExpression; readonly text: string; readonly place: Place};

type CodeUnsupported = {readonly result: 'unsupported' /** The word or sign. */; readonly found: string; readonly place: Place};

type ParsedCode =
	| {readonly assertions: readonly Assertion[]; readonly unsupported?: undefined}
	| {readonly assertions?: undefined; readonly unsupported: CodeUnsupported};

/** `start`: where the `%{` stands. */
export function parseCode(text: string, start: Place): ParsedCode {
	const tokens = lexCode(text, {line: start.line, column: start.column + 2});
	try {
		return {assertions: takeStatements(startCode(tokens), text)};
	} catch (error) {
		if (!(error instanceof CodeRefused)) throw error;
		const {text: found, place} = error.token;
		return {unsupported: {result: 'unsupported', found, place}};
	}
}

function takeStatements(cursor: CodeCursor, text: string): readonly Assertion[] {
	const assertions: Assertion[] = [];
	for (;;) {
		while (peekCode(cursor).kind === 'end' && cursor.at < cursor.tokens.length) cursor.at++;
		if (cursor.at >= cursor.tokens.length) return assertions;
		assertions.push(takeAssertion(cursor, text));
	}
}

function takeAssertion(cursor: CodeCursor, text: string): Assertion {
	const {place} = peekCode(cursor);
	if (!skipCode(cursor, 'assert')) refuseCode(cursor);
	const {from} = peekCode(cursor);
	cursor.operators = 0;
	const expression = takeCode(cursor);
	const to = cursor.tokens[cursor.at - 1]?.to;
	if (skipCode(cursor, ',')) passMessage(cursor);
	else if (peekCode(cursor).kind !== 'end') refuseCode(cursor);
	return {expression, text: text.slice(from, to).replace(/(?:\\\r?\n|\s)+/g, ' '), place};
}

/** Any expression: it would only be printed. */
function passMessage(cursor: CodeCursor): void {
	while (peekCode(cursor).kind !== 'end') cursor.at++;
}

type CodeResult =
	| {readonly result: 'ok'}
	/** `seen`: the numbers behind the names that are no constants. */
	| {
			readonly result: 'failed';
			readonly text: string;
			readonly seen: readonly {readonly name: string; readonly value: number}[];
			readonly place: Place;
	  }
	/** A name that has no number, or a construct of the language. */
	| CodeUnsupported;

/** Over the numbers of one moment: the first assertion that does not hold is told. */
export function evaluateCode({assertions, unsupported}: ParsedCode, values: CodeNumbers): CodeResult {
	if (unsupported) return unsupported;
	for (const {expression, text, place} of assertions) {
		const unknown = namesIn(expression).find(({name}) => numberOf(name, values) === undefined);
		if (unknown) return {result: 'unsupported', found: unknown.name, place: unknown.place};
		if (!isTrue(evaluateExpression(expression, name => numberOf(name, values) ?? 0))) {
			return {result: 'failed', text, seen: seenIn(expression, values), place};
		}
	}
	return {result: 'ok'};
}

const numberOf = (name: string, values: CodeNumbers): number | undefined => {
	if (Object.hasOwn(values, name)) return values[name];
	return codeConstants.get(name);
};

function seenIn(expression: CodeExpression, values: CodeNumbers): readonly {name: string; value: number}[] {
	const seen = new Map<string, number>();
	for (const {name} of namesIn(expression)) {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value !== undefined) seen.set(name, value);
	}
	return Array.from(seen, ([name, value]) => ({name, value}));
}
