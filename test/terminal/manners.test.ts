import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {bundleProgram} from '../../source/build/bundle.js';
import {builtProgram, onTerminal, type StartOptions, type Terminal} from './harness.js';

const ready = /CLIENT[\s\S]*CLOSED[\s\S]*\? help/;
const isWhole = ({output}: Terminal): boolean => output.endsWith('\x1b[?2026l');

/** What the lab shows first at a size; a resize must lead to the same picture. */
async function firstScreen(columns: number, rows: number): Promise<readonly string[]> {
	let screen: readonly string[] = [];
	await onTerminal({columns, rows}, async terminal => {
		await terminal.until(ready);
		screen = terminal.rows();
	});
	return screen;
}

/** The program as a line of a shell says it. */
const program = builtProgram.map(word => `'${word}'`).join(' ');
const inShell = (script: string): StartOptions => ({command: ['bash', '--norc', '--noprofile', '-c', script], env: {PROGRAM: program}});
const atPrompt: StartOptions = {command: ['bash', '--norc', '--noprofile', '--noediting', '-i'], env: {PROGRAM: program, PS1: '$ '}};

function assertNever(terminal: Terminal, written: string, what: string): void {
	assert.ok(!terminal.output.includes(written), what);
}

function assertRestored(terminal: Terminal): void {
	assert.equal(terminal.isAlternate, false, 'the alternate screen is left');
	assert.equal(terminal.isCursorHidden, false, 'the cursor is shown');
	assert.equal(terminal.hasBracketedPaste, false, 'pasting is plain');
	assert.equal(terminal.hasMouse, false);
	for (const mode of ['9', '1000', '1001', '1002', '1003', '1005', '1006'])
		assertNever(terminal, `\x1b[?${mode}h`, 'the mouse was never taken');
	assertNever(terminal, '\x1b[3J', 'the scrollback was never erased');
}

for (const [how, exitCode, end] of [
	['q', 0, terminal => terminal.type('q')],
	['Ctrl-C', 130, terminal => terminal.type('\x03')],
	['Ctrl-C glued to other keys', 130, terminal => terminal.type('zz\x03')],
	['SIGTERM', 143, terminal => terminal.signal('SIGTERM')],
	['SIGINT', 130, terminal => terminal.signal('SIGINT')],
	['SIGHUP', 129, terminal => terminal.signal('SIGHUP')],
] as const satisfies readonly (readonly [string, number, (terminal: Terminal) => void])[]) {
	test(`after ${how} the terminal is as it was and the exit code is ${exitCode}`, () =>
		onTerminal({}, async terminal => {
			await terminal.until(ready);
			assert.equal(terminal.isAlternate, true);
			assert.equal(terminal.isCursorHidden, true);
			end(terminal);
			assert.equal((await terminal.ended).exitCode, exitCode);
			assertRestored(terminal);
			assert.equal(terminal.text().trim(), '', 'nothing is left on the screen');
		}));
}

test('what stood in the terminal before stands there after, the scrollback too', () =>
	onTerminal(inShell('seq 1 60; eval "$PROGRAM"; echo "code $?"; stty -a'), async terminal => {
		await terminal.until(ready);
		terminal.type('q');
		await terminal.ended;
		const lines = [...terminal.scrollback(), ...terminal.rows()];
		assert.deepEqual(lines.slice(0, 61), [...Array.from({length: 60}, (_, index) => String(index + 1)), 'code 0']);
		assert.match(terminal.text(), /[^-]icanon/);
		assert.match(terminal.text(), /[^-]echo /);
		assertRestored(terminal);
	}));

let folder = '';
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tcp-tui-'));
	const {text} = await bundleProgram('test/terminal/failing-screen.tsx');
	await writeFile(join(folder, 'failing-screen.cjs'), text);
});
after(() => rm(folder, {recursive: true}));

for (const [where, key] of [
	['in a key', 'k'],
	['in a timer', 't'],
	['in a promise', 'p'],
	['while drawing', 'd'],
] as const) {
	test(`an error ${where} is one line on the restored terminal, exit code 1`, () =>
		onTerminal({command: [process.execPath, join(folder, 'failing-screen.cjs')]}, async terminal => {
			await terminal.until(/ready to fail/);
			terminal.type(key);
			assert.equal((await terminal.ended).exitCode, 1);
			assertRestored(terminal);
			assert.equal(terminal.text().trim(), 'tcp-tui: internal error: the wire broke');
		}));
}

