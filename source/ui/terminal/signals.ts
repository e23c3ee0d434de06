import {constants} from 'node:os';
import process from 'node:process';

const deadly = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit code of a program that a signal ended, as shells count it. */
export const exitCodeOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

type Listeners = {
	/** The program is to end with this exit code. */
	readonly onEnd: (exitCode: number) => void;
	/** The program is to stop until it is continued (`kill -TSTP`). */
	readonly onStop: () => void;
	/** The program goes on after somebody stopped it (`kill -STOP`, then `fg`). */
	readonly onContinue: () => void;
	/** Something was thrown outside of the screen's own code: in a timer, in a promise. */
	readonly onFailure: (error: unknown) => void;
};

/** Listens until the function returned is called. */
export function listenToSignals({onEnd, onStop, onContinue, onFailure}: Listeners): () => void {
	const end = (signal: NodeJS.Signals) => onEnd(exitCodeOf(signal));
	const pairs = [...deadly.map(signal => [signal, end] as const), ['SIGTSTP', onStop] as const, ['SIGCONT', onContinue] as const];
	for (const [signal, listener] of pairs) process.on(signal, listener);
	process.on('uncaughtException', onFailure);
	return () => {
		for (const [signal, listener] of pairs) process.off(signal, listener);
		process.off('uncaughtException', onFailure);
	};
}

/** What the terminal's Ctrl-Z stops (npx and its like with us), or this program alone. */
type Stopped = 'everything in the foreground' | 'this program';

/** Returns when the program goes on. Where nobody could continue it (no shell with job control above), the system does not stop it. */
export function stop(who: Stopped): void {
	// While anybody listens, the signal does not stop.
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(who === 'this program' ? process.pid : 0, 'SIGTSTP');
	for (const listener of listeners) process.on('SIGTSTP', listener);
}
