import assert from 'node:assert/strict';
import {test} from 'node:test';
import {builtProgram, type StartOptions, Terminal} from './harness.js';

async function withLab(
	options: StartOptions & {readonly words?: readonly string[]},
	use: (terminal: Terminal) => Promise<void>,
): Promise<void> {
	const {words = [], ...rest} = options;
	const terminal = new Terminal({...rest, command: [...builtProgram, ...words]});
	try {
		await terminal.until(/CLOSED/);
		await use(terminal);
	} finally {
		await terminal.close();
	}
}

/** One after the other, each when the one before is seen. */
async function typeAll(terminal: Terminal, steps: readonly (readonly [string, RegExp])[]): Promise<void> {
	for (const [keys, seen] of steps) {
		terminal.type(keys);
		await terminal.until(seen);
	}
}

const handshake = [
	['l', /LISTEN/],
	['\t', /CLIENT.*keys here|客户端.*按键在此/],
	['c', /SYN_SENT/],
] as const;

const bothOpen = /ESTABLISHED.*[│|].*ESTABLISHED/;

for (const [columns, rows] of [
	[80, 24],
	[120, 36],
	[60, 16],
] as const) {
	for (const lang of ['en', 'zh']) {
		test(`l, Tab, c in a fresh lab end in ESTABLISHED on both sides at ${columns}x${rows} in ${lang}`, () =>
			withLab({columns, rows, words: ['--lang', lang]}, async terminal => {
				await typeAll(terminal, handshake);
				await terminal.until(/SYN_SENT.*│.*SYN_RCVD/);
				await terminal.until(bothOpen);
			}));
	}
}

/** Open at once: nobody has to watch. */
const fast = {words: ['--speed', '20']};

const open = [...handshake, ['', bothOpen], ['\ta', /accept\(\) = 4/]] as const;

test('arrows and Enter choose in a menu, and the lab acts', () =>
	withLab(fast, async terminal => {
		await typeAll(terminal, [
			...open,
			['i', /^> RST exact/m],
			['\x1b[B', /^> RST in window/m],
			['\x1b[B', /= inject rst to server:4 outside/],
			['\r', /i: inject rst to server:4 outside/],
		]);
		assert.doesNotMatch(terminal.text(), /-- inject/);
	}));

test('keys that arrive as one string choose too', () =>
	withLab(fast, async terminal => {
		await typeAll(terminal, [...open, ['i', /^> RST exact/m], ['jj\r', /inject rst to server:4 outside/]]);
		assert.doesNotMatch(terminal.text(), /-- inject/);
	}));

test('a digit in a plain menu chooses its item', () =>
	withLab(fast, async terminal => {
		await typeAll(terminal, [...open, ['i', /^> RST exact/m], ['2', /i: inject rst to server:4 in-window/]]);
	}));

test('a digit at a knob begins a value, and chooses nothing', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [
			['k', /^> link delay 50ms/m],
			['2', /^= link delay 2_/m],
			['00ms', /^= link delay 200ms_/m],
			['\r', /^> link delay 200ms/m],
			['\x1b', /-- ladder --/],
		]);
		assert.match(terminal.text(), /delay 200ms/);
	}));

test('Enter at a knob shows its values; Enter there takes one', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [
			['k', /^> link delay 50ms/m],
			['\x1b[B\x1b[B', /^> link loss 0%/m],
			['\r', /^> link loss 0% +as it is now/m],
			['\x1b[B', /^> link loss 5%/m],
			['\r', /-- knobs: link, both/],
			['q', /-- ladder --/],
		]);
		assert.match(terminal.text(), /loss 5%/);
	}));

test('a long menu goes on below its last row, and says what is to be seen', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [
			['m', /1-7 of \d+ *$/m],
			['\x1b[B'.repeat(7), /2-8 of/],
			['\x1b[A'.repeat(8), / of \d+ *$/m],
			['\x1b', /-- ladder --/],
		]);
	}));

test('a statement is typed, a mistake is told in place, and a pasted line ends the entry', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [
			['L', /^> server listen 80/m],
			['\x1b[A', /^> another \.\.\./m],
			['\r', /^= server listen 80 backlog 5_/m],
			['x\r', /! cannot read 5x/],
			['\x7f\x7f1\rqqq', /listen\(:80\) = 3/],
		]);
	}));

test('a scenario of the menu plays, acting ends it', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [
			['m', /^> handshake/m],
			['\r', /tcp-tui {2}handshake/],
			['', /SYN_SENT/],
			['d', /You act: handshake ends here/],
		]);
	}));

test('with --ascii everything that opens is drawn in 7-bit characters', () =>
	withLab({words: ['--ascii', '--speed', '20']}, async terminal => {
		await typeAll(terminal, open);
		for (const [key, seen] of [
			['?', /THE HOST WITH/],
			['g', /C>ESTABLISHED<S/],
			['k', /^> link delay/m],
			['\r', /#3 ACK/],
		] as const) {
			await typeAll(terminal, [[key, seen]]);
			assert.match(terminal.text(), /^[\n -~]*$/);
			await typeAll(terminal, [['q', /-- ladder --/]]);
		}
	}));

test('the help, the diagram, the details open and close', () =>
	withLab(fast, async terminal => {
		await typeAll(terminal, [
			...open,
			['?', /THE HOST WITH/],
			['\x1b', /-- ladder --/],
			['g', /C>ESTABLISHED<S/],
			['g', /-- ladder --/],
			['\r', /#3 ACK: client to server, delivered/],
			['[', /#2 SYN,ACK: server to client/],
			['q', /-- ladder --/],
		]);
	}));

test('a key that makes no sense says why', () =>
	withLab({}, async terminal => {
		await typeAll(terminal, [['d', /^! d: nothing is in flight\. D drops the next packet that this host sends\. *$/m]]);
		terminal.type('l');
		await terminal.until(there => /LISTEN/.test(there.text()) && !/^!/m.test(there.text()));
	}));

for (const [keys, exitCode] of [
	['q', 0],
	['\x03', 130],
	['?q q', 0],
	['k\x03', 130],
] as const) {
	test(`${JSON.stringify(keys)} leaves with ${exitCode}`, () =>
		withLab({}, async terminal => {
			for (const key of keys.replace(' ', '')) terminal.type(key);
			assert.equal((await terminal.ended).exitCode, exitCode);
		}));
}
