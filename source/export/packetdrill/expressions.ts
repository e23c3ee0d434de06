/** Pieces of packetdrill's calls. */
import type {PktCall, PktExpression} from '../../packetdrill/pkt.js';

export const any: PktExpression = {kind: 'any'};
export const integer = (value: number): PktExpression => ({kind: 'integer', value, isHex: false});
export const name = (word: string): PktExpression => ({kind: 'name', name: word});
export const either = (...words: readonly string[]): PktExpression => ({kind: 'or', terms: words.map(name)});
export const list = (value: number): PktExpression => ({kind: 'list', items: [integer(value)]});
export const struct = (fields: Readonly<Record<string, PktExpression>>): PktExpression => ({
	kind: 'struct',
	fields: Object.entries(fields).map(([field, value]) => ({name: field, value})),
});
export const apply = (word: string, argument: PktExpression): PktExpression => ({kind: 'apply', name: word, args: [argument]});

/** What came of a call. */
export type Outcome = {readonly result: number; readonly error?: string | undefined};
const success: Outcome = {result: 0};

export const call = (word: string, args: readonly PktExpression[], {result, error}: Outcome = success): PktCall => ({
	kind: 'call',
	name: word,
	args,
	result: integer(result),
	...(error !== undefined && {errno: error}),
});
