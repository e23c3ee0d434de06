/** Where a script comes from: a built-in name, a file, or what comes in. */
import {promises} from 'node:fs';
import process from 'node:process';
import {type ScriptWords, scriptEn} from '../locale/en/script.js';
import {scriptZh} from '../locale/zh/script.js';
import {findScenario} from '../scenarios/index.js';
import {visible} from '../script/escape.js';
import type {Mistake} from '../script/mistake.js';
import {parseScript} from '../script/parser.js';
import type {Script} from '../script/script.js';
import {type Settings, UsageError} from './command.js';

export type Source = {
	/** As given; fit for a terminal. */
	readonly name: string;
	readonly script: Script;
	readonly isBuiltIn: boolean;
};

export const scriptWords = (lang: Settings['lang']): ScriptWords => (lang === 'zh' ? scriptZh : scriptEn);

const maxOctets = 1_048_576;

/**
 * A built-in name comes before a file of that name (`./NAME` means the file); `-` is what comes in. Throws a UsageError that
 * lists what is wrong: with the file as a whole, or each mistake in it.
 */
export async function loadScript(given: string, lang: Settings['lang']): Promise<Source> {
	const words = scriptWords(lang);
	const builtIn = findScenario(given);
	const name = visible(given);
	const text = builtIn ? builtIn.text : textIn(await readOctets(given, name, words.file), name, words.file);
	const {script, mistakes} = parseScript(text);
	if (script) return {name, script, isBuiltIn: builtIn !== undefined};
	throw new UsageError(mistakes.map(mistake => mistakeLine(name, mistake, words)));
}

const mistakeLine = (name: string, mistake: Mistake, words: ScriptWords): string =>
	`${name}:${mistake.line}:${mistake.column}: ${words.mistake(mistake)}`;

const wrongFile = (name: string, what: string): UsageError => new UsageError([`${name}: ${what}`]);

/** What can be wrong with a file as a whole. */
type FileWords = Pick<ScriptWords['file'], 'missing' | 'folder' | 'tooBig' | 'nul' | 'unreadable'>;

/** Of a text, in a file or coming in. Throws a UsageError. */
export async function readOctets(given: string, name: string, words: FileWords): Promise<Buffer> {
	const octets = await allOctets(given, name, words);
	if (octets.length > maxOctets) throw wrongFile(name, words.tooBig);
	if (octets.includes(0)) throw wrongFile(name, words.nul);
	return octets;
}

async function allOctets(given: string, name: string, words: FileWords): Promise<Buffer> {
	try {
		if (given === '-') return await readSome(process.stdin);
		const file = await promises.open(given);
		try {
			return await readFile(file);
		} finally {
			await file.close();
		}
	} catch (error) {
		throw wrongFile(name, fileWords(codeOf(error), words));
	}
}

export const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

function fileWords(code: string, {missing, folder, unreadable}: FileWords): string {
	if (code === 'ENOENT' || code === 'ENOTDIR') return missing;
	return code === 'EISDIR' ? folder : unreadable(code);
}

const readFile = async (file: promises.FileHandle): Promise<Buffer> => readSome(file.createReadStream({autoClose: false}));

/** One octet more than allowed tells that there are too many. */
async function readSome(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > maxOctets) break;
	}
	return Buffer.concat(chunks);
}

function textIn(octets: Buffer, name: string, file: ScriptWords['file']): string {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(octets);
	} catch {
		throw wrongFile(name, file.notUtf8);
	}
}
