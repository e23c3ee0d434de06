/** Evaluates expressions of a code block as Python does: comparisons and truths are 0 and 1, `and` and `or` give one of their operands. */
import type {BinaryOperator, CodeExpression, Comparison, UnaryOperator} from './code-expression.js';
import type {Place} from './pkt.js';

/** By name, as TCP_INFO calls them. */
export type CodeNumbers = Readonly<Record<string, number | undefined>>;

export const isTrue = (value: number): boolean => value !== 0 && !Number.isNaN(value);

type Lookup = (name: string) => number;

export function evaluateExpression(expression: CodeExpression, lookup: Lookup): number {
	switch (expression.kind) {
		case 'number':
			return expression.value;
		case 'name':
			return lookup(expression.name);
		case 'unary':
			return unary(expression.operator, evaluateExpression(expression.operand, lookup));
		case 'binary':
			return binary(expression.operator, evaluateExpression(expression.left, lookup), evaluateExpression(expression.right, lookup));
		case 'chain':
			return chain(expression, lookup);
	}
}

function unary(operator: UnaryOperator, operand: number): number {
	switch (operator) {
		case 'not':
			return Number(!isTrue(operand));
		case '-':
			return 0 - operand;
		case '+':
			return operand;
		case '~':
			return -1 - operand;
	}
}

/** Beyond 32 bits too; no number where the operands are too large to be exact. */
function bits(left: number, right: number, combine: (a: bigint, b: bigint) => bigint): number {
	if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return Number.NaN;
	return Number(combine(BigInt(left), BigInt(right)));
}

/** Names have no side effects: both sides may be computed. */
function binary(operator: BinaryOperator, left: number, right: number): number {
	switch (operator) {
		case 'or':
			return isTrue(left) ? left : right;
		case 'and':
			return isTrue(left) ? right : left;
		case '|':
			return bits(left, right, (a, b) => a | b);
		case '&':
			return bits(left, right, (a, b) => a & b);
		case '+':
			return left + right;
		case '-':
			return left - right;
		case '*':
			return left * right;
	}
}

const holds: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
	'==': (left, right) => left === right,
	'!=': (left, right) => left !== right,
	'<': (left, right) => left < right,
	'<=': (left, right) => left <= right,
	'>': (left, right) => left > right,
	'>=': (left, right) => left >= right,
};

function chain({first, rest}: CodeExpression & {kind: 'chain'}, lookup: Lookup): number {
	let left = evaluateExpression(first, lookup);
	for (const {operator, operand} of rest) {
		const right = evaluateExpression(operand, lookup);
		if (!holds[operator](left, right)) return 0;
		left = right;
	}
	return 1;
}

/** All names, in the order they are written. */
export function namesIn(expression: CodeExpression): readonly {readonly name: string; readonly place: Place}[] {
	switch (expression.kind) {
		case 'number':
			return [];
		case 'name':
			return [expression];
		case 'unary':
			return namesIn(expression.operand);
		case 'binary':
			return [...namesIn(expression.left), ...namesIn(expression.right)];
		case 'chain':
			return [expression.first, ...expression.rest.map(({operand}) => operand)].flatMap(namesIn);
	}
}
