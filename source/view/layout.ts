/** Where each zone of the main screen lies: one arrangement at every size. Cells and rows, divisions rounded down. */
import type {Size} from './screen-input.js';

export type Layout = {
	readonly columns: number;
	readonly rows: number;
	/** Cells of one pane, and of the lane between them (a wall on either side of it). */
	readonly pane: number;
	readonly lane: number;
	/** Rows of the panes and the lane, of the ladder and of "why" (both with their headings). */
	readonly paneRows: number;
	readonly ladderRows: number;
	readonly whyRows: number;
	/** From 120 columns on: names in full, longer bars, `free`, seed and profile. */
	readonly isWide: boolean;
};

export const smallest: Size = {columns: 60, rows: 16};

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/** Lane 2 × (0.155 C), 22 to 60; the panes halve the rest, the lane takes the odd cell. */
function widths(columns: number): {pane: number; lane: number} {
	const lane = between(22, 2 * Math.floor((columns * 155) / 1000), 60);
	const rest = columns - 2 - lane;
	return {pane: Math.floor(rest / 2), lane: lane + (rest % 2)};
}

/** Undefined: the terminal is too small. */
export function layoutOf({columns, rows}: Size): Layout | undefined {
	if (columns < smallest.columns || rows < smallest.rows) return undefined;
	const paneRows = Math.min(28, Math.floor(rows / 2) + (rows >= 30 ? 2 : 0));
	const whyRows = between(3, Math.floor(rows / 6), 8);
	return {columns, rows, ...widths(columns), paneRows, whyRows, ladderRows: rows - 2 - paneRows - whyRows, isWide: columns >= 120};
}
