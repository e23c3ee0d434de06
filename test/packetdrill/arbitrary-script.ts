/** Any script that can be printed: what packetdrill has and this program does. */
import fc from 'fast-check';
import type {
	PktAction,
	PktEvent,
	PktExpression,
	PktField,
	PktIcmp,
	PktIp,
	PktScript,
	PktTcp,
	PktTcpOption,
	PktTime,
} from '../../source/packetdrill/pkt.js';
import {octetsIn} from '../../source/packetdrill/pkt-tcp-options.js';
import {ACK} from '../../source/tcp/segment.js';
import {add, seq} from '../../source/tcp/seq.js';

const strict = {noNullPrototype: true};
const place = {line: 1, column: 1};
const bits8 = fc.nat(255);
const bits16 = fc.nat(0xffff);
const bits32 = fc.nat(0xffffffff);
const us = fc.oneof(fc.constantFrom(0, 1, 100_000), fc.nat(3.6e14));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, {nil: undefined});
const word = fc.stringMatching(/^[A-Za-z_]\w{0,6}$/).filter(one => !/^E[A-Z\d]+$/.test(one));
/** What quotes may hold. */
const within = (closing: RegExp) =>
	fc.string({unit: 'grapheme', maxLength: 12}).filter(text => !closing.test(text) && !text.includes('\\'));