for (const [how, stop] of [
	['Ctrl-Z', terminal => terminal.type('\x1a')],
	['kill -TSTP', terminal => terminal.signalChild('SIGTSTP')],
] as const satisfies readonly (readonly [string, (terminal: Terminal) => void])[]) {
	test(`${how} stops it on the restored terminal, fg brings it back as it was`, () =>
		onTerminal(atPrompt, async terminal => {
			await terminal.until(/\$/);
			terminal.type('eval "$PROGRAM"\r');
			await terminal.until(ready);
			terminal.type('l');
			await terminal.until(/LISTEN/);
			stop(terminal);
			await terminal.until(/Stopped/);
			assertRestored(terminal);
			assert.doesNotMatch(terminal.text(), /no meaning/);
			terminal.resize(100, 30);
			terminal.type('stty -a | grep -o .icanon; fg\r');
			await terminal.until(there => there.isAlternate && /LISTEN/.test(there.text()) && /\? help {2}q quit$/.test(there.rows()[29] ?? ''));
			assert.match(terminal.output, / icanon/);
			assert.equal(terminal.isCursorHidden, true);
			terminal.type('\t');
			await terminal.until(/^CLIENT[^│]*keys here/m);
			terminal.type('q');
			await terminal.until(there => !there.isAlternate && /\n\$\s*$/.test(there.text()));
			terminal.type('echo "code $?"; exit\r');
			await terminal.until(/code 0/);
			assertRestored(terminal);
		}));
}

test('Ctrl-Z where no shell could continue it does not stop it', () =>
	onTerminal({}, async terminal => {
		await terminal.until(ready);
		terminal.type('\x1a');
		await terminal.until(there => there.output.includes('\x1b[?1049l') && there.isAlternate && ready.test(there.text()));
		terminal.type('\t');
		await terminal.until(/^CLIENT[^│]*keys here/m);
	}));

test('it takes the terminal again after kill -STOP and kill -CONT', () =>
	onTerminal({}, async terminal => {
		await terminal.until(ready);
		terminal.signal('SIGSTOP');
		terminal.signal('SIGCONT');
		await terminal.until(there => there.output.includes('\x1b[?1049l') && there.isAlternate && ready.test(there.text()));
		assert.equal(terminal.isCursorHidden, true);
	}));

test('after a resize the screen is what it would be at that size from the beginning', () =>
	onTerminal({columns: 120, rows: 36}, async terminal => {
		for (const [columns, rows] of [
			[80, 24],
			[60, 16],
			[132, 50],
			[100, 50],
			[100, 24],
		] as const) {
			const wanted = (await firstScreen(columns, rows)).join('\n');
			terminal.resize(columns, rows);
			await terminal.until(there => there.text() === wanted && isWhole(there));
		}
		assertNever(terminal, '\x1b[3J', 'the scrollback was never erased');
	}));

test('several resizes in a row, and keys between them, leave the last size drawn', () =>
	onTerminal({columns: 120, rows: 36}, async terminal => {
		const wanted = (await firstScreen(80, 24)).join('\n');
		await terminal.until(ready);
		for (const [columns, rows] of [
			[119, 35],
			[90, 24],
			[131, 50],
			[40, 10],
			[80, 24],
		] as const) {
			terminal.resize(columns, rows);
			terminal.type('\t');
		}
		terminal.type('\t');
		await terminal.until(there => there.text() === wanted && isWhole(there));
	}));

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

test('in tmux it draws, follows a resize and leaves the pane as it was', {skip: hasTmux ? false : 'no tmux here'}, () => {
	const server = `tcp-tui-${process.pid}`;
	const command = [
		'tmux',
		'-L',
		server,
		'-f',
		'/dev/null',
		'new-session',
		'bash --norc --noprofile -c "echo before; eval \\"$PROGRAM\\"; echo after; read"',
	];
	return onTerminal({...inShell(''), command, columns: 100, rows: 31}, async terminal => {
		await terminal.until(ready);
		await terminal.until(there => /q quit$/.test(there.rows()[29] ?? ''));
		terminal.resize(80, 25);
		await terminal.until(there => /q quit$/.test(there.rows()[23] ?? ''));
		terminal.type('q');
		await terminal.until(/before\nafter/);
		terminal.type('\r');
		await terminal.ended;
	}).finally(() => spawnSync('tmux', ['-L', server, 'kill-server']));
});

test('it draws where CI is set', () => onTerminal({env: {CI: '1', GITHUB_ACTIONS: '1'}}, terminal => terminal.until(ready)));

test('an idle screen writes nothing', () =>
	onTerminal({}, async terminal => {
		await terminal.until(ready);
		terminal.type('\t');
		await terminal.until(there => /^CLIENT[^│]*keys here/m.test(there.text()) && isWhole(there));
		assert.equal(await terminal.writesWithin(700), '');
	}));

for (const [what, script, message] of [
	['its output is no terminal', 'set -o pipefail; eval "$PROGRAM" | cat; echo "code $?"', /needs a terminal .* tcp-tui run/],
	['its input is no terminal', 'eval "$PROGRAM" < /dev/null; echo "code $?"', /needs a terminal .* tcp-tui run/],
	['the terminal is dumb', 'TERM=dumb; eval "$PROGRAM"; echo "code $?"', /TERM=dumb; tcp-tui run/],
] as const) {
	test(`the lab refuses to start where ${what}, with one line and exit code 2`, () =>
		onTerminal({...inShell(script), columns: 160}, async terminal => {
			await terminal.ended;
			const [line = '', code, ...rest] = terminal.rows().filter(row => row !== '');
			assert.match(line, message);
			assert.match(line, /^tcp-tui: /);
			assert.equal(code, 'code 2');
			assert.deepEqual(rest, []);
			assertNever(terminal, '\x1b[?1049h', 'the alternate screen was never taken');
		}));
}
