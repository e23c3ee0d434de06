/** The ladder as text, 80 columns of ASCII beside the words: what `run` prints, for a handout or a bug report. */

import type {CallRecord} from '../host/socket.js';
import {posixOutcome} from '../packetdrill/call-notation.js';
import {escapeOctets, latin1, visible} from '../script/escape.js';
import {printLink} from '../script/link.js';
import {printAction} from '../script/print.js';
import {printDuration} from '../script/print-values.js';
import type {Action, Mark, Words} from '../sim/action.js';
import {noteCodeAt, packetAt, type Row, rowAt, rowCount, rowKindAt, type SegmentRecord, type Trace, type World} from '../sim/index.js';
import type {NoteCode} from '../tcp/notes.js';
import type {State} from '../tcp/state.js';
import {cells, pad, padLeft, wrapCells} from './cells.js';
import {inLanguage} from './json.js';
import {type LadderWords, type ToldNote, toldNotes} from './ladder-words.js';
import {type Flows, newFlows, segmentLabel} from './segment-label.js';
import {isEvent, isLonely, newStepCache, type StepCache, stateOnArrival, stateOnEvent, stateOnSending} from './step-rows.js';

type LadderRun = {
	readonly world: World;
	readonly title: Words | undefined;
	readonly lang: 'en' | 'zh';
	readonly words: LadderWords;
};

const width = 80;
/** The longest state. */
const stateCells = 11;

/** What stands above the two sides, and whether a packet needs no time to cross. */
type Ends = {readonly client: string; readonly server: string; readonly isInstant: boolean};

type Drawing = LadderRun & {
	readonly ends: Ends;
	readonly trace: Trace;
	readonly flows: Flows;
	readonly here: StepCache;
	readonly there: StepCache;
	/** Cells of a time, and of the lane between the two hosts. */
	readonly timeCells: number;
	readonly laneCells: number;
};

/** Without line ends. */
export function* ladderLines(run: LadderRun): Generator<string> {
	const {client, server} = run.words;
	const ends = {client: `${client} 10.0.0.1`, server: `${server} 10.0.0.2`, isInstant: false};
	const drawing = newDrawing({...run, ends}, newFlows(run.world.trace));
	yield* headLines(drawing);
	for (let index = 0; index < rowCount(drawing.trace); index++) yield* rowLines(drawing, index);
	yield* footLines(drawing);
}

type BodyRun = Omit<LadderRun, 'title'> & {readonly ends: Ends; readonly numbers: Flows['numbers']};

/** Only what happened, without what was turned; numbers as `numbers` tells them. */
export function* ladderBody({numbers, ...run}: BodyRun): Generator<string> {
	const drawing = newDrawing({...run, title: undefined}, {...newFlows(run.world.trace), numbers});
	yield hostsLine(drawing);
	for (let index = 0; index < rowCount(drawing.trace); index++)
		if (rowKindAt(drawing.trace, index) !== 'action') yield* rowLines(drawing, index);
}

function newDrawing(run: LadderRun & {readonly ends: Ends}, flows: Flows): Drawing {
	const {trace, now} = run.world;
	const timeCells = Math.max(8, time(now).length + 1);
	const laneCells = width - 2 * (stateCells + timeCells + 1) - 2;
	return {...run, trace, flows, here: newStepCache(), there: newStepCache(), timeCells, laneCells};
}

const time = (us: number): string => (us / 1_000_000).toFixed(3);

function* headLines(drawing: Drawing): Generator<string> {
	const {title, lang, words, world} = drawing;
	const {profile, seed, link} = world.setup;
	const profiles = profile.client === profile.server ? profile.client : `${profile.client}/${profile.server}`;
	const isOne = JSON.stringify(link.client) === JSON.stringify(link.server);
	const linkWords = isOne
		? printLink(shortLink(link.client))
		: `${printLink(shortLink(link.client))} / ${printLink(shortLink(link.server))}`;
	yield title ? visible(inLanguage(title, lang)) : words.untitled;
	yield words.setup(profiles, seed, linkWords);
	yield '';
	yield hostsLine(drawing);
}

