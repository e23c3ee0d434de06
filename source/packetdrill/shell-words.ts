/**
 * The commands of a script are never given to a shell: their words are read here, as far as scripts use its grammar. Lines, `;` and
 * `&&` separate pipelines, `|` their stages; quotes, `\`, comments and `$((…))` are understood, `> /dev/null` and `2>&1` passed over.
 */
import {evaluateExpression, namesIn} from './code-evaluate.js';
import {CodeRefused, peekCode, startCode, takeCode} from './code-expression.js';
import {lexCode} from './code-lexer.js';

/** One stage or more, each of one word or more. */
export type Pipeline = {
	readonly stages: readonly (readonly string[])[];
	/** The file that its output would go to. */
	readonly output: string | undefined;
	/** As written. */
	readonly text: string;
	/** False: there is something in it that was not understood. */
	readonly isPlain: boolean;
};

type Reader = {
	readonly text: string;
	at: number;
	from: number;
	stages: string[][];
	/** Undefined between words; the empty word is one. */
	word: string | undefined;
	output: string | undefined;
	isPlain: boolean;
	readonly pipelines: Pipeline[];
};

type Rule = {readonly pattern: RegExp; readonly read: (reader: Reader, match: readonly string[]) => void};

export function readPipelines(text: string): readonly Pipeline[] {
	const reader: Reader = {text, at: 0, from: 0, stages: [[]], word: undefined, output: undefined, isPlain: true, pipelines: []};
	while (reader.at < text.length) readOne(reader);
	endPipeline(reader, []);
	return reader.pipelines;
}

const addToWord = (reader: Reader, [whole = '', inner = whole]: readonly string[]): void => {
	reader.word = (reader.word ?? '') + inner;
};

const notUnderstood = (reader: Reader, match: readonly string[]): void => {
	reader.isPlain = false;
	addToWord(reader, match);
};

/** The first that matches is taken. A line ended by `\` goes on. */
const rules: readonly Rule[] = [
	{pattern: /\\\r?\n|[ \t\r]+|(?<![^\s;|&])#.*/y, read: endWord},
	{pattern: /\n|;|&&/y, read: endPipeline},
	{pattern: /\|\|/y, read: notUnderstood},
	{pattern: /\|/y, read: endStage},
	{pattern: /\$\(\(((?:[^()]|\([^()]*\)){0,200})\)\)/y, read: addSum},
	{pattern: /\d?>&\d|&>[ \t]*\/dev\/null|\d?>{1,2}[ \t]*\/dev\/null/y, read: endWord},
	{pattern: />[ \t]*([^\s;|&<>"'`$()]+)/y, read: setOutput},
	{pattern: /"([^"\\$`]*)"|'([^']*)'/y, read: (reader, [, double, single = '']) => addToWord(reader, [double ?? single])},
	{pattern: /"/y, read: readMixed},
	{pattern: /\\([\s\S])/y, read: addToWord},
	{pattern: /\$\{?(?:PPID|\$)\}?/y, read: addToWord},
	{pattern: /[^\s;|&<>"'`$()\\#]+|#/y, read: addToWord},
	{pattern: /[\s\S]/uy, read: notUnderstood},
];

function readOne(reader: Reader): void {
	for (const {pattern, read} of rules) {
		pattern.lastIndex = reader.at;
		const match = pattern.exec(reader.text);
		if (!match) continue;
		reader.at += match[0].length;
		read(reader, match);
		return;
	}
}

function endWord(reader: Reader): void {
	if (reader.word !== undefined) reader.stages.at(-1)?.push(reader.word);
	reader.word = undefined;
}

function endStage(reader: Reader): void {
	endWord(reader);
	reader.stages.push([]);
}

/** Of an empty command nothing is left. */
function endPipeline(reader: Reader, [separator = '']: readonly string[]): void {
	endWord(reader);
	const {stages, output, from, at} = reader;
	const text = reader.text.slice(from, at - separator.length).trim();
	const isPlain = reader.isPlain && stages.every(words => words.length > 0);
	if (stages.length > 1 || stages[0]?.length !== 0 || !reader.isPlain) reader.pipelines.push({stages, output, text, isPlain});
	Object.assign(reader, {from: at, stages: [[]], output: undefined, isPlain: true});
}

function setOutput(reader: Reader, [, file]: readonly string[]): void {
	endWord(reader);
	reader.output = file;
}

/** Inside double quotes: sums are computed too. */
function readMixed(reader: Reader): void {
	const part = /[^"\\$`]+|\\[\s\S]|\$\(\((?:[^()]|\([^()]*\)){0,200}\)\)|[\s\S]/y;
	for (;;) {
		part.lastIndex = reader.at;
		const [found = ''] = part.exec(reader.text) ?? [];
		reader.at += found.length;
		if (found === '') reader.isPlain = false;
		if (found === '' || found === '"') break;
		addPart(reader, found);
	}
	addToWord(reader, ['']);
}

function addPart(reader: Reader, part: string): void {
	if (part === '$' || part === '`') notUnderstood(reader, [part]);
	else if (part.startsWith('$')) addSum(reader, [part, part.slice(3, -2)]);
	else addToWord(reader, [part.replace(/^\\/, '')]);
}

/** `$((32*1024*1024))`: the sums of a code block, without names. */
function addSum(reader: Reader, [whole = '', inner = '']: readonly string[]): void {
	const value = sumOf(inner);
	if (value === undefined) notUnderstood(reader, [whole]);
	else addToWord(reader, [String(value)]);
}

function sumOf(text: string): number | undefined {
	const cursor = startCode(lexCode(text, {line: 1, column: 1}));
	try {
		const expression = takeCode(cursor);
		if (cursor.at < cursor.tokens.length - 1 || peekCode(cursor).kind !== 'end' || namesIn(expression).length > 0) return undefined;
		return evaluateExpression(expression, () => Number.NaN);
	} catch (error) {
		if (error instanceof CodeRefused) return undefined;
		throw error;
	}
}
