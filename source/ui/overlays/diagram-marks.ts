/** Puts the marks into the drawing: who is where, who was where, who went which way. */

import {states} from '../../tcp/state.js';
import type {DiagramView, Track} from '../../view/diagram.js';
import {wasIn} from '../../view/diagram.js';
import {type Line, plain, type Span, styled} from '../line.js';
import {art, type Box, boxName, boxSpot, edgeSpot, type Spot} from './diagram-art.js';

/** Text that takes the place of what is drawn there. */
type Mark = Spot & {readonly text: string; readonly role: 'inverse' | 'bold' | undefined};

const boxes: readonly Box[] = [...states, 'END'];

/** CLOSED at the end is only where somebody came to who had left the one at the beginning. */
function isHere({here, moves}: Track, box: Box): boolean {
	if (here !== boxName(box)) return false;
	return here !== 'CLOSED' || (box === 'END') === moves.length > 0;
}

function hasBeen(track: Track, box: Box): boolean {
	if (isHere(track, box)) return false;
	return box === 'END' ? track.moves.some(({to}) => to === 'CLOSED') : wasIn(track, box);
}

function boxMarks({tracks: {client, server}}: DiagramView, box: Box): readonly Mark[] {
	const {row, cell} = boxSpot(box);
	const end = cell + boxName(box).length;
	const wasThere = hasBeen(client, box) || hasBeen(server, box);
	const left: readonly Mark[] = isHere(client, box)
		? [{row, cell: cell - 2, text: 'C>', role: 'inverse'}]
		: wasThere
			? [{row, cell: cell - 1, text: '[', role: 'bold'}]
			: [];
	const right: readonly Mark[] = isHere(server, box)
		? [{row, cell: end, text: '<S', role: 'inverse'}]
		: wasThere
			? [{row, cell: end, text: ']', role: 'bold'}]
			: [];
	return [...left, ...right];
}

/** Both marks of one label stand together: `CS: `. A blank keeps them off the line. */
function edgeMarks({tracks: {client, server}}: DiagramView): readonly Mark[] {
	const went = new Map<string, Spot & {readonly who: string}>();
	for (const [letter, {moves}] of [
		['C', client],
		['S', server],
	] as const) {
		for (const move of moves) {
			const spot = edgeSpot(move);
			const key = `${spot.row}:${spot.cell}`;
			const who = went.get(key)?.who ?? '';
			if (!who.includes(letter)) went.set(key, {...spot, who: who + letter});
		}
	}
	return [...went.values()].flatMap(({row, cell, who}) => {
		const text = `${who}: `;
		const start = cell - text.length;
		const before = art[row]?.[start - 1];
		return before === '─' ? [{row, cell: start - 1, text: ` ${text}`, role: undefined}] : [{row, cell: start, text, role: undefined}];
	});
}

function lineOf(text: string, marks: readonly Mark[]): Line {
	const spans: Span[] = [];
	let at = 0;
	for (const mark of marks.toSorted((a, b) => a.cell - b.cell)) {
		spans.push(plain(text.slice(at, mark.cell).padEnd(mark.cell - at)), styled(mark.text, mark.role));
		at = mark.cell + mark.text.length;
	}
	return [...spans, plain(text.slice(at))];
}

/** The drawing with everything that is known of the two connections in it. */
export function diagramLines(view: DiagramView): readonly Line[] {
	const marks = [...boxes.flatMap(box => boxMarks(view, box)), ...edgeMarks(view)];
	return art.map((text, row) =>
		lineOf(
			text,
			marks.filter(mark => mark.row === row),
		),
	);
}
