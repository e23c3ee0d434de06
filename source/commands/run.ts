/** `tcp-tui run`: plays a script without a screen and prints what happened. */
import {promises} from 'node:fs';
import process from 'node:process';
import {jsonLines} from '../export/json.js';
import {ladderLines} from '../export/ladder.js';
import type {Unsayable} from '../export/packetdrill/deeds.js';
import {packetdrillOf} from '../export/packetdrill/packetdrill.js';
import {exportEn} from '../locale/en/export.js';
import {packetdrillEn} from '../locale/en/packetdrill.js';
import {refusalsEn} from '../locale/en/refusals.js';
import {exportZh} from '../locale/zh/export.js';
import {packetdrillZh} from '../locale/zh/packetdrill.js';
import {refusalsZh} from '../locale/zh/refusals.js';
import {visible} from '../script/escape.js';
import {createPlayer, type Failure, type Player, play} from '../script/player.js';
import {titleOf} from '../script/script.js';
import {setupOf} from '../script/setup.js';
import type {LinkChange} from '../sim/action.js';
import {createHistory} from '../sim/index.js';
import {type Command, type Settings, UsageError} from './command.js';
import {codeOf, loadScript, type Source, scriptWords} from './script-source.js';
import {toStdout} from './stdout.js';

const formats = ['text', 'json', 'packetdrill', 'none'] as const;
type Format = (typeof formats)[number];

/** 0; 1 when a line of the script failed. */
export const run: Command = async (words, settings) => {
	const format = formatOf(settings);
	const [given, ...more] = words;
	if (given === undefined || more.length > 0) throw new UsageError([scriptWords(settings.lang).run.usage]);
	const source = await loadScript(given, settings.lang);
	// What may turn out to have no words must not empty a file first.
	const opened = format === 'packetdrill' ? undefined : await openOutput(settings);
	const player = playAll(source, settings);
	const lines = linesOf(format, player, {source, settings});
	const output = opened ?? (await openOutput(settings));
	await output.write(lines);
	await output.close();
	process.stderr.write(player.failures.map(failure => `tcp-tui: ${failureLine(source, failure, settings)}\n`).join(''));
	return player.failures.length > 0 ? 1 : 0;
};

function formatOf({format = 'text', host, lang}: Settings): Format {
	const found = formats.find(one => one === format);
	if (!found) throw new UsageError([scriptWords(lang).run.format(format, formats)]);
	if (found === 'packetdrill' && host === undefined) throw new UsageError([scriptWords(lang).run.host]);
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

type Asked = {readonly source: Source; readonly settings: Settings};

function linesOf(format: Format, {script, history, failures}: Player, {source, settings}: Asked): Iterable<string> {
	const {world} = history;
	const {lang, host = 'server'} = settings;
	const title = titleOf(script);
	switch (format) {
		case 'none':
			return [];
		case 'json':
			return jsonLines({world, title, lang, failed: failures.length});
		case 'packetdrill': {
			const words = lang === 'zh' ? packetdrillZh : packetdrillEn;
			const {lines, unsayable} = packetdrillOf(history, {host, title, words});
			if (unsayable) throw new UsageError([`${placeOf(source, unsayable)}: ${words.unsayable(unsayable, host)}`]);
			return lines;
		}
		case 'text':
			return ladderLines({world, title, lang, words: lang === 'zh' ? exportZh : exportEn});
	}
}

/** The line of the session that is to blame, where one is. */
function placeOf({name, script: {statements}}: Source, unsayable: Unsayable): string {
	const action = 'action' in unsayable ? unsayable.action : undefined;
	const statement = statements.find(one => one.kind === 'act' && one.action === action);
	return statement ? `${name}:${statement.line}:${statement.column}` : name;
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
	const file = await told(promises.open(output, 'w'));
	return {write: lines => told(writeAll(lines, text => file.appendFile(text))), close: () => told(file.close())};
}

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
