import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newStreams, nextBelow, nextBits, nextShare, purposes, type Stream} from '../../source/net/random.js';

const eight = (stream: Stream): number[] => Array.from({length: 8}, () => nextBits(stream));

test('the same seed gives the same numbers', () => assert.deepEqual(eight(newStreams(7).client.loss), eight(newStreams(7).client.loss)));

test('other seeds, other purposes and the other host give other numbers', () => {
	const [one, other, far] = [newStreams(7), newStreams(8), newStreams(7 + 2 ** 32)];
	const drawn = [one.client.loss, other.client.loss, far.client.loss, one.server.loss, one.client.jitter].map(stream =>
		String(eight(stream)),
	);
	assert.equal(new Set(drawn).size, drawn.length);
});

test('drawing for one purpose does not disturb another', () => {
	const streams = newStreams(1);
	const alone = newStreams(1);
	for (let count = 0; count < 100; count++) nextBits(streams.client.loss);
	for (const purpose of purposes) if (purpose !== 'loss') assert.equal(nextBits(streams.client[purpose]), nextBits(alone.client[purpose]));
});

test('shares are spread evenly enough over 0 to 1', () => {
	const stream = newStreams(3).client.loss;
	const tenths = new Array<number>(10).fill(0);
	for (let count = 0; count < 10_000; count++) {
		const place = Math.floor(nextShare(stream) * 10);
		tenths[place] = (tenths[place] ?? 0) + 1;
	}
	for (const count of tenths) assert.ok(count > 850 && count < 1150, tenths.join(' '));
});

test('whole numbers below a bound reach each of them and no other', () => {
	const stream = newStreams(3).client.bit;
	assert.deepEqual([...new Set(Array.from({length: 200}, () => nextBelow(stream, 5)))].sort(), [0, 1, 2, 3, 4]);
});
