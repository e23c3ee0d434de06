/**
 * What each role looks like: the 16 ANSI colours, no blinking. On the terminal's own background only red and magenta are used; every other
 * colour comes in a pair that names both, so that it can be read on any background. No meaning hangs on it.
 */

type Color = 'black' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan' | 'white';

export type Style = {
	readonly color?: Color;
	readonly background?: Color;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly inverse?: boolean;
};

const styles = {
	dim: {dim: true},
	bold: {bold: true},
	inverse: {inverse: true},
	/** Changed by the newest event of all. */
	changed: {bold: true, inverse: true},
	/** Numbers that the server counts. */
	server: {color: 'magenta'},
	error: {color: 'red'},
	opening: {color: 'black', background: 'cyan'},
	established: {color: 'black', background: 'green'},
	closing: {color: 'black', background: 'yellow'},
	closed: {inverse: true},
	failed: {color: 'white', background: 'red'},
	flying: {inverse: true},
	again: {color: 'black', background: 'yellow'},
	copy: {color: 'black', background: 'cyan'},
	forged: {color: 'white', background: 'magenta'},
	dead: {color: 'white', background: 'red'},
} as const satisfies Record<string, Style>;

export type Role = keyof typeof styles;

export const styleOf = (role: Role): Style => styles[role];

/** The blocks beside a plate's name: the whole cell in the plate's colour. */
export function blockOf(role: Role): Style {
	const {background, inverse} = styleOf(role);
	return background === undefined || inverse ? {} : {color: background, background};
}

const codes: Readonly<Record<Color, number>> = {black: 0, red: 1, green: 2, yellow: 3, magenta: 5, cyan: 6, white: 7};

const sgr = (code: number): string => `\x1b[${code}m`;

/** The text between what switches the style on and off again. White is the bright one: the other is grey on many terminals. */
export function paint(text: string, {color, background, bold, dim, inverse}: Style, hasColor: boolean): string {
	let on = '';
	let off = '';
	const wrap = (start: number, end: number): void => {
		on += sgr(start);
		off = sgr(end) + off;
	};
	if (bold) wrap(1, 22);
	if (dim) wrap(2, 22);
	if (inverse) wrap(7, 27);
	if (hasColor && color) wrap(color === 'white' ? 97 : 30 + codes[color], 39);
	if (hasColor && background) wrap(40 + codes[background], 49);
	return on + text + off;
}
