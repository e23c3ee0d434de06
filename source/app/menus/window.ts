/** Which items of a long menu are to be seen: the window moves only when the highlight leaves it. */
import {layoutOf} from '../../view/layout.js';
import type {Size} from '../../view/screen-input.js';

/** Heading, note, statement and hints take a row each. */
const otherRows = 4;

/** Items that are shown at once on a terminal of this size. */
export function itemRows(size: Size): number {
	const layout = layoutOf(size);
	return layout ? Math.max(1, layout.ladderRows + layout.whyRows + 1 - otherRows) : 1;
}

/** `top`: index of the first item that was to be seen. Returns the one that is now. */
export function topFor(
	highlight: number,
	{top, count, limit}: {readonly top: number; readonly count: number; readonly limit: number},
): number {
	const lowest = Math.max(0, highlight - limit + 1);
	return Math.max(lowest, Math.min(top, highlight, Math.max(0, count - limit)));
}

/** Keys that move the highlight; up and down go round. Undefined: it is none of them. */
export function movedBy(key: string, at: number, {count, limit}: {readonly count: number; readonly limit: number}): number | undefined {
	switch (key) {
		case 'up':
			return (at - 1 + count) % count;
		case 'down':
			return (at + 1) % count;
		case 'pageup':
			return Math.max(0, at - limit);
		case 'pagedown':
			return Math.min(count - 1, at + limit);
		case 'home':
			return 0;
		case 'end':
			return count - 1;
	}
	return undefined;
}
