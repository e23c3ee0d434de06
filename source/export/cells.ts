/** Widths in terminal cells. Nearly every text is ASCII and needs no table. */

const ascii = /^[\x20-\x7e]*$/;

/** First and last code points that take two cells (East Asian Wide and Fullwidth, and the emoji that terminals draw wide). */
const wide: readonly (readonly [number, number])[] = [
	[0x1100, 0x115f],
	[0x231a, 0x231b],
	[0x2329, 0x232a],
	[0x23e9, 0x23ec],
	[0x2614, 0x2615],
	[0x26a1, 0x26a1],
	[0x2705, 0x2705],
	[0x274c, 0x274c],
	[0x2753, 0x2755],
	[0x2757, 0x2757],
	[0x2795, 0x2797],
	[0x2b1b, 0x2b1c],
	[0x2b50, 0x2b50],
	[0x2e80, 0x303e],
	[0x3041, 0x33ff],
	[0x3400, 0x4dbf],
	[0x4e00, 0xa4cf],
	[0xa960, 0xa97c],
	[0xac00, 0xd7a3],
	[0xf900, 0xfaff],
	[0xfe10, 0xfe19],
	[0xfe30, 0xfe6b],
	[0xff01, 0xff60],
	[0xffe0, 0xffe6],
	[0x17000, 0x18cd5],
	[0x1b000, 0x1b2fb],
	[0x1f300, 0x1f64f],
	[0x1f680, 0x1f6c5],
	[0x1f900, 0x1f9ff],
	[0x20000, 0x3fffd],
];

const isWide = (code: number): boolean => code >= 0x1100 && wide.some(([first, last]) => code >= first && code <= last);

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

const widthOfLetter = (letter: string): number => {
	const code = letter.codePointAt(0) ?? 0;
	if (code >= 0x20 && code < 0x7f) return 1;
	if (zeroWidth.test(letter)) return 0;
	return isWide(code) ? 2 : 1;
};

export function cells(text: string): number {
	if (ascii.test(text)) return text.length;
	let sum = 0;
	for (const letter of text) sum += widthOfLetter(letter);
	return sum;
}

/** As much of the text as fits; a wide letter is never cut in half. */
export function clip(text: string, most: number): string {
	if (cells(text) <= most) return text;
	let used = 0;
	let kept = '';
	for (const letter of text) {
		used += widthOfLetter(letter);
		if (used > most) break;
		kept += letter;
	}
	return kept;
}

/** As much of its end as fits. */
export function clipStart(text: string, most: number): string {
	const letters = Array.from(text);
	let [used, at] = [0, letters.length];
	while (at > 0 && used + widthOfLetter(letters[at - 1] ?? '') <= most) used += widthOfLetter(letters[--at] ?? '');
	return letters.slice(at).join('');
}

/** Filled up with blanks on the right. */
export const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - cells(text)));

export const padLeft = (text: string, to: number): string => ' '.repeat(Math.max(0, to - cells(text))) + text;

/** Chinese may be broken between any two letters, but no row begins with these. */
const neverFirst = /^[，。、；：！？）》」』”’%,.;:!?)]/;
/** And no row ends with these. */
const neverLast = /^[（《「『“‘]/;

/** Pieces between which a row may end: words with the blank behind them, and single wide letters with what must follow them. */
function pieces(text: string): readonly string[] {
	const found: string[] = [];
	let glue = false;
	for (const letter of text) {
		const last = found[found.length - 1];
		const sticks = last !== undefined && (glue || neverFirst.test(letter));
		if (sticks) found[found.length - 1] = last + letter;
		else found.push(letter);
		glue = (letter !== ' ' && widthOfLetter(letter) < 2) || neverLast.test(letter);
	}
	return found;
}

/** The text in rows of at most so many cells, broken at blanks and between wide letters. */
export function wrapCells(text: string, columns: number): readonly string[] {
	const rows: string[] = [];
	let row = '';
	for (const piece of pieces(text)) {
		if (cells(row) + cells(piece.trimEnd()) <= columns) {
			row += piece;
			continue;
		}
		if (row.trim() !== '') rows.push(row.trimEnd());
		row = piece.trimStart();
		while (cells(row) > columns) {
			const head = clip(row, columns);
			rows.push(head);
			row = row.slice(head.length);
		}
	}
	if (row.trim() !== '') rows.push(row.trimEnd());
	return rows;
}
