import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {cells, clip, pad, wrapCells} from '../../source/export/cells.js';
import {tries} from '../property/tries.js';

for (const [text, width] of [
	['', 0],
	['abc', 3],
	['已关闭', 6],
	['（SYN）', 7],
	['█▒▁─│═', 6],
	['e\u0301', 1],
	['半连接*1/5', 10],
] as const)
	test(`${JSON.stringify(text)} takes ${width} cells`, () => assert.equal(cells(text), width));

test('printable ASCII, CJK, kana, hangul and our glyphs are as wide as string-width says', () => {
	const ranges = [
		[0x20, 0x7e],
		[0xa1, 0x17f],
		[0x2500, 0x25a0],
		[0x3000, 0x302d],
		[0x3030, 0x30ff],
		[0x3400, 0x34ff],
		[0x4e00, 0x9fff],
		[0xac00, 0xd7a3],
		[0xff01, 0xff60],
		[0x20000, 0x20100],
	] as const;
	for (const [first, last] of ranges) {
		for (let code = first; code <= last; code++) {
			const letter = String.fromCodePoint(code);
			if (!/\p{Cn}/u.test(letter)) assert.equal(cells(letter), stringWidth(letter), `U+${code.toString(16)}`);
		}
	}
});

const text = fc.string({unit: fc.constantFrom('a', ' ', '，', '中', '文', '.', 'word', '█', 'é')});

test('clipping never exceeds the width, nor cuts a wide letter', () => {
	fc.assert(
		fc.property(text, fc.integer({min: 0, max: 30}), (whole, most) => {
			const kept = clip(whole, most);
			assert.ok(whole.startsWith(kept));
			assert.ok(cells(kept) <= most && (kept === whole || cells(kept) >= most - 1));
			assert.ok(cells(pad(kept, most)) >= cells(kept));
		}),
		tries(),
	);
});

test('wrapping keeps every letter but blanks at the ends of rows', () => {
	fc.assert(
		fc.property(text, fc.integer({min: 4, max: 40}), (whole, columns) => {
			const rows = wrapCells(whole, columns);
			for (const row of rows) assert.ok(cells(row) <= columns);
			assert.equal(rows.join('').replaceAll(' ', ''), whole.replaceAll(' ', ''));
		}),
		tries(),
	);
});

for (const [sentence, columns, rows] of [
	['one two three', 7, ['one two', 'three']],
	['你丢弃了 #3：客户端', 8, ['你丢弃了', '#3：客户', '端']],
	['没有应答。', 8, ['没有应', '答。']],
] as const)
	test(`${JSON.stringify(sentence)} in ${columns} cells`, () => assert.deepEqual(wrapCells(sentence, columns), rows));
