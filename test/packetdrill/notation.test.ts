import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {flagLetters, optionWords, parseSegment, type SegmentNotation, segmentWords} from '../../source/packetdrill/notation.js';
import {ACK, ECE, FIN, type Option, PSH, RST, SYN, URG} from '../../source/tcp/segment.js';
import {seq} from '../../source/tcp/seq.js';
import {arbitraryOptions} from '../property/arbitrary-segment.js';
import {tries} from '../property/tries.js';

for (const [flags, letters] of [
	[0, '-'],
	[SYN, 'S'],
	[SYN | ACK, 'S.'],
	[ACK, '.'],
	[FIN | PSH | ACK, 'FP.'],
	[RST, 'R'],
	[255, 'SFRPUEW.'],
] as const)
	test(`flags ${flags} are written ${letters}`, () => assert.equal(flagLetters(flags), letters));

for (const [words, options] of [
	['', []],
	['mss 1460', [{kind: 'mss', value: 1460}]],
	[
		'mss 1460,nop,wscale 6,sackOK,eol,eol',
		[{kind: 'mss', value: 1460}, {kind: 'nop'}, {kind: 'wscale', shift: 6}, {kind: 'sackOK'}, {kind: 'eol'}, {kind: 'eol'}],
	],
	['nop,nop,TS val 1 ecr 2', [{kind: 'nop'}, {kind: 'nop'}, {kind: 'TS', val: 1, ecr: 2}]],
	[
		'sack 1:2 3:4',
		[
			{
				kind: 'sack',
				blocks: [
					{from: seq(1), to: seq(2)},
					{from: seq(3), to: seq(4)},
				],
			},
		],
	],
	['0xfd04abcd', [{kind: 'unknown', code: 253, data: [0xab, 0xcd]}]],
] as const satisfies readonly (readonly [string, readonly Option[]])[])
	test(`options in words: "${words}", and back`, () => {
		assert.equal(optionWords(options), words);
		assert.deepEqual(parseSegment(`S 0:0(0) <${words}>`).segment?.options, options);
	});

for (const [text, segment] of [
	['S 1000:1000(0)', {flags: SYN, seq: 1000, len: 0}],
	['F. 17:17(0) ack 1 win 100', {flags: FIN | ACK, seq: 17, len: 0, ack: 1, win: 100}],
	['80 > 49152 P. 1:6(5) ack 7', {sport: 80, dport: 49_152, flags: PSH | ACK, seq: 1, len: 5, ack: 7}],
	['[80 > 49152] R 1:1(0)', {sport: 80, dport: 49_152, flags: RST, seq: 1, len: 0}],
	['- 5:5(0)', {flags: 0, seq: 5, len: 0}],
	['F  . 1:1(0) ack 2', {flags: FIN | ACK, seq: 1, len: 0, ack: 2}],
	['.PF 1:1(0)', {flags: FIN | PSH | ACK, seq: 1, len: 0}],
	['UE 1:1(0) urg 3', {flags: URG | ECE, seq: 1, len: 0, urg: 3}],
	[' . 4294967295:4(5) ', {flags: ACK, seq: 0xffffffff, len: 5}],
	['. 0x10:0x10(0) ack 0xff', {flags: ACK, seq: 16, len: 0, ack: 255}],
	['. 1 : 2 ( 1 ) ack 1 <>', {flags: ACK, seq: 1, len: 1, ack: 1, options: []}],
	['. 1:1(0) ack 1 <...>', {flags: ACK, seq: 1, len: 0, ack: 1, options: undefined}],
	['. 1:1(0) win 1 ack 2', {flags: ACK, seq: 1, len: 0, ack: 2, win: 1}],
	['S 1:1(0) < mss 9 , nop >', {flags: SYN, seq: 1, len: 0, options: [{kind: 'mss', value: 9}, {kind: 'nop'}]}],
	['S 1:1(0) <0x020405b4,nop>', {flags: SYN, seq: 1, len: 0, options: [{kind: 'mss', value: 1460}, {kind: 'nop'}]}],
] as const satisfies readonly (readonly [string, SegmentNotation])[])
	test(`"${text}" is read`, () => assert.deepEqual(parseSegment(text), {segment}));

