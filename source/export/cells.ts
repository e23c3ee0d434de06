/** Widths in terminal cells: wide East Asian characters and emoji take two, combining marks none. */

const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const empty = /\p{M}|[\u200b-\u200d\u2060]/u;

const cellsOf = (character: string): number => (character <= '~' ? 1 : wide.test(character) ? 2 : empty.test(character) ? 0 : 1);

export function cells(text: string): number {
	let count = 0;
	for (const character of text) count += cellsOf(character);
	return count;
}

export const padEnd = (text: string, width: number, fill = ' '): string => text + fill.repeat(Math.max(0, width - cells(text)));
export const padStart = (text: string, width: number, fill = ' '): string => fill.repeat(Math.max(0, width - cells(text))) + text;

/** Breaks at blanks, and before wide characters; a word longer than a line is broken anywhere. */
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let current = '';
	for (const piece of text.match(/\s+|[!-~]+|./gsu) ?? []) {
		if (cells(current + piece) <= width) {
			current += piece;
			continue;
		}
		if (current.trim() !== '') lines.push(current.trimEnd());
		current = piece.trimStart();
		// Only a word of ASCII characters can be longer.
		while (current.length > width) {
			lines.push(current.slice(0, width));
			current = current.slice(width);
		}
	}
	return current.trim() === '' && lines.length > 0 ? lines : [...lines, current.trimEnd()];
}
