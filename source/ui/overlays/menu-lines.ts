/** What stands above and below the items of a menu, and the items' own texts. */

import type {MenuItem} from '../../app/menus/menu.js';
import type {MenuView} from '../../app/overlay.js';
import type {Frame} from '../../app/store-type.js';
import {cells, clip, pad} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import {blank, fit, type Line, plain} from '../line.js';
import {heading} from './heading.js';
import {lastLine} from './last-line.js';

const labelText = ({label}: MenuItem, {menus}: Catalogue): string => ('text' in label ? label.text : menus.label(label.code));

function detailText({detail}: MenuItem, {menus}: Catalogue): string {
	if (!detail) return '';
	if ('words' in detail) return menus.said(detail.words);
	return 'text' in detail ? detail.text : menus.detail(detail.code, detail.values);
}

/** Labels as wide as the widest, then the details. */
export function itemTexts({menu}: MenuView, words: Catalogue, columns: number): readonly string[] {
	const labels = menu.items.map(item => labelText(item, words));
	const width = Math.max(menu.labelCells ?? 0, ...labels.map(cells));
	return menu.items.map((item, index) => clip(`${pad(labels[index] ?? '', width)} ${detailText(item, words)}`.trimEnd(), columns));
}

/** Which of the items are to be seen; nothing when all are. */
function partText({menu: {items}, limit, top}: MenuView, {menus}: Catalogue): string {
	if (items.length <= limit) return '';
	return menus.part(top + 1, Math.min(top + limit, items.length), items.length);
}

export const headLine = (frame: Frame, view: MenuView, words: Catalogue): Line =>
	heading(words.menus.heading(view.menu), partText(view, words), frame.size.columns);

function noteLine({menu, highlight}: MenuView, {menus}: Catalogue, columns: number): Line {
	const note = menu.items[highlight]?.note;
	if (!note) return blank;
	const text = menus.note(note);
	const ref = 'ref' in note ? note.ref : '';
	const hasRoom = cells(text) + cells(ref) + 1 <= columns;
	return [plain(hasRoom && ref !== '' ? `${pad(text, columns - cells(ref))}${ref}` : clip(text, columns))];
}

function hintText({menu: {name, items}}: MenuView, {menus: {menuHints}}: Catalogue): string {
	if (name.menu === 'link' || name.menu === 'host') return menuHints.pages;
	return items.some(({typing}) => typing) ? menuHints.typing : menuHints.plain;
}

type Place = {readonly words: Catalogue; readonly rows: number};

/** Note, statement, blank rows, hints: exactly so many. */
export function bottomLines(frame: Frame, view: MenuView, {words, rows}: Place): readonly Line[] {
	const {columns} = frame.size;
	const statement = view.statement === undefined ? blank : [plain(`= ${view.statement}`)];
	const lines = [noteLine(view, words, columns), statement].slice(0, rows - 1);
	const filled = [...lines, ...Array.from({length: Math.max(0, rows - 1 - lines.length)}, () => blank)];
	return [...filled.map(line => fit(line, columns)), lastLine(frame, hintText(view, words), words)];
}
