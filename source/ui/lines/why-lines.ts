/** What happened and why, wrapped by cells; what comes next stands last, sections at the right. */

import {cells, clip, wrapCells} from '../../export/cells.js';
import {type Catalogue, whyLines as sentencesOf, type WhyLine} from '../../locale/index.js';
import {printAction} from '../../script/print.js';
import type {MainScreen} from '../../view/screen.js';
import {fit, type Line, plain} from '../line.js';
import {headingLine} from './heading-line.js';

type Row = {readonly text: string; readonly ref?: string};

/** A section stands at the right of the last row of its sentence; where it has no room there, the sentence is wrapped earlier. */
function withRef({text, ref}: WhyLine, columns: number): readonly Row[] {
	const rows = wrapCells(text, columns);
	const last = rows[rows.length - 1] ?? '';
	if (ref === undefined) return rows.map(row => ({text: row}));
	if (cells(last) + cells(ref) + 1 <= columns)
		return rows.map((row, index) => (index === rows.length - 1 ? {text: row, ref} : {text: row}));
	const narrower = wrapCells(text, columns - cells(ref) - 2);
	return narrower.map((row, index) => (index === narrower.length - 1 ? {text: row, ref} : {text: row}));
}

type Told = {
	readonly rows: readonly Row[] /** Of what is told, where its sections have no rows of their own. */;
	readonly ref: string | undefined;
};

type Room = {readonly most: number; readonly columns: number; readonly gap: string};

/** Each sentence begins a row, as many whole ones as there are rows for. */
function sentenceRows(lines: readonly WhyLine[], {most, columns}: Room): readonly Row[] {
	const rows: Row[] = [];
	for (const [index, line] of lines.entries()) {
		const more = withRef(line, columns);
		if (index > 0 && rows.length + more.length > most) break;
		rows.push(...more);
	}
	return rows;
}

/** The sentences run on as one paragraph; of their sections there is room for one. */
function paragraph(lines: readonly WhyLine[], {most, columns, gap}: Room): Told {
	let text = lines[0]?.text ?? '';
	let ref = lines[0]?.ref;
	for (const line of lines.slice(1)) {
		const longer = `${text}${gap}${line.text}`;
		if (wrapCells(longer, columns).length > most) break;
		text = longer;
		ref ??= line.ref;
	}
	return {rows: wrapCells(text, columns).map(row => ({text: row})), ref};
}

/** Narrow: a row a sentence as long as all fit, else a paragraph. */
function narrowRows(lines: readonly WhyLine[], room: Room): Told {
	const bare = lines.map(({text, kind}) => ({text, kind}));
	const rows = bare.flatMap(line => withRef(line, room.columns));
	return rows.length <= room.most ? {rows, ref: lines.find(({ref}) => ref !== undefined)?.ref} : paragraph(lines, room);
}

/** A sentence that is cut says so. */
function cutRows(rows: readonly Row[], {most, columns}: Room): readonly Row[] {
	if (rows.length <= most) return rows;
	return rows
		.slice(0, most)
		.map((row, index) => (index === most - 1 ? {text: `${clip(row.text, columns - 3).replace(/ \S*$/, '')}...`} : row));
}

/** A line of its own for what somebody says. */
function split(lines: readonly WhyLine[]): {says: readonly WhyLine[]; texts: readonly WhyLine[]; next: readonly WhyLine[]} {
	return {
		says: lines.filter(({kind}) => kind === 'say'),
		texts: lines.filter(({kind}) => kind === 'text'),
		next: lines.filter(({kind}) => kind === 'next'),
	};
}

function hangRef(rows: readonly Row[], ref: string | undefined, columns: number): readonly Row[] {
	if (ref === undefined) return rows;
	const at = rows.findLastIndex(row => row.ref === undefined && cells(row.text) + cells(ref) + 1 <= columns);
	return rows.map((row, index) => (index === at ? {...row, ref} : row));
}

function rowLine({text, ref}: Row, columns: number): Line {
	if (ref === undefined) return fit([plain(text)], columns);
	return [...fit([plain(text)], columns - cells(ref)), plain(ref)];
}

function lastText({last}: MainScreen, {keys}: Catalogue): string {
	return last?.action === undefined ? '' : `${keys.keyName(last.key)}: ${printAction(last.action)}`;
}

const wrapped = (lines: readonly WhyLine[], columns: number): readonly Row[] =>
	lines.flatMap(line => wrapCells(line.text, columns)).map(text => ({text}));

/**
 * Rows for what is next, which stands last. The first sentence is not cut for it; but rather than the beginning of a sentence alone,
 * what is next is shown.
 */
function nextRows(coming: readonly Row[], first: number, room: number): readonly Row[] {
	const isTight = room - coming.length < first;
	if (!isTight) return coming;
	return first <= room || coming.length > room ? [] : coming;
}

/** What is said comes first. */
function bodyRows(screen: MainScreen, words: Catalogue, most: number): readonly Row[] {
	const {columns, isWide} = screen.layout;
	const lines = sentencesOf(screen.why, words);
	const whole = {most, columns, gap: words.screen.sentenceGap};
	if (screen.why.items.some(({kind}) => kind === 'first')) return cutRows(sentenceRows(lines, whole), whole);
	const {says, texts, next} = split(lines);
	const said = cutRows(wrapped(says, columns), whole);
	const room = most - said.length;
	const first = wrapCells(texts[0]?.text ?? '', columns).length;
	const coming = nextRows(wrapped(next, columns), first, room);
	const rest = {...whole, most: room - coming.length};
	if (rest.most <= 0) return [...said, ...coming];
	const told = isWide ? {rows: sentenceRows(texts, rest), ref: undefined} : narrowRows(texts, rest);
	return [...said, ...hangRef([...cutRows(told.rows, rest), ...coming], told.ref, columns)];
}

export function whyLines(screen: MainScreen, words: Catalogue): readonly Line[] {
	const {columns, whyRows} = screen.layout;
	const rows = bodyRows(screen, words, whyRows - 1);
	const body = Array.from({length: whyRows - 1}, (_, index) => rowLine(rows[index] ?? {text: ''}, columns));
	return [headingLine(words.screen.why, lastText(screen, words), columns), ...body];
}
