/** A script that failed, as text: its line, what was expected, what was sent, field by field, and the ladder up to there. */

import type {Drill} from '../packetdrill/run/drill.js';
import {scriptNumbers} from '../packetdrill/run/script-numbers.js';
import type {FieldCheck} from '../packetdrill/run/verdict.js';
import {visible} from '../script/escape.js';
import {cells, pad, wrapCells} from './cells.js';
import type {DrillWords} from './drill-words.js';
import {ladderBody} from './ladder.js';
import type {LadderWords} from './ladder-words.js';

type Report = {
	readonly drill: Drill;
	/** The script's text. */
	readonly text: string;
	/** Why the endpoint sent what was not expected, in sentences. */
	readonly because: readonly string[];
	readonly lang: 'en' | 'zh';
	readonly words: DrillWords;
	readonly ladderWords: LadderWords;
};

const indent = '    ';

/** Without line ends; nothing for a script that passed. */
export function* reportLines(report: Report): Generator<string> {
	const {drill, words, text} = report;
	const {culprit, hint} = drill;
	if (culprit?.verdict.kind !== 'failed') return;
	const {failure, fields = [], packets = []} = culprit.verdict;
	for (const line of sourceLines(text, culprit.place.line)) yield `${indent}${line}`;
	const told = words.failure(failure);
	const rows = [
		[words.expected, visible(told.expected)],
		[words.actual, visible(told.actual) + packetNumbers(packets)],
		[words.perhaps, hint ? words.hint(hint) : ''],
		[words.because, report.because[0] ?? ''],
	].filter(([, value]) => value !== '');
	const width = Math.max(0, ...rows.map(([name = '']) => cells(name)));
	for (const [name = '', value = ''] of rows.filter(([name]) => name !== words.because)) yield `${indent}${pad(name, width)}  ${value}`;
	yield* sentenceLines(report, width);
	if (fields.length > 0) yield* tableLines(fields, words);
	yield* ladderLines(report);
}

const columns = 80;

/** A line of its own each; broken where the line ends. */
function sentenceLines({because, words}: Report, width: number): readonly string[] {
	const head = `${indent}${pad(words.because, width)}  `;
	const lines = because.flatMap(sentence => wrapCells(sentence, columns - cells(head)));
	return lines.map((line, row) => (row === 0 ? head : ' '.repeat(cells(head))) + line);
}

/** As the ladder has them. */
function packetNumbers(packets: readonly number[]): string {
	const [first, last] = [packets[0], packets.at(-1)];
	if (first === undefined) return '';
	return first === last ? `  #${first}` : `  #${first}...#${last}`;
}

const mostSource = 4;

/** The event as it is written; a code block or a call may go on for some lines. */
function sourceLines(text: string, line: number): readonly string[] {
	const lines = text.split(/\r?\n/);
	const first = lines[line - 1] ?? '';
	const isOpen = /%\{(?!.*\}%)|\([^)]*$/.test(first);
	const end = isOpen ? lines.findIndex((one, at) => at >= line && /\}%|\)/.test(one)) + 1 : line;
	return lines
		.slice(line - 1, Math.min(Math.max(end, line), line - 1 + mostSource))
		.map(one => visible(one.replaceAll('\t', '  ').trimEnd()));
}

type Row = {readonly name: string; readonly expected: string; readonly actual: string; readonly mark: string};

/** Two columns of so many cells fit beside a field's name. */
const mostCells = 30;

/** `*` stands before what differs. What is too long for its column has lines of its own. */
function* tableLines(fields: readonly FieldCheck[], words: DrillWords): Generator<string> {
	const rows = fields.map(field => tableRow(field, words));
	const heads = {name: words.field, expected: words.expected, actual: words.actual, mark: ' '};
	const short = [heads, ...rows.filter(row => !isLong(row))];
	const widthOf = (column: keyof Row, among: readonly Row[]): number => Math.max(...among.map(row => cells(row[column])));
	const [names, first] = [widthOf('name', [heads, ...rows]), widthOf('expected', short)];
	yield '';
	for (const row of [heads, ...rows]) {
		const {mark, name, expected, actual} = row;
		const start = `${indent}${mark} ${pad(name, names)}`;
		if (isLong(row)) yield* [start, ...longLines(row, words)].map(line => line.trimEnd());
		else yield `${start}  ${pad(expected, first)}  ${actual}`.trimEnd();
	}
}

function tableRow({field, expected, actual, tolerated, isSame}: FieldCheck, words: DrillWords): Row {
	const alsoRight = tolerated === undefined ? '' : ` (${tolerated})`;
	return {
		name: words.fields[field],
		expected: (visible(expected) || nothing) + alsoRight,
		actual: visible(actual) || nothing,
		mark: isSame ? ' ' : '*',
	};
}

/** An errno that was not set. */
const nothing = '-';

const isLong = ({expected, actual}: Row): boolean => cells(expected) > mostCells || cells(actual) > mostCells;

function longLines({expected, actual}: Row, words: DrillWords): readonly string[] {
	const width = Math.max(cells(words.expected), cells(words.actual));
	return [`${indent}    ${pad(words.expected, width)}  ${expected}`, `${indent}    ${pad(words.actual, width)}  ${actual}`];
}

const mostRows = 40;

/** The end of it, if it is long. */
function* ladderLines({drill, lang, words, ladderWords}: Report): Generator<string> {
	const {history, host, run} = drill;
	const {world} = history;
	const numbers = (record: Parameters<typeof scriptNumbers>[1]) => scriptNumbers(run, record);
	const endpoint = words.endpoint(world.hosts[host].profile.name);
	const ends = {
		...(host === 'client' ? {client: endpoint, server: words.script} : {client: words.script, server: endpoint}),
		isInstant: true,
	};
	const [head = '', ...rows] = ladderBody({world, lang, words: ladderWords, numbers, ends});
	yield '';
	yield head;
	if (rows.length > mostRows) yield '...';
	yield* rows.slice(-mostRows);
	yield '';
}
