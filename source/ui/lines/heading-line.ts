/** `-- ladder --`, and what belongs to it at the right. */
import {cells, clip} from '../cells.js';
import {fit, inRole, type Line, plain, spread} from '../line.js';

export function headingLine(name: string, right: string, columns: number): Line {
	const left = `-- ${name} --`;
	const room = columns - cells(left) - 2;
	const line = spread([plain(left)], [plain(clip(right, Math.max(0, room)))], columns) ?? [plain(left)];
	return inRole(fit(line, columns), 'inverse');
}
