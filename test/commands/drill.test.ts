/** `drill` from outside: what it prints, and the code it ends with. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {after, test} from 'node:test';

const program = resolve(import.meta.dirname, '../../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'drill-'));
after(() => rmSync(folder, {recursive: true}));

const listening = '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 bind(3, ..., ...) = 0\n+0 listen(3, 1) = 0\n';
const syn = `${listening}+0 < S 0:0(0) win 1000 <mss 1000>\n`;
const scripts = {
	'good.pkt': `${syn}+0 > S. 0:0(0) ack 1 <mss 1460>\n`,
	'wrong.pkt': `${syn}+0 > S. 0:0(0) ack 2 <mss 1460>\n`,
	'more.pkt': `--ip_version=ipv5\n${listening}`,
	'broken.pkt': `${listening}+0 < S 0:0(0)\n`,
	'defined.pkt': `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 close(3) = WANTED\n`,
	'standard.pkt': `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n#ifdef STANDARD\n+0 close(3) = 0\n#endif\n#ifdef FreeBSD\n+0 close(3) = 1\n#endif\n`,
	'named.pkt':
		'// tcp-tui profile freebsd\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 getsockopt(3, SOL_SOCKET, SO_RCVBUF, [65536], [4]) = 0\n',
	'nobody.pkt': '// tcp-tui profile nobody\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n',
};
for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);
mkdirSync(join(folder, 'all', 'deep'), {recursive: true});
for (const name of ['all/b.pkt', 'all/a.pkt', 'all/deep/c.pkt', 'all/note.txt']) writeFileSync(join(folder, name), scripts['good.pkt']);
mkdirSync(join(folder, 'empty'));

function drill(...words: readonly string[]) {
	const {status, stdout, stderr} = spawnSync(process.execPath, [program, 'drill', ...words], {
		cwd: folder,
		encoding: 'utf8',
		env: {...process.env, LANG: 'C.UTF-8', LC_ALL: ''},
	});
	return {status, stdout, stderr};
}

for (const [words, status] of [
	[['good.pkt'], 0],
	[['good.pkt', 'wrong.pkt'], 1],
	[['more.pkt', 'good.pkt'], 3],
	[['more.pkt', 'wrong.pkt'], 1],
	[['broken.pkt', 'wrong.pkt'], 2],
	[['nowhere.pkt'], 2],
	[['empty'], 2],
	[['nobody.pkt'], 2],
	[[], 2],
	[['all'], 0],
	[['defined.pkt'], 3],
	[['defined.pkt', '-D', 'WANTED=0'], 0],
	[['defined.pkt', '--define=WANTED=1'], 1],
	[['defined.pkt', '-D', 'WANTED'], 2],
	[['standard.pkt'], 0],
	[['standard.pkt', '--profile', 'freebsd'], 1],
	[['named.pkt'], 0],
	[['named.pkt', '--profile', 'textbook'], 1],
] as const)
	test(`drill ${words.join(' ')} ends with ${status}`, () => assert.equal(drill(...words).status, status));

test('one line a script, in the order of their names, then the totals', () => {
	const {stdout, stderr} = drill('all', 'good.pkt');
	const lines = stdout.trimEnd().split('\n');
	assert.deepEqual(
		lines.slice(0, -1),
		['all/a.pkt', 'all/b.pkt', 'all/deep/c.pkt', 'good.pkt'].map(name => `ok           ${name}`),
	);
	assert.match(lines.at(-1) ?? '', /^4 scripts: 4 ok, 0 failed, 0 unsupported, 0 unreadable; \d+ ms$/);
	assert.equal(stderr, '');
});

test("a failure shows its line, the fields and the ladder in the script's numbers", () => {
	const {stdout} = drill('wrong.pkt');
	const [head, source, expected, actual, because, more, , titles, ...rest] = stdout.split('\n');
	assert.deepEqual(
		[head, source, expected, actual, because, more, titles],
		[
			'FAILED       wrong.pkt:5',
			'    +0 > S. 0:0(0) ack 2 <mss 1460>',
			'    expected  S. 0:0(0) ack 2 <mss 1460>',
			'    actual    S. 0:0(0) ack 1 win 65535 <mss 1460>  #2',
			'    because   The SYN used up +0, so it answers ack=+1; its own numbers begin at',
			'              +0. [RFC 9293 3.10.7.2]',
			'      field    expected     actual',
		],
	);
	assert.deepEqual(
		rest.filter(line => line.startsWith('    *')),
		['    * ack      2            1'],
	);
	assert.ok(rest.some(line => line.includes('SYN,ACK seq=0 ack=1')));
});

test('what is wrong with a script is told on stderr, the others are run', () => {
	const {stdout, stderr} = drill('broken.pkt', 'good.pkt');
	assert.match(stderr, /^tcp-tui: broken\.pkt:4:\d+: .+\n$/);
	assert.match(stdout, /^ERROR +broken\.pkt:4\nok +good\.pkt\n/);
	assert.match(stdout, /\nwent wrong:\n {4}ERROR +broken\.pkt:4\n2 scripts: /);
});

test('--json: a line a script, always the same keys', () => {
	const {stdout, status} = drill('--json', 'good.pkt', 'wrong.pkt', 'more.pkt', 'named.pkt');
	assert.equal(status, 1);
	const objects = stdout
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	for (const one of objects) {
		assert.deepEqual(Object.keys(one), ['file', 'profile', 'result', 'line', 'expected', 'actual', 'ms']);
		assert.ok(Number.isInteger(one.ms));
	}
	assert.deepEqual(
		objects.map(({ms: _, ...rest}) => Object.values(rest)),
		[
			['good.pkt', 'textbook', 'pass', null, null, null],
			['wrong.pkt', 'textbook', 'fail', 5, 'S. 0:0(0) ack 2 <mss 1460>', 'S. 0:0(0) ack 1 win 65535 <mss 1460>'],
			['more.pkt', 'textbook', 'unsupported', 1, null, 'option not supported: --ip_version=ipv5'],
			['named.pkt', 'freebsd', 'pass', null, null, null],
		],
	);
});

test('in Chinese', () => {
	const {stdout} = drill('wrong.pkt', '--lang', 'zh');
	assert.match(stdout, /^失败 +wrong\.pkt:5\n/);
	assert.match(stdout, / {4}预期 {2}S\. 0:0\(0\) ack 2/);
	assert.match(stdout, /共 1 个脚本：通过 0，失败 1，/);
});

for (const [name, content, words] of [
	['empty.pkt', '', 'the script has no event'],
	['comment.pkt', '// nothing\n', 'the script has no event'],
	['nul.pkt', `${listening}\0`, 'holds a NUL byte'],
	['large.pkt', `${listening}${'// padding\n'.repeat(100_000)}`, 'is larger than 1 MiB'],
] as const)
	test(`${name} cannot be read, and is told in one line`, () => {
		writeFileSync(join(folder, name), content);
		const {status, stderr} = drill(name);
		assert.equal(status, 2);
		assert.match(stderr, new RegExp(`^tcp-tui: ${name}:.* ${words}.*\\n$`));
	});

for (const [name, content] of [
	['a byte order mark', `\uFEFF${scripts['good.pkt']}`],
	['ends of lines as on Windows', scripts['good.pkt'].replaceAll('\n', '\r\n')],
	['tabs', scripts['good.pkt'].replaceAll(' ', '\t')],
	['nothing behind the last line', scripts['good.pkt'].trimEnd()],
] as const)
	test(`a script may have ${name}`, () => {
		writeFileSync(join(folder, 'other.pkt'), content);
		assert.equal(drill('other.pkt').status, 0);
	});

test('a script may come in', () => {
	const {status, stdout} = spawnSync(process.execPath, [program, 'drill', '-'], {input: scripts['good.pkt'], encoding: 'utf8'});
	assert.equal(status, 0);
	assert.match(stdout, /^ok +-\n/);
});
