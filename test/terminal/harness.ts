import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {type IPty, spawn} from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import headless, {type IBufferCell, type Terminal as Screen} from '@xterm/headless';

const project = resolve(import.meta.dirname, '../..');

/** The built program, ready to be followed by its words. */
export const builtProgram: readonly string[] = [process.execPath, join(project, 'dist/cli.cjs')];

export type StartOptions = {
	/** Program and words; the built program's lab where absent. */
	readonly command?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Over a plain UTF-8 xterm without CI; `undefined` takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** Told of all that the program writes, when it arrives. */
	readonly watch?: (written: string) => void;
};

/** What a terminal tells its owner when the program has ended. */
type Ending = {readonly exitCode: number; readonly signal: number};

/** Shares of a second that a slow machine may need; nothing waits that long when all is well. */
const patienceMs = 10_000;

const baseEnv = {TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8'};
const cleared = [
	'CI',
	'CONTINUOUS_INTEGRATION',
	'NO_COLOR',
	'FORCE_COLOR',
	'COLUMNS',
	'LINES',
	'LC_ALL',
	'LC_CTYPE',
	'LC_MESSAGES',
	'TMUX',
	'NODE_OPTIONS',
];

function environment(given: StartOptions['env'] = {}): Record<string, string> {
	const env: Record<string, string | undefined> = {...process.env};
	for (const name of cleared) delete env[name];
	Object.assign(env, baseEnv, given);
	return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A program on a real pseudo-terminal, and what a terminal would show of it. */
export class Terminal {
	/** All bytes that the program wrote, as text. */
	output = '';
	isCursorHidden = false;
	readonly ended: Promise<Ending>;
	private readonly screen: Screen;
	private readonly pty: IPty;
	private readonly waiting = new Set<() => void>();
	private hasExited = false;
	private ending: Ending | undefined;

	constructor({command = builtProgram, columns = 80, rows = 24, env, watch}: StartOptions = {}) {
		this.screen = new headless.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
		this.screen.loadAddon(new unicode11.Unicode11Addon());
		this.screen.unicode.activeVersion = '11';
		this.watchCursor();
		const [file = '', ...words] = command;
		this.pty = spawn(file, words, {name: 'xterm-256color', cols: columns, rows, cwd: project, env: environment(env)});
		this.pty.onData(data => {
			this.output += data;
			watch?.(data);
			this.screen.write(data, () => this.wake());
		});
		this.screen.onData(answer => this.type(answer));
		this.ended = new Promise(resolve => {
			this.pty.onExit(({exitCode, signal = 0}) => {
				this.hasExited = true;
				// Only now is all on the screen that it wrote.
				this.screen.write('', () => {
					this.ending = {exitCode, signal};
					resolve(this.ending);
					this.wake();
				});
			});
		});
	}

	/** Keys as a terminal sends them: `'\r'`, `'\x1b[A'`. */
	type(keys: string): void {
		if (!this.hasExited) this.pty.write(keys);
	}

	resize(columns: number, rows: number): void {
		this.screen.resize(columns, rows);
		this.pty.resize(columns, rows);
	}

	get processId(): number {
		return this.pty.pid;
	}

	signal(name: NodeJS.Signals): void {
		process.kill(this.pty.pid, name);
	}

	/** To the program that a shell on this terminal started. */
	signalChild(name: NodeJS.Signals): void {
		const [child] = readFileSync(`/proc/${this.pty.pid}/task/${this.pty.pid}/children`, 'utf8').split(' ');
		process.kill(Number(child), name);
	}

	/** What the program writes of its own accord in the time given. */
	async writesWithin(ms: number): Promise<string> {
		const before = this.output.length;
		await setTimeout(ms);
		return this.output.slice(before);
	}

	/** Resolves as soon as it is true; looks again after all that the program writes. Fails with what is on the screen. */
	async until(what: RegExp | ((terminal: Terminal) => boolean)): Promise<void> {
		const isTrue = () => (what instanceof RegExp ? what.test(this.text()) : what(this));
		if (isTrue()) return;
		await new Promise<void>((done, fail) => {
			const look = () => {
				if (isTrue()) settle(done);
				else if (this.ending) settle(() => fail(this.failure(what, `it ended with ${JSON.stringify(this.ending)}`)));
			};
			const limit = globalThis.setTimeout(() => settle(() => fail(this.failure(what, `not within ${patienceMs / 1000} s`))), patienceMs);
			const settle = (finish: () => void) => {
				clearTimeout(limit);
				this.waiting.delete(look);
				finish();
			};
			this.waiting.add(look);
		});
	}

	/** The rows on the screen, without blanks at their ends. */
	rows(): readonly string[] {
		const {active} = this.screen.buffer;
		return Array.from(
			{length: this.screen.rows},
			(_, row) =>
				active
					.getLine(active.viewportY + row)
					?.translateToString()
					.trimEnd() ?? '',
		);
	}

	text(): string {
		return this.rows().join('\n');
	}

	/** One cell, column and row counted from 0: its character, width, colours, attributes. */
	cell(column: number, row: number): IBufferCell {
		const {active} = this.screen.buffer;
		const cell = active.getLine(active.viewportY + row)?.getCell(column);
		if (!cell) throw new Error(`no cell ${column}, ${row} on ${this.screen.cols}x${this.screen.rows}`);
		return cell;
	}

	get isAlternate(): boolean {
		return this.screen.buffer.active.type === 'alternate';
	}

	get hasMouse(): boolean {
		return this.screen.modes.mouseTrackingMode !== 'none';
	}

	get hasBracketedPaste(): boolean {
		return this.screen.modes.bracketedPasteMode;
	}

	get cursor(): {readonly column: number; readonly row: number} {
		return {column: this.screen.buffer.active.cursorX, row: this.screen.buffer.active.cursorY};
	}

	/** Rows above the screen, oldest first. */
	scrollback(): readonly string[] {
		const {normal} = this.screen.buffer;
		return Array.from({length: normal.baseY}, (_, row) => normal.getLine(row)?.translateToString().trimEnd() ?? '');
	}

	/** Ends the program, if it has not ended, and lets go of the terminal. */
	async close(): Promise<void> {
		if (!this.hasExited) this.pty.kill('SIGKILL');
		await this.ended;
		this.screen.dispose();
	}

	private wake(): void {
		for (const look of [...this.waiting]) look();
	}

	private failure(what: RegExp | ((terminal: Terminal) => boolean), why: string): Error {
		return new Error(`${what} is not true, ${why}. The screen:\n${this.text()}\n`);
	}

	private watchCursor(): void {
		for (const final of ['h', 'l'])
			this.screen.parser.registerCsiHandler({prefix: '?', final}, parameters => {
				if (parameters.includes(25)) this.isCursorHidden = final === 'l';
				return false;
			});
	}
}

/** Runs the story on a terminal and closes it, whatever happens. */
export async function onTerminal(options: StartOptions, story: (terminal: Terminal) => Promise<void>): Promise<void> {
	const terminal = new Terminal(options);
	try {
		await story(terminal);
	} finally {
		await terminal.close();
	}
}
