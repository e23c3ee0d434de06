import assert from 'node:assert/strict';
import {test} from 'node:test';
import {helpRows, keyIdOf, keymap} from '../../source/app/keymap.js';
import {keysIn} from '../../source/app/keys-in.js';
import {detailsEn} from '../../source/locale/en/details.js';
import {helpEn} from '../../source/locale/en/help.js';
import {helpZh} from '../../source/locale/zh/help.js';

/** The key table of the design, each key by the name that keysIn gives it. */
const designed =
	'tab up down l L c C a s S r h x A d D u y e i space . right pagedown , left pageup + = - [ ] return escape end m k g n w ? q ctrl-c'.split(
		' ',
	);

for (const key of designed) test(`the key ${key} has a meaning`, () => assert.notEqual(keyIdOf(key), undefined));

test('no key has two meanings', () => {
	const keys = keymap.flatMap(row => row.keys);
	assert.deepEqual(keys, [...new Set(keys)]);
});

test('every key stands in a line of the help', () => {
	const shown = new Set(helpRows.flatMap(({keys}) => keys));
	for (const {id, keys} of keymap) assert.ok(shown.has(keys[0]), id);
});

test('the details name the keys that work there', () => {
	for (const key of ['[ ]', 'd ', 'u ', 'y ', 'e ', 'Esc'])
		assert.match(detailsEn.hints, new RegExp(` ${key.replaceAll(/[[\]]/g, '\\$&')}`));
});

for (const [language, {lines}] of [
	['English', helpEn],
	['Chinese', helpZh],
] as const) {
	test(`the help has a line for each key in ${language}, and no other`, () =>
		assert.deepEqual(Object.keys(lines).sort(), helpRows.map(({line}) => line).sort()));
}

for (const [input, key, keys] of [
	['l', {}, ['l']],
	['jjj', {}, ['j', 'j', 'j']],
	['j\r', {}, ['j', 'return']],
	['\r', {return: true}, ['return']],
	['', {upArrow: true}, ['up']],
	['', {pageUp: true}, ['pageup']],
	['', {end: true}, ['end']],
	['', {tab: true}, ['tab']],
	[' ', {}, ['space']],
	['', {backspace: true}, ['backspace']],
	['', {delete: true}, ['backspace']],
	['c', {ctrl: true}, ['ctrl-c']],
	['jj\x03', {}, ['j', 'j', 'ctrl-c']],
	['', {escape: true}, ['escape']],
	['q', {meta: true}, ['escape', 'q']],
	['中文', {}, ['中', '文']],
	['80 backlog 1\r\nx', {}, ['8', '0', 'space', 'b', 'a', 'c', 'k', 'l', 'o', 'g', 'space', '1', 'return', 'x']],
	['[200;3X', {}, []],
	['[]', {}, ['[', ']']],
	['', {}, []],
	['\x07', {}, []],
] as const) {
	test(`the input ${JSON.stringify(input)} with ${JSON.stringify(key)} is the keys ${keys.join(' ')}`, () =>
		assert.deepEqual(keysIn(input, key), keys));
}
