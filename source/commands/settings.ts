import {type CliWords, cliEn} from '../locale/en/cli.js';
import {cliZh} from '../locale/zh/cli.js';
import {readDuration, readRate, readShare} from '../script/values.js';
import {hostNames} from '../sim/action.js';
import type {LinkSettings, Settings} from './command.js';
import {type Environment, isAsciiLocale, localeLanguage} from './locale.js';
import {choice, factor, type Reader, someText, whole} from './values.js';

/** The command line taken apart: a flag is there when it was given, with its values as written. */
export type Given = {
	readonly words: readonly string[];
	readonly isAscii: boolean;
	readonly hasColor: boolean;
	readonly isJson: boolean;
	readonly isVerbose: boolean;
	readonly isWatch: boolean;
	readonly values: Readonly<Record<string, readonly string[]>>;
	/** Flags that do not exist, as written. */
	readonly unknown: readonly string[];
};

export const cliWords = (lang: Settings['lang']): CliWords => (lang === 'zh' ? cliZh : cliEn);

const profiles = ['textbook', 'linux', 'freebsd'] as const;
const languages = ['en', 'zh'] as const;
const mostSeed = 2 ** 32 - 1;
const mostQueue = 1_000_000;

/** The settings that the flags and the environment ask for, and a line about each flag that is wrong. */
export function settingsFrom(given: Given, environment: Environment): {settings: Settings; complaints: readonly string[]} {
	const lang = choice(languages)(given.values.lang?.[0] ?? '') ?? localeLanguage(environment);
	const words = cliWords(lang);
	const complaints = given.unknown.map(words.unknownFlag);
	const take = takerOf({given, words, complaints});
	take('lang', choice(languages), words.allowed.choice(languages));
	const settings: Settings = {
		lang,
		isAscii: given.isAscii || isAsciiLocale(environment),
		hasColor: given.hasColor && !environment.NO_COLOR,
		profile: take('profile', choice(profiles), words.allowed.choice(profiles)),
		seed: take('seed', whole(0, mostSeed), words.allowed.whole(0, mostSeed)),
		link: linkFrom(take, words),
		fps: take('fps', whole(1, 60), words.allowed.whole(1, 60)) ?? 30,
		speed: take('speed', factor, words.allowed.factor),
		format: take('format', someText, words.allowed.format),
		host: take('host', choice(hostNames), words.allowed.choice(hostNames)),
		output: take('output', someText, words.allowed.file),
		isJson: given.isJson,
		isVerbose: given.isVerbose,
		isWatch: given.isWatch,
		defines: definesFrom(given, complaints, words),
	};
	return {settings, complaints};
}

/** Whose they are: another command would do nothing with them, and not what was asked for. */
const owners: readonly (readonly [flag: string, owner: 'run' | 'drill', isIn: (given: Given) => boolean])[] = [
	['--format', 'run', ({values: {format = []}}) => format.length > 0],
	['--host', 'run', ({values: {host = []}}) => host.length > 0],
	['--output', 'run', ({values: {output = []}}) => output.length > 0],
	['--json', 'drill', ({isJson}) => isJson],
	['--verbose', 'drill', ({isVerbose}) => isVerbose],
	['--watch', 'drill', ({isWatch}) => isWatch],
	['-D', 'drill', ({values: {define = []}}) => define.length > 0],
];

/** A line about each flag that belongs to another command than the one that is given. */
export const misplaced = (given: Given, {misplaced: words}: CliWords): readonly string[] =>
	owners.flatMap(([flag, owner, isIn]) => (isIn(given) && given.words[0] !== owner ? [words(flag, owner)] : []));

/** `NAME=VALUE`, as often as one likes. */
function definesFrom({values: {define = []}}: Given, complaints: string[], words: CliWords): ReadonlyMap<string, string> {
	const pairs = define.map(text => [text, /^(\w+)=(.*)$/s.exec(text)] as const);
	for (const [text, pair] of pairs) if (!pair) complaints.push(words.badValue('-D', words.allowed.define, text || words.nothing));
	return new Map(pairs.flatMap(([, pair]) => (pair ? [[pair[1] ?? '', pair[2] ?? ''] as const] : [])));
}

type Taker = <Value>(flag: string, read: Reader<Value>, allowed: string) => Value | undefined;

const linkFrom = (take: Taker, {allowed}: CliWords): LinkSettings => ({
	delayUs: take('delay', readDuration, allowed.duration),
	jitterUs: take('jitter', readDuration, allowed.duration),
	rateBps: take('rate', readRate, allowed.rate),
	queue: take('queue', whole(0, mostQueue), allowed.whole(0, mostQueue)),
	loss: take('loss', readShare, allowed.share),
	duplicate: take('duplicate', readShare, allowed.share),
	corrupt: take('corrupt', readShare, allowed.share),
	reorder: take('reorder', readShare, allowed.share),
});

type Context = {readonly given: Given; readonly words: CliWords; readonly complaints: string[]};

const takerOf = ({given, words, complaints}: Context): Taker => {
	const complain = (flag: string, allowed: string, got: string) =>
		complaints.push(words.badValue(`--${flag}`, allowed, got || words.nothing));
	return (flag, read, allowed) => {
		const [value, ...more] = given.values[flag] ?? [];
		if (value === undefined) return undefined;
		if (more.length > 0) complain(flag, words.allowed.once, [value, ...more].join(', '));
		const taken = read(value);
		if (taken === undefined) complain(flag, allowed, value);
		return taken;
	};
};
