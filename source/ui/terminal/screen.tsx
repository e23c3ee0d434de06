import process from 'node:process';
import {type RenderOptions, render} from 'ink';
import type {ReactElement} from 'react';
import {abandon, restore} from './sequences.js';
import {type App, Shell} from './shell.js';
import {listenToSignals, stop} from './signals.js';

const options: RenderOptions = {
	// Else Ink draws nothing where CI is set, even on a terminal.
	interactive: true,
	alternateScreen: true,
	exitOnCtrlC: false,
	patchConsole: false,
	incrementalRendering: true,
	maxFps: 60,
};

type Watcher = {
	/** The terminal belongs to somebody else from now on (Ctrl-Z) … */
	readonly onAway?: () => void;
	/** … and is ours again. */
	readonly onBack?: () => void;
};

type Screen = {
	/** Resolves with the exit code when the terminal is as it was: 0, 130 after Ctrl-C, 128 + n after a signal. Rejects with what the screen threw. */
	readonly ended: Promise<number>;
	readonly end: (exitCode: number) => void;
};

type Session = {
	app: App | undefined;
	isAway: boolean;
	readonly watcher: Watcher;
};

/** Shows something on the terminal's alternate screen until it ends. */
export function openScreen(content: ReactElement, watcher: Watcher = {}): Screen {
	const session: Session = {app: undefined, isAway: false, watcher};
	let settle = (_ending: unknown): void => {};
	const ended = new Promise<number>((resolve, reject) => {
		settle = ending => (ending instanceof Error ? reject(ending) : resolve(typeof ending === 'number' ? ending : 0));
	});
	const end = (ending: Error | number) => {
		try {
			session.app?.exit(ending);
		} catch {
			process.stdout.write(abandon);
			settle(ending);
		}
	};
	const unlisten = listenTo(session, end);
	const shell = (
		<Shell onApp={app => Object.assign(session, {app})} onStop={() => void lend(session, () => stop('everything in the foreground'))}>
			{content}
		</Shell>
	);
	render(shell, options).waitUntilExit().then(settle, settle);
	const restored = ended.finally(() => {
		unlisten();
		process.stdout.write(restore);
	});
	return {ended: restored, end};
}

const listenTo = (session: Session, end: (ending: Error | number) => void): (() => void) =>
	listenToSignals({
		onEnd: end,
		onStop: () => void lend(session, () => stop('this program')),
		onContinue: () => void lend(session, () => {}),
		onFailure: error => end(error instanceof Error ? error : new Error(String(error))),
	});

/** Gives the terminal back, does what is to be done, takes it again and paints everything anew. */
async function lend(session: Session, doing: () => void): Promise<void> {
	const {app, isAway, watcher} = session;
	if (!app || isAway) return;
	session.isAway = true;
	watcher.onAway?.();
	const {resume} = await app.suspendTerminal();
	doing();
	await resume();
	session.isAway = false;
	// The size may have changed meanwhile, which only the foreground is told.
	process.kill(process.pid, 'SIGWINCH');
	watcher.onBack?.();
}
