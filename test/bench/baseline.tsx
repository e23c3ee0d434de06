import {Box, render, Text, useApp, useInput, useWindowSize} from 'ink';
import {type ReactElement, useMemo, useRef, useState} from 'react';

const animationMs = 33;

const rowsOf = (rows: number, columns: number): readonly string[] =>
	Array.from({length: rows}, (_, row) =>
		row % 6 === 0
			? '─'.repeat(columns)
			: `│ SND.UNA ${1000 + row * 37}  NXT ${2000 + row * 41}`.padEnd(columns / 3) +
				' ── ACK 8011 ──'.padEnd(columns / 3) +
				`│ RCV.NXT ${8000 + row * 13}`.padEnd(columns / 3 - 2) +
				'│',
	);

/** The plain Ink screen that frames are compared with: a row a Text. Any key changes three rows, `a` starts and stops an animation of seven. */
const Baseline = (): ReactElement => {
	const {columns, rows} = useWindowSize();
	const {exit} = useApp();
	const [count, setCount] = useState(0);
	const timer = useRef<NodeJS.Timeout | undefined>(undefined);
	const lines = useMemo(() => rowsOf(rows - 1, columns), [rows, columns]);
	const next = () => setCount(before => before + 1);
	const toggle = () => {
		clearInterval(timer.current);
		timer.current = timer.current ? undefined : setInterval(next, animationMs);
	};
	useInput(key => {
		if (key === 'a') return toggle();
		if (key !== 'q') return next();
		clearInterval(timer.current);
		exit();
	});
	const moving = timer.current ? 7 : 3;
	const shown = (line: string, row: number): string =>
		count > 0 && row >= 2 && row < 2 + moving ? `${' '.repeat((count + row) % 40)}─ SYN,ACK ${count} ${line}`.slice(0, columns) : line;
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			{lines.map((line, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
				<Text key={row} wrap="truncate" color={row % 6 === 0 ? 'cyan' : undefined}>
					{shown(line, row)}
				</Text>
			))}
		</Box>
	);
};

render(<Baseline />, {maxFps: 60, incrementalRendering: true});
