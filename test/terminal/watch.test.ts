import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {failing, passing} from '../watch/watcher.js';
import {builtProgram, type StartOptions, Terminal} from './harness.js';

const folder = mkdtempSync(join(tmpdir(), 'tcp-tui-'));
after(() => rmSync(folder, {recursive: true}));

const file = (name: string, text: string): string => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};
const bad = file('bad.pkt', failing);
const good = file('good.pkt', passing);

async function withWatch(words: readonly string[], use: (terminal: Terminal) => Promise<void>, options: StartOptions = {}): Promise<void> {
	const terminal = new Terminal({...options, command: [...builtProgram, 'drill', '--watch', ...words]});
	try {
		await use(terminal);
	} finally {
		await terminal.close();
	}
}

for (const [columns, rows] of [
	[80, 24],
	[120, 36],
	[60, 16],
] as const)
	test(`a script that failed is shown where it failed, and q leaves with its exit code, at ${columns}x${rows}`, () =>
		withWatch(
			[bad],
			async terminal => {
				await terminal.until(/^>FAIL +9 .* ack 22/m);
				await terminal.until(/^\*ack/m);
				terminal.type(',');
				await terminal.until(/^>ok +8 /m);
				terminal.type('q');
				assert.deepEqual(await terminal.ended, {exitCode: 1, signal: 0});
			},
			{columns, rows},
		));

test('in Chinese, ASCII and without colours', () =>
	withWatch(['--lang', 'zh', '--ascii', '--no-color', bad], async terminal => {
		await terminal.until(/^>失败/m);
		terminal.type('\x03');
		assert.equal((await terminal.ended).exitCode, 130);
	}));

test('several scripts are chosen from a list, keys that arrive together count one by one', () =>
	withWatch([folder], async terminal => {
		await terminal.until(/^> FAILED .*bad\.pkt/m);
		terminal.type('\x1b[B');
		await terminal.until(/^> PASSED .*good\.pkt/m);
		terminal.type('\r');
		await terminal.until(/event 0 of 9/);
		terminal.type('....');
		await terminal.until(/event 4 of 9/);
		terminal.type('m');
		await terminal.until(/^> PASSED .*good\.pkt/m);
	}));

test('it plays to the end by itself', () =>
	withWatch([good], async terminal => {
		await terminal.until(/event 0 of 9/);
		terminal.type('++++ ');
		await terminal.until(/event 9 of 9/);
	}));

test('r runs the script as it is now, and the exit code is that of the newest run', () => {
	const changing = file('changing.pkt', failing);
	return withWatch([changing], async terminal => {
		await terminal.until(/^\*ack/m);
		writeFileSync(changing, passing);
		terminal.type('r');
		await terminal.until(/PASSED/);
		writeFileSync(changing, passing.replace('ack 21', 'ack'));
		terminal.type('r');
		await terminal.until(/^! r: \d+:\d+: /m);
		writeFileSync(changing, passing);
		terminal.type('r');
		await terminal.until(/^! r: read and run again\./m);
		terminal.type('q');
		assert.deepEqual(await terminal.ended, {exitCode: 0, signal: 0});
	});
});

test('the only script cannot be read: that is told once, with its place', () =>
	withWatch([file('broken.pkt', '0 socket(')], async terminal => {
		assert.equal((await terminal.ended).exitCode, 2);
		assert.equal(terminal.text().match(/tcp-tui: .*broken\.pkt:1:\d+: /g)?.length, 1);
	}));
