/** A row as styled pieces of text: made by pure functions, drawn as one text. */
import {cells, clip} from '../export/cells.js';
import {paint, type Role, type Style, styleOf} from './colors.js';
import {inAscii} from './glyphs.js';

export type Span = {readonly text: string; readonly style?: Style | undefined};
export type Line = readonly Span[];

export const blank: Line = [];

export const plain = (text: string): Span => ({text});

export const styled = (text: string, ...roles: readonly (Role | undefined)[]): Span => {
	const style: Style = Object.assign({}, ...roles.map(role => (role === undefined ? {} : styleOf(role))));
	return {text, style};
};

export const lineCells = (line: Line): number => line.reduce((sum, {text}) => sum + cells(text), 0);

export const textOf = (line: Line): string => line.map(({text}) => text).join('');

/** Exactly so many cells: cut, or filled up with blanks. */
export function fit(line: Line, width: number): Line {
	const used = lineCells(line);
	if (used < width) return [...line, plain(' '.repeat(width - used))];
	if (used === width) return line;
	const kept: Span[] = [];
	let left = width;
	for (const span of line) {
		const text = clip(span.text, left);
		kept.push({...span, text});
		left -= cells(text);
		if (text !== span.text) break;
	}
	return left > 0 ? [...kept, plain(' '.repeat(left))] : kept;
}

export const alignRight = (line: Line, width: number): Line =>
	fit([plain(' '.repeat(Math.max(0, width - lineCells(line)))), ...line], width);

/** In the middle; the odd cell on the right. */
export const center = (line: Line, width: number): Line =>
	fit([plain(' '.repeat(Math.max(0, Math.floor((width - lineCells(line)) / 2)))), ...line], width);

/** Left and right, with at least one blank between; undefined: no room. */
export function spread(left: Line, right: Line, width: number): Line | undefined {
	const room = width - lineCells(left) - lineCells(right);
	return room < (lineCells(right) > 0 ? 1 : 0) ? undefined : [...left, plain(' '.repeat(room)), ...right];
}

export const join = (fields: readonly Line[], gap: string): Line =>
	fields.flatMap((field, index) => (index === 0 ? field : [plain(gap), ...field]));

/** As many whole fields as fit, counted from the left. The first stays. */
export function joinFitting(fields: readonly Line[], gap: string, width: number): Line {
	for (let count = fields.length; count > 1; count--) {
		const line = join(fields.slice(0, count), gap);
		if (lineCells(line) <= width) return line;
	}
	return fields[0] ?? blank;
}

/** The whole line in one style more. */
export const inRole = (line: Line, role: Role): Line => line.map(({text, style}) => ({text, style: {...style, ...styleOf(role)}}));

export type Display = {readonly isAscii: boolean; readonly hasColor: boolean};

/** What a terminal is given: adjoining pieces of one style together. */
export function toTerminal(line: Line, {isAscii, hasColor}: Display): string {
	return line
		.filter(({text}) => text !== '')
		.map(({text, style}) => {
			const drawn = isAscii ? inAscii(text) : text;
			return style === undefined ? drawn : paint(drawn, style, hasColor);
		})
		.join('');
}
