/** Both buffers against the simplest thing that could be right: an array with a place for every octet. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {freeSpace, newReceiveBuffer, outOfOrderOctets, read, takeText} from '../../source/tcp/receive-buffer.js';
import {append, endsPush, newSendBuffer, release, sendRoom, textAt} from '../../source/tcp/send-buffer.js';
import {add, before, type Seq, seq} from '../../source/tcp/seq.js';
import {arbitrarySeq} from './../property/arbitrary-segment.js';
import {tries} from '../property/tries.js';

const octetAt = (place: number): number => (place * 31 + (place >> 8) * 7) & 255;
const pattern = (from: number, len: number): Uint8Array => Uint8Array.from({length: len}, (_, index) => octetAt(from + index));

/** A stream, a window onto it, and pieces of it in any order. */
const arrivals = fc.record({
	start: arbitrarySeq,
	capacity: fc.integer({min: 1, max: 5000}),
	pieces: fc.array(fc.record({ahead: fc.nat(5000), len: fc.nat(3000), readable: fc.nat(4000)}), {maxLength: 40}),
});

test('SHLD-31: octets are read once and in order, whatever order they came in', () => {
	fc.assert(
		fc.property(arrivals, ({start, capacity, pieces}) => {
			const buffer = newReceiveBuffer(capacity);
			const seen = new Set<number>();
			let next = 0;
			let readSoFar = 0;
			for (const {ahead, len, readable} of pieces) {
				const room = readSoFar + capacity - next;
				if (ahead >= room) continue;
				const fits = Math.min(len, room - ahead);
				if (fits === 0) continue;
				for (let place = next + ahead; place < next + ahead + fits; place++) seen.add(place);
				const moved = takeText(buffer, add(start, next), add(start, next + ahead), pattern(next + ahead, fits));
				let expected = next;
				while (seen.has(expected)) expected++;
				assert.equal(moved, expected - next);
				next = expected;
				assert.equal(buffer.length, next - readSoFar);
				assert.equal(freeSpace(buffer), capacity - buffer.length);
				assert.equal(outOfOrderOctets(buffer), [...seen].filter(place => place >= next).length);
				const octets = read(buffer, readable);
				assert.deepEqual([...octets], [...pattern(readSoFar, octets.length)]);
				assert.equal(octets.length, Math.min(readable, next - readSoFar));
				readSoFar += octets.length;
			}
		}),
		tries(),
	);
});

test('what waits behind a hole is kept sorted, and never touches', () => {
	fc.assert(
		fc.property(
			arbitrarySeq,
			fc.array(fc.tuple(fc.integer({min: 1, max: 4000}), fc.integer({min: 1, max: 300})), {maxLength: 30}),
			(start, pieces) => {
				const buffer = newReceiveBuffer(5000);
				for (const [ahead, len] of pieces) takeText(buffer, start, add(start, ahead), new Uint8Array(len));
				for (const [index, {from, to}] of buffer.outOfOrder.entries()) {
					assert.ok(before(from, to));
					const following = buffer.outOfOrder[index + 1];
					if (following) assert.ok(before(to, following.from));
				}
			},
		),
		tries(),
	);
});

test('the send buffer hands out any part of what is not yet acknowledged', () => {
	const work = fc.array(fc.record({write: fc.nat(3000), from: fc.nat(100), len: fc.nat(2000), acked: fc.nat(100)}), {maxLength: 40});
	fc.assert(
		fc.property(work, fc.integer({min: 1, max: 6000}), (steps, capacity) => {
			const buffer = newSendBuffer(capacity);
			let written = 0;
			let acknowledged = 0;
			for (const {write, from, len, acked} of steps) {
				const octets = Math.min(write, sendRoom(buffer));
				append(buffer, pattern(written, octets));
				written += octets;
				const place = Math.floor((buffer.length * from) / 100);
				const part = Math.min(len, buffer.length - place);
				assert.deepEqual([...textAt(buffer, place, part)], [...pattern(acknowledged + place, part)]);
				const gone = Math.floor((buffer.length * acked) / 100);
				acknowledged += gone;
				release(buffer, gone, seq(acknowledged));
				assert.equal(buffer.length, written - acknowledged);
				assert.equal(buffer.acknowledged, acknowledged);
			}
		}),
		tries(),
	);
});

for (const [from, len, pushes] of [
	[100, 10, false],
	[100, 20, true],
	[100, 30, true],
	[119, 1, true],
	[120, 10, false],
	[120, 30, true],
] as const)
	test(`MUST-61: with SENDs that end at 120 and 150, ${len} octets from ${from} are ${pushes ? '' : 'not '}pushed`, () => {
		const buffer = newSendBuffer(1000);
		buffer.pushes.push(seq(120), seq(150));
		assert.equal(endsPush(buffer, seq(from), len), pushes);
	});

test('a SEND that is acknowledged pushes no more', () => {
	const buffer = newSendBuffer(1000);
	append(buffer, new Uint8Array(50));
	const ends: readonly Seq[] = [seq(20), seq(50)];
	buffer.pushes.push(...ends);
	release(buffer, 20, seq(20));
	assert.deepEqual(buffer.pushes, [50]);
});
