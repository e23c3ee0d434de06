/** What a script says of the IP header: `[ect0]`, `(tos 0x20, ttl 4)`; round or square brackets, commas or not. */
import type {PktIp} from './pkt.js';
import {bits8, isKind, next, notSupported, type PktCursor, peek, refuse, skip, takeNumber, unexpected, words} from './pkt-cursor.js';

const ecnWords = ['noecn', 'ect0', 'ect1', 'ce', 'ect01'] as const;
const unsupportedFields: ReadonlySet<string> = new Set(['flowlabel', 'flow_label', 'hbh', 'dst', 'fragment', 'df']);

/** Code points of RFC 2474 § 4.2.2, RFC 2597 § 6, RFC 3246, RFC 5865, RFC 8622. */
const classes: Readonly<Record<string, number>> = {
	...{cs0: 0, cs1: 8, cs2: 16, cs3: 24, cs4: 32, cs5: 40, cs6: 48, cs7: 56, le: 1, va: 44, ef: 46},
	...{af11: 10, af12: 12, af13: 14, af21: 18, af22: 20, af23: 22, af31: 26, af32: 28, af33: 30, af41: 34, af42: 36, af43: 38},
};

type Fields = {-readonly [Key in keyof PktIp]: PktIp[Key]};
type Key = keyof Fields;

const readers: Readonly<Record<string, {readonly key: Key; readonly max: number}>> = {
	tos: {key: 'tos', ...bits8},
	class: {key: 'tos', ...bits8},
	ttl: {key: 'ttl', ...bits8},
	hlim: {key: 'ttl', ...bits8},
	dscp: {key: 'dscp', max: 63},
};

const fieldWords = words([...ecnWords, ...Object.keys(readers)]);

/** Numbers in brackets here are ports or a quoted segment. */
const isIpNext = (cursor: PktCursor): boolean => ['(', '['].includes(peek(cursor).text) && peek(cursor, 1).kind === 'word';

/** Without brackets nothing is said. */
export function takeIp(cursor: PktCursor): PktIp {
	const fields: Fields = {};
	while (isIpNext(cursor)) takeBrackets(cursor, fields);
	return fields;
}

function takeBrackets(cursor: PktCursor, fields: Fields): void {
	const closing = next(cursor).text === '(' ? ')' : ']';
	do takeField(cursor, fields);
	while (skip(cursor, ',') || isKind(cursor, 'word'));
	if (!skip(cursor, closing)) unexpected(cursor, words([',', closing]));
}

function takeField(cursor: PktCursor, fields: Fields): void {
	const {text, raw} = peek(cursor);
	const ecn = ecnWords.find(word => word === text);
	const reader = Object.hasOwn(readers, text) ? readers[text] : undefined;
	if (unsupportedFields.has(text)) notSupported(cursor, 'ip-field');
	const key = ecn ? 'ecn' : reader?.key;
	if (key === undefined) unexpected(cursor, fieldWords);
	if (fields[key] !== undefined) refuse(cursor, {code: 'twice', found: raw});
	next(cursor);
	if (ecn) fields.ecn = ecn;
	else if (reader && key !== 'ecn') fields[key] = takeValue(cursor, {field: text, min: 0, max: reader.max});
}

function takeValue(cursor: PktCursor, range: {readonly field: string; readonly min: number; readonly max: number}): number {
	const {text} = peek(cursor);
	if (range.field !== 'dscp' || !Object.hasOwn(classes, text)) return takeNumber(cursor, range);
	next(cursor);
	return classes[text] ?? 0;
}
