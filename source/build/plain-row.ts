/** Rows of plain text and simple styles as cells, so that two of them can be compared column by column without cutting them into objects. */
import {isNarrow, isWide} from './plain-text.js';
import {RecentMap} from './recent-map.js';

/** A character and a style for each column; the second column of a wide character has no character. */
type Row = {readonly codes: readonly number[]; readonly styles: readonly number[]};

const noCharacter = 0;
const blank = 0x20;
const escapeCode = 0x1b;
const plainStyle = 0;

const rows = new RecentMap<string, Row | 'not plain'>(256);

/** SGR parameters of each style in the order in which they were switched on; a style is its place here. */
const styles: string[] = [''];
const numbers = new Map<string, number>([['', plainStyle]]);
const mostStyles = 10_000;

function numberOf(active: readonly number[]): number | undefined {
	const key = active.join(';');
	const known = numbers.get(key);
	if (known !== undefined || styles.length >= mostStyles) return known;
	numbers.set(key, styles.length);
	return styles.push(key) - 1;
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** The parameter that switches a style off; undefined: not one of the simple styles. */
function offOf(parameter: number): number | undefined {
	if (parameter === 1 || parameter === 2) return 22;
	if (parameter === 3 || parameter === 4 || parameter === 7 || parameter === 8 || parameter === 9) return parameter + 20;
	if (isBetween(parameter, 30, 37) || isBetween(parameter, 90, 97)) return 39;
	return isBetween(parameter, 40, 47) || isBetween(parameter, 100, 107) ? 49 : undefined;
}

const isOff = (parameter: number): boolean => isBetween(parameter, 22, 29) || parameter === 39 || parameter === 49;

/** What is on after one more parameter; undefined: not one of the simple styles. */
function switched(active: readonly number[], parameter: number): readonly number[] | undefined {
	if (parameter === 0) return [];
	if (isOff(parameter)) return active.filter(one => offOf(one) !== parameter);
	const off = offOf(parameter);
	if (off === undefined) return undefined;
	// Bold and dim go together, of all others one takes the other's place.
	return off === 22 ? [...active.filter(one => one !== parameter), parameter] : [...active.filter(one => offOf(one) !== off), parameter];
}

type Reading = {readonly codes: number[]; readonly styles: number[]; active: readonly number[]; style: number};

/** Takes the escape sequence at a place; gives the place behind it, undefined where it is not one of the simple styles. */
function readSequence(reading: Reading, text: string, index: number): number | undefined {
	const end = text.indexOf('m', index);
	const parameters = text.slice(index + 2, end);
	if (end < 0 || text.charAt(index + 1) !== '[' || !/^[\d;]*$/.test(parameters)) return undefined;
	let active: readonly number[] | undefined = reading.active;
	for (const parameter of parameters.split(';')) active = active && switched(active, Number(parameter));
	const style = active && numberOf(active);
	if (!active || style === undefined) return undefined;
	Object.assign(reading, {active, style});
	return end + 1;
}

function readRow(text: string): Row | undefined {
	const reading: Reading = {codes: [], styles: [], active: [], style: plainStyle};
	let index = 0;
	while (index < text.length) {
		const code = text.charCodeAt(index);
		if (code === escapeCode) {
			const next = readSequence(reading, text, index);
			if (next === undefined) return undefined;
			index = next;
			continue;
		}
		if (!isNarrow(code) && !isWide(code)) return undefined;
		const columns = isWide(code) ? [code, noCharacter] : [code];
		for (const column of columns) {
			reading.codes.push(column);
			reading.styles.push(reading.style);
		}
		index++;
	}
	return reading.active.length === 0 ? reading : undefined;
}

function rowOf(text: string): Row | undefined {
	const known = rows.get(text);
	if (known !== undefined) return known === 'not plain' ? undefined : known;
	const row = readRow(text);
	rows.set(text, row ?? 'not plain');
	return row;
}

/** Is it as it stands what a terminal of so many columns can be given for a row? */
export function isPlainRow(text: string, columns: number): boolean {
	const row = rowOf(text);
	return row !== undefined && row.codes.length <= columns;
}

/** Unchanged cells that are written rather than skipped, since moving the cursor costs as many octets. */
const leastGap = 5;

type Run = {start: number; end: number};

function changedRuns(before: Row, after: Row): Run[] {
	const runs: Run[] = [];
	const columns = Math.max(before.codes.length, after.codes.length);
	let last: Run | undefined;
	for (let column = 0; column < columns; column++) {
		const isSameCharacter = (before.codes[column] ?? blank) === (after.codes[column] ?? blank);
		if (isSameCharacter && (before.styles[column] ?? plainStyle) === (after.styles[column] ?? plainStyle)) continue;
		if (last && column - last.end < leastGap) last.end = column + 1;
		else {
			last = {start: after.codes[column] === noCharacter ? column - 1 : column, end: column + 1};
			runs.push(last);
		}
	}
	return runs;
}

const escaped = (sequence: string): string => `\x1b[${sequence}`;

/** The cells from one column to another, in plain style before and after. */
function print({codes, styles: numbers}: Row, {start, end}: Run): string {
	let text = '';
	let style: number = plainStyle;
	for (let column = start; column < Math.min(end, codes.length); column++) {
		const next = numbers[column] ?? plainStyle;
		if (next !== style) text += (style === plainStyle ? '' : escaped('0m')) + (next === plainStyle ? '' : escaped(`${styles[next]}m`));
		style = next;
		const code = codes[column] ?? blank;
		if (code !== noCharacter) text += String.fromCharCode(code);
	}
	return style === plainStyle ? text : text + escaped('0m');
}

/** What turns one row on the terminal into another, the cursor anywhere in it; undefined where only the whole row will do. */
export function rowDifference(before: string | undefined, after: string): string | undefined {
	const old = before === undefined ? undefined : rowOf(before);
	const row = rowOf(after);
	if (!old || !row) return undefined;
	return changedRuns(old, row)
		.map(run => escaped(`${run.start + 1}G`) + print(row, run) + (run.end > row.codes.length ? escaped('K') : ''))
		.join('');
}