const flagList = ['S', 'F', 'R', 'P', 'U', 'E', 'W', '.'];
const max32 = {min: 0, max: 0xffffffff};

for (const [text, error] of [
	['', {column: 1, found: '', code: 'expected', allowed: [...flagList, '-']}],
	['SA 1:1(0)', {column: 2, found: 'A', code: 'expected', allowed: flagList}],
	['X 1:1(0)', {column: 1, found: 'X', code: 'expected', allowed: [...flagList, '-']}],
	['1:1(0)', {column: 2, found: ':', code: 'expected', allowed: ['>']}],
	['70000 > 1 S 1:1(0)', {column: 1, found: '70000', code: 'number', field: 'sport', min: 1, max: 65_535}],
	['[1 > 2 S 1:1(0)', {column: 8, found: 'S', code: 'expected', allowed: [']']}],
	['S.S 1:1(0)', {column: 3, found: 'S', code: 'twice', word: 'S'}],
	['S', {column: 2, found: '', code: 'number', field: 'seq', ...max32}],
	['S 4294967296:0(0)', {column: 3, found: '4294967296', code: 'number', field: 'seq', ...max32}],
	['S 1', {column: 4, found: '', code: 'expected', allowed: [':']}],
	['S 1:x(0)', {column: 5, found: 'x', code: 'number', field: 'last', ...max32}],
	['S 1:1', {column: 6, found: '', code: 'expected', allowed: ['(']}],
	['S 1:1(70000)', {column: 7, found: '70000', code: 'number', field: 'len', min: 0, max: 65_495}],
	['P. 1:5(5)', {column: 6, found: '5', code: 'last', expected: 6}],
	['. 1:1(0) ack', {column: 13, found: '', code: 'number', field: 'ack', ...max32}],
	['. 1:1(0) ack 1 ack 2', {column: 16, found: 'ack', code: 'twice', word: 'ack'}],
	['. 1:1(0) ack 1 wnd 2', {column: 16, found: 'wnd', code: 'expected', allowed: ['win', 'urg', '<', 'end']}],
	['. 1:1(0) win 65536', {column: 14, found: '65536', code: 'number', field: 'win', min: 0, max: 65_535}],
	['S 1:1(0) <mss>', {column: 14, found: '>', code: 'number', field: 'mss', min: 0, max: 65_535}],
	['S 1:1(0) <mss 5', {column: 16, found: '', code: 'expected', allowed: [',', '>']}],
	[
		'S 1:1(0) <md5 5>',
		{column: 11, found: 'md5', code: 'expected', allowed: ['eol', 'nop', 'sackOK', 'mss', 'wscale', 'sack', 'TS', '0x']},
	],
	['S 1:1(0) <TS val 1>', {column: 19, found: '>', code: 'expected', allowed: ['ecr']}],
	['S 1:1(0) <0x0200>', {column: 11, found: '0x0200', code: 'raw-options'}],
	['S 1:1(0) <nop> x', {column: 16, found: 'x', code: 'expected', allowed: ['end']}],
	['S 1:1(0) <sack 1:2 1:2 1:2 1:2 1:2>', {column: 11, found: 'sack', code: 'options-length', octets: 44, max: 40}],
] as const)
	test(`"${text}" is refused at column ${error.column}: ${error.code}`, () => assert.deepEqual(parseSegment(text).error, error));

test('what was written is read as the same segment', () => {
	const field = (max: number) => fc.option(fc.nat(max), {nil: undefined});
	const written = fc.record({
		ports: fc.boolean(),
		flags: fc.nat(255),
		seq: fc.nat(0xffffffff),
		len: fc.nat(65_495),
		ack: field(0xffffffff),
		win: field(65_535),
		urg: field(65_535),
		options: fc.option(arbitraryOptions, {nil: undefined}),
	});
	fc.assert(
		fc.property(written, ({ports, ...rest}) => {
			const segment = ports ? {...rest, sport: 80, dport: 1} : rest;
			const {segment: read, error} = parseSegment(segmentWords(segment));
			assert.equal(error, undefined);
			assert.equal(segmentWords(read ?? segment), segmentWords(segment));
		}),
		tries(),
	);
});
