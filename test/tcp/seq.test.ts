import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {add, atOrBefore, before, inWindow, later, offset, seq, span} from '../../source/tcp/seq.js';
import {arbitrarySeq} from '../property/arbitrary-segment.js';
import {tries} from '../property/tries.js';

for (const [a, b, isBefore] of [
	[0, 1, true],
	[1, 1, false],
	[0xffffffff, 0, true],
	[0, 0xffffffff, false],
	[0, 0x7fffffff, true],
	[0x80000001, 0, true],
] as const)
	test(`RFC 9293 § 3.4: ${a} is ${isBefore ? '' : 'not '}before ${b}`, () => assert.equal(before(seq(a), seq(b)), isBefore));

const near = fc.nat(0x7fffffff);

test('adding octets and counting them agree, all around the circle', () => {
	fc.assert(
		fc.property(arbitrarySeq, near, (a, octets) => {
			const b = add(a, octets);
			assert.equal(span(a, b), octets);
			assert.equal(offset(a, b), octets);
			assert.equal(offset(b, a) + octets, 0);
			assert.equal(before(a, b), octets > 0);
			assert.equal(atOrBefore(b, a), octets === 0);
			assert.equal(later(a, b), b);
		}),
		tries(),
	);
});

test('a window of size octets holds exactly the numbers from its left edge on', () => {
	fc.assert(
		fc.property(arbitrarySeq, near, near, (left, size, octets) => assert.equal(inWindow(add(left, octets), left, size), octets < size)),
		tries(),
	);
	fc.assert(
		fc.property(arbitrarySeq, near, (left, size) => assert.equal(inWindow(add(left, -1), left, size), false)),
		tries(),
	);
});
