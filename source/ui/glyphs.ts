/** What is drawn with other characters than letters, and what stands for it where only ASCII may be printed: cell for cell. */

export const wall = '│';
export const full = '█';
export const shade = '▒';
export const low = '▁';
export const free = '.';
export const single = '─';
export const double = '═';

const replacements: ReadonlyMap<string, string> = new Map([
	...[single, '┬', '┴', '┼', '├', '┤', '┌', '┐', '└', '┘'].map(glyph => [glyph, '+'] as const),
	[single, '-'],
	[double, '='],
	[wall, '|'],
	[full, '#'],
	[shade, ':'],
	[low, '_'],
]);

const drawn = /[─═│█▒▁┬┴┼├┤┌┐└┘]/g;

export const inAscii = (text: string): string => text.replace(drawn, glyph => replacements.get(glyph) ?? glyph);
