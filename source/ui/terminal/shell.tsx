import {useApp, useInput} from 'ink';
import {type ReactNode, useInsertionEffect} from 'react';
import {exitCodeOf} from './signals.js';

export type App = ReturnType<typeof useApp>;

type ShellProps = {
	readonly children: ReactNode;
	/** Hands over what ends and suspends the screen from outside of React. */
	readonly onApp: (app: App) => void;
	/** Ctrl-Z was pressed. */
	readonly onStop: () => void;
};

/** The keys that every screen obeys, whatever it shows: Ctrl-C ends, Ctrl-Z stops. Several keys may arrive as one text. */
export function Shell({children, onApp, onStop}: ShellProps): ReactNode {
	const app = useApp();
	useInsertionEffect(() => onApp(app), [app, onApp]);
	useInput((input, key) => {
		if ((key.ctrl && input === 'c') || input.includes('\x03')) app.exit(exitCodeOf('SIGINT'));
		else if ((key.ctrl && input === 'z') || input.includes('\x1a')) onStop();
	});
	return children;
}
