/** The ladder, without any box glyph: client's time and state at the left, the segment between two bars, the server's at the right. */

import {cells, padLeft} from '../../export/cells.js';
import type {ScreenWords} from '../../locale/en/screen.js';
import type {Reason} from '../../tcp/state.js';
import type {Edge, LadderRow, LadderView, SegmentRow} from '../../view/ladder.js';
import type {Layout} from '../../view/layout.js';
import {isDead} from '../../view/packet-view.js';
import {alignRight, blank, fit, inRole, type Line, lineCells, plain, styled} from '../line.js';
import {wholeCallText} from './call-lines.js';
import {headingLine} from './heading-line.js';
import {ecnFlags, ecnMark, withNumbers} from './segment-fields.js';
import {timerNames} from './timer-lines.js';
import {moment, total} from './times.js';

type Place = {readonly words: ScreenWords; readonly isWide: boolean; readonly hasStates: boolean; readonly middle: number};

const stateCells = 11;
const timeCells = 8;

function placeOf({columns, isWide}: Layout, words: ScreenWords): Place {
	const hasStates = columns >= 76;
	const left = (hasStates ? stateCells : 0) + timeCells + 1;
	const right = timeCells + (hasStates ? stateCells + 1 : 0);
	return {words, isWide, hasStates, middle: columns - left - right - 2};
}

const timeText = ({t}: Edge): string => (t === undefined ? '' : moment(t));

/** The new state, or in lower case what became of what changed none. */
function stateSpans({state, outcome}: Edge, words: ScreenWords): Line {
	if (state !== undefined) return fit([styled(state, 'bold')], stateCells);
	return fit(outcome === undefined ? blank : [plain(words.outcomes[outcome])], stateCells);
}

const leftEdge = (edge: Edge, {hasStates, words}: Place): Line => [
	...(hasStates ? stateSpans(edge, words) : []),
	plain(`${padLeft(timeText(edge), timeCells)} `),
];

const rightEdge = (edge: Edge, {hasStates, words}: Place): Line => [
	plain(padLeft(timeText(edge), timeCells)),
	...(hasStates ? [plain(' '), ...stateSpans(edge, words)] : []),
];

function labelOf({packet}: SegmentRow, {words, isWide}: Place, width: number): Line {
	const {n, word, source} = packet;
	const head = [plain(`#${n} ${word}${source === undefined ? '' : ` ${words.sources[source]}`}`)];
	return withNumbers([head, ...ecnFlags(packet), ...ecnMark(packet)], packet, {width, hasWindow: isWide});
}

/** What follows the fields on the way to the other host: a line and its end. */
type Tail = {readonly least: number; readonly draw: (room: number, dash: string) => Line};

function tailOf(row: SegmentRow, {words, isWide, hasStates}: Place): Tail {
	const {packet, endedAt} = row;
	const isClients = packet.from === 'client';
	if (packet.fate === 'in-flight') return lineTail('...', isClients);
	const {outcome} = isClients ? row.server : row.client;
	const told = hasStates || outcome === undefined ? '' : words.outcomes[outcome];
	if (!isDead(packet.fate)) return lineTail((isClients ? `> ${told}` : `${told} <`).trim(), isClients);
	const at = isWide && endedAt !== undefined ? ` ${words.at(moment(endedAt))}` : '';
	const ending = styled(`${words.endings[packet.fate]}${at}`, 'error');
	const line: Line = isClients ? [plain('--x '), ending] : [ending, plain(' x--')];
	return {least: lineCells(line), draw: (room, dash) => drawDead(line, room, {dash, isClients})};
}

function lineTail(end: string, isClients: boolean): Tail {
	return {
		least: cells(end) + 1,
		draw: (room, dash) => {
			const line = dash.repeat(Math.max(0, room - cells(end)));
			return [plain(isClients ? line + end : end + line)];
		},
	};
}

