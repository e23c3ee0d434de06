/** The script below the panes, and what was expected and found at the line that the picture is of. */

import {cells, clip, pad, padLeft, wrapCells} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import type {ScriptRow} from '../../view/watch/script-rows.js';
import {type Outcome, outcomeRows, scriptRows, type WatchMain} from '../../view/watch/watch-screen.js';
import type {Role} from '../colors.js';
import {blank, fit, inRole, type Line, plain, styled} from '../line.js';
import {headingLine} from '../lines/heading-line.js';

const markCells = 4;

/** `>` stands before the line of the picture. */
function rowLine(
	{line, text, mark, isCurrent}: ScriptRow,
	{watch}: Catalogue,
	{numberCells, columns}: {numberCells: number; columns: number},
): Line {
	const result = mark === undefined ? '' : watch.marks[mark];
	const words = `${isCurrent ? '>' : ' '}${pad(clip(result, markCells), markCells)} ${padLeft(String(line), numberCells)}  ${text}`;
	const whole = fit([plain(cells(words) <= columns ? words : `${clip(words, columns - 1)}~`)], columns);
	const role = roleOf(mark, isCurrent);
	return role ? inRole(whole, role) : whole;
}

function roleOf(mark: ScriptRow['mark'], isCurrent: boolean): Role | undefined {
	if (mark === 'failed') return 'failed';
	return isCurrent ? 'changed' : undefined;
}

export function scriptLines({script, header, layout}: WatchMain, words: Catalogue): readonly Line[] {
	const {columns} = layout;
	const {part, rows} = script;
	const right = part ? words.watch.part(part.first, part.last, part.total) : '';
	const numberCells = String(part?.total ?? rows.length).length;
	const lines = rows.map(row => rowLine(row, words, {numberCells, columns}));
	const filled = Array.from({length: scriptRows(layout)}, (_, index) => lines[index] ?? fit(blank, columns));
	return [headingLine(clip(words.watch.script(header.name), columns - cells(right) - 10), right, columns), ...filled];
}

/** `actual`: undefined where there was nothing to compare. */
type Told = {readonly expected: string; readonly actual: string | undefined};

/** What the script wanted, and what there was. */
function toldOf({verdict, event = ''}: Outcome, {drill, watch}: Catalogue): Told {
	switch (verdict.kind) {
		case 'failed':
			return drill.failure(verdict.failure);
		case 'unsupported':
			return {expected: event, actual: drill.unsupported(verdict.unsupported)};
		case 'passed':
			return {expected: event, actual: verdict.fields && verdict.fields.length > 0 ? watch.same : undefined};
	}
}

function headOf({outcome, fields}: WatchMain, {watch, drill, format}: Catalogue): string {
	if (!outcome) return watch.beforeFirst;
	const differing = fields.filter(({isSame}) => !isSame).map(({field}) => drill.fields[field]);
	const more = differing.length > 0 ? `${format.colon}${watch.differs(differing)}` : '';
	return watch.outcome(outcome.line, outcome.mark) + more;
}

/** Name and text; what is too long goes on in the next row, if there is one. */
function toldLines(name: string, text: string, {columns, rows, nameWidth}: Room): readonly Line[] {
	const pieces = wrapCells(text, columns - nameWidth);
	const lines = pieces.length > rows ? [...pieces.slice(0, rows - 1), clip(pieces.slice(rows - 1).join(' '), columns - nameWidth)] : pieces;
	return Array.from({length: rows}, (_, index): Line => {
		const piece = lines[index];
		if (piece === undefined) return index === 0 ? [plain(name)] : blank;
		return [styled(pad(index === 0 ? name : '', nameWidth), 'dim'), plain(piece)];
	});
}

type Room = {readonly columns: number; readonly rows: number; readonly nameWidth: number};

function comparison({expected, actual}: Told, {watch}: Catalogue, room: Room): readonly Line[] {
	if (actual === undefined) return toldLines(watch.event, expected, {...room, rows: room.rows * 2});
	return [...toldLines(watch.expected, expected, room), ...toldLines(watch.actual, actual, room)];
}

export function outcomeLines(screen: WatchMain, words: Catalogue): readonly Line[] {
	const {columns} = screen.layout;
	const rows = (outcomeRows(screen.layout) - 1) / 2;
	const {expected, actual} = words.watch;
	const nameWidth = Math.max(cells(expected), cells(actual)) + 2;
	const lines = screen.outcome ? comparison(toldOf(screen.outcome, words), words, {columns, rows, nameWidth}) : [];
	const filled = Array.from({length: rows * 2}, (_, index) => fit(lines[index] ?? blank, columns));
	return [headingLine(headOf(screen, words), '', columns), ...filled];
}
