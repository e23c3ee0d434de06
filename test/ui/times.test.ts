import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clock, elapsed, measured, moment, part} from '../../source/ui/lines/times.js';

for (const [us, text] of [
	[0, '0 s'],
	[1_400_000, '1.400 s'],
	[2_600_000, '2.600 s'],
	[95_850_000, '95.85 s'],
	[9_999_999, '9.999 s'],
	[247_000_000, '247.0 s'],
	[3_600_000_000, '3600 s'],
] as const)
	test(`the clock shows ${us} us as ${text}`, () => assert.equal(clock(us), text));

for (const [us, text] of [
	[0, '0.000'],
	[50_000, '0.050'],
	[2_015_000, '2.015'],
	[999_999_000, '999.999'],
	[3_602_550_000, '3602.55'],
	[12_345_678_000, '12345.6'],
] as const)
	test(`the ladder writes ${us} us as ${text}`, () => assert.equal(moment(us), text));

for (const [us, wide, narrow] of [
	[0, '0 s', '0s'],
	[1_450_000, '1.4 s', '1.4s'],
	[12_900_000, '12 s', '12s'],
] as const)
	test(`a call that has waited ${us} us says ${wide}`, () => assert.deepEqual([elapsed(us, true), elapsed(us, false)], [wide, narrow]));

for (const [us, text] of [
	[125_000, '125 ms'],
	[87_500, '88 ms'],
	[1_000_000, '1 s'],
	[400, '400 us'],
] as const)
	test(`a measured ${us} us is ${text}`, () => assert.equal(measured(us, true), text));

for (const [left, total, text] of [
	[170_000, 200_000, '170ms of 200ms'],
	[20_000, 1_000_000, '0.02s of 1s'],
	[398_000, 1_000_000, '0.40s of 1s'],
	[999_000, 1_000_000, '1s of 1s'],
	[1_600_000, 2_500_000, '1.6s of 2.5s'],
	[150_950_000, 240_000_000, '151s of 240s'],
	[7_190_000_000, 7_200_000_000, '120min of 120min'],
	[0, 1_000_000, '0s of 1s'],
	[3, 500, '3us of 500us'],
	[224_090, 224_090, '224ms of 224ms'],
	[150_000, 300_840, '150ms of 301ms'],
	[1_250_000, 1_250_000, '1.25s of 1.25s'],
	[4_500, 4_500, '4.5ms of 4.5ms'],
] as const)
	test(`a timer with ${left} us left of ${total} tells both in one unit: ${text}`, () => {
		const told = part(left, total, false);
		assert.equal(`${told.left} of ${told.total}`, text);
	});
