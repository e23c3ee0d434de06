/** `tcp-tui scenarios`: the built-in ones, a line each. */
import process from 'node:process';
import {cells, clip, pad} from '../export/cells.js';
import {inLanguage} from '../export/json.js';
import {scenarios as builtIn} from '../scenarios/index.js';
import {type Command, UsageError} from './command.js';
import {scriptWords} from './script-source.js';

export const scenarios: Command = (words, {lang}) => {
	if (words.length > 0) throw new UsageError([scriptWords(lang).scenariosUsage]);
	const rows = builtIn.map(({name, title, intro: [first]}) => [name, inLanguage(title, lang), first ? inLanguage(first, lang) : '']);
	const {isTTY, columns} = process.stdout;
	process.stdout.write(
		linesOf(rows, isTTY ? columns : undefined)
			.map(line => `${line}\n`)
			.join(''),
	);
	return 0;
};

/** Fewer cells of an introduction say nothing. */
const leastIntro = 30;

/** On a terminal no line is broken: introductions are cut, or left out where it is narrow. `columns` undefined: as long as they are. */
export function linesOf(rows: readonly (readonly string[])[], columns: number | undefined): readonly string[] {
	const [names = 0, titles = 0] = [0, 1].map(column => Math.max(...rows.map(row => cells(row[column] ?? ''))));
	const room = columns === undefined ? Number.POSITIVE_INFINITY : columns - names - titles - 4;
	return rows.map(([name = '', title = '', intro = '']) => {
		const head = `${pad(name, names)}  ${pad(title, titles)}`;
		if (room < leastIntro) return head.trimEnd();
		return `${head}  ${cells(intro) <= room ? intro : `${clip(intro, room - 3)}...`}`.trimEnd();
	});
}
