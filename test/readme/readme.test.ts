/** What the README says is what the program does. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
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

test('the failing script of the README fails as it says', () => {
	const [, script = ''] = /```pkt\n([\s\S]*?)```/.exec(readme) ?? [];
	const [, shown = ''] = /```text\n(FAILED[\s\S]*?)```/.exec(readme) ?? [];
	const folder = mkdtempSync(join(tmpdir(), 'readme-'));
	writeFileSync(join(folder, 'at-once.pkt'), script);
	const {stdout, status} = spawnSync(process.execPath, [join(project, 'dist/cli.cjs'), 'drill', 'at-once.pkt'], {
		cwd: folder,
		encoding: 'utf8',
	});
	const withoutTime = (text: string): string => text.replace(/\d+ ms\n$/, 'N ms');
	assert.equal(status, 1);
	assert.equal(withoutTime(stdout), withoutTime(shown));
	const [first = '', ...rest] = script.split('\n');
	assert.match(first, /profile textbook/);
	writeFileSync(join(folder, 'linux.pkt'), rest.join('\n'));
	const linux = spawnSync(process.execPath, [join(project, 'dist/cli.cjs'), 'drill', '--profile', 'linux', 'linux.pkt'], {
		cwd: folder,
		encoding: 'utf8',
	});
	rmSync(folder, {recursive: true});
	assert.equal(linux.status, 0, linux.stdout);
});
