import assert from 'node:assert/strict';
import {test} from 'node:test';
import {applyPatch, digest} from '../../source/build/patch.js';

const text = 'one\ntwo\nthree\n';
const patch = {file: 'some/file.js', sha256: digest(text), why: 'an example', edits: [{find: 'two', put: '2'}]};

test('a patch changes what it names and nothing else', () => assert.equal(applyPatch(patch, text), 'one\n2\nthree\n'));

for (const [what, given, read, complaint] of [
	['a file that has changed elsewhere', patch, `${text}four\n`, /some\/file.js changed/],
	['a text that is not there', {...patch, edits: [{find: 'four', put: '4'}]}, text, /"four" must stand there once/],
	['a text that is there twice', {...patch, edits: [{find: 't', put: '4'}]}, text, /"t" must stand there once/],
] as const) {
	test(`${what} fails the build`, () => assert.throws(() => applyPatch(given, read), complaint));
}
