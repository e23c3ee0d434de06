import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {test} from 'node:test';

const project = resolve(import.meta.dirname, '../..');
const program = join(project, 'dist/cli.cjs');
const run = (...words: string[]) =>
	spawnSync(process.execPath, [program, ...words], {encoding: 'utf8', env: {...process.env, LANG: 'C.UTF-8', LC_ALL: ''}});
const {version} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

test('--version says the version of the package', () => {
	const {status, stdout, stderr} = run('--version');
	assert.deepEqual([status, stdout, stderr], [0, `${version}\n`, '']);
});

for (const lang of ['en', 'zh']) {
	test(`--help in ${lang} fits 80 columns and names all flags and commands`, () => {
		const {status, stdout, stderr} = run('--help', '--lang', lang);
		assert.deepEqual([status, stderr], [0, '']);
		for (const line of stdout.split('\n')) assert.ok(line.replace(/[\u2e80-\uffef]/g, '..').length <= 80, line);
		for (const word of [
			'run',
			'drill',
			'scenarios',
			'--profile',
			'--seed',
			'--delay',
			'--jitter',
			'--rate',
			'--queue',
			'--loss',
			'--duplicate',
			'--corrupt',
		])
			assert.ok(stdout.includes(word), word);
		for (const word of [
			'--reorder',
			'--speed',
			'--fps',
			'--lang',
			'--ascii',
			'--no-color',
			'--format',
			'-o',
			'-D',
			'--json',
			'--help',
			'--version',
		])
			assert.ok(stdout.includes(word), word);
	});
}

test('what is wrong goes to stderr, a line each, with exit code 2', () => {
	const {status, stdout, stderr} = run('--loss', '3', '--fps', '99');
	assert.deepEqual([status, stdout], [2, '']);
	assert.match(stderr, /^tcp-tui: --loss must .*\ntcp-tui: --fps must .*\n$/);
});

for (const [words, told] of [
	[['handshake', '--format', 'json'], '--format is a flag of run: tcp-tui run ... --format'],
	[['drill', 'a.pkt', '-o', 'a.txt'], '--output is a flag of run: tcp-tui run ... --output'],
	[['run', 'handshake', '--json'], '--json is a flag of drill: tcp-tui drill ... --json'],
] as const)
	test(`${words.join(' ')} asks for what that command does not do`, () => {
		const {status, stdout, stderr} = run(...words);
		assert.deepEqual([status, stdout, stderr], [2, '', `tcp-tui: ${told}\n`]);
	});

test('a reader that has seen enough is no error', () => {
	const script = `set -o pipefail; '${process.execPath}' '${program}' --help | head -n 1 >/dev/null`;
	assert.doesNotThrow(() => execFileSync('bash', ['-c', script], {stdio: 'pipe'}));
});

test('without the lab neither Ink nor its layout engine is loaded', () => {
	// The layout engine is the only WebAssembly, and Ink loads it at once.
	const watch = "data:text/javascript,WebAssembly.Module=class{constructor(){throw new Error('loaded')}}";
	for (const words of [['--help'], ['--version'], ['scenarios'], ['run', 'handshake']]) {
		const {status, stderr} = spawnSync(process.execPath, ['--import', watch, program, ...words], {encoding: 'utf8'});
		assert.deepEqual([status, stderr], [0, ''], words.join(' '));
	}
});
