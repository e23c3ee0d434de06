/** The presenter's words: they stay until the next ones, until a person acts, or until their moment has passed. */

import type {Action, Words} from '../sim/action.js';
import {rowAt, rowCount, rowKindAt} from '../sim/index.js';
import type {World} from '../sim/world.js';
import type {ScreenInput} from './screen-input.js';
import type {WhyItem} from './why-item.js';

/** Rows of the trace that are looked at for the place of the last words. */
const lookBack = 5000;

/** At pace "watch" time stood while they were read: once so much has happened since, they are of the past. */
const mostEvents = 2;

export function sayOf({history: {world}, last, isWatched}: ScreenInput): readonly WhyItem[] {
	if (!world.trace.marks.some(({kind}) => kind === 'say')) return [];
	const words = lastWords(world, last?.action, isWatched ? mostEvents : Number.POSITIVE_INFINITY);
	return words ? [{kind: 'say', words}] : [];
}

function lastWords({trace, steps}: World, acted: Action | undefined, events: number): Words | undefined {
	const end = rowCount(trace);
	for (let index = end - 1; index >= Math.max(0, end - lookBack); index--) {
		const kind = rowKindAt(trace, index);
		if (kind !== 'mark' && kind !== 'action') continue;
		const row = rowAt(trace, index);
		if (row.kind === 'action' && row.action === acted) return undefined;
		if (row.kind === 'mark' && row.mark.kind === 'say') return steps - row.step < events ? row.mark.text : undefined;
	}
	return undefined;
}
