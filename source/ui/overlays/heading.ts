import {cells} from '../../export/cells.js';
import type {Line} from '../line.js';
import {headingLine} from '../lines/heading-line.js';
import {clipWords} from '../lines/whole-sentences.js';

/** `--  --` around the name. */
const frameCells = 6;

/** A heading whose name is cut where the row is too narrow for it and what stands at the right. */
export function heading(name: string, right: string, columns: number): Line {
	const room = columns - frameCells - (right === '' ? 0 : cells(right) + 2);
	return headingLine(clipWords(name, room), right, columns);
}
