import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textOf} from '../../source/ui/line.js';
import {headingLine} from '../../source/ui/lines/heading-line.js';
import {wholeSentences} from '../../source/ui/lines/whole-sentences.js';

const ended = 'a-scenario has ended; the lab goes on, all keys work. m: another scenario.';

for (const [text, width, expected] of [
	[ended, 80, ended],
	[ended, 60, 'a-scenario has ended; the lab goes on, all keys work.'],
	[ended, 30, 'a-scenario has ended; the...'],
	['! s: socket 4 is gone. c connects anew.', 30, '! s: socket 4 is gone.'],
	['场景已结束。按 m 选别的场景。', 20, '场景已结束。'],
	['场景已结束', 9, '场景已...'],
] as const)
	test(`in ${width} cells "${text}" is "${expected}"`, () => assert.equal(wholeSentences(text, width), expected));

test('a heading says when what stands at its right is cut', () => {
	const line = textOf(headingLine('why', 's: server:4 send "a long text that has no room in here"', 40));
	assert.equal(line, '-- why --    s: server:4 send "a long...');
});
