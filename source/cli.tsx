import process from 'node:process';
import type {Command} from './commands/command.js';
import {readCommandLine} from './commands/command-line.js';
import {localeLanguage} from './commands/locale.js';
import {complain, outcomeOf} from './commands/outcome.js';
import {cliWords, misplaced, settingsFrom} from './commands/settings.js';

/** Set by the build. */
declare const packageVersion: string;

/** What the first word may be, beside a scenario. Loaded when asked for: only the lab needs React and Ink. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
	['run', async () => (await import('./commands/run.js')).run],
	['drill', async () => (await import('./commands/drill.js')).drill],
	['scenarios', async () => (await import('./commands/scenarios.js')).scenarios],
]);
const loadLab = async (): Promise<Command> => (await import('./commands/lab.js')).lab;

async function main(): Promise<number> {
	const given = readCommandLine(process.argv.slice(2));
	const {settings, complaints: wrong} = settingsFrom(given, process.env);
	const words = cliWords(settings.lang);
	const complaints = [...wrong, ...misplaced(given, words)];
	if (given.isHelp) return print(words.help(packageVersion));
	if (given.isVersion) return print(`${packageVersion}\n`);
	if (complaints.length > 0) {
		complain(complaints);
		return 2;
	}
	const [first = '', ...rest] = given.words;
	const load = commands.get(first);
	return outcomeOf(async () => (load ? (await load())(rest, settings) : (await loadLab())(given.words, settings)), words);
}

const print = (text: string): number => {
	process.stdout.write(text);
	return 0;
};

/** What was written did not get where it should. */
let isBroken = false;

/** The only exit of the program; after all that was written, and what went wrong with that is known. */
const leave = (code: number): void => {
	setImmediate(() => process.stdout.write('', () => process.exit(isBroken ? 2 : code)));
};

/** A reader that has seen enough (`| head`) and a terminal that is gone are no errors. */
const isGone = (code: string): boolean => code === 'EPIPE' || code === 'EIO';
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.message);

// React reads it when it is loaded: the development build leaks and is twice as slow.
Object.assign(process.env, {NODE_ENV: 'production'});
process.stdout.on('error', error => {
	if (isGone(codeOf(error))) return;
	isBroken = true;
	complain([cliWords(localeLanguage(process.env)).brokenOutput(codeOf(error))]);
});
void main().then(leave);
