/**
 * Plain characters: each is a grapheme of its own whatever stands beside it, none is drawn as an emoji. Most text is made of them alone.
 * For the rest the libraries ask Intl.Segmenter and \p{RGI_Emoji}; V8 takes about 13 ms to load each.
 */
export const isNarrow = (code: number): boolean =>
	(code >= 0x20 && code <= 0x7e) ||
	(code >= 0xa1 && code <= 0x2ff && code !== 0xad) ||
	(code >= 0x2010 && code <= 0x2027) ||
	(code >= 0x2190 && code <= 0x21ff) ||
	(code >= 0x2500 && code <= 0x25fc);

export const isWide = (code: number): boolean =>
	(code >= 0x3001 && code <= 0x3029) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff60);

const escapeCode = 0x1b;

/** Cells of a text of plain characters; undefined for any other text. */
export function plainWidth(text: string): number | undefined {
	let width = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (isNarrow(code)) width++;
		else if (isWide(code)) width += 2;
		else return undefined;
	}
	return width;
}

let segmenter: Intl.Segmenter | undefined;

/** Intl.Segmenter for graphemes, loaded when it is first asked. */
export const lateSegmenter = {
	segment(text: string): Intl.Segments {
		segmenter ??= new Intl.Segmenter();
		return segmenter.segment(text);
	},
};

type Cut = {readonly segment: string; readonly index: number};

/** Cuts plain text and escape sequences without Intl.Segmenter. */
export const plainSegmenter = {
	segment(text: string): Iterable<Cut> {
		const cuts: Cut[] = [];
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			if (!isNarrow(code) && !isWide(code) && code !== escapeCode) return lateSegmenter.segment(text);
			cuts.push({segment: text.charAt(index), index});
		}
		return cuts;
	},
};
