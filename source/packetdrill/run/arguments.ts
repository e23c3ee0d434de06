/** What the arguments of a call mean: numbers, flags, names. */
import type {PktExpression, PktField} from '../pkt.js';
import {expressionWords} from '../pkt-print-action.js';

/** Thrown while a call is read, caught where that began: this program has no such argument. */
export class UnknownArgument extends Error {}

const constants: Readonly<Record<string, number>> = {
	...{IPTOS_LOWDELAY: 0x10, IPTOS_THROUGHPUT: 0x08, IPTOS_RELIABILITY: 0x04, IPTOS_MINCOST: 0x02},
	...{IPTOS_ECN_NOT_ECT: 0, IPTOS_ECN_ECT1: 1, IPTOS_ECN_ECT0: 2, IPTOS_ECN_CE: 3, IPTOS_DSCP_EF: 0xb8},
	...Object.fromEntries(Array.from({length: 8}, (_, at) => [`IPTOS_DSCP_CS${at}`, at << 5])),
	...Object.fromEntries([1, 2, 3, 4].flatMap(one => [1, 2, 3].map(two => [`IPTOS_DSCP_AF${one}${two}`, (one << 5) | (two << 3)]))),
	...{IP_PMTUDISC_DONT: 0, IP_PMTUDISC_WANT: 1, IP_PMTUDISC_DO: 2, IP_PMTUDISC_PROBE: 3},
};

export function unknown(expression: PktExpression | undefined): never {
	throw new UnknownArgument(expression ? expressionWords(expression) : '');
}

/** A number, a constant that stands for one, or such joined by `|`. */
export function numberIn(expression: PktExpression | undefined): number {
	if (expression?.kind === 'integer') return expression.value;
	if (expression?.kind === 'name' && Object.hasOwn(constants, expression.name)) return constants[expression.name] ?? 0;
	if (expression?.kind === 'or') return expression.terms.reduce((sum, term) => sum | numberIn(term), 0);
	return unknown(expression);
}

/** Names joined by `|`; 0 and what is absent stand for none. */
export function namesIn(expression: PktExpression | undefined): readonly string[] {
	if (expression === undefined || expression.kind === 'any') return [];
	if (expression.kind === 'or') return expression.terms.flatMap(namesIn);
	if (expression.kind === 'name') return [expression.name];
	return expression.kind === 'integer' && expression.value === 0 ? [] : unknown(expression);
}

/** One of these words. */
export function wordIn<Word extends string>(expression: PktExpression | undefined, words: readonly Word[]): Word {
	const word = expression?.kind === 'name' ? words.find(one => one === expression.name) : undefined;
	return word ?? unknown(expression);
}

/** Names of which each is one of these words. */
export const wordsIn = <Word extends string>(expression: PktExpression | undefined, words: readonly Word[]): readonly Word[] =>
	namesIn(expression).map(name => wordIn({kind: 'name', name}, words));

export const fieldIn = (expression: PktExpression | undefined, wanted: string): PktExpression | undefined =>
	expression?.kind === 'struct' ? expression.fields.find(({name}) => name === wanted)?.value : undefined;

export const fieldsOf = (expression: PktExpression | undefined): readonly PktField[] =>
	expression?.kind === 'struct' ? expression.fields : unknown(expression);

/** `[v]`. */
export const itemIn = (expression: PktExpression | undefined): PktExpression =>
	expression?.kind === 'list' && expression.items[0] ? expression.items[0] : unknown(expression);
