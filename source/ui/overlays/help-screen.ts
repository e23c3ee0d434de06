/** The help: the key table in two columns and the legend; where there is no room for that, the keys one after the other. */

import {type HelpRow, helpRows, type KeyGroup} from '../../app/keymap.js';
import type {Frame} from '../../app/store-type.js';
import {cells, clip, pad, wrapCells} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import {blank, fit, type Line, plain, spread, styled} from '../line.js';

/** Two columns and the legend need this much. */
const wholeSize = {columns: 80, rows: 24};
/** Cells: the left column's words, the right column, its words. */
const leftWordsAt = 8;
const rightAt = 39;
const rightWordsAt = 50;
/** Cells of the legend's columns. */
const legendAt = {
	fates: [1, 18, 35, 51, 69],
	origins: [1, 18, 35],
	marks: [1, 22, 58],
	send: [1, 7, 23, 54, 72],
	recv: [1, 7, 23, 39, 60],
	timers: [1, 20, 39, 54, 67],
} as const;

const keyNames = ({keys}: HelpRow, {keys: {keyName}}: Catalogue): readonly string[] => keys.map(keyName);

/** `l  L   listen on 80`: two keys of a host stand in places of their own. */
const leftText = (row: HelpRow, words: Catalogue): string => {
	const keys = keyNames(row, words)
		.map(key => pad(key, 3))
		.join('');
	return `${pad(` ${keys}`, leftWordsAt)}${words.help.lines[row.line]}`;
};

const rightText = (row: HelpRow, words: Catalogue): string =>
	`${pad(keyNames(row, words).join(' '), rightWordsAt - rightAt)}${words.help.lines[row.line]}`;

const rowsOf = (group: KeyGroup): readonly HelpRow[] => helpRows.filter(row => row.group === group);

/** What can be done to the packet stands in one line. */
const packetText = (words: Catalogue): string =>
	` ${rowsOf('packet')
		.map(row => `${keyNames(row, words).join(' ')} ${words.help.lines[row.line]}`)
		.join('  ')}`;

function columnsOf(words: Catalogue): {readonly left: readonly string[]; readonly right: readonly string[]} {
	const {groups} = words.help;
	const left = [` ${groups.host}`, ...rowsOf('host').map(row => leftText(row, words)), '', ` ${groups.packet}`, packetText(words)];
	const time = [groups.time, ...rowsOf('time').map(row => rightText(row, words))];
	const look = [groups.look, ...rowsOf('look').map(row => rightText(row, words))];
	return {left, right: [...time, ...look]};
}

const heading = (text: string, headings: readonly string[]): boolean => headings.includes(text.trim());

function legendLine(name: keyof typeof legendAt, {help: {legend}}: Catalogue): string {
	return legend[name].reduce((line, text, index) => `${pad(line, legendAt[name][index] ?? cells(line) + 2)}${text}`, '');
}

function twoColumns(words: Catalogue, columns: number): readonly Line[] {
	const {left, right} = columnsOf(words);
	const headings = Object.values(words.help.groups);
	const role = (text: string) => styled(text, heading(text, headings) ? 'bold' : undefined);
	const keys = Array.from({length: Math.max(left.length, right.length)}, (_, row) => [
		role(pad(clip(left[row] ?? '', rightAt - 1), rightAt)),
		role(right[row] ?? ''),
	]);
	const legend = (['fates', 'origins', 'marks', 'send', 'recv', 'timers'] as const).map(name => [
		plain(clip(legendLine(name, words), columns)),
	]);
	return [...keys, blank, ...legend];
}

/** As many as fit in a row, all in one run. */
function running(words: Catalogue, columns: number): readonly Line[] {
	const parts = helpRows.map(row => `${keyNames(row, words).join(' ')} ${words.help.lines[row.line]}`);
	const rows: string[] = [];
	for (const part of parts) {
		const last = rows[rows.length - 1];
		const longer = last === undefined ? ` ${part}` : `${last}  ${part}`;
		if (last !== undefined && cells(longer) <= columns) rows[rows.length - 1] = longer;
		else rows.push(` ${part}`);
	}
	return rows.flatMap(row => wrapCells(row, columns)).map(row => [plain(row)]);
}

export function helpScreen({size: {columns, rows}}: Frame, words: Catalogue): readonly Line[] {
	const {screen, help} = words;
	const title = [plain(` ${screen.name}  ${help.title}`)];
	const head = spread(title, [plain(`${screen.pace.held}  ${help.back}`)], columns) ?? title;
	const isWhole = columns >= wholeSize.columns && rows >= wholeSize.rows;
	const body = isWhole ? twoColumns(words, columns) : running(words, columns);
	const lines = [head, ...body].slice(0, rows);
	return [...lines, ...Array.from({length: rows - lines.length}, () => blank)].map(line => fit(line, columns));
}
