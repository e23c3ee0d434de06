import process from 'node:process';
import {spawn} from '@lydell/node-pty';

const patienceMs = 10_000;

/** Starts the lab once on a terminal nobody sees and quits it, so that V8's compiled code lies beside the bundle. Without a terminal the first lab does it. */
export async function warmUp(program: string): Promise<void> {
	const env = {...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', CI: undefined};
	const terminal = spawn(process.execPath, [program], {cols: 120, rows: 36, env});
	const limit = setTimeout(() => terminal.kill('SIGKILL'), patienceMs);
	await new Promise<void>(resolve => {
		terminal.onExit(() => resolve());
		const first = terminal.onData(() => {
			first.dispose();
			terminal.write('q');
		});
	});
	clearTimeout(limit);
}
