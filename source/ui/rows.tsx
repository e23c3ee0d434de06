import {Text} from 'ink';
import type {ReactElement} from 'react';
import {type Display, type Line, toTerminal} from './line.js';

/** One text a row: Ink lays out and cuts apart every node it is given. The lines are as wide as the terminal already. */
export const Rows = ({lines, display}: {readonly lines: readonly Line[]; readonly display: Display}): ReactElement => (
	<>
		{lines.map((line, row) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
			<Text key={row} wrap="truncate">
				{toTerminal(line, display)}
			</Text>
		))}
	</>
);