const command = within(/`/);

const {expression} = fc.letrec<{expression: PktExpression; term: PktExpression; field: PktField}>(tie => ({
	term: fc.oneof(
		{maxDepth: 3},
		fc.record({kind: fc.constant('integer'), value: fc.integer({min: -1e9, max: 2 ** 40}), isHex: fc.boolean()}, strict),
		fc.record({kind: fc.constant('name'), name: word}, strict),
		fc.constant<PktExpression>({kind: 'any'}),
		fc.record({kind: fc.constant('string'), text: within(/"/)}, strict),
		fc.record({kind: fc.constant('list'), items: fc.array(tie('expression'), {maxLength: 3})}, strict),
		fc.record({kind: fc.constant('struct'), fields: fc.array(tie('field'), {maxLength: 3})}, strict),
		fc.record({kind: fc.constant('apply'), name: word, args: fc.array(tie('expression'), {maxLength: 2})}, strict),
	),
	field: fc.oneof(
		fc.record({value: tie('expression')}, strict),
		fc.record({name: word, value: tie('expression')}, strict),
		fc.record({name: word, args: fc.array(tie('expression'), {maxLength: 2}), value: tie('expression')}, strict),
	),
	expression: fc.oneof(
		tie('term'),
		tie('term'),
		fc.record({kind: fc.constant('or'), terms: fc.array(tie('term'), {minLength: 2, maxLength: 3})}, strict),
	),
}));

const block = fc.tuple(bits32, bits32).map(([from, to]) => ({from: seq(from), to: seq(to)}));
const option: fc.Arbitrary<PktTcpOption> = fc.oneof(
	fc.constantFrom<PktTcpOption>({kind: 'nop'}, {kind: 'eol'}, {kind: 'sackOK'}),
	bits16.map((value): PktTcpOption => ({kind: 'mss', value})),
	bits8.map((shift): PktTcpOption => ({kind: 'wscale', shift})),
	fc.array(block, {minLength: 1, maxLength: 4}).map((blocks): PktTcpOption => ({kind: 'sack', blocks})),
	fc.record({kind: fc.constant('TS'), val: maybe(bits32), ecr: bits32, isEcrLiteral: fc.boolean()}, strict),
	fc.array(bits8, {minLength: 1, maxLength: 12}).map((octets): PktTcpOption => ({kind: 'raw', octets})),
);
const port = fc.integer({min: 1, max: 65_535});
const udp = maybe(fc.record({sport: port, dport: port}, strict));
const options = fc.array(option, {maxLength: 5}).filter(list => octetsIn(list) <= 40);

const ip: fc.Arbitrary<PktIp> = fc.record(
	{ecn: fc.constantFrom('noecn', 'ect0', 'ect1', 'ce'), tos: bits8, dscp: fc.nat(63), ttl: bits8},
	{requiredKeys: [], ...strict},
);

const range = fc.tuple(bits32, fc.nat(65_495)).map(([first, len]) => ({seq: first, last: add(seq(first), len), len}));
const ports = fc.oneof(
	fc.constant({}),
	fc.record({sport: fc.integer({min: 1, max: 65_535}), dport: fc.integer({min: 1, max: 65_535})}, strict),
);

const parts = fc.record({ip, ports, flags: bits8, range, ack: maybe(bits32), win: bits16, urg: maybe(bits16), options, udp}, strict);
const outside = fc.record({win: fc.boolean(), isAny: fc.boolean(), isSeqLiteral: fc.boolean(), isSeqUnchecked: fc.boolean()}, strict);

const segment: fc.Arbitrary<PktTcp> = parts.map(({range: {seq: first, last, len}, ports: given, flags, ack, ...rest}) => ({
	kind: 'tcp',
	...rest,
	...given,
	...{flags, seq: first, last, len, isSeqLiteral: false, isSeqUnchecked: false},
	ack: flags & ACK ? (ack ?? 0) : ack,
}));

const inbound = segment.filter(({options: list}) => (list ?? []).every(one => one.kind !== 'TS' || one.val !== undefined));
const outbound: fc.Arbitrary<PktTcp> = fc.tuple(segment, outside).map(([packet, {win, isAny, isSeqLiteral, isSeqUnchecked}]) => ({
	...packet,
	...(win ? {} : {win: undefined}),
	...(isAny ? {options: undefined} : {}),
	...(isSeqUnchecked ? {seq: 0, last: 0, isSeqUnchecked} : {isSeqLiteral}),
}));

const icmp: fc.Arbitrary<PktIcmp> = fc.record(
	{
		kind: fc.constant('icmp'),
		ip,
		isV6: fc.constantFrom(undefined, true as const),
		type: fc.oneof(fc.constantFrom(3, 5, 11), bits8),
		code: fc.oneof(fc.nat(16), bits8),
		mtu: maybe(bits16),
		quoted: maybe(range),
	},
	strict,
);

const call: fc.Arbitrary<PktAction> = fc.record(
	{
		kind: fc.constant('call'),
		name: word,
		args: fc.array(expression, {maxLength: 4}),
		result: expression,
		errno: maybe(fc.constantFrom('EAGAIN', 'E2BIG')),
	},
	strict,
);

const deed: fc.Arbitrary<PktAction> = fc.oneof(
	fc.oneof(inbound, icmp).map((packet): PktAction => ({kind: 'inbound', packet})),
	call,
	command.map((text): PktAction => ({kind: 'command', text})),
	within(/\}%/).map((text): PktAction => ({kind: 'code', text, place})),
);

const relative = us.map((at): PktTime => ({kind: 'relative', at}));
const expected: fc.Arbitrary<PktTime> = fc.oneof(
	relative,
	fc.constant<PktTime>({kind: 'any'}),
	fc.tuple(us, us).map(([a, b]): PktTime => ({kind: 'relative-range', from: Math.min(a, b), to: Math.max(a, b)})),
);

const event: fc.Arbitrary<PktEvent> = fc.oneof(
	fc.tuple(relative, deed).map(([time, action]) => ({place, time, action})),
	fc.tuple(expected, fc.oneof(outbound, icmp)).map(([time, packet]): PktEvent => ({place, time, action: {kind: 'outbound', packet}})),
	fc
		.tuple(us, us, call)
		.map(([a, b, action]): PktEvent => ({place, time: {kind: 'relative', at: Math.min(a, b)}, end: Math.max(a, b), action})),
);

/** Absolute times never go back. */
const absolute: fc.Arbitrary<readonly PktEvent[]> = fc
	.array(fc.tuple(us, us, outbound), {maxLength: 3})
	.map(list => list.sort(([a], [b]) => a - b))
	.map(list =>
		list.map(([from, more, packet], index) => ({
			place,
			time: index % 2 === 0 ? {kind: 'absolute', at: from} : {kind: 'absolute-range', from, to: Math.max(from, more)},
			action: {kind: 'outbound', packet},
		})),
	);

const optionValue = maybe(within(/["\n\r]/).filter(text => text !== ''));

export const arbitraryScript: fc.Arbitrary<PktScript> = fc
	.record({
		options: fc.array(fc.record({name: word, value: optionValue, place: fc.constant(place)}, strict), {maxLength: 3}),
		init: maybe(command.map(text => ({text, place}))),
		first: fc.tuple(fc.constant<PktTime>({kind: 'absolute', at: 0}), deed).map(([time, action]) => ({place, time, action})),
		absolute,
		events: fc.array(event, {maxLength: 6}),
		cleanup: maybe(command.map(text => ({text, place}))),
		firstLineProfile: maybe(word),
	})
	.map(({first, absolute: timed, events, ...rest}) => ({
		...{file: 'a.pkt', ...rest},
		...{events: [first, ...timed, ...events], dialectHints: [], unsupported: []},
	}));
