/**
 * Which items of a long menu are to be seen. ink-select-input keeps that to itself; its rules are followed here, so that the heading can
 * say `1-7 of 8`: the window moves only when the highlight leaves it, and it goes round.
 */
import {layoutOf} from '../../view/layout.js';
import type {Size} from '../../view/screen-input.js';

/** Heading, note, statement and hints take a row each. */
const otherRows = 4;

/** Items that are shown at once on a terminal of this size. */
export function itemRows(size: Size): number {
	const layout = layoutOf(size);
	return layout ? Math.max(1, layout.ladderRows + layout.whyRows + 1 - otherRows) : 1;
}

export type Window = {readonly top: number; readonly count: number; readonly limit: number};

/** Where ink-select-input begins: the highlighted item is the last one to be seen, unless it is among the first. */
export const firstTop = (highlight: number, limit: number): number => Math.max(0, highlight - (limit - 1));

/** The top after the highlight has moved by one. */
export function movedTop({top, count, limit}: Window, from: number, to: number): number {
	if (count <= limit) return 0;
	const place = (from - top + count) % count;
	const isDown = (to - from + count) % count === 1;
	if (isDown) return place === limit - 1 ? (top + 1) % count : top;
	return place === 0 ? (top - 1 + count) % count : top;
}
