import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink';
import type {Display, Frame, Store} from '../../source/app/store-type.js';
import {catalogues} from '../../source/locale/index.js';
import {frameLines} from '../../source/ui/frame-lines.js';
import {textOf} from '../../source/ui/line.js';
import {Root} from '../../source/ui/root.js';
import type {Size} from '../../source/view/screen-input.js';
import {screenOf} from './stage.js';
import {dataBothWays, midHandshake, type Scene} from './worlds.js';

/** As much of a terminal as Ink asks for; `frames` are whole screens. */
class Terminal extends EventEmitter {
	readonly isTTY = true;
	readonly frames: string[] = [];
	readonly columns: number;
	readonly rows: number;
	private input: string | null = null;

	constructor({columns, rows}: Size) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	write = (text: string): boolean => {
		this.frames.push(text);
		return true;
	};

	type(keys: string): void {
		this.input = keys;
		this.emit('readable');
		this.emit('data', keys);
	}

	read = (): string | null => {
		const {input} = this;
		this.input = null;
		return input;
	};

	setEncoding(): void {}
	setRawMode(): void {}
	resume(): void {}
	pause(): void {}
	ref(): void {}
	unref(): void {}
}

const display: Display = {lang: 'en', isAscii: false, hasColor: true};

function frameOf({history, look}: Scene, size: Size, more: Partial<Frame> = {}): Frame {
	return {
		size,
		display,
		screen: screenOf(history(), {...look, ...size}),
		status: {
			host: 'server',
			hostKeys: [],
			packet: undefined,
			timeKeys: [],
			helpKeys: [{keys: ['?'], word: 'help', cut: 0}],
			isShort: false,
		},
		message: undefined,
		overlay: undefined,
		...more,
	};
}

/** A store that shows what it is told to, and keeps what was pressed. */
function stageStore(first: Frame): {readonly store: Store; readonly show: (frame: Frame) => void; readonly pressed: string[]} {
	const listeners = new Set<() => void>();
	const pressed: string[] = [];
	let frame = first;
	const nothing = (): void => {};
	const store: Store = {
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		frame: () => frame,
		press: keys => pressed.push(...keys),
		resize: nothing,
		start: nothing,
		stop: nothing,
		onQuit: () => nothing,
	};
	const show = (next: Frame): void => {
		frame = next;
		for (const listener of listeners) listener();
	};
	return {store, show, pressed};
}

const bare = (text: string): string => stripVTControlCharacters(text);

function open(first: Frame) {
	const terminal = new Terminal(first.size);
	const stage = stageStore(first);
	// Ink asks of its streams only what these have.
	const streams = {stdout: terminal, stdin: terminal, stderr: terminal} as object;
	const app = render(<Root store={stage.store} />, {
		...streams,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
	});
	const lastFrame = (): readonly string[] =>
		bare(terminal.frames.findLast(text => text.includes('CLIENT') || text.includes('tcp-tui')) ?? '')
			.split('\n')
			.map(row => row.trimEnd());
	return {...stage, terminal, app, lastFrame};
}

const expected = (frame: Frame): readonly string[] => frameLines(frame, catalogues.en).map(line => textOf(line).trimEnd());

for (const size of [
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 60, rows: 16},
])
	test(`Ink draws the lines as they are at ${size.columns} x ${size.rows}`, async () => {
		const first = frameOf(midHandshake, size);
		const second = frameOf(dataBothWays, size);
		const {app, show, lastFrame} = open(first);
		assert.deepEqual(lastFrame(), expected(first));
		show(second);
		await app.waitUntilRenderFlush();
		assert.deepEqual(lastFrame(), expected(second));
		assert.equal(lastFrame().length, size.rows);
		app.unmount();
	});

test('a message takes the place of the status bar', async () => {
	const frame = frameOf(
		midHandshake,
		{columns: 80, rows: 24},
		{message: {kind: 'complaint', key: 'd', code: 'nothing-in-flight', host: 'server'}},
	);
	const {app, lastFrame} = open(frame);
	assert.equal(lastFrame()[23]?.trimEnd(), '! d: nothing is in flight. D drops the next packet that this host sends.');
	app.unmount();
});

test('below the smallest size only the message is drawn', () => {
	const size = {columns: 58, rows: 15};
	const frame = {...frameOf(midHandshake, {columns: 80, rows: 24}), size, screen: {kind: 'too-small', size} as const};
	const {app, lastFrame} = open(frame);
	assert.deepEqual(lastFrame().slice(0, 3), ['tcp-tui needs 60 x 16 cells.', 'This terminal has 58 x 15.', 'Enlarge it, or press q.']);
	app.unmount();
});

test('keys that arrive together reach the store one by one, in order', () => {
	const {app, terminal, pressed} = open(frameOf(midHandshake, {columns: 80, rows: 24}));
	terminal.type('l\tc');
	assert.deepEqual(pressed, ['l', 'tab', 'c']);
	app.unmount();
});
