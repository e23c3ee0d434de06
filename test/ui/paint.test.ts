import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blockOf, paint, type Role, styleOf} from '../../source/ui/colors.js';
import {center, fit, inRole, plain, spread, styled, textOf, toTerminal} from '../../source/ui/line.js';

for (const [role, on, off] of [
	['server', '[35m', '[39m'],
	['error', '[31m', '[39m'],
	['opening', '[30m[46m', '[49m[39m'],
	['established', '[30m[42m', '[49m[39m'],
	['closing', '[30m[43m', '[49m[39m'],
	['failed', '[97m[41m', '[49m[39m'],
	['forged', '[97m[45m', '[49m[39m'],
	['changed', '[1m[7m', '[27m[22m'],
	['dim', '[2m', '[22m'],
] as const satisfies readonly (readonly [Role, string, string])[])
	test(`${role} is switched on by ${on} and off again`, () => {
		assert.equal(paint('x', styleOf(role), true).replaceAll('\x1b', ''), `${on}x${off}`);
	});

test('without colour only bold, dim and inverse are left', () => {
	assert.equal(paint('x', styleOf('established'), false), 'x');
	assert.equal(paint('x', styleOf('changed'), false), '\x1b[1m\x1b[7mx\x1b[27m\x1b[22m');
});

test('the blocks of a plate are as solid as its colour', () => {
	assert.deepEqual(blockOf('established'), {color: 'green', background: 'green'});
	assert.deepEqual(blockOf('closed'), {});
});

test('on the background of the terminal itself only red and magenta stand', () => {
	const roles: readonly Role[] = [
		'dim',
		'bold',
		'inverse',
		'changed',
		'server',
		'error',
		'opening',
		'established',
		'closing',
		'closed',
		'failed',
		'flying',
		'again',
		'copy',
		'forged',
		'dead',
	];
	for (const role of roles) {
		const {color, background} = {color: undefined, background: undefined, ...styleOf(role)};
		assert.ok(color === undefined || background !== undefined || color === 'red' || color === 'magenta', role);
		assert.equal(background !== undefined && color === undefined, false, role);
	}
});

test('ASCII takes the place of every drawn cell', () => {
	assert.equal(toTerminal([plain('█▒▁─═│.['), plain('SYN]')], {isAscii: true, hasColor: false}), '#:_-=|.[SYN]');
});

test('lines are cut and filled by cells', () => {
	assert.equal(textOf(fit([plain('已关闭')], 5)), '已关 ');
	assert.equal(textOf(center([plain('abc')], 8)), '  abc   ');
	assert.equal(textOf(spread([plain('a')], [plain('b')], 4) ?? []), 'a  b');
	assert.equal(spread([plain('aa')], [plain('bb')], 4), undefined);
	assert.deepEqual(inRole([styled('x', 'server')], 'inverse'), [{text: 'x', style: {color: 'magenta', inverse: true}}]);
});
