import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {drained, share} from '../../source/ui/lines/bars.js';
import {tries} from '../property/tries.js';

for (const [parts, width, cells] of [
	[[4380, 40, 3772], 4, [2, 1, 1]],
	[[4380, 40, 3772], 8, [4, 1, 3]],
	[[1000, 1460, 1460, 4272], 5, [1, 1, 1, 2]],
	[[1000, 1460, 1460, 4272], 9, [1, 2, 1, 5]],
	[[0, 0, 8192], 8, [0, 0, 8]],
	[[8192, 0, 0], 4, [4, 0, 0]],
	[[1, 1, 8190], 4, [1, 1, 2]],
	[[0, 0, 0], 8, [0, 0, 0]],
] as const)
	test(`${parts.join(' ')} in ${width} cells is ${cells.join(' ')}`, () => assert.deepEqual(share(parts, width), cells));

test('shares fill the bar, and every part that is not empty is seen', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 0, max: 70_000}), {minLength: 1, maxLength: 6}),
			fc.integer({min: 6, max: 16}),
			(parts, width) => {
				const cells = share(parts, width);
				const isEmpty = parts.every(part => part === 0);
				assert.equal(
					cells.reduce((sum, cell) => sum + cell, 0),
					isEmpty ? 0 : width,
				);
				for (const [index, part] of parts.entries()) assert.equal((cells[index] ?? 0) > 0, part > 0);
			},
		),
		tries(),
	);
});

for (const [left, total, width, cells] of [
	[1000, 1000, 8, 8],
	[1600, 2000, 8, 7],
	[500, 1000, 8, 4],
	[980, 1000, 8, 8],
	[151, 240, 8, 6],
	[1, 1000, 8, 1],
	[0, 1000, 8, 0],
] as const)
	test(`${left} of ${total} left fills ${cells} of ${width} cells`, () => assert.equal(drained(left, total, width), cells));
