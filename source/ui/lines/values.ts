/** Name, mark, value: how a pane writes one number. */
import type {SeqView} from '../../view/numbers.js';
import {shortNumber} from '../../view/numbers.js';
import type {Cell} from '../../view/pane.js';
import {join, type Line, lineCells, plain, type Span, styled} from '../line.js';

/** Numbers may be shortened where the row has no room for them. */
export type Spell = (text: string) => string;

const asIs: Spell = text => text;

export const mark = (isChanged: boolean): Span => (isChanged ? styled('*', 'bold') : plain(' '));

export type Marked = {readonly isChanged: boolean};

/** Inverse as long as the event that changed it is the newest of all. */
export const value = (text: string, {isChanged}: Marked, isNewest: boolean): Span =>
	styled(text, isChanged && isNewest ? 'changed' : undefined);

const marked = (text: string, cell: Marked, isNewest: boolean): Line => [mark(cell.isChanged), value(text, cell, isNewest)];

export const named = (name: string, text: string, cell: Marked & {readonly isNewest: boolean}): Line => [
	styled(name, 'dim'),
	...marked(text, cell, cell.isNewest),
];

/** A sequence number in the colour of the host that counts it. */
export function seqSpan(view: SeqView, spell: Spell): Span {
	return styled(spell(view.text), view.countedBy === 'server' ? 'server' : undefined);
}

export function namedSeq(name: string, cell: Cell<SeqView>, {spell, isNewest}: {readonly spell: Spell; readonly isNewest: boolean}): Line {
	if (cell.value === undefined) return named(name, '-', {...cell, isNewest});
	const text = value(spell(cell.value.text), cell, isNewest);
	const color = cell.value.countedBy === 'server' ? styled('', 'server').style : undefined;
	return [styled(name, 'dim'), mark(cell.isChanged), {text: text.text, style: {...color, ...text.style}}];
}

export const numberText = (cell: Cell<number>): string => (cell.value === undefined ? '-' : String(cell.value));

/** The first that fits, else the last. */
export const firstFitting = (versions: readonly Line[], width: number): Line =>
	versions.find(line => lineCells(line) <= width) ?? versions[versions.length - 1] ?? [];

/** All fields in full; with short numbers; then fewer fields. */
export function rowOf(fields: (spell: Spell) => readonly Line[], gap: string, width: number): Line {
	const complete = fields(asIs);
	const versions = complete.flatMap((_, index) => {
		const count = complete.length - index;
		return [asIs, shortNumber].map(spell => join(fields(spell).slice(0, count), gap));
	});
	return firstFitting(versions, width);
}
