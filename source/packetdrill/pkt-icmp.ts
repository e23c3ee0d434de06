/** An ICMP message of a script: `icmp unreachable frag_needed mtu 1200 [1:1(0)]`. */
import type {PktIcmp, PktIp} from './pkt.js';
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
	skip,
	takeNumber,
	unexpected,
	words,
} from './pkt-cursor.js';
import {takeSeqRange} from './pkt-tcp.js';

/** By type: the words for the codes 0, 1, 2 … Others are `code_N`. */
type Codes = ReadonlyMap<number, readonly string[]>;

type Vocabulary = {readonly types: Readonly<Record<string, number>>; readonly codes: Codes};

const unreachable: readonly string[] = [
	...['net_unreachable', 'host_unreachable', 'protocol_unreachable', 'port_unreachable', 'frag_needed', 'source_route_failed'],
	...['net_unknown', 'host_unknown', 'source_host_isolated', 'net_prohibited', 'host_prohibited'],
	...['net_unreachable_for_tos', 'host_unreachable_for_tos', 'packet_filtered', 'precedence_violation', 'precedence_cutoff'],
];

const exceeded: readonly string[] = ['ttl_exceeded_in_transit', 'frag_reass_exceeded'];

/** RFC 792, RFC 950, RFC 1122 § 3.2.2.1, RFC 1812 § 5.2.7.1. */
const version4: Vocabulary = {
	types: {
		...{echo_reply: 0, unreachable: 3, source_quench: 4, redirect: 5, echo_request: 8, time_exceeded: 11, parameter_problem: 12},
		...{timestamp_request: 13, timestamp_reply: 14, information_request: 15, information_reply: 16},
		...{address_mask_request: 17, address_mask_reply: 18},
	},
	codes: new Map([
		[3, unreachable],
		[5, ['net', 'host', 'tos_net', 'tos_host']],
		[11, exceeded],
	]),
};

/** RFC 4443. */
const version6: Vocabulary = {
	types: {unreachable: 1, packet_too_big: 2, time_exceeded: 3, parameter_problem: 4, echo_request: 128, echo_reply: 129},
	codes: new Map([
		[1, ['no_route', 'admin_prohibited', 'beyond_scope', 'addr_unreachable', 'port_unreachable']],
		[3, exceeded],
	]),
};

const vocabularyOf = (isV6: boolean | undefined): Vocabulary => (isV6 ? version6 : version4);

/** `icmp unreachable host_unknown`. */
export function icmpHead({type, code, isV6}: Pick<PktIcmp, 'type' | 'code' | 'isV6'>): string {
	const {types, codes} = vocabularyOf(isV6);
	const typeWord = Object.keys(types).find(word => types[word] === type) ?? `type_${type}`;
	return `icmp${isV6 ? 'v6' : ''} ${typeWord} ${codes.get(type)?.[code] ?? `code_${code}`}`;
}

/** From `icmp` on; the quoted segment may also have stood before it. In a script for IPv6 it means ICMPv6. */
export function takeIcmp(cursor: PktCursor, ip: PktIp, quotedBefore: PktIcmp['quoted']): PktIcmp {
	const isV6 = next(cursor).text === 'icmpv6' || cursor.isIpv6;
	const vocabulary = vocabularyOf(isV6);
	const type = takeType(cursor, vocabulary);
	const code = takeCode(cursor, vocabulary, type);
	const mtu = skip(cursor, 'mtu') ? takeNumber(cursor, {field: 'mtu', ...(isV6 ? bits32 : bits16)}) : undefined;
	return {kind: 'icmp', ip, ...(isV6 && {isV6}), type, code, mtu, quoted: quotedBefore ?? takeQuoted(cursor)};
}

const numbered = (text: string, prefix: string): number | undefined => {
	const [, digits] = new RegExp(`^${prefix}_(\\d{1,3})$`).exec(text) ?? [];
	return digits !== undefined && Number(digits) <= bits8.max ? Number(digits) : undefined;
};

function takeType(cursor: PktCursor, {types}: Vocabulary): number {
	const {text} = peek(cursor);
	const type = Object.hasOwn(types, text) ? types[text] : numbered(text, 'type');
	if (type === undefined) return unexpected(cursor, words([...Object.keys(types), 'type_N']));
	next(cursor);
	return type;
}

/** 0 if there is none. */
function takeCode(cursor: PktCursor, {codes}: Vocabulary, type: number): number {
	if (!isKind(cursor, 'word') || isNext(cursor, 'mtu')) return 0;
	const known = codes.get(type) ?? [];
	const {text} = peek(cursor);
	const code = known.includes(text) ? known.indexOf(text) : numbered(text, 'code');
	if (code === undefined) return unexpected(cursor, words([...known, 'code_N']));
	next(cursor);
	return code;
}

/** With or without brackets; there may be more in them in one of the dialects. */
export function takeQuoted(cursor: PktCursor): PktIcmp['quoted'] {
	const isBracketed = isNext(cursor, '[');
	if (!isBracketed && !(isKind(cursor, 'integer') && isNext(cursor, ':', 1))) return undefined;
	if (isBracketed && peek(cursor, 1).kind === 'word') notSupported(cursor, 'icmp-details');
	skip(cursor, '[');
	const quoted = takeSeqRange(cursor);
	if (isBracketed) expect(cursor, ']');
	return quoted;
}
