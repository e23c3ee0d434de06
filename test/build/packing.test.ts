import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliDecompressSync} from 'node:zlib';
import {packed} from '../../source/build/packing.js';
import {unpacked} from '../../source/build/unpacking.js';

/** Letters of which each comes once more than the next. */
const letters = (count: number): string =>
	Array.from({length: count}, (_, place) => `\\u${(0x4e00 + place).toString(16)}`.repeat(count - place)).join('');

const distinct = (count: number): string => Array.from({length: count}, (_, place) => `\\u${(0x4e00 + place).toString(16)}`).join('');

for (const [what, text] of [
	['ASCII', 'if (a < "\\n") b;\n'],
	['a few letters', '"\\u4e2d\\u6587\\u00e9 \\u4e2d"'],
	['more letters than there are single octets for', `"${letters(400)}"`],
	['escapes that are no letters', '/[\\ud83d\\ude00\\u0000-\\u001f\\u007f]/'],
	['escapes as others write them', '"\\uFF1A\\u{1f600}\\x41"'],
	['a backslash before an escape', '"\\\\u4e2d\\\\\\u4e2d"'],
] as const) {
	test(`what is unpacked is what was packed: ${what}`, () => assert.equal(unpacked(brotliDecompressSync(packed(text))), text));
}

test('a letter takes an octet or two before it is compressed', () => {
	const listed = 3 * 400 + 1;
	const times = 400 + (400 * 401) / 2;
	const inOneOctet = Array.from({length: 100}, (_, place) => 400 - place + 1).reduce((sum, count) => sum + count, 0);
	assert.equal(brotliDecompressSync(packed(letters(400))).length, listed + 2 * (times - 400) - (inOneOctet - 100));
});

test('more different letters than there are codes for cannot be packed', () =>
	assert.throws(() => packed(distinct(3800)), /3800 different letters/));
