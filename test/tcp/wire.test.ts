import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {checksum, sumWords} from '../../source/tcp/checksum.js';
import {decodeOptions, encodeOptions, optionOctets} from '../../source/tcp/option-codec.js';
import {ACK, noText, type Option, type Segment, SYN} from '../../source/tcp/segment.js';
import {seq} from '../../source/tcp/seq.js';
import {decode, encode} from '../../source/tcp/wire.js';
import {arbitrarySegment} from '../property/arbitrary-segment.js';
import {tries} from '../property/tries.js';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const octets = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

const synAck: Segment = {
	src: 0x0a000002,
	dst: 0x0a000001,
	sport: 80,
	dport: 49_152,
	seq: seq(8000),
	ack: seq(1001),
	flags: SYN | ACK,
	wnd: 65_535,
	urg: 0,
	tos: 0,
	ttl: 64,
	options: [{kind: 'mss', value: 1460}],
	text: noText,
};

test('RFC 1071 § 3: the example of the checksum', () => {
	assert.equal(sumWords(octets('0001 f203 f4f5 f6f7')), 0x2ddf0);
	assert.equal(checksum(0x2ddf0), 0xffff - 0xddf2);
});

test('RFC 1071: an odd octet counts as if a zero followed', () => {
	assert.equal(sumWords(octets('0102 03')), 0x0102 + 0x0300);
});

test('a SYN,ACK looks on the wire as the RFCs draw it', () => {
	const ip = '4500 002c 0000 4000 4006 26ca 0a000002 0a000001';
	const tcp = '0050 c000 00001f40 000003e9 6012 ffff a09a 0000 020405b4';
	assert.equal(hex(encode(synAck)), (ip + tcp).replace(/\s/g, ''));
});

const tunnelled: Segment = {...synAck, udp: {sport: 9899, dport: 4500}};

test('inside UDP the checksum of UDP covers it all, and that of TCP stays 0', () => {
	const ip = '4500 0034 0000 4000 4011 26b7 0a000002 0a000001';
	const udp = '26ab 1194 0020 6828';
	const tcp = '0050 c000 00001f40 000003e9 6012 ffff 0000 0000 020405b4';
	assert.equal(hex(encode(tunnelled)), (ip + udp + tcp).replace(/\s/g, ''));
});

test('a UDP checksum that comes out as 0 is written as ones (RFC 768)', () => {
	const sum = new DataView(encode(tunnelled).buffer).getUint16(26);
	assert.equal(new DataView(encode({...tunnelled, urg: sum}).buffer).getUint16(26), 0xffff);
});

test('a UDP datagram without a checksum, or of another length than its IP datagram, is no segment', () => {
	const unchecked = encode(tunnelled);
	new DataView(unchecked.buffer).setUint16(26, 0);
	assert.equal(decode(unchecked).error, 'checksum');
	const short = encode(tunnelled);
	const view = new DataView(short.buffer);
	view.setUint16(24, view.getUint16(24) - 1);
	view.setUint16(26, view.getUint16(26) + 1);
	assert.equal(decode(short).error, 'not-tcp');
});

test('what was encoded decodes to the same segment', () => {
	fc.assert(
		fc.property(arbitrarySegment, segment => assert.deepEqual(decode(encode(segment)), {segment})),
		tries(),
	);
});

test('any one flipped bit is noticed, whichever it is', () => {
	fc.assert(
		fc.property(arbitrarySegment, segment => {
			const sent = encode(segment);
			for (let bit = 0; bit < sent.length * 8; bit++) {
				const damaged = sent.slice();
				damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				assert.equal(decode(damaged).error, 'checksum', `bit ${bit}`);
			}
		}),
		tries(30),
	);
});

test('octets behind the datagram do not disturb it', () => {
	assert.deepEqual(decode(Uint8Array.from([...encode(synAck), 0, 0, 7])), {segment: synAck});
});

test('a part of a datagram, whatever its length, is no segment', () => {
	const whole = encode({...synAck, text: Uint8Array.from([1, 2, 3])});
	for (let length = 0; length < whole.length; length++) assert.equal(decode(whole.subarray(0, length)).error, 'truncated');
});

/** Writes `value` and puts both checksums right again. */
function forged(at: number, value: number): Uint8Array {
	const damaged = encode(synAck);
	damaged[at] = value;
	const view = new DataView(damaged.buffer);
	view.setUint16(10, 0);
	view.setUint16(10, checksum(sumWords(damaged.subarray(0, 20))));
	view.setUint16(36, 0);
	const pseudo = octets('0a000002 0a000001 0006 0018');
	view.setUint16(36, checksum(sumWords(damaged.subarray(20), sumWords(pseudo))));
	return damaged;
}

for (const [what, at, value, error] of [
	['IP version 6', 0, 0x65, 'not-tcp'],
	['IPv4 options', 0, 0x46, 'not-tcp'],
	['a fragment', 6, 0x20, 'not-tcp'],
	['ICMP', 9, 1, 'not-tcp'],
	['a data offset below five words', 32, 0x40, 'data-offset'],
	['a data offset beyond the datagram', 32, 0x70, 'data-offset'],
	['an option of length zero (MUST-7)', 41, 0, 'option-length'],
	['an option of length one', 41, 1, 'option-length'],
	['an option longer than the header', 41, 5, 'option-length'],
] as const)
	test(`${what} is refused though the checksums are right: ${error}`, () => assert.equal(decode(forged(at, value)).error, error));

for (const [written, options] of [
	['', []],
	['020405b4', [{kind: 'mss', value: 1460}]],
	['01 030306', [{kind: 'nop'}, {kind: 'wscale', shift: 6}]],
	['0402 0000', [{kind: 'sackOK'}, {kind: 'eol'}, {kind: 'eol'}]],
	['0101 080a 00000001 ffffffff', [{kind: 'nop'}, {kind: 'nop'}, {kind: 'TS', val: 1, ecr: 0xffffffff}]],
	['0101 050a 00000001 00000002', [{kind: 'nop'}, {kind: 'nop'}, {kind: 'sack', blocks: [{from: seq(1), to: seq(2)}]}]],
	['fd04 abcd', [{kind: 'unknown', code: 253, data: [0xab, 0xcd]}]],
	['0203 07 01', [{kind: 'unknown', code: 2, data: [7]}, {kind: 'nop'}]],
	['0503 07 01', [{kind: 'unknown', code: 5, data: [7]}, {kind: 'nop'}]],
] as const satisfies readonly (readonly [string, readonly Option[]])[])
	test(`the octets "${written}" are ${options.length} options, and back`, () => {
		assert.deepEqual(decodeOptions(octets(written)), options);
		assert.deepEqual(Uint8Array.from(encodeOptions(options)), octets(written));
		assert.equal(optionOctets(options), octets(written).length);
	});

test('what stands behind the end of the option list is padding (MUST-69)', () => {
	assert.deepEqual(
		decodeOptions(octets('00 020405')),
		Array.from({length: 4}, () => ({kind: 'eol'})),
	);
});

test('more than 40 octets of options, or 65535 in all, cannot be sent', () => {
	const stamp: Option = {kind: 'TS', val: 1, ecr: 2};
	assert.throws(() => encode({...synAck, options: [stamp, stamp, stamp, stamp, stamp]}), RangeError);
	assert.throws(() => encode({...synAck, options: [], text: new Uint8Array(65_496)}), RangeError);
});
