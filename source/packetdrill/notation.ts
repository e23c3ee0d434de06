/**
 * One segment in packetdrill's words: `[SPORT > DPORT] FLAGS SEQ:SEQ(LEN) [ack N] [win N] [urg N] [<options>]`. The lab language,
 * the JSON lines and the .pkt scripts share it; whether numbers are absolute or count from an ISN is the caller's affair.
 */
import {ACK, CWR, ECE, FIN, type Option, PSH, RST, SYN, URG} from '../tcp/segment.js';
import {add, seq} from '../tcp/seq.js';
import {optionWords, readOptions} from './option-notation.js';
import {expectSign, fail, isNext, type NotationError, type Scanner, skipBlanks, startScan, take, takeNumber} from './scanner.js';

export {optionWords} from './option-notation.js';
export type {NotationError} from './scanner.js';

/** By letter, in the order they are written. */
export const flagBits: ReadonlyMap<string, number> = new Map([
	['S', SYN],
	['F', FIN],
	['R', RST],
	['P', PSH],
	['U', URG],
	['E', ECE],
	['W', CWR],
	['.', ACK],
]);

/** `S.`, `FP.`, `-` for none; always in the order SFRPUEW and the dot. */
export function flagLetters(flags: number): string {
	let written = '';
	for (const [letter, bit] of flagBits) if (flags & bit) written += letter;
	return written || '-';
}

/** A segment as it was written; undefined: left out. */
export type SegmentNotation = {
	readonly sport?: number | undefined;
	readonly dport?: number | undefined;
	/** Bits of tcp/segment. */
	readonly flags: number;
	readonly seq: number;
	/** Octets of text. */
	readonly len: number;
	readonly ack?: number | undefined;
	readonly win?: number | undefined;
	readonly urg?: number | undefined;
	/** Undefined also for `<...>`. */
	readonly options?: readonly Option[] | undefined;
};

export type ParsedSegment =
	| {readonly segment: SegmentNotation; readonly error?: undefined}
	| {readonly error: NotationError; readonly segment?: undefined};

const max16 = 0xffff;
const max32 = 0xffffffff;
/** What the two headers leave of the largest datagram. */
const maxText = max16 - 40;

/** Blanks may stand between any two parts. */
export function parseSegment(text: string): ParsedSegment {
	const scanner = startScan(text);
	const ports = readPorts(scanner);
	const flags = readFlags(scanner);
	const place = readPlace(scanner);
	const fields = readFields(scanner);
	return scanner.error ? {error: scanner.error} : {segment: {...ports, flags, ...place, ...fields}};
}

function readPorts(scanner: Scanner): Pick<SegmentNotation, 'sport' | 'dport'> {
	const isBracketed = take(scanner, /\[/y) !== undefined;
	if (!isBracketed && !isNext(scanner, /\d/y)) return {};
	const sport = takeNumber(scanner, {field: 'sport', min: 1, max: max16});
	expectSign(scanner, '>');
	const dport = takeNumber(scanner, {field: 'dport', min: 1, max: max16});
	if (isBracketed) expectSign(scanner, ']');
	return {sport, dport};
}

/** In any order, with blanks between them (`F  .`); `-` alone stands for none. */
function readFlags(scanner: Scanner): number {
	if (take(scanner, /-/y)) return 0;
	let flags = 0;
	while (isNext(scanner, /[^\d\s]/y)) {
		const {at} = scanner;
		const letter = take(scanner, /./y) ?? '';
		const bit = flagBits.get(letter) ?? 0;
		if (bit === 0) fail(scanner, {code: 'expected', allowed: [...flagBits.keys(), ...(flags === 0 ? ['-'] : [])]}, at);
		if (flags & bit) fail(scanner, {code: 'twice', word: letter}, at);
		flags |= bit;
	}
	if (flags === 0) fail(scanner, {code: 'expected', allowed: [...flagBits.keys(), '-']});
	return flags;
}

/** `first:last(len)`; SYN and FIN are not counted in it. */
function readPlace(scanner: Scanner): Pick<SegmentNotation, 'seq' | 'len'> {
	const first = takeNumber(scanner, {field: 'seq', min: 0, max: max32});
	expectSign(scanner, ':');
	skipBlanks(scanner);
	const {at} = scanner;
	const last = takeNumber(scanner, {field: 'last', min: 0, max: max32});
	expectSign(scanner, '(');
	const len = takeNumber(scanner, {field: 'len', min: 0, max: maxText});
	expectSign(scanner, ')');
	const end = add(seq(first), len);
	if (last !== end) fail(scanner, {code: 'last', expected: end}, at);
	return {seq: first, len};
}

type Fields = {ack?: number; win?: number; urg?: number; options?: readonly Option[] | undefined};
const fieldMax = {ack: max32, win: max16, urg: max16} as const;

/** What may follow the place, each once; the options come last. */
function readFields(scanner: Scanner): Fields {
	const fields: Fields = {};
	while (isNext(scanner, /[^<]/y)) readField(scanner, fields);
	if (isNext(scanner, /</y)) fields.options = readOptions(scanner);
	if (isNext(scanner, /\S/y)) fail(scanner, {code: 'expected', allowed: ['end']});
	return fields;
}

function readField(scanner: Scanner, fields: Fields): void {
	const {at} = scanner;
	const field = take(scanner, /(ack|win|urg)\b/y) as keyof typeof fieldMax | undefined;
	if (!field) fail(scanner, {code: 'expected', allowed: [...missing(fields), '<', 'end']});
	else if (fields[field] !== undefined) fail(scanner, {code: 'twice', word: field}, at);
	else fields[field] = takeNumber(scanner, {field, min: 0, max: fieldMax[field]});
}

const missing = (fields: Fields): string[] => (['ack', 'win', 'urg'] as const).filter(field => fields[field] === undefined);

/** Such a segment in words again: what is undefined is left out. */
export function segmentWords({sport, dport, flags, seq: first, len, ack, win, urg, options}: SegmentNotation): string {
	const ports = sport === undefined || dport === undefined ? [] : [`${sport} > ${dport}`];
	const parts = [...ports, flagLetters(flags), `${first}:${add(seq(first), len)}(${len})`];
	if (ack !== undefined) parts.push(`ack ${ack}`);
	if (win !== undefined) parts.push(`win ${win}`);
	if (urg !== undefined) parts.push(`urg ${urg}`);
	if (options) parts.push(`<${optionWords(options)}>`);
	return parts.join(' ');
}
