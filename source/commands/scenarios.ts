/** `tcp-tui scenarios`: the built-in ones, a line each. */
import process from 'node:process';
import {cells, pad} from '../export/cells.js';
import {inLanguage} from '../export/json.js';
import {scenarios as builtIn} from '../scenarios/index.js';
import {type Command, UsageError} from './command.js';
import {scriptWords} from './script-source.js';

export const scenarios: Command = (words, {lang}) => {
	if (words.length > 0) throw new UsageError([scriptWords(lang).scenariosUsage]);
	const rows = builtIn.map(({name, title, intro: [first]}) => [name, inLanguage(title, lang), first ? inLanguage(first, lang) : '']);
	const widths = [0, 1].map(column => Math.max(...rows.map(row => cells(row[column] ?? ''))));
	const line = (row: readonly string[]): string => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ');
	process.stdout.write(rows.map(row => `${line(row).trimEnd()}\n`).join(''));
	return 0;
};
