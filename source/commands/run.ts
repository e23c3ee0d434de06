/** `tcp-tui run`: plays a script without a screen and prints what happened. */
import {open} from 'node:fs/promises';
import process from 'node:process';
import {jsonLines} from '../export/json.js';
import {ladderLines} from '../export/ladder.js';
import {exportEn} from '../locale/en/export.js';
import {refusalsEn} from '../locale/en/refusals.js';
import {exportZh} from '../locale/zh/export.js';
import {refusalsZh} from '../locale/zh/refusals.js';
import {visible} from '../script/escape.js';
import {createPlayer, type Failure, type Player, play} from '../script/player.js';
import {titleOf} from '../script/script.js';
import {setupOf} from '../script/setup.js';
import type {LinkChange} from '../sim/action.js';
import {createHistory} from '../sim/index.js';
import {type Command, type Settings, UsageError} from './command.js';
import {codeOf, loadScript, type Source, scriptWords} from './script-source.js';

const formats = ['text', 'json', 'none'] as const;
type Format = (typeof formats)[number];

/** 0; 1 when a line of the script failed. */
export const run: Command = async (words, settings) => {
	const format = formatOf(settings);
	const [given, ...more] = words;
	if (given === undefined || more.length > 0) throw new UsageError([scriptWords(settings.lang).run.usage]);
	const source = await loadScript(given, settings.lang);
	const output = await openOutput(settings);
	const player = playAll(source, settings);
	await output.write(linesOf(format, player, settings));
	await output.close();
	process.stderr.write(player.failures.map(failure => `tcp-tui: ${failureLine(source, failure, settings)}\n`).join(''));
	return player.failures.length > 0 ? 1 : 0;
};

function formatOf({format = 'text', lang}: Settings): Format {
	const found = formats.find(one => one === format);
	if (!found) throw new UsageError([scriptWords(lang).run.format(format, formats)]);
	return found;
}

function playAll({script}: Source, {seed, profile, link}: Settings): Player {
	const history = createHistory(setupOf(script, {seed, profile, link: linkChange(link)}));
	const player = createPlayer(script, history, {hasFixedProfile: profile !== undefined});
	play(player, Number.POSITIVE_INFINITY);
	return player;
}

/** Flags that were not given stay absent. */
export function linkChange({delayUs, jitterUs, rateBps, ...shares}: Settings['link']): LinkChange {
	const all = {delay: delayUs, jitter: jitterUs, rate: rateBps, ...shares};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function linesOf(format: Format, {script, history, failures}: Player, {lang}: Settings): Iterable<string> {
	const {world} = history;
	const title = titleOf(script);
	switch (format) {
		case 'none':
			return [];
		case 'json':
			return jsonLines({world, title, lang, failed: failures.length});
		case 'text':
			return ladderLines({world, title, lang, words: lang === 'zh' ? exportZh : exportEn});
	}
}

function failureLine({name}: Source, {line, column, text, found, refusal}: Failure, {lang}: Settings): string {
	const words = scriptWords(lang).run;
	const {text: why} = lang === 'zh' ? refusalsZh : refusalsEn;
	return `${name}:${line}:${column}: ${refusal ? words.refused(text, why(refusal)) : words.failed(text, found)}`;
}

type Output = {readonly write: (lines: Iterable<string>) => Promise<void>; readonly close: () => Promise<void>};

/** Opened before anything runs, so that a file that cannot be written is told at once. */
async function openOutput({output, lang}: Settings): Promise<Output> {
	if (output === undefined) return {write: lines => writeAll(lines, toStdout), close: async () => undefined};
	const told = async <Value>(work: Promise<Value>): Promise<Value> => {
		try {
			return await work;
		} catch (error) {
			throw new UsageError([`${visible(output)}: ${scriptWords(lang).file.unwritable(codeOf(error))}`]);
		}
	};
	const file = await told(open(output, 'w'));
	return {write: lines => told(writeAll(lines, text => file.appendFile(text))), close: () => told(file.close())};
}

/** A reader that went away (`| head`) is no error: the rest is not written. */
const toStdout = (text: string): Promise<boolean> => new Promise(resolve => process.stdout.write(text, error => resolve(!error)));

const chunkSize = 65_536;

async function writeAll(lines: Iterable<string>, write: (text: string) => Promise<unknown>): Promise<void> {
	let text = '';
	for (const line of lines) {
		text += `${line}\n`;
		if (text.length < chunkSize) continue;
		if ((await write(text)) === false) return;
		text = '';
	}
	if (text !== '') await write(text);
}
