/** `tcp-tui drill`: packetdrill scripts against one endpoint, in virtual time. */
import process from 'node:process';
import {reportLines} from '../export/drill-report.js';
import {exportEn} from '../locale/en/export.js';
import {exportZh} from '../locale/zh/export.js';
import type {Place} from '../packetdrill/pkt.js';
import {ignoredOptions} from '../packetdrill/run/config.js';
import {type Drill, drillScript} from '../packetdrill/run/drill.js';
import type {Failure} from '../packetdrill/run/verdict.js';
import {visible} from '../script/escape.js';
import {packetCount} from '../sim/index.js';
import type {ProfileName} from '../tcp/profile.js';
import {type Command, type Settings, UsageError} from './command.js';
import {type PktFile, pktFiles} from './pkt-files.js';
import {drillWords, type PktSource, readPkt} from './pkt-source.js';
import {readOctets} from './script-source.js';
import {toStdout} from './stdout.js';
import {hasTerminal} from './terminal.js';

/** One script, run; `error`: it could not be read. */
export type Outcome = {
	readonly name: string;
	readonly result: Drill['result'] | 'error';
	/** Where it went wrong. */
	readonly line: number | undefined;
	readonly expected: string | undefined;
	readonly actual: string | undefined;
	readonly source: PktSource | undefined;
	readonly drill: Drill | undefined;
	/** Of the wall clock. */
	readonly ms: number;
};

type Counts = Record<Outcome['result'], number>;

/** 0; 1: a script failed; 2: one could not be read; 3: one asks for what this program does not do. */
export const drill: Command = async (words, settings) => {
	if (words.length === 0) throw new UsageError([drillWords(settings.lang).usage]);
	if (settings.isWatch) return watched(words, settings);
	const counts: Counts = {pass: 0, fail: 0, unsupported: 0, error: 0};
	const wrong: string[] = [];
	const began = performance.now();
	const files = await pktFiles(words);
	for (const file of files) {
		const outcome = told(await outcomeOf(file, settings));
		counts[outcome.result]++;
		if (outcome.result === 'fail' || outcome.result === 'error') wrong.push(headOf(outcome, settings));
		if (!(await toStdout(settings.isJson ? jsonLine(outcome, settings) : await textOf(outcome, settings)))) break;
	}
	if (!settings.isJson)
		await toStdout(footOf(files.length > 1 ? wrong : [], counts, {settings, ms: Math.round(performance.now() - began)}));
	return exitCode(counts);
};

/** So many scripts take a while. */
const many = 50;
/** Wipes the line. */
const toLineEnd = '\x1b[K';

/** The screen is loaded only where it is asked for. */
async function watched(words: readonly string[], settings: Settings): Promise<number> {
	if (!hasTerminal()) throw new UsageError([drillWords(settings.lang).noTerminal]);
	const outcomes: Outcome[] = [];
	const files = await pktFiles(words);
	if (files.length >= many) process.stderr.write(`${drillWords(settings.lang).running(files.length)}\r`);
	for (const file of files) outcomes.push(told(await outcomeOf(file, settings)));
	if (files.length >= many) process.stderr.write(toLineEnd);
	const {watch} = await import('./watch.js');
	const code = await watch(outcomes, {settings, again: ({name}) => outcomeOf({name}, settings)});
	const count = (result: Outcome['result']): number => outcomes.filter(outcome => outcome.result === result).length;
	return code || exitCode({pass: count('pass'), fail: count('fail'), unsupported: count('unsupported'), error: count('error')});
}

const exitCode = ({fail, unsupported, error}: Counts): number => (error > 0 ? 2 : fail > 0 ? 1 : unsupported > 0 ? 3 : 0);

async function outcomeOf(file: PktFile, settings: Settings): Promise<Outcome> {
	const began = performance.now();
	const source = await sourceOf(file, settings);
	const drill = source.script && drillScript(source.script, source.profile);
	const ms = Math.round(performance.now() - began);
	if (!drill) return unreadable(file.name, source, ms);
	return {name: file.name, result: drill.result, source, drill, ms, ...toldOf(drill, settings)};
}

async function sourceOf({name, problem}: PktFile, settings: Settings): Promise<PktSource> {
	const words = drillWords(settings.lang);
	if (problem) return {mistake: {line: 0, column: 0, words: problem === 'missing' ? words.file.missing : words.noScripts}};
	try {
		const octets = await readOctets(name, name, words.file);
		return readPkt(new TextDecoder().decode(octets), name, settings);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return {mistake: {line: 0, column: 0, words: error.lines.join('; ').replace(`${name}: `, '')}};
	}
}

