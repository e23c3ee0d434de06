import process from 'node:process';
import type {CliWords} from '../locale/en/cli.js';
import {visible} from '../script/escape.js';
import {UsageError} from './command.js';

/** Says each line on stderr; what it quotes can neither steer the terminal nor break the line. */
export const complain = (lines: readonly string[]): void => {
	process.stderr.write(lines.map(line => `tcp-tui: ${visible(line)}\n`).join(''));
};

/** The exit code of what is to be run; what it throws is said in a line, never as a stack of calls. */
export async function outcomeOf(running: () => Promise<number> | number, words: CliWords): Promise<number> {
	try {
		return await running();
	} catch (error) {
		if (error instanceof UsageError) {
			complain(error.lines);
			return 2;
		}
		const [firstLine = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
		complain([words.internal(firstLine)]);
		return 1;
	}
}
