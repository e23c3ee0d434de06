import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, test} from 'node:test';
import {scenarios} from '../../source/scenarios/index.js';

const project = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tcp-tui-run-'));
after(() => rmSync(folder, {recursive: true}));

const file = (name: string, content: string | Uint8Array): string => {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
};

type Result = {readonly code: number | null; readonly out: string; readonly err: string};

function tcpTui(words: readonly string[], input = ''): Result {
	const {status, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', join(project, 'source/cli.tsx'), ...words], {
		cwd: project,
		input,
		encoding: 'utf8',
		maxBuffer: 1e8,
		env: {...process.env, LANG: 'C.UTF-8', LC_ALL: '', NODE_EXTRA_CA_CERTS: ''},
	});
	return {code: status, out: stdout, err: stderr};
}

const good = file('good.tcp', 'server listen 80\nclient connect 80\nrun until server ESTABLISHED\nexpect client ESTABLISHED\n');

test('a file is played and its ladder printed', () => {
	const {code, out, err} = tcpTui(['run', good]);
	assert.deepEqual([code, err], [0, '']);
	assert.match(out, /SYN_SENT {6}0\.000 \|- #1 SYN seq=1000 -+>\| {3}0\.050 SYN_RCVD/);
});

test('what comes in is played; failures go to stderr with their place, and the exit code is 1', () => {
	const {code, out, err} = tcpTui(['run', '--format', 'none', '-'], 'server listen 80\n  expect client ESTABLISHED\ndrop 9\n');
	assert.deepEqual([code, out], [1, '']);
	assert.equal(
		err,
		'tcp-tui: -:2:3: expect client ESTABLISHED failed; found: CLOSED\ntcp-tui: -:3:1: drop 9 could not be done: #9 is not in flight.\n',
	);
});

test('all mistakes are listed, nothing runs, and the exit code is 2', () => {
	const bad = file('bad.tcp', 'server listen 80\nserver lisen 81\nlink loss 5\n');
	const {code, out, err} = tcpTui(['run', bad]);
	assert.deepEqual([code, out], [2, '']);
	const [first, second, ...more] = err.trimEnd().split('\n');
	assert.match(first ?? '', /^tcp-tui: .*bad\.tcp:2:8: cannot read lisen here; allowed: listen, /);
	assert.match(second ?? '', /^tcp-tui: .*bad\.tcp:3:11: cannot read 5 here; allowed: a share, 0% to 100%$/);
	assert.deepEqual(more, []);
});

/** What concerns the whole file has no line and column. */
const files: readonly (readonly [string, () => string, RegExp])[] = [
	['a missing file', () => join(folder, 'none.tcp'), /none\.tcp: no such file/],
	['a folder', () => folder, /: is a folder/],
	['Latin-1', () => file('latin1.tcp', Uint8Array.of(0x73, 0xe9)), /latin1\.tcp: is not UTF-8/],
	['a NUL byte', () => file('nul.tcp', 'say "a"\n\0'), /nul\.tcp: holds a NUL byte/],
	['more than 1 MiB', () => file('big.tcp', '#'.repeat(1_048_577)), /big\.tcp: is larger than 1 MiB/],
	['a name with escape codes', () => 'a\u001b[31m.tcp', /a\\x1b\[31m\.tcp: no such file/],
];
for (const [name, path, message] of files) {
	test(`${name} is refused in one line`, () => {
		const {code, out, err} = tcpTui(['run', path()]);
		assert.deepEqual([code, out], [2, '']);
		assert.match(err, /^tcp-tui: [^\n]*\n$/);
		assert.match(err, message);
	});
}

test('exactly 1 MiB, a byte order mark and CRLF are fine', () => {
	const text = '\ufeffserver listen 80\r\nexpect server LISTEN\r\n';
	assert.equal(tcpTui(['run', '--format', 'none', file('mib.tcp', text + '#'.repeat(1_048_576 - Buffer.byteLength(text)))]).code, 0);
});

test('a built-in scenario plays by its name, in the language asked for', () => {
	const {code, out} = tcpTui(['run', 'handshake', '--lang', 'zh']);
	assert.equal(code, 0);
	assert.match(out, /^三次握手\n/);
});

for (const [words, message] of [
	[['run'], /run needs one scenario/],
	[['run', 'a', 'b'], /run needs one scenario/],
	[['run', good, '--format', 'svg'], /--format svg is not known; allowed: text, json, packetdrill, none/],
	[['run', good, '--format', 'packetdrill'], /a packetdrill script is seen from one host; --host client or --host server/],
	[
		['run', 'half-open-crash', '--format', 'packetdrill', '--host', 'server'],
		/^tcp-tui: half-open-crash:16:1: server crash: packetdrill has no words/,
	],
	[['run', good, '-o', '/nowhere/at/all'], /\/nowhere\/at\/all: cannot be written \(ENOENT\)/],
	[['scenarios', 'x'], /scenarios takes no words/],
	[['run', good, '--se\u001b[2Jed', 'x'], /^tcp-tui: unknown flag [ -~]+\n$/],
	[['run', good, '--seed', '\u001b[2J'], /^tcp-tui: --seed must be [ -~]+, got \\x1b\[2J\n$/],
] as const) {
	test(`${words.slice(0, 1).concat(words.slice(2)).join(' ')} is wrong usage`, () => {
		const {code, out, err} = tcpTui(words);
		assert.deepEqual([code, out], [2, '']);
		assert.match(err, message);
	});
}

test('-o writes what would have been printed', () => {
	const target = join(folder, 'out.jsonl');
	assert.deepEqual(tcpTui(['run', good, '--format', 'json', '-o', target]), {code: 0, out: '', err: ''});
	assert.equal(readFileSync(target, 'utf8'), tcpTui(['run', good, '--format', 'json']).out);
});

test('a script for packetdrill is written where -o says; one that cannot be leaves the file as it is', () => {
	const target = join(folder, 'out.pkt');
	const written = tcpTui(['run', 'handshake', '--format', 'packetdrill', '--host', 'client', '-o', target]);
	assert.deepEqual(written, {code: 0, out: '', err: ''});
	const text = readFileSync(target, 'utf8');
	assert.match(text, /^\/\/ tcp-tui profile textbook\n/);
	assert.equal(tcpTui(['run', 'quiet-time', '--format', 'packetdrill', '--host', 'server', '-o', target]).code, 2);
	assert.equal(readFileSync(target, 'utf8'), text);
});

test('flags win over the script and set the link before its first line', () => {
	const {out} = tcpTui(
		['run', '--format', 'json', '--seed', '9', '--profile', 'linux', '--delay', '10ms', '-'],
		'seed 3\nserver listen 80\nclient connect 80\nrun 1s\n',
	);
	const lines = out
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	assert.deepEqual([lines[0].seed, lines[0].profile], [9, {client: 'linux', server: 'linux'}]);
	assert.equal(lines.find(({type}) => type === 'segment').arrived, 0.01);
});

for (const words of ['run handshake', 'scenarios'])
	test(`${words} on a full disk says so`, {skip: !existsSync('/dev/full')}, () => {
		const command = `"${process.execPath}" --import tsx source/cli.tsx ${words} > /dev/full`;
		const {status, stderr} = spawnSync('bash', ['-c', command], {cwd: project, encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8'}});
		assert.deepEqual([status, stderr], [2, 'tcp-tui: standard output cannot be written (ENOSPC); --output FILE writes to a file\n']);
	});

test('very long words and very many nots are read, or refused, in no time', () => {
	const word = file('word.tcp', `say "${'x'.repeat(1_000_000)}"\nexpect ${'not '.repeat(10_000)}idle\n`);
	const {code, out} = tcpTui(['run', word]);
	assert.deepEqual([code, out.split('\n').length > 10_000], [0, true]);
});

test('a reader that goes away early is no crash', () => {
	const script = file('long.tcp', 'server app reader\nserver listen 80\nclient connect 80\nclient send 4MiB bytes\nrun 1min\n');
	const command = `"${process.execPath}" --import tsx source/cli.tsx run --format json "${script}" | head -1; echo "$?"`;
	const {stdout, stderr} = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {cwd: project, encoding: 'utf8'});
	assert.deepEqual([stderr, stdout.trimEnd().split('\n').length, stdout.trimEnd().endsWith('\n0')], ['', 2, true]);
});

test('scenarios lists names, titles and what they are about', () => {
	const {code, out} = tcpTui(['scenarios']);
	assert.equal(code, 0);
	assert.match(out, /^handshake {2,}Three-way handshake {2,}Two hosts agree/);
	assert.equal(out.trimEnd().split('\n').length, scenarios.length);
});