function hostsLine({ends: {client, server}, timeCells, laneCells}: Drawing): string {
	return `${pad(client, stateCells + timeCells + 1 + 1 + laneCells)} ${server}`;
}

/** Of what does nothing only the delay. */
function shortLink({delay, ...others}: World['setup']['link']['client']): object {
	const {queue, ...rest} = others;
	const set = Object.entries(rest).filter(([, value]) => value !== 0);
	return {delay, ...Object.fromEntries(set), ...('rate' in Object.fromEntries(set) ? {queue} : {})};
}

function* footLines({trace, words, world}: Drawing): Generator<string> {
	const {length, fate} = trace.packets;
	let whole = 0;
	for (let at = 0; at < length; at++) if ((fate[at] ?? 0) <= 1) whole++;
	yield '';
	yield words.summary(length, length - whole, printDuration(world.now));
}

function rowLines(drawing: Drawing, index: number): readonly string[] {
	const kind = rowKindAt(drawing.trace, index);
	if (kind === 'queue' || kind === 'fate') return [];
	if (kind === 'note' && !isTold(noteCodeAt(drawing.trace, index))) return [];
	const row = rowAt(drawing.trace, index);
	if (row.kind === 'note')
		return [eventLine(drawing, row, {text: isTold(row.code) ? drawing.words.notes[row.code] : '', state: undefined})];
	if (row.kind === 'segment') return [segmentLine(drawing, packetAt(drawing.trace, row.n))];
	if (row.kind === 'mark') return markLines(drawing, row.mark);
	if (row.kind === 'action') return actionLines(row.action);
	if (isEvent(row))
		return [eventLine(drawing, row, {text: eventText(row, drawing.words), state: stateOnEvent(drawing.trace, row, drawing.here)})];
	if (row.kind === 'state' && isLonely(drawing.trace, row, drawing.here)) return [eventLine(drawing, row, {text: row.why, state: row.to})];
	return [];
}

const isTold = (code: NoteCode): code is ToldNote => toldNotes.some(one => one === code);

type Edge = {readonly at?: number | undefined; readonly state?: State | undefined};
type Edges = {readonly left: Edge; readonly lane: string; readonly right: Edge};

function joined({timeCells, laneCells}: Drawing, {left, lane, right}: Edges): string {
	const leftText = `${(left.state ?? '').padEnd(stateCells)}${edgeTime(left).padStart(timeCells)} `;
	const rightText = `${edgeTime(right).padStart(timeCells)} ${right.state ?? ''}`;
	return `${leftText}|${pad(lane, laneCells)}|${rightText}`.trimEnd();
}

const edgeTime = ({at}: Edge): string => (at === undefined ? '' : time(at));

function segmentLine(drawing: Drawing, record: SegmentRecord): string {
	const {trace} = drawing;
	const sender = {at: record.sentAt, state: stateOnSending(trace, record, drawing.here)};
	const hasArrived = isThere(drawing, record) || record.fate === 'corrupted' || record.fate === 'unreachable';
	const at = record.fate === 'in-flight' ? record.sentAt : record.settledAt;
	const receiver = hasArrived ? {at, state: stateOnArrival(trace, record, drawing.there)} : {};
	const lane = arrow(drawing, record);
	return record.from === 'client'
		? joined(drawing, {left: sender, lane, right: receiver})
		: joined(drawing, {left: receiver, lane, right: sender});
}

const isThere = ({ends}: Drawing, {fate}: SegmentRecord): boolean => fate === 'delivered' || (ends.isInstant && fate === 'in-flight');

/** Of the line before the arrowhead. */
const shortestLine = 2;

