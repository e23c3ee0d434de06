/** Arguments of a system call: numbers, names, `A|B`, strings, `...`, `[lists]`, `{structs}`, `htons(8080)`. */
import type {PktExpression, PktField} from './pkt.js';
import {expect, isKind, isNext, next, type PktCursor, peek, refuse, skip, unexpected} from './pkt-cursor.js';
import type {PktAllowed} from './pkt-mistake.js';

/** No call needs half of it. */
const deepest = 32;

/** Addresses take 64 bits; those beyond 2⁵³ are only passed on. */
const largest = 2 ** 64;

const allowed: readonly PktAllowed[] = [{value: 'value'}];

export function takeExpression(cursor: PktCursor): PktExpression {
	const first = takeTerm(cursor);
	if (!isNext(cursor, '|')) return first;
	const terms = [first];
	while (skip(cursor, '|')) terms.push(takeTerm(cursor));
	return {kind: 'or', terms};
}

function takeTerm(cursor: PktCursor): PktExpression {
	if (isKind(cursor, 'integer', 'hex') || isNext(cursor, '-')) return takeInteger(cursor);
	if (isKind(cursor, 'word')) return takeName(cursor);
	if (isKind(cursor, 'string')) return {kind: 'string', text: next(cursor).text};
	if (skip(cursor, '...')) return {kind: 'any'};
	if (skip(cursor, '[')) return {kind: 'list', items: takeList(cursor, ']', takeExpression)};
	if (skip(cursor, '{')) return {kind: 'struct', fields: takeList(cursor, '}', takeField)};
	return unexpected(cursor, allowed);
}

function takeInteger(cursor: PktCursor): PktExpression {
	const sign = skip(cursor, '-') ? -1 : 1;
	if (!isKind(cursor, 'integer', 'hex')) unexpected(cursor, [{value: 'number'}]);
	const isHex = isKind(cursor, 'hex');
	const value = Number(peek(cursor).text);
	if (value > largest) refuse(cursor, {code: 'number', found: peek(cursor).raw, field: 'value', min: -largest, max: largest});
	next(cursor);
	return {kind: 'integer', value: value === 0 ? 0 : sign * value, isHex};
}

function takeName(cursor: PktCursor): PktExpression {
	const {text: name} = next(cursor);
	return skip(cursor, '(') ? {kind: 'apply', name, args: takeList(cursor, ')', takeExpression)} : {kind: 'name', name};
}

function takeField(cursor: PktCursor): PktField {
	const expression = takeExpression(cursor);
	if (expression.kind !== 'name' && expression.kind !== 'apply') return {value: expression};
	if (!skip(cursor, '=')) return {value: expression};
	const {name} = expression;
	const value = takeExpression(cursor);
	return expression.kind === 'name' ? {name, value} : {name, args: expression.args, value};
}

/** Up to the closing sign; the opening one was taken. */
export function takeList<Item>(cursor: PktCursor, closing: string, take: (cursor: PktCursor) => Item): readonly Item[] {
	if (++cursor.depth > deepest) refuse(cursor, {code: 'too-deep', max: deepest});
	const items: Item[] = [];
	if (!isNext(cursor, closing)) {
		do items.push(take(cursor));
		while (skip(cursor, ','));
	}
	expect(cursor, closing, [{word: ','}]);
	cursor.depth--;
	return items;
}
