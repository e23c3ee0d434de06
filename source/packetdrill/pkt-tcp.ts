/** A TCP segment of a script: `[sport > dport] FLAGS SEQ [ack N] [win N] [urg N] [<options>]`. */
import {ACK, type UdpPorts} from '../tcp/segment.js';
import {add, seq} from '../tcp/seq.js';
import {flagBits} from './notation.js';
import type {PktIp, PktTcp} from './pkt.js';
import {
	bits16,
	bits32,
	expect,
	isKind,
	isNext,
	next,
	notSupported,
	type PktCursor,
	peek,
	refuse,
	refuseAt,
	skip,
	takeNumber,
	unexpected,
	words,
} from './pkt-cursor.js';
import type {PktToken} from './pkt-lexer.js';
import type {PktAllowed} from './pkt-mistake.js';
import {takeTcpOptions} from './pkt-tcp-options.js';

/** What the two headers leave of the largest datagram. */
const maxText = bits16.max - 40;

type Heading = {readonly ip: PktIp; readonly direction: PktToken};

export function takeTcp(cursor: PktCursor, {ip, direction}: Heading): PktTcp {
	const ports = takePorts(cursor);
	const flags = takeFlags(cursor);
	const place = takePlace(cursor);
	const fields = takeFields(cursor);
	const packet = {kind: 'tcp', ip, ...ports, flags, ...place, ...fields} as const;
	if (flags & ACK && fields.ack === undefined) refuseAt(direction.place, {code: 'no-ack'});
	if (direction.text === '<') checkInbound(packet, direction);
	return packet;
}

/** A packet to be injected says everything. */
function checkInbound({ip, win, options, isSeqUnchecked}: PktTcp, {place}: PktToken): void {
	const open = !options || options.some(option => option.kind === 'TS' && option.val === undefined) || isSeqUnchecked;
	if (win === undefined) refuseAt(place, {code: 'no-window'});
	if (ip.ecn === 'ect01' || open) refuseAt(place, {code: 'inbound-open', found: ip.ecn === 'ect01' ? 'ect01' : '...'});
}

function takePorts(cursor: PktCursor): Pick<PktTcp, 'sport' | 'dport'> {
	const isBracketed = isNext(cursor, '[');
	const start = isBracketed ? 1 : 0;
	if (peek(cursor, start).kind !== 'integer' || !isNext(cursor, '>', start + 1)) return {};
	skip(cursor, '[');
	const ports = takePair(cursor);
	if (isBracketed) expect(cursor, ']');
	return ports;
}

/** `sport > dport`. */
function takePair(cursor: PktCursor): UdpPorts {
	const sport = takeNumber(cursor, {field: 'sport', min: 1, max: bits16.max});
	expect(cursor, '>');
	return {sport, dport: takeNumber(cursor, {field: 'dport', min: 1, max: bits16.max})};
}

const flagWords = words([...flagBits.keys(), '-']);

/** Letters in any order, blanks between them or not, and a dot; `-` alone for none. */
function takeFlags(cursor: PktCursor): number {
	if (skip(cursor, '-')) return 0;
	let flags = 0;
	for (; isKind(cursor, 'word', 'real') || isNext(cursor, '.'); next(cursor)) flags = addFlags(cursor, flags);
	return flags === 0 ? unexpected(cursor, flagWords) : flags;
}

/** `A` and a digit belong to AccECN: its counter stands where three flags are. */
const isAccEcn = (text: string): boolean => /^[A-Z.0-7]+$/.test(text) && /[A0-7]/.test(text) && !/[^SFRPUEWA.0-7]/.test(text);

function addFlags(cursor: PktCursor, before: number): number {
	const {text, raw} = peek(cursor);
	if (isAccEcn(text)) notSupported(cursor, 'acc-ecn');
	let flags = before;
	for (const letter of text) {
		const bit = flagBits.get(letter) ?? unexpected(cursor, flagWords);
		if (flags & bit) refuse(cursor, {code: 'twice', found: raw});
		flags |= bit;
	}
	return flags;
}

type PlaceInStream = Pick<PktTcp, 'seq' | 'last' | 'len' | 'isSeqLiteral' | 'isSeqUnchecked'>;

/** `first:last(len)`, with `!` for a number on the wire; `...(len)`. */
function takePlace(cursor: PktCursor): PlaceInStream {
	if (skip(cursor, '...')) return {seq: 0, last: 0, len: takeLength(cursor), isSeqLiteral: false, isSeqUnchecked: true};
	return {...takeSeqRange(cursor), isSeqLiteral: skip(cursor, '!'), isSeqUnchecked: false};
}

/** SYN and FIN are not counted in it. */
export function takeSeqRange(cursor: PktCursor): Pick<PktTcp, 'seq' | 'last' | 'len'> {
	if (!isKind(cursor, 'integer', 'hex')) unexpected(cursor, [{value: 'seq-range'}]);
	const first = takeNumber(cursor, {field: 'seq', ...bits32});
	expect(cursor, ':');
	const {place, raw} = peek(cursor);
	const last = takeNumber(cursor, {field: 'last', ...bits32});
	const len = takeLength(cursor);
	const expected = add(seq(first), len);
	if (last !== expected) refuseAt(place, {code: 'last', found: raw, expected});
	return {seq: first, last, len};
}

function takeLength(cursor: PktCursor): number {
	expect(cursor, '(');
	const len = takeNumber(cursor, {field: 'len', min: 0, max: maxText});
	expect(cursor, ')');
	return len;
}

const fieldRanges = {ack: bits32, win: bits16, urg: bits16} as const;
type Field = keyof typeof fieldRanges;
type Fields = {ack?: number; win?: number; urg?: number} & Pick<PktTcp, 'options' | 'udp'>;
type NumberFields = Omit<Fields, 'options' | 'udp'>;

const isField = (text: string): text is Field => Object.hasOwn(fieldRanges, text);

/** What may follow the place, each once; then the options. A time begins the next event. */
function takeFields(cursor: PktCursor): Fields {
	const fields: NumberFields = {};
	while (isKind(cursor, 'word')) takeField(cursor, fields);
	const options = isNext(cursor, '<') ? takeTcpOptions(cursor) : [];
	if (isNext(cursor, '[') && isNext(cursor, 'cause', 1)) notSupported(cursor, 'reset-cause');
	return skip(cursor, '/') ? {...fields, options, udp: takeUdp(cursor)} : {...fields, options};
}

function takeField(cursor: PktCursor, fields: NumberFields): void {
	const {text, raw} = peek(cursor);
	if (!isField(text)) unexpected(cursor, fieldsLeft(fields));
	if (fields[text] !== undefined) refuse(cursor, {code: 'twice', found: raw});
	next(cursor);
	fields[text] = takeNumber(cursor, {field: text, ...fieldRanges[text]});
}

const fieldsLeft = (fields: NumberFields): readonly PktAllowed[] => [
	...words((['ack', 'win', 'urg'] as const).filter(field => fields[field] === undefined)),
	{word: '<'},
	{word: '/udp'},
	{value: 'time'},
	{value: 'end'},
];

/** `/udp(sport > dport)`, the slash taken. */
function takeUdp(cursor: PktCursor): UdpPorts {
	expect(cursor, 'udp');
	expect(cursor, '(');
	const ports = takePair(cursor);
	expect(cursor, ')');
	return ports;
}
