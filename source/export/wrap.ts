/** Lines of a report. */
import {cells} from './cells.js';

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
