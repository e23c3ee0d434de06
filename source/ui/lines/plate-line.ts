/** The state as a plate, with the one before it while the change is marked. */

import {cells} from '../../export/cells.js';
import type {ScreenWords} from '../../locale/en/screen.js';
import type {PlateView} from '../../view/pane.js';
import {blockOf, styleOf} from '../colors.js';
import {full} from '../glyphs.js';
import {center, fit, type Line, plain, type Span} from '../line.js';

/** Blocks on both sides, the odd one on the right; a lone one would look like a mistake, so it stays blank. */
function nameplate({state, role}: PlateView, width: number): readonly Span[] {
	const name = ` ${state} `;
	const room = Math.max(0, width - cells(name));
	const left = Math.floor(room / 2);
	if (left === 0) return [{text: name + ' '.repeat(room), style: styleOf(role)}];
	const block = (count: number): Span => ({text: full.repeat(count), style: blockOf(role)});
	return [block(left), {text: name, style: styleOf(role)}, block(room - left)];
}

/** The old state goes first where there is no room for a block beside the new one. On a tall plate it stands in the plate's colour. */
export function plateLine(plate: PlateView, width: number, isTall: boolean): Line {
	const old = plate.old === undefined || plate.old === plate.state ? '' : `${plate.old} > `;
	const rest = width - cells(old);
	const hasRoom = old !== '' && rest >= cells(plate.state) + 3;
	return fit(
		hasRoom ? [{text: old, style: isTall ? styleOf(plate.role) : styleOf('bold')}, ...nameplate(plate, rest)] : nameplate(plate, width),
		width,
	);
}

/** The rows of a tall plate: the colour alone, and the state in words. */
export const plateAbove = ({role}: PlateView, width: number): Line => [{text: ' '.repeat(width), style: styleOf(role)}];

export function plateBelow({state, role}: PlateView, {states, shortStates}: ScreenWords, width: number): Line {
	const text = cells(states[state]) <= width ? states[state] : shortStates[state];
	return center([plain(text)], width).map(span => ({text: span.text, style: styleOf(role)}));
}
