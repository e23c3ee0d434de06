import meow from 'meow';
import type {Given} from './settings.js';

const valueNames = [
	...['profile', 'lang', 'seed', 'fps', 'speed', 'format', 'host'],
	...['delay', 'jitter', 'rate', 'queue', 'loss', 'duplicate', 'corrupt', 'reorder'],
] as const;
const switchNames = ['ascii', 'color', 'help', 'version', 'json', 'verbose', 'watch'] as const;
/** One letter stands for them, too. */
const letters = {output: 'o', define: 'D'} as const;
const letterNames = ['output', 'define'] as const;

/** Several values are taken so that giving a flag twice can be complained about like the rest. */
const valueFlag = {type: 'string', isMultiple: true} as const;
const switchFlag = {type: 'boolean', default: false} as const;
const valueFlags = Object.fromEntries(valueNames.map(name => [name, valueFlag]));

/** Takes the words after the program's name apart; judges none of the values. */
export function readCommandLine(words: readonly string[]): Given & {readonly isHelp: boolean; readonly isVersion: boolean} {
	const {input, flags} = meow({
		importMeta: import.meta,
		argv: words,
		pkg: {name: 'tcp-tui'},
		autoHelp: false,
		autoVersion: false,
		description: false,
		flags: {
			...valueFlags,
			output: {...valueFlag, shortFlag: letters.output},
			define: {...valueFlag, shortFlag: letters.define},
			json: switchFlag,
			verbose: switchFlag,
			watch: switchFlag,
			ascii: switchFlag,
			color: {type: 'boolean', default: true},
			help: switchFlag,
			version: switchFlag,
		},
	});
	const all: Record<string, unknown> = flags;
	return {
		words: input,
		isAscii: flags.ascii,
		hasColor: flags.color,
		isJson: flags.json,
		isVerbose: flags.verbose,
		isWatch: flags.watch,
		isHelp: flags.help,
		isVersion: flags.version,
		values: Object.fromEntries([...valueNames, ...letterNames].map(name => [name, valuesOf(name, all[name], words)])),
		unknown: Object.keys(all).filter(isUnknown).map(asWritten),
	};
}

/** meow gives no value both for a flag that is absent and for one without a value. */
function valuesOf(name: string, given: unknown, words: readonly string[]): readonly string[] {
	const values = [given ?? []].flat().map(String);
	const isBare =
		values.length === 0 && (words.includes(`--${name}`) || letterNames.some(one => one === name && words.includes(`-${letters[one]}`)));
	return isBare ? [''] : values;
}

const known: ReadonlySet<string> = new Set([...valueNames, ...switchNames, ...letterNames, ...Object.values(letters)]);
const isUnknown = (name: string): boolean => !known.has(name);

/** meow hands over `someFlag` for `--some-flag`. */
const asWritten = (name: string): string =>
	name.length === 1 ? `-${name}` : `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
