import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {sourceFiles, withoutComments} from './source-files.js';

const project = resolve(import.meta.dirname, '../..');
const mostLines = 300;

/** Longer files, each with the reason. */
const longFiles: Readonly<Record<string, string>> = {};

const lengthOf = (text: string): number => text.trimEnd().split('\n').length;

test(`no file is longer than ${mostLines} lines, but for those with a reason`, () => {
	const long = sourceFiles.filter(({name, text}) => lengthOf(text) > mostLines && !Object.hasOwn(longFiles, name));
	assert.deepEqual(
		long.map(({name, text}) => `${name}: ${lengthOf(text)}`),
		[],
	);
});

test('each file that has a reason to be long is long', () => {
	const long = new Set(sourceFiles.filter(({text}) => lengthOf(text) > mostLines).map(({name}) => name));
	assert.deepEqual(
		Object.keys(longFiles).filter(name => !long.has(name)),
		[],
	);
});

test('the program exits in one place', () => {
	const exits = sourceFiles.filter(({text}) => /\bprocess\.(exit|reallyExit|abort)\(/.test(withoutComments(text)));
	assert.deepEqual(
		exits.map(({name}) => name),
		['cli.tsx'],
	);
});

/** What the linter says about the functions of a project's source. */
const longFunctions = (folder: string): string =>
	spawnSync(
		process.execPath,
		[join(project, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--only=complexity/noExcessiveLinesPerFunction', 'source'],
		{
			cwd: folder,
			encoding: 'utf8',
		},
	).stderr;

test('no function is longer than 70 lines', () => assert.doesNotMatch(longFunctions(project), /noExcessiveLinesPerFunction/));

for (const [lines, isLong] of [
	[69, false],
	[71, true],
] as const) {
	test(`a function of ${lines} lines is ${isLong ? '' : 'not '}too long`, () => {
		const folder = mkdtempSync(join(tmpdir(), 'tcp-tui-'));
		try {
			copyFileSync(join(project, 'biome.json'), join(folder, 'biome.json'));
			mkdirSync(join(folder, 'source'));
			const body = Array.from({length: lines}, (_, line) => `\tf(${line});`).join('\n');
			writeFileSync(join(folder, 'source/example.ts'), `export function f(n: number) {\n${body}\n}\n`);
			assert.equal(/noExcessiveLinesPerFunction/.test(longFunctions(folder)), isLong);
		} finally {
			rmSync(folder, {recursive: true});
		}
	});
}
