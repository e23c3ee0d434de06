import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {plainSegmenter, plainWidth} from '../../source/build/plain-text.js';
import {tries} from '../property/tries.js';

const characters = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code));
const plain = characters.filter(character => plainWidth(character) !== undefined);
const segmenter = new Intl.Segmenter();

const cutsOf = (cuts: Iterable<{segment: string; index: number}>): string[] =>
	Array.from(cuts, ({segment, index}) => `${index} ${segment}`);

test('the characters of the screens are plain', () => {
	for (const character of '─═│█▒▁┌┐└┘┬v^<>[]{}()*·…→↔，。：（）的第客户端') assert.ok(plain.includes(character), character);
});

test('a plain character is as wide as string-width says', () => {
	for (const character of plain) assert.equal(plainWidth(character), stringWidth(character), character);
});

test('a plain character joins no other plain character', () => {
	const neighbours = ['a', ' ', '1', '#', '—', '█', '汉', '。', '！'];
	for (const character of plain)
		for (const neighbour of neighbours)
			for (const pair of [character + neighbour, neighbour + character]) {
				assert.deepEqual(cutsOf(plainSegmenter.segment(pair)), cutsOf(segmenter.segment(pair)), pair);
				assert.equal(plainWidth(pair), stringWidth(pair), pair);
			}
});

test('any text is cut as Intl.Segmenter cuts it, escape sequences too', () =>
	fc.assert(
		fc.property(
			fc.string({
				unit: fc.oneof(fc.constantFrom('\x1b[31m', '\x1b[0m', '\r', '\n', ...plain), fc.string({unit: 'grapheme', maxLength: 1})),
			}),
			text => {
				assert.deepEqual(cutsOf(plainSegmenter.segment(text)), cutsOf(segmenter.segment(text)));
				const width = plainWidth(text);
				if (width !== undefined) assert.equal(width, stringWidth(text));
			},
		),
		tries(),
	));
