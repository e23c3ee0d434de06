/** What the screen would hand to the view, of a history as it is. */
import type {Action} from '../../source/sim/action.js';
import type {History} from '../../source/sim/index.js';
import type {ScreenInput} from '../../source/view/screen-input.js';

type Given = Partial<Pick<ScreenInput, 'now' | 'chosen' | 'numbers' | 'focus'>> & {readonly acted?: Action};

export const inputOf = (history: History, {now, chosen, numbers = 'auto', focus = 'server', acted}: Given = {}): ScreenInput => ({
	history,
	now: now ?? history.world.now,
	size: {columns: 80, rows: 24},
	focus,
	picked: {client: undefined, server: undefined},
	chosen,
	numbers,
	pace: {kind: 'paused'},
	isWatched: true,
	script: undefined,
	title: 'lab',
	last: acted && {key: 'd', action: acted},
});
