import {Box, useInput} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {keysIn} from '../app/keys-in.js';
import type {Store} from '../app/store-type.js';
import {frameLines} from './frame-lines.js';
import {Overlay, overlayRows} from './overlays/overlay.js';
import {Rows} from './rows.js';
import {wordsOf} from './words.js';

/** The lab's screen. It alone subscribes to the store and hears the keys; what they mean is the store's affair. */
export const Root = ({store}: {readonly store: Store}): ReactElement => {
	const frame = useSyncExternalStore(store.subscribe, store.frame);
	useInput((input, key) => store.press(keysIn(input, key)));
	const {size, display, screen, overlay} = frame;
	const words = wordsOf(display.lang);
	const covered = overlay && screen.kind === 'main' ? overlayRows(overlay, screen) : 0;
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Rows lines={frameLines(frame, words).slice(0, size.rows - covered)} display={display} />
			{overlay && covered > 0 && <Overlay frame={frame} view={overlay} store={store} words={words.all} rows={covered} />}
		</Box>
	);
};
