import {PassThrough, Writable} from 'node:stream';
import {Box, type BoxProps, render, Text, type TextProps} from 'ink';
import type {ReactElement} from 'react';

/** A tree of Ink's elements as data, so that two builds of Ink can draw the same. */
export type Tree = ({readonly box: readonly Tree[]} & BoxProps) | ({readonly text: string | readonly Tree[]} & TextProps);

export type Size = {readonly columns: number; readonly rows: number};

class Terminal extends Writable {
	readonly isTTY = true;
	readonly written: string[] = [];

	constructor(
		readonly columns: number,
		readonly rows: number,
	) {
		super({decodeStrings: false});
	}

	override _write(text: string, _encoding: string, done: () => void): void {
		this.written.push(text);
		done();
	}
}

function draw(tree: Tree, key: number): ReactElement {
	if ('box' in tree) {
		const {box, ...props} = tree;
		return (
			<Box key={key} {...props}>
				{box.map(draw)}
			</Box>
		);
	}
	const {text, ...props} = tree;
	return (
		<Text key={key} {...props}>
			{typeof text === 'string' ? text : text.map(draw)}
		</Text>
	);
}

/** Draws the frames one after the other; gives what was written for each. */
export async function play(frames: readonly Tree[], {columns, rows}: Size): Promise<string[]> {
	const stdout = new Terminal(columns, rows);
	// Ink asks of its streams only what these have.
	const streams = {stdout, stdin: new PassThrough()} as object;
	const {rerender, waitUntilRenderFlush, unmount} = render(<Text> </Text>, {
		...streams,
		interactive: true,
		patchConsole: false,
		incrementalRendering: true,
		maxFps: 1000,
	});
	const written: string[] = [];
	for (const frame of frames) {
		rerender(draw(frame, 0));
		await waitUntilRenderFlush();
		written.push(stdout.written.splice(0).join(''));
	}
	unmount();
	return written;
}
