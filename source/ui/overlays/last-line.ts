/** The last row of what lies over the screen: its own hints, or the message of the last key. */
import type {Frame} from '../../app/store-type.js';
import type {Catalogue} from '../../locale/index.js';
import {fit, inRole, joinFitting, type Line, plain} from '../line.js';
import {wholeSentences} from '../lines/whole-sentences.js';

export function lastLine({message, size}: Pick<Frame, 'message' | 'size'>, hints: string, {keys}: Catalogue): Line {
	if (message === undefined) return fit(wholeFields(hints, size.columns), size.columns);
	const line = fit([plain(wholeSentences(keys.message(message), size.columns))], size.columns);
	return message.kind === 'complaint' ? inRole(line, 'inverse') : line;
}

/** Two blanks stand between hints; one that has no room is left out as a whole. */
const wholeFields = (hints: string, columns: number): Line =>
	joinFitting(
		hints.split('  ').map(text => [plain(text)]),
		'  ',
		columns,
	);
