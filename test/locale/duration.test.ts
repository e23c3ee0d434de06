import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countdown, duration} from '../../source/locale/duration.js';

for (const [us, set, left] of [
	[0, '0 s', '0 s'],
	[12, '12 us', '12 us'],
	[1500, '1.5 ms', '2 ms'],
	[20_000, '20 ms', '20 ms'],
	[87_500, '88 ms', '88 ms'],
	[99_001, '99 ms', '100 ms'],
	[400_000, '400 ms', '0.40 s'],
	[999_600, '1 s', '1.00 s'],
	[1_000_000, '1 s', '1 s'],
	[1_550_000, '1.55 s', '1.6 s'],
	[9_990_000, '9.99 s', '10 s'],
	[150_100_000, '150.1 s', '151 s'],
	[240_000_000, '240 s', '240 s'],
	[7_200_000_000, '2 h', '120 min'],
] as const) {
	test(`${us} us is ${set} as a value, ${left} as what is left`, () => {
		assert.equal(duration(us), set);
		assert.equal(countdown(us), left);
	});
}
