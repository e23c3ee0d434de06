/** Expressions of a code block: whole numbers, names, comparisons in chains, `and or not`, bits and sums (the Python Language Reference § 6). */
import type {CodeToken} from './code-lexer.js';
import type {Place} from './pkt.js';

export type CodeExpression =
	| {readonly kind: 'number'; readonly value: number}
	| {readonly kind: 'name'; readonly name: string; readonly place: Place}
	| {readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: CodeExpression}
	| {readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: CodeExpression; readonly right: CodeExpression}
	/** `a < b <= c`: each neighbour compared. */
	| {readonly kind: 'chain'; readonly first: CodeExpression; readonly rest: readonly Link[]};

export type UnaryOperator = 'not' | '-' | '+' | '~';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
type Link = {readonly operator: Comparison; readonly operand: CodeExpression};

/** From the loosest to the tightest; comparisons and `not` stand between `and` and `|`. */
const levels = [['or'], ['and'], ['|'], ['&'], ['+', '-'], ['*']] as const;
export type BinaryOperator = (typeof levels)[number][number];
const firstOfNumbers = 2;

const comparisons: readonly Comparison[] = ['==', '!=', '<=', '>=', '<', '>'];

/** Thrown for what this program does not evaluate. */
export class CodeRefused extends Error {
	readonly token: CodeToken;

	constructor(token: CodeToken) {
		super(token.text);
		this.token = token;
	}
}

/** The last token is an `end`. */
export type CodeCursor = {readonly tokens: readonly CodeToken[]; at: number; depth: number; operators: number};

export const startCode = (tokens: readonly CodeToken[]): CodeCursor => ({tokens, at: 0, depth: 0, operators: 0});

/** No assertion needs a tenth of these: what is made here can be walked without running out of stack. */
const deepest = 64;
const mostOperators = 1000;

export function peekCode({tokens, at}: CodeCursor): CodeToken {
	const token = tokens[Math.min(at, tokens.length - 1)];
	if (!token) throw new RangeError('there is no token');
	return token;
}

export function refuseCode(cursor: CodeCursor): never {
	throw new CodeRefused(peekCode(cursor));
}

const isCode = (cursor: CodeCursor, text: string): boolean => peekCode(cursor).text === text && peekCode(cursor).kind !== 'string';

export function skipCode(cursor: CodeCursor, text: string): boolean {
	if (!isCode(cursor, text)) return false;
	cursor.at++;
	return true;
}

export const takeCode = (cursor: CodeCursor): CodeExpression => nested(cursor, () => takeLevel(cursor, 0));

function countOperator(cursor: CodeCursor): void {
	if (++cursor.operators > mostOperators) refuseCode(cursor);
}

function takeLevel(cursor: CodeCursor, level: number): CodeExpression {
	const operators: readonly BinaryOperator[] | undefined = levels[level];
	if (!operators) return takeUnary(cursor);
	const takeOperand = () => (level + 1 === firstOfNumbers ? takeNot(cursor) : takeLevel(cursor, level + 1));
	let left = takeOperand();
	for (;;) {
		const operator = operators.find(one => skipCode(cursor, one));
		if (!operator) return left;
		countOperator(cursor);
		left = {kind: 'binary', operator, left, right: takeOperand()};
	}
}

function takeNot(cursor: CodeCursor): CodeExpression {
	if (!skipCode(cursor, 'not')) return takeChain(cursor);
	return {kind: 'unary', operator: 'not', operand: nested(cursor, takeNot)};
}

function nested(cursor: CodeCursor, take: (cursor: CodeCursor) => CodeExpression): CodeExpression {
	if (++cursor.depth > deepest) refuseCode(cursor);
	const operand = take(cursor);
	cursor.depth--;
	return operand;
}

function takeChain(cursor: CodeCursor): CodeExpression {
	const first = takeLevel(cursor, firstOfNumbers);
	const rest: Link[] = [];
	for (let operator = takeComparison(cursor); operator; operator = takeComparison(cursor)) {
		countOperator(cursor);
		rest.push({operator, operand: takeLevel(cursor, firstOfNumbers)});
	}
	return rest.length === 0 ? first : {kind: 'chain', first, rest};
}

/** Of whole numbers `is` is `==`. */
function takeComparison(cursor: CodeCursor): Comparison | undefined {
	if (skipCode(cursor, 'is')) return skipCode(cursor, 'not') ? '!=' : '==';
	return comparisons.find(one => skipCode(cursor, one));
}

const signs: readonly UnaryOperator[] = ['-', '+', '~'];
const truths: ReadonlyMap<string, number> = new Map([
	['True', 1],
	['False', 0],
]);
/** Words of the language that are no names. */
const keywords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'is', 'in', 'if', 'else', 'lambda', 'None', 'assert', 'await', 'yield']);

function takeUnary(cursor: CodeCursor): CodeExpression {
	const operator = signs.find(one => skipCode(cursor, one));
	if (operator) return {kind: 'unary', operator, operand: nested(cursor, takeUnary)};
	if (skipCode(cursor, '(')) return takeBracketed(cursor);
	const {kind, text, place} = peekCode(cursor);
	const value = kind === 'integer' ? Number(text) : truths.get(text);
	if (value === undefined && (kind !== 'name' || keywords.has(text))) return refuseCode(cursor);
	cursor.at++;
	return value === undefined ? {kind: 'name', name: text, place} : {kind: 'number', value};
}

function takeBracketed(cursor: CodeCursor): CodeExpression {
	const expression = takeCode(cursor);
	if (!skipCode(cursor, ')')) refuseCode(cursor);
	return expression;
}
