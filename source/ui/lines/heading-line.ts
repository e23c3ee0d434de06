/** `-- ladder --`, and what belongs to it at the right. */
import {cells} from '../../export/cells.js';
import {fit, inRole, type Line, plain, spread} from '../line.js';
import {clipWords} from './whole-sentences.js';

export function headingLine(name: string, right: string, columns: number): Line {
	const left = `-- ${name} --`;
	const room = columns - cells(left) - 2;
	const line = spread([plain(left)], [plain(clipWords(right, Math.max(0, room)))], columns) ?? [plain(left)];
	return inRole(fit(line, columns), 'inverse');
}