function drawDead(line: Line, room: number, {dash, isClients}: {readonly dash: string; readonly isClients: boolean}): Line {
	const drawn = line.map(({text, style}) => ({text: style === undefined ? text.replaceAll('-', dash) : text, style}));
	return isClients ? fit(drawn, room) : alignRight(drawn, room);
}

/** The line of the chosen packet is double. */
function segmentMiddle(row: SegmentRow, place: Place): Line {
	const tail = tailOf(row, place);
	const label = labelOf(row, place, place.middle - 3 - tail.least);
	const dash = row.isChosen ? '=' : '-';
	const room = place.middle - 3 - lineCells(label);
	const body =
		row.packet.from === 'client'
			? [plain(`${dash} `), ...label, plain(' '), ...tail.draw(room, dash)]
			: [...tail.draw(room, dash), plain(' '), ...label, plain(` ${dash}`)];
	return fit(body, place.middle);
}

function ownText(row: Exclude<LadderRow, SegmentRow>, {words}: Place): string {
	switch (row.kind) {
		case 'call':
			return wholeCallText(row.call);
		case 'change':
			return changeText(row.why, words);
		case 'host':
			return words[row.event];
		case 'timer':
			return timerText(row, words);
	}
}

/** Calls that an application made by itself leave no call row: their state tells. */
function changeText(why: Reason, {changes}: ScreenWords): string {
	switch (why) {
		case 'listen':
		case 'connect':
		case 'close':
		case 'shutdown':
		case 'abort':
			return `${why}()`;
		case 'timed-out':
		case '2msl-over':
		case 'fin-wait-2-over':
		case 'unread-data':
		case 'data-after-close':
		case 'icmp-arrived':
		case 'listener-closed':
		case 'crash':
			return changes[why];
		case 'syn-arrived':
		case 'syn-ack-arrived':
		case 'ack-arrived':
		case 'fin-arrived':
		case 'fin-acked':
		case 'fin-and-ack-arrived':
		case 'rst-arrived':
		case 'syn-in-window':
		case 'cookie-arrived':
			return '';
	}
}

function timerText({timer, waited, ended}: LadderRow & {kind: 'timer'}, {timers}: ScreenWords): string {
	const name = timerNames[timer];
	const time = waited === undefined ? '' : `, ${total(waited, true)}`;
	switch (ended) {
		case 'gave-up':
			return `${name}${time}: ${timers.givesUp}`;
		case 'over':
			return `${name}${time}: ${timers.over}`;
		case 'sent':
			return `${name}${time}: ${timer === 'rto' ? timers.noAnswer : timers.probe}`;
	}
}

function rowLine(row: LadderRow, place: Place): Line {
	const bar = styled('|', 'dim');
	if (row.kind === 'segment') {
		const line = [...leftEdge(row.client, place), bar, ...segmentMiddle(row, place), bar, ...rightEdge(row.server, place)];
		return row.isChosen ? inRole(line, 'inverse') : line;
	}
	const text: Line = [plain(` ${ownText(row, place)} `)];
	const here: Edge = {t: row.t, state: row.state};
	const nobody: Edge = {t: undefined, state: undefined};
	const isClients = row.host === 'client';
	const middle = isClients ? fit(text, place.middle) : alignRight(text, place.middle);
	return [...leftEdge(isClients ? here : nobody, place), bar, ...middle, bar, ...rightEdge(isClients ? nobody : here, place)];
}

export function ladderLines({rows, part}: LadderView, layout: Layout, words: ScreenWords): readonly Line[] {
	const place = placeOf(layout, words);
	const counter = part === undefined ? '' : words.part(part.first, part.last, part.total);
	const body = rows.length === 0 ? [blank, [plain(`   ${words.emptyLadder}`)]] : rows.map(row => rowLine(row, place));
	const lines = [headingLine(words.ladder, counter, layout.columns), ...body];
	return Array.from({length: layout.ladderRows}, (_, index) => fit(lines[index] ?? blank, layout.columns));
}
