/** The two buffers: a bar in proportion, and its parts in octets. */

import {cells, pad} from '../../export/cells.js';
import type {ScreenWords} from '../../locale/en/screen.js';
import type {ReceiveView, SendView} from '../../view/buffers.js';
import {free, full, low, shade} from '../glyphs.js';
import {type Line, plain, type Span, styled} from '../line.js';
import {share} from './bars.js';
import type {RowPlace} from './number-lines.js';
import {type Marked, mark, value} from './values.js';

type Part = {readonly glyph: string; readonly octets: number};
type Amount = {readonly octets: number; readonly word: string};

type BarView = {
	readonly name: string;
	/** One cell at the left for what is over and done; the first to go. */
	readonly hasPast: boolean;
	readonly parts: readonly Part[];
	/** The same with all holes taken together, where the bar has too few cells for each. */
	readonly fewer: readonly Part[];
	readonly amounts: readonly Amount[];
	readonly free: number;
};

/** Cells of a bar: what the words leave, within bounds. */
export const barCells = (width: number, words: number, isWide: boolean): number =>
	Math.max(4, Math.min(isWide ? 16 : 8, width - 6 - words));

const inThousands = (octets: number): string => `${Math.floor(octets / 1000)}k`;

const amountText = (octets: number, isWide: boolean): string => (isWide || octets < 10_000 ? String(octets) : inThousands(octets));

/** From the fullest to the barest, which fits beside the shortest bar in the narrowest pane. */
function versions({amounts, free: room}: BarView, isWide: boolean, words: ScreenWords): readonly string[] {
	const shown = amounts.filter(({octets}) => octets > 0);
	const all = isWide ? [...shown, {octets: room, word: words.parts.free}] : shown;
	const [first] = all;
	if (first === undefined) return [words.empty];
	const texts = all.map(({octets, word}) => `${amountText(octets, isWide)} ${word}`);
	const shorter = texts.map((_, index) => texts.slice(0, texts.length - index).join(' '));
	return [...shorter, `${inThousands(first.octets)} ${first.word}`];
}

/** The words that fit beside the shortest bar. */
const fitting = (texts: readonly string[], width: number): string =>
	texts.find(text => cells(text) + 10 <= width) ?? texts[texts.length - 1] ?? '';

const used = (parts: readonly Part[]): number => parts.filter(({octets}) => octets > 0).length;

function barText({hasPast, parts, fewer}: BarView, width: number): string {
	const list = used(parts) > width ? fewer : parts;
	const past = hasPast && used(list) < width ? 1 : 0;
	const counts = share(
		list.map(({octets}) => octets),
		width - past,
	);
	return low.repeat(past) + list.map(({glyph}, index) => glyph.repeat(counts[index] ?? 0)).join('');
}

/** Free cells are dim. A full block in inverse would be an empty cell, so the words beside the bar show what is new. */
const barSpans = (bar: string): readonly Span[] =>
	bar.split(/(\.+)/).flatMap(text => (text === '' ? [] : [text.startsWith(free) ? styled(text, 'dim') : plain(text)]));

function bufferLine(view: BarView & Marked, {width, isWide, isNewest, words}: RowPlace): Line {
	const text = fitting(versions(view, isWide, words), width);
	const bar = barText(view, barCells(width, cells(text), isWide));
	return [styled(pad(view.name, 4), 'dim'), mark(view.isChanged), ...barSpans(bar), plain(' '), value(text, view, isNewest)];
}

export function sendLine(view: SendView & Marked, place: RowPlace): Line {
	const {fly, wait, hasAcknowledged} = view;
	const {parts: words, send} = place.words;
	const parts = [
		{glyph: full, octets: fly},
		{glyph: shade, octets: wait},
		{glyph: free, octets: view.free},
	];
	const amounts = [
		{octets: fly, word: words.fly},
		{octets: wait, word: words.wait},
	];
	return bufferLine(
		{name: send, hasPast: hasAcknowledged, parts, fewer: parts, amounts, free: view.free, isChanged: view.isChanged},
		place,
	);
}

export function recvLine(view: ReceiveView & Marked, place: RowPlace): Line {
	const {readable, gaps, outOfOrder, hasRead} = view;
	const {parts: words, recv} = place.words;
	const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
	const first = {glyph: full, octets: readable};
	const last = {glyph: free, octets: Math.max(0, view.free - missing)};
	const holes = gaps.flatMap(gap => [
		{glyph: free, octets: gap.missing},
		{glyph: shade, octets: gap.outOfOrder},
	]);
	const hole = [
		{glyph: free, octets: missing},
		{glyph: shade, octets: outOfOrder},
	];
	const amounts = [
		{octets: readable, word: words.in},
		{octets: outOfOrder, word: words.ooo},
	];
	const bar = {name: recv, hasPast: hasRead, parts: [first, ...holes, last], fewer: [first, ...hole, last], amounts, free: view.free};
	return bufferLine({...bar, isChanged: view.isChanged}, place);
}
