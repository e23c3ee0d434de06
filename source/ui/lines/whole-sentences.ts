/** A text for one row: no sentence is cut where another one can go, and what is cut says so. */
import {cells, clip} from '../../export/cells.js';

const cut = '...';

/** At the last blank, if there is one. */
export function clipWords(text: string, width: number): string {
	if (cells(text) <= width) return text;
	const kept = clip(text, Math.max(0, width - cut.length));
	return width < cut.length ? clip(text, width) : `${kept.replace(/ \S*$/, '')}${cut}`;
}

/** Each with the blank behind it. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=.[.!?] |[。！？])/);

export function wholeSentences(text: string, width: number): string {
	const sentences = sentencesOf(text);
	for (let count = sentences.length; count > 0; count--) {
		const shorter = sentences.slice(0, count).join('').trimEnd();
		if (cells(shorter) <= width) return shorter;
	}
	return clipWords(text, width);
}
