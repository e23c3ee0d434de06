import {Box, useInput} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {keysIn} from '../app/keys-in.js';
import type {Store} from '../app/store-type.js';
import {catalogues} from '../locale/index.js';
import {frameLines} from './frame-lines.js';
import {Overlay, overlayRows} from './overlays/overlay.js';
import {Rows} from './rows.js';

/** The lab's screen. It alone subscribes to the store and hears the keys; what they mean is the store's affair. */
export const Root = ({store}: {readonly store: Store}): ReactElement => {
	const frame = useSyncExternalStore(store.subscribe, store.frame);
	useInput((input, key) => store.press(keysIn(input, key)));
	const {size, display, screen, overlay} = frame;
	const words = catalogues[display.lang];
	const covered = screen.kind === 'main' && overlay !== undefined ? overlayRows(overlay, screen) : 0;
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Rows lines={frameLines(frame, words, size.rows - covered)} display={display} />
			{overlay !== undefined && covered > 0 && <Overlay frame={frame} view={overlay} words={words} rows={covered} />}
		</Box>
	);
};
