import process from 'node:process';
import type {ReactElement} from 'react';
import type {Store} from '../app/store-type.js';
import {openScreen} from '../ui/terminal/screen.js';
import type {Size} from '../view/screen-input.js';

export const terminalSize = (): Size => ({columns: process.stdout.columns || 80, rows: process.stdout.rows || 24});

/** The terminal's own affair, whatever is shown. */
const stopKey = 'ctrl-z';
export const withoutStopKey = <Shown extends Pick<Store, 'press'>>(store: Shown): Shown => ({
	...store,
	press: (keys: readonly string[]) => store.press(keys.filter(key => key !== stopKey)),
});

type Shown = Pick<Store, 'resize' | 'start' | 'stop' | 'onQuit'>;

/** Shows it until the person leaves; the exit code. `onShown`: the first frame is drawn. */
export async function show(content: ReactElement, store: Shown, onShown: () => void = () => undefined): Promise<number> {
	const follow = () => store.resize(terminalSize());
	process.stdout.on('resize', follow);
	const screen = openScreen(content, {onAway: store.stop, onBack: store.start});
	store.onQuit(screen.end);
	onShown();
	store.start();
	try {
		return await screen.ended;
	} finally {
		process.stdout.off('resize', follow);
		store.stop();
	}
}