/** `- #1 SYN seq=1000 ------>`, or the same towards the client; `--x lost` for what dies, `--...` for what is still under way. */
function arrow(drawing: Drawing, record: SegmentRecord): string {
	const {flows, words, laneCells} = drawing;
	const isWhole = isThere(drawing, record);
	const isDead = record.fate !== 'delivered' && record.fate !== 'in-flight';
	const fate = isDead ? words.fates[record.fate] : '';
	const endCells = isDead ? cells(fate) + 2 : isWhole ? 1 : 3;
	const room = laneCells - 3 - endCells;
	const label = segmentLabel(record, {flows, words, most: room - shortestLine});
	const line = '-'.repeat(isDead ? shortestLine : Math.max(shortestLine, room - cells(label)));
	if (record.from === 'client') return `- ${label} ${line}${isDead ? `x ${fate}` : isWhole ? '>' : '...'}`;
	return padLeft(`${isDead ? `${fate} x` : isWhole ? '<' : '...'}${line} ${label} -`, laneCells);
}

/** What was done to hosts and wire; calls have rows of their own when they complete, and a refused deed its failed line. */
function actionLines(action: Action): readonly string[] {
	switch (action.do) {
		case 'knob':
		case 'tune':
		case 'profile':
		case 'link':
		case 'arm':
		case 'disarm':
		case 'packet':
		case 'inject-rst':
		case 'inject':
		case 'flood':
			return indented('= ', visible(printAction(action)));
		case 'listen':
		case 'connect':
		case 'accept':
		case 'recv':
		case 'send':
		case 'shutdown':
		case 'close':
		case 'abort':
		case 'posix':
		case 'tcpdrop':
		case 'crash':
		case 'restart':
		case 'arrive':
		case 'icmp':
		case 'mark':
			return [];
	}
}

type Event = {readonly text: string; readonly state: State | undefined};

/** At the side of its host. */
function eventLine(drawing: Drawing, {t, host}: Row, {text, state}: Event): string {
	const {laneCells} = drawing;
	const edge = {at: t, state};
	const short = cells(text) > laneCells - 2 ? `${text.slice(0, laneCells - 5)}...` : text;
	return host === 'server'
		? joined(drawing, {left: {}, lane: padLeft(`${short} `, laneCells), right: edge})
		: joined(drawing, {left: edge, lane: ` ${short}`, right: {}});
}

function eventText(row: Row, words: LadderWords): string {
	if (row.kind === 'call') return callText(row.call, words);
	if (row.kind === 'host') return words[row.event];
	return row.kind === 'timer' ? words.timers[row.timer] : '';
}

/** `recv() = 5 "hello"`, `connect(:80) ECONNREFUSED` */
function callText(record: CallRecord, words: LadderWords): string {
	const {call, argument, result, error, data} = record;
	if (record.posix) return posixOutcome(record.posix, record);
	const head = `${call}(${argument === undefined ? '' : call === 'listen' || call === 'connect' ? `:${argument}` : argument})`;
	if (error) return `${head} ${error}`;
	if (call === 'recv')
		return `${head} = ${result}${result === 0 ? `, ${words.eof}` : ` "${escapeOctets(latin1(data ?? new Uint8Array()))}"`}`;
	return call === 'listen' || call === 'abort' ? head : `${head} = ${result}`;
}

function markLines({words, lang}: Drawing, mark: Mark): readonly string[] {
	if (mark.kind !== 'expect') {
		const text = visible(inLanguage(mark.text, lang));
		return mark.kind === 'cue' ? [`-- ${text} --`] : indented('> ', text);
	}
	const {ok, line, text, found} = mark;
	if (ok && text.startsWith('run until ')) return [];
	const head = `${ok ? words.ok : words.failed} ${line}: `;
	return indented(head, `${visible(text)}${ok ? '' : `; ${words.found} ${visible(found ?? '')}`}`);
}

const indented = (head: string, text: string): readonly string[] =>
	(text.trim() === '' ? [''] : wrapCells(text, width - cells(head))).map(
		(line, index) => `${index === 0 ? head : ' '.repeat(cells(head))}${line}`,
	);
