/** A statement whose middle is typed: the line so far, what is wrong with it, what is allowed. */

import type {EntryMistake, QuestionView} from '../../app/overlay.js';
import type {Frame} from '../../app/store-type.js';
import {cells, wrapCells} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import {visible} from '../../script/escape.js';
import {blank, fit, inRole, type Line, plain, styled} from '../line.js';
import {heading} from './heading.js';
import {lastLine} from './last-line.js';

/** The end of a text that is too long for its row: that is where letters are added. */
function tail(text: string, columns: number): string {
	let kept = text;
	while (cells(kept) > columns) kept = Array.from(kept).slice(1).join('');
	return kept;
}

/** What is typed stands out; the mark behind it is seen without colours too. */
function entryLine({ask: {before, after, topic}, text}: QuestionView, columns: number): Line {
	const lead = topic === 'file' ? '> ' : `= ${before}`;
	const typed = tail(visible(text), Math.max(8, columns - cells(lead) - cells(after) - 1));
	return [plain(lead), styled(typed, 'bold'), styled('_', 'inverse'), styled(after, 'dim')];
}

function mistakeText(mistake: EntryMistake, {script, menus, keys}: Catalogue): string {
	switch (mistake.kind) {
		case 'script':
			return script.mistake(mistake.mistake);
		case 'not-this':
			return menus.notThis;
		case 'file':
			return keys.fileError(visible(mistake.file), mistake.error);
		case 'unsayable':
			return visible(keys.unsayable(mistake));
	}
}

/** Exactly so many rows, the hints in the last. */
export function questionLines(
	frame: Frame,
	view: QuestionView,
	{words, rows}: {readonly words: Catalogue; readonly rows: number},
): readonly Line[] {
	const {columns} = frame.size;
	const {menus} = words;
	const wrong = view.mistake
		? wrapCells(`! ${mistakeText(view.mistake, words)}`, columns).map((text): Line => inRole([plain(text)], 'bold'))
		: [];
	const allowed = wrapCells(menus.ask(view.ask.topic), columns).map((text): Line => [plain(text)]);
	const lines = [heading(menus.askHeading, '', columns), entryLine(view, columns), ...wrong, ...allowed].slice(0, rows - 1);
	const filled = [...lines, ...Array.from({length: rows - 1 - lines.length}, () => blank)];
	return [...filled.map(line => fit(line, columns)), lastLine(frame, menus.askHints, words)];
}
