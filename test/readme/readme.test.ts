/** What the README says is what the program does. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {keyTable, withSection} from './sections.js';

const project = join(import.meta.dirname, '../..');
const readme = readFileSync(join(project, 'README.md'), 'utf8');
const run = (words: readonly string[], input = '') =>
	spawnSync(process.execPath, [join(project, 'dist/cli.cjs'), ...words], {cwd: project, encoding: 'utf8', input});

test('the key table is that of the help', () => {
	assert.equal(withSection(readme, 'keys', keyTable()), readme);
});

const blocks = [...readme.matchAll(/```tcp\n([\s\S]*?)```/g)].map(([, script = '']) => script);

test('there is a script to learn the language from', () => assert.ok(blocks.length > 0));

for (const script of blocks)
	test(`the script ${JSON.stringify(script.split('\n')[0])} of the README runs`, () => {
		const {status, stderr} = run(['run', '-'], script);
		assert.equal(stderr, '');
		assert.equal(status, 0);
	});

test('every scenario that the README names exists', () => {
	const names = run(['scenarios'])
		.stdout.split('\n')
		.map(line => line.split(' ')[0]);
	const named = [...readme.matchAll(/tcp-tui (?:run )?([a-z]+(?:-[a-z]+)+)/g)].map(([, name]) => name);
	assert.ok(named.length > 0);
	for (const name of named) assert.ok(names.includes(name), `${name} is no scenario`);
});
