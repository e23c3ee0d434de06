/** Any segment that a header can hold, pads included, so that it comes back from its octets as it went in. */
import fc from 'fast-check';
import {encodeOption} from '../../source/tcp/option-codec.js';
import type {Option, Segment} from '../../source/tcp/segment.js';
import {type Seq, seq} from '../../source/tcp/seq.js';

const plain = {noNullPrototype: true};
const bits16 = fc.nat(0xffff);
const bits32 = fc.nat(0xffffffff);
export const arbitrarySeq: fc.Arbitrary<Seq> = bits32.map(seq);

/** Codes that no entry of the codec speaks for. */
const strangeCode = fc.constantFrom(6, 7, 9, 30, 253, 254);
const block = fc.record({from: arbitrarySeq, to: arbitrarySeq}, plain);

const arbitraryOption: fc.Arbitrary<Option> = fc.oneof(
	fc.constant<Option>({kind: 'nop'}),
	fc.record({kind: fc.constant('mss'), value: bits16}, plain),
	fc.record({kind: fc.constant('wscale'), shift: fc.nat(255)}, plain),
	fc.constant<Option>({kind: 'sackOK'}),
	fc.record({kind: fc.constant('sack'), blocks: fc.array(block, {minLength: 1, maxLength: 4})}, plain),
	fc.record({kind: fc.constant('TS'), val: bits32, ecr: bits32}, plain),
	fc.record({kind: fc.constant('unknown'), code: strangeCode, data: fc.array(fc.nat(255), {maxLength: 12})}, plain),
);

function padded(options: readonly Option[]): readonly Option[] {
	const kept: Option[] = [];
	let octets = 0;
	for (const option of options) {
		const {length} = encodeOption(option);
		if (octets + length > 40) continue;
		octets += length;
		kept.push(option);
	}
	for (; octets % 4 !== 0; octets++) kept.push({kind: 'eol'});
	return kept;
}

export const arbitraryOptions = fc.array(arbitraryOption, {maxLength: 6}).map(padded);

const udp = fc.record({sport: bits16, dport: bits16}, plain);

const bareSegment: fc.Arbitrary<Segment> = fc.record(
	{
		src: bits32,
		dst: bits32,
		sport: bits16,
		dport: bits16,
		seq: arbitrarySeq,
		ack: arbitrarySeq,
		flags: fc.nat(255),
		wnd: bits16,
		urg: bits16,
		tos: fc.nat(255),
		ttl: fc.nat(255),
		options: arbitraryOptions,
		text: fc.uint8Array({maxLength: 80}),
	},
	plain,
);

/** Inside UDP or not. */
export const arbitrarySegment: fc.Arbitrary<Segment> = fc.oneof(
	bareSegment,
	fc.tuple(bareSegment, udp).map(([segment, ports]) => ({...segment, udp: ports})),
);
