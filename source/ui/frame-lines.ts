/** One frame of the store as the lines of the terminal, without what lies over it. */
import type {Frame} from '../app/store-type.js';
import type {Catalogue} from '../locale/index.js';
import {fit, inRole, type Line, plain} from './line.js';
import {statusLine} from './lines/status-line.js';
import {wholeSentences} from './lines/whole-sentences.js';
import {lowerLines, tooSmallLines, upperLines} from './screen-lines.js';

/** Complaints and notices take the place of the status bar. */
function bottomLine({status, message, size}: Frame, words: Catalogue): Line {
	if (message === undefined) return statusLine(status, words, size.columns);
	const line = fit([plain(wholeSentences(words.keys.message(message), size.columns))], size.columns);
	return message.kind === 'complaint' ? inRole(line, 'inverse') : line;
}

/** The uppermost rows, as many as are asked for; what nobody sees is not made. */
export function frameLines(frame: Frame, words: Catalogue, rows = frame.size.rows): readonly Line[] {
	const {screen} = frame;
	if (screen.kind === 'too-small') return tooSmallLines(screen, words);
	if (rows === 0) return [];
	const upper = upperLines(screen, words);
	return rows <= upper.length ? upper.slice(0, rows) : [...upper, ...lowerLines(screen, words), bottomLine(frame, words)].slice(0, rows);
}
