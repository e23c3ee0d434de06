import {plainWidth} from './plain-text.js';
import {RecentMap} from './recent-map.js';

/** A cell as Ink paints it: a wide character has an empty cell behind it. */
type Cell = {readonly value: string; readonly styles: readonly {readonly code: string}[]};
type Row = readonly Cell[];

const rows = new RecentMap<string, Row>(256);

/**
 * Keeps the cells of a painted row of plain text: other characters may be wider or narrower on a terminal than in Ink's count,
 * and the second half of a wide one at the left edge shifts the row.
 */
export function rememberRow(painted: string, row: Row): void {
	if (row[0]?.value !== '' && row.every(cell => plainWidth(cell.value) !== undefined)) rows.set(painted, row);
}

/** Unchanged cells that are written rather than skipped, since moving the cursor costs as many octets. */
const leastGap = 5;

const isSame = (a: Cell, b: Cell): boolean =>
	a === b ||
	(a.value === b.value && a.styles.length === b.styles.length && a.styles.every((style, index) => style.code === b.styles[index]?.code));

type Run = {start: number; end: number};

function changedRuns(before: Row, after: Row): Run[] {
	const runs: Run[] = [];
	for (const [column, cell] of after.entries()) {
		const old = before[column];
		if (old && isSame(old, cell)) continue;
		const last = runs.at(-1);
		if (last && column - last.end < leastGap) last.end = column + 1;
		else runs.push({start: column - (cell.value === '' ? 1 : 0), end: column + 1});
	}
	return runs;
}

const isBlank = (cell: Cell): boolean => cell.value === ' ' && cell.styles.length === 0;

const column = (index: number): string => `\x1b[${index + 1}G`;
const eraseToEnd = '\x1b[K';

/** What turns one painted row on the terminal into another, the cursor anywhere in it; undefined where only the whole row will do. */
export function rowDifference(before: string | undefined, after: string, print: (row: Row) => string): string | undefined {
	const old = before === undefined ? undefined : rows.get(before);
	const row = rows.get(after);
	if (!old || !row || old.length !== row.length) return undefined;
	const used = row.findLastIndex(cell => !isBlank(cell)) + 1;
	return changedRuns(old, row)
		.map(({start, end}) => column(start) + print(row.slice(start, Math.min(end, Math.max(start, used)))) + (end > used ? eraseToEnd : ''))
		.join('');
}
