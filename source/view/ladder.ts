/**
 * The ladder: a row a segment, and the calls and timers that changed a state or sent something. Only what is to be seen is read, from the
 * end of the trace (or from the chosen packet) backwards, so that a million rows cost no more than ten.
 */
import {packetAt, packetCount, rowAt, rowCount, rowKindAt} from '../sim/index.js';
import type {SegmentRecord} from '../sim/trace.js';
import {type LadderRow, ownRow, type SegmentRow, segmentRow} from './ladder-rows.js';
import type {Layout} from './layout.js';
import {seenBy} from './packet-view.js';
import type {ScreenInput} from './screen-input.js';

export type {Edge, LadderRow, SegmentRow} from './ladder-rows.js';
export type {Outcome} from './outcome.js';

export type LadderView = {
	/** Newest last; no more than the ladder has rows under its heading. */
	readonly rows: readonly LadderRow[];
	/** Numbers of the first and last packet that are seen, and how many there are; undefined when everything is seen. */
	readonly part: {readonly first: number; readonly last: number; readonly total: number} | undefined;
};

/** Rows of the trace that are looked through for one row of the ladder, at most. */
const patience = 20_000;

type Found = {readonly rows: readonly LadderRow[] /** Where the search ended, in the trace. */; readonly index: number};

type Search = {readonly from: number; readonly by: 1 | -1; readonly most: number};

function search(input: ScreenInput, {from, by, most}: Search): Found {
	const {world} = input.history;
	const seen = {...seenBy(input), chosen: input.chosen};
	const rows: LadderRow[] = [];
	let index = from;
	for (; index >= 0 && index < rowCount(world.trace) && rows.length < most; index += by) {
		if (Math.abs(index - from) > patience * most) break;
		const row = rowOf(seen, index);
		if (row !== undefined) rows.push(row);
	}
	return {rows: by < 0 ? rows.toReversed() : rows, index};
}

function rowOf(seen: Parameters<typeof segmentRow>[0], index: number): LadderRow | undefined {
	const {trace} = seen.world;
	switch (rowKindAt(trace, index)) {
		case 'segment':
			return segmentRow(seen, index);
		case 'state':
		case 'timer':
		case 'host':
			return ownRow(seen.world, rowAt(trace, index));
		case 'call':
		case 'queue':
		case 'note':
		case 'mark':
		case 'action':
		case 'fate':
			return undefined;
	}
}

/** The rows end with the newest; where the chosen packet would not be seen, it stands in the middle. */
function visibleRows(input: ScreenInput, most: number): Found {
	const {trace} = input.history.world;
	const newest = search(input, {from: rowCount(trace) - 1, by: -1, most});
	const chosen = chosenPacket(input);
	if (chosen === undefined || chosen.row > newest.index) return newest;
	const after = search(input, {from: chosen.row + 1, by: 1, most: Math.floor((most - 1) / 2)});
	const before = search(input, {from: chosen.row, by: -1, most: most - after.rows.length});
	return {rows: [...before.rows, ...after.rows], index: before.index};
}

function chosenPacket({history, chosen}: ScreenInput): SegmentRecord | undefined {
	const {trace} = history.world;
	return chosen === undefined || chosen > packetCount(trace) ? undefined : packetAt(trace, chosen);
}

function partOf(rows: readonly LadderRow[], isAll: boolean, total: number): LadderView['part'] {
	const numbers = rows.filter((row): row is SegmentRow => row.kind === 'segment').map(({packet}) => packet.n);
	const first = numbers[0];
	const last = numbers[numbers.length - 1];
	return isAll || first === undefined || last === undefined ? undefined : {first, last, total};
}

export function buildLadder(input: ScreenInput, {ladderRows}: Layout): LadderView {
	const {trace} = input.history.world;
	const {rows, index} = visibleRows(input, ladderRows - 1);
	const isAll = index < 0 || search(input, {from: index, by: -1, most: 1}).rows.length === 0;
	const total = packetCount(trace);
	return {rows, part: partOf(rows, isAll, total)};
}
