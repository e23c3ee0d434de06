/** One frame of the store as the lines of the terminal, without what lies over it. */
import type {Frame} from '../app/store-type.js';
import {fit, inRole, type Line, plain} from './line.js';
import {statusLine} from './lines/status-line.js';
import {lowerLines, tooSmallLines, upperLines} from './screen-lines.js';
import type {Words} from './words.js';

/** Complaints and notices take the place of the status bar. */
export function bottomLine({status, message, size}: Frame, words: Words): Line {
	if (message === undefined) return statusLine(status, words, size.columns);
	const line = fit([plain(words.keys.message(message))], size.columns);
	return message.kind === 'complaint' ? inRole(line, 'inverse') : line;
}

/** Never more rows than the terminal has. */
export function frameLines(frame: Frame, words: Words): readonly Line[] {
	const {screen} = frame;
	if (screen.kind === 'too-small') return tooSmallLines(screen, words);
	return [...upperLines(screen, words), ...lowerLines(screen, words), bottomLine(frame, words)];
}
