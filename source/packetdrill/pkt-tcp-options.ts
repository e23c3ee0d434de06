/** The options of a TCP segment: `<mss 1460,nop,wscale 6>`, `<...>` for any, octets as `0x0204…`. */
import {encodeOption, maxOptionOctets} from '../tcp/option-codec.js';
import type {SackBlock} from '../tcp/segment.js';
import {seq} from '../tcp/seq.js';
import type {PktTcpOption} from './pkt.js';
import {
	bits8,
	bits16,
	bits32,
	expect,
	isKind,
	isNext,
	next,
	notSupported,
	type PktCursor,
	peek,
	refuseAt,
	skip,
	takeNumber,
	unexpected,
	words,
} from './pkt-cursor.js';

const fastOpen = 34;
/** RFC 6994's shared code with the identifier that Fast Open had before it got a code of its own (RFC 7413 § 4.1.1). */
const experimentalFastOpen = [254, 0xf9, 0x89] as const;

/** Of packetdrill, not of this program. */
const unsupportedWords: ReadonlyMap<string, 'md5' | 'acc-ecn' | 'tcp-option'> = new Map([
	['md5', 'md5'],
	['ECN', 'acc-ecn'],
	['AccECN', 'acc-ecn'],
	['acc_ecn', 'acc-ecn'],
	['gen', 'tcp-option'],
	['mp_capable', 'tcp-option'],
	['mp_join_syn', 'tcp-option'],
	['add_address', 'tcp-option'],
	['dss', 'tcp-option'],
]);

const readers: Readonly<Record<string, (cursor: PktCursor) => PktTcpOption>> = {
	mss: cursor => ({kind: 'mss', value: takeNumber(cursor, {field: 'mss', ...bits16})}),
	wscale: cursor => ({kind: 'wscale', shift: takeNumber(cursor, {field: 'wscale', ...bits8})}),
	sackOK: () => ({kind: 'sackOK'}),
	sack: cursor => ({kind: 'sack', blocks: takeBlocks(cursor)}),
	TS: takeTimestamps,
	nop: () => ({kind: 'nop'}),
	eol: () => ({kind: 'eol'}),
	FO: cursor => withLength([fastOpen], takeCookie(cursor)),
	FOEXP: cursor => withLength(experimentalFastOpen, takeCookie(cursor)),
	exp: takeExperimental,
};

const allowed = words([...Object.keys(readers), '0x', '...']);

/** `exp-FO COOKIE`, the other dialect's word for FOEXP; there are more of them. */
function takeExperimental(cursor: PktCursor): PktTcpOption {
	expect(cursor, '-');
	if (!skip(cursor, 'FO')) notSupported(cursor, 'tcp-option');
	return withLength(experimentalFastOpen, takeCookie(cursor));
}

const withLength = ([code = 0, ...identifier]: readonly number[], data: readonly number[]): PktTcpOption => ({
	kind: 'raw',
	octets: [code, 2 + identifier.length + data.length, ...identifier, ...data],
});

function takeBlocks(cursor: PktCursor): readonly SackBlock[] {
	const blocks: SackBlock[] = [];
	do {
		const from = seq(takeNumber(cursor, {field: 'sack', ...bits32}));
		expect(cursor, ':');
		blocks.push({from, to: seq(takeNumber(cursor, {field: 'sack', ...bits32}))});
	} while (isKind(cursor, 'integer', 'hex'));
	return blocks;
}

function takeTimestamps(cursor: PktCursor): PktTcpOption {
	expect(cursor, 'val');
	const val = skip(cursor, '...') ? undefined : takeNumber(cursor, {field: 'val', ...bits32});
	expect(cursor, 'ecr');
	const ecr = takeNumber(cursor, {field: 'ecr', ...bits32});
	return {kind: 'TS', val, ecr, isEcrLiteral: skip(cursor, '!')};
}

/** Hexadecimal without 0x; none for a request. */
function takeCookie(cursor: PktCursor): readonly number[] {
	return isKind(cursor, 'word', 'integer') ? octetsOf(cursor, next(cursor).text) : [];
}

function octetsOf(cursor: PktCursor, digits: string): readonly number[] {
	const {raw: found, place} = peek(cursor, -1);
	if (!/^(?:[\da-fA-F]{2})+$/.test(digits)) refuseAt(place, {code: 'raw-octets', found});
	return (digits.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16));
}

function takeOption(cursor: PktCursor): PktTcpOption {
	if (isKind(cursor, 'hex')) return {kind: 'raw', octets: octetsOf(cursor, next(cursor).text.slice(2))};
	const {text} = peek(cursor);
	const feature = isKind(cursor, 'word') ? unsupportedWords.get(text) : undefined;
	if (feature) notSupported(cursor, feature);
	const reader = Object.hasOwn(readers, text) ? readers[text] : undefined;
	if (!reader) return unexpected(cursor, allowed);
	next(cursor);
	return reader(cursor);
}

/** Octets that they take in the header, pads that are not written left out. */
export const octetsIn = (options: readonly PktTcpOption[]): number => options.reduce((sum, option) => sum + lengthOf(option), 0);

function lengthOf(option: PktTcpOption): number {
	if (option.kind === 'raw') return option.octets.length;
	return option.kind === 'TS' ? 10 : encodeOption(option).length;
}

/** From `<` to `>`; undefined for any. */
export function takeTcpOptions(cursor: PktCursor): readonly PktTcpOption[] | undefined {
	expect(cursor, '<');
	const {place} = peek(cursor);
	const isAny = skip(cursor, '...');
	const options = isAny || isNext(cursor, '>') ? [] : [takeOption(cursor)];
	while (!isAny && skip(cursor, ',')) options.push(takeOption(cursor));
	if (!isNext(cursor, '>')) unexpected(cursor, words(isAny ? ['>'] : [',', '>']));
	next(cursor);
	const octets = octetsIn(options);
	if (octets > maxOptionOctets) refuseAt(place, {code: 'options-length', octets, max: maxOptionOctets});
	return isAny ? undefined : options;
}