function unreadable(name: string, source: PktSource, ms: number): Outcome {
	const {line = 0, words = ''} = source.mistake ?? {};
	return {name, result: 'error', line: line || undefined, expected: undefined, actual: words, source, drill: undefined, ms};
}

/** What is wrong is told on stderr like any other wrong input; the other scripts are run all the same. */
function told(outcome: Outcome): Outcome {
	const {mistake} = outcome.source ?? {};
	if (mistake) process.stderr.write(`tcp-tui: ${visible(outcome.name)}${placeText(mistake)}: ${mistake.words}\n`);
	return outcome;
}

/** What concerns the whole file has no line. */
const placeText = ({line, column}: Place): string => (line > 0 ? `:${line}:${column}` : '');

function toldOf({culprit}: Drill, {lang}: Settings): Pick<Outcome, 'line' | 'expected' | 'actual'> {
	const words = drillWords(lang);
	const line = culprit?.place.line;
	if (culprit?.verdict.kind === 'failed') return {line, ...words.failure(culprit.verdict.failure)};
	const actual = culprit?.verdict.kind === 'unsupported' ? words.unsupported(culprit.verdict.unsupported) : undefined;
	return {line, expected: undefined, actual};
}

/** The keys are the contract: always the same ones, in this order. A script that cannot be read has failed. */
function jsonLine({name, result, line, expected, actual, source, ms}: Outcome, {profile}: Settings): string {
	const line1 = {
		file: name,
		profile: (source?.script ? source.profile : profile) ?? 'textbook',
		result: result === 'error' ? 'fail' : result,
		line: line ?? null,
		expected: expected ?? null,
		actual: actual ?? null,
		ms,
	};
	return `${JSON.stringify(line1)}\n`;
}

async function textOf(outcome: Outcome, settings: Settings): Promise<string> {
	return [headOf(outcome, settings), ...(await detailsOf(outcome, settings))].map(one => `${one}\n`).join('');
}

/** What came of it, and where. */
function headOf({name, result, line, actual}: Outcome, {lang}: Settings): string {
	const place = line === undefined ? visible(name) : `${visible(name)}:${line}`;
	const why = result === 'unsupported' ? `  ${visible(actual ?? '')}` : '';
	return `${drillWords(lang).results[result]}  ${place}${why}`;
}

/** Ladders may have carried the first ones off the screen: what went wrong is listed once more, then counted with all the others. */
function footOf(wrong: readonly string[], counts: Counts, {settings, ms}: {readonly settings: Settings; readonly ms: number}): string {
	const words = drillWords(settings.lang);
	const list = wrong.length > 0 ? [words.wrong, ...wrong.map(one => `    ${one}`)] : [];
	return [...list, words.total(counts, ms)].map(one => `${one}\n`).join('');
}

async function detailsOf({source, drill}: Outcome, {lang, isVerbose}: Settings): Promise<readonly string[]> {
	if (!drill || !source?.script) return [];
	const words = drillWords(lang);
	const because = await becauseOf(drill, source.profile, lang);
	const report = {drill, text: source.text, because, lang, words, ladderWords: lang === 'zh' ? exportZh : exportEn};
	return [...(isVerbose ? verboseLines(source, drill, lang) : []), ...reportLines(report)];
}

/** Why the endpoint did not send what was expected. The sentences are loaded only where they are asked for. */
async function becauseOf(drill: Drill, profile: ProfileName, lang: Settings['lang']): Promise<readonly string[]> {
	const {culprit} = drill;
	if (culprit?.verdict.kind !== 'failed' || !ofSegments.has(culprit.verdict.failure.code)) return [];
	const {why} = await import('./why.js');
	return why(drill, culprit, {profile, lang});
}

const ofSegments: ReadonlySet<Failure['code']> = new Set(['segment', 'no-segment']);

/** What was passed over, and what was tolerated. */
function verboseLines(
	{script, profile}: PktSource & {readonly script: object},
	{checks, history}: Drill,
	lang: Settings['lang'],
): readonly string[] {
	const words = drillWords(lang);
	const warnings = checks.flatMap(({verdict, isWarning, place}) => {
		if (!isWarning || verdict.kind !== 'failed') return [];
		const {expected, actual} = words.failure(verdict.failure);
		return [`${place.line}: ${words.warning}: ${words.expected} ${expected}; ${words.actual} ${actual}`];
	});
	const ignored = ignoredOptions(script).map(({name, place}) => `${place.line}: ${words.ignored(`--${name}`)}`);
	const summary = words.summary(profile, checks.length, packetCount(history.world.trace));
	return [summary, ...ignored, ...warnings].map(line => `    ${visible(line)}`);
}
