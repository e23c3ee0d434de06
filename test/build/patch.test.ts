import assert from 'node:assert/strict';
import {test} from 'node:test';
import {applyPatch, digest} from '../../source/build/patch.js';

const text = 'one\ntwo\nthree\n';
const patch = {file: 'some/file.js', sha256: digest(text), why: 'an example', edits: [{find: 'two', put: '2'}]};

test('a patch changes what it names and nothing else', () => assert.equal(applyPatch(patch, text), 'one\n2\nthree\n'));

const code = `  function kept(a) {
    return a ? isHere : other.isHere;
  }
  function left(
    a
  ) {
    if (a) {
      kept(a);
    }
  }
  exports.left = function (a) {
    return a;
  };
  var isHere = 1;
  isHere = 2;
  left(
    isHere, isHereToo
  );
`;
const codePatch = {file: 'some/code.js', sha256: digest(code), why: 'an example', edits: []};

test('what is never called is left out, wherever it is defined, and its calls stay', () =>
	assert.equal(
		applyPatch({...codePatch, without: ['left']}, code),
		code.replace(/ {2}function left[\s\S]*?\n {2}}\n/, '').replace(/ {2}exports[\s\S]*?\n {2}};\n/, ''),
	));

test('where a variable is read, the value that it always has is put', () =>
	assert.equal(
		applyPatch({...codePatch, known: {isHere: 'false'}}, code),
		code.replace('a ? isHere', 'a ? false').replace('isHere, isHereToo', 'false, isHereToo'),
	));

test('an expression may be known as well', () =>
	assert.equal(
		applyPatch({...codePatch, known: {'other.isHere': '3', 'kept(a)': '4'}}, code)
			.match(/\b[34]\b/g)
			?.join(),
		'3,4',
	));

for (const [what, given, read, complaint] of [
	['a function that is not there', {...codePatch, without: ['lef']}, code, /lef is defined nowhere/],
	['a variable that is not there', {...codePatch, known: {isThere: 'true'}}, code, /isThere is read nowhere/],
	['a file that has changed elsewhere', patch, `${text}four\n`, /some\/file.js changed/],
	['a text that is not there', {...patch, edits: [{find: 'four', put: '4'}]}, text, /"four" must stand there once/],
	['a text that is there twice', {...patch, edits: [{find: 't', put: '4'}]}, text, /"t" must stand there once/],
] as const) {
	test(`${what} fails the build`, () => assert.throws(() => applyPatch(given, read), complaint));
}
