/** The fields that were compared, in the place of the pane of the host that the script plays. */

import {cells, clip, pad, wrapCells} from '../../export/cells.js';
import {type Catalogue, whyLines} from '../../locale/index.js';
import type {FieldCheck} from '../../packetdrill/run/verdict.js';
import {otherHost} from '../../sim/index.js';
import type {WatchMain} from '../../view/watch/watch-screen.js';
import {blank, fit, type Line, plain, styled} from '../line.js';

/** A value that is too long ends in this sign; it stands whole below the script. */
const cut = '~';
const nameCells = 8;

const short = (text: string, width: number): string => (cells(text) <= width ? text : `${clip(text, width - 1)}${cut}`);

type Columns = readonly [number, number];

/** Mark, name, two values with a blank between them. */
function columnsOf(width: number): Columns {
	const rest = width - 1 - nameCells - 1;
	return [Math.floor(rest / 2), Math.ceil(rest / 2)];
}

function rowLine([mark, ...texts]: readonly string[], [expected, actual]: Columns): string {
	const [name = '', first = '', second = ''] = texts;
	return `${mark}${pad(short(name, nameCells - 1), nameCells)}${pad(short(first, expected), expected)} ${short(second, actual)}`;
}

/** Two long values that begin alike are shown from the option or word on in which they differ. */
function apart(one: string, other: string, [left, right]: Columns): readonly [string, string] {
	if (cells(one) <= left && cells(other) <= right) return [one, other];
	let same = 0;
	while (same < one.length && one[same] === other[same]) same++;
	const begin = Math.max(one.lastIndexOf(',', same - 1), one.lastIndexOf(' ', same - 1)) + 1;
	return begin === 0 || one === other ? [one, other] : [cut + one.slice(begin), cut + other.slice(begin)];
}

/** What differs comes first where not everything has room. */
function inOrder(fields: readonly FieldCheck[], room: number): readonly FieldCheck[] {
	if (fields.length <= room) return fields;
	return [...fields.filter(({isSame}) => !isSame), ...fields.filter(({isSame}) => isSame)].slice(0, room);
}

/** Where something differs, why it does so is worth more than what does not differ. */
function shownFields(
	fields: readonly FieldCheck[],
	{most, wanted}: {readonly most: number; readonly wanted: number},
): readonly FieldCheck[] {
	const differing = fields.filter(({isSame}) => !isSame).length;
	const room = differing > 0 ? Math.max(differing, most - 1 - wanted) : most;
	return inOrder(fields, Math.min(most, room));
}

/** Where it may have gone wrong, then which rules made it so. */
function texts({hint, why}: Shown, words: Catalogue): readonly string[] {
	const guess = hint ? [`${words.drill.perhaps}${words.format.colon}${words.drill.hint(hint)}`] : [];
	return [...guess, ...whyLines(why, words).flatMap(({kind, text}) => (kind === 'text' ? [text] : []))];
}

/** What has room in the rows below the fields; a sentence that is cut says so. */
function whyRows(all: readonly string[], {columns, rows}: {readonly columns: number; readonly rows: number}): readonly string[] {
	if (all.length <= rows) return all;
	return all.slice(0, rows).map((text, row) => (row === rows - 1 ? `${clip(text, columns - 3)}...` : text));
}

type Shown = Pick<WatchMain, 'fields' | 'hint' | 'why' | 'layout' | 'host'>;

/** Fewer rows than this say nothing. */
const fewest = 2;

export function fieldLines(shown: Shown, words: Catalogue): readonly Line[] {
	const {fields, layout, host} = shown;
	const {watch, drill} = words;
	const {pane, paneRows} = layout;
	const columns = columnsOf(pane);
	const wrapped = texts(shown, words).flatMap(text => wrapCells(text, pane));
	const rows = shownFields(fields, {most: paneRows - 2, wanted: wrapped.length}).map(({field, expected, actual, isSame}): Line => {
		const text = rowLine([isSame ? ' ' : '*', drill.fields[field], ...apart(expected, actual, columns)], columns);
		return isSame ? [plain(text)] : [styled(pad(text, pane), 'changed')];
	});
	const head = [styled(rowLine([' ', watch.field, watch.expected, watch.actual], columns), 'dim')];
	const above = [[plain(watch.plays(otherHost(host)))], ...(fields.length > 0 ? [head, ...rows] : []), blank];
	const left = paneRows - above.length;
	const below = left < fewest ? [] : whyRows(wrapped, {columns: pane, rows: left}).map((text): Line => [plain(text)]);
	const lines = [...above, ...below];
	return Array.from({length: paneRows}, (_, row) => fit(lines[row] ?? blank, pane));
}
