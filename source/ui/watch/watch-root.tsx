import {Box, useInput} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {keysIn} from '../../app/keys-in.js';
import type {WatchFrame, WatchStore} from '../../app/watch/watch-type.js';
import {type Catalogue, catalogues} from '../../locale/index.js';
import {blank, type Line, plain} from '../line.js';
import {detailsLines} from '../overlays/details-lines.js';
import {Rows} from '../rows.js';
import {tooSmallLines} from '../screen-lines.js';
import {Files} from './files.js';
import {lowerRows, watchBottom, watchHelp, watchLines} from './watch-lines.js';

/** Everything but the list of files is lines. */
export function linesOf(frame: WatchFrame, words: Catalogue): readonly Line[] {
	const {screen, overlay} = frame;
	if (!screen) return [blank];
	if (screen.kind === 'too-small') return tooSmallLines(screen, words);
	if (overlay?.kind === 'help') return watchHelp(frame, words);
	const lines = watchLines(frame, screen, words);
	if (overlay?.kind !== 'details') return lines;
	const rows = lowerRows(screen);
	const details = detailsLines({size: frame.size, message: undefined}, overlay.details, {words, rows});
	return [...lines.slice(0, -rows), ...details.slice(0, -1), watchBottom(frame, [plain(words.watch.detailsHints)], words)];
}

/** The screen of `drill --watch`. It alone subscribes to the store and hears the keys. */
export const WatchRoot = ({store}: {readonly store: WatchStore}): ReactElement => {
	const frame = useSyncExternalStore(store.subscribe, store.frame);
	useInput((input, key) => store.press(keysIn(input, key)));
	const {size, display, overlay, screen} = frame;
	const words = catalogues[display.lang];
	const hasFiles = overlay?.kind === 'files' && screen?.kind !== 'too-small';
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			{hasFiles ? <Files frame={frame} view={overlay} words={words} /> : <Rows lines={linesOf(frame, words)} display={display} />}
		</Box>
	);
};
