/** The queues of a listener, and the sockets of a host as `ss` lists them. */

import {pad, padLeft} from '../../export/cells.js';
import type {ListenerView, QueueView, SocketRow} from '../../view/socket-table.js';
import {styleOf} from '../colors.js';
import {free, full} from '../glyphs.js';
import {blank, join, joinFitting, type Line, lineCells, plain, type Span, styled} from '../line.js';
import {share} from './bars.js';
import type {RowPlace} from './number-lines.js';
import {firstFitting, mark, value} from './values.js';

type Queue = QueueView & {readonly name: string; readonly backlog: number};

const isFull = ({length, backlog}: Queue): boolean => length > backlog;

/** A cell a place; a long backlog in proportion. */
function placesSpans({length, backlog}: Queue, room: number): readonly Span[] {
	const size = Math.max(1, Math.min(backlog, room));
	const taken = Math.min(length, backlog);
	const filled = backlog <= room ? Math.min(taken, size) : (share([taken, backlog - taken], size)[0] ?? 0);
	return [plain(full.repeat(filled)), styled(free.repeat(size - filled), 'dim')];
}

function countSpan(queue: Queue, isNewest: boolean): Span {
	const text = `${queue.length}/${queue.backlog}`;
	const span = value(text, queue, isNewest);
	return isFull(queue) ? {text, style: {...styleOf('error'), ...span.style}} : span;
}

const fullWord = (queue: Queue, {words}: RowPlace): Line => (isFull(queue) ? [plain(' '), styled(words.full, 'error')] : blank);

const shortQueue = (queue: Queue, place: RowPlace): Line => [
	styled(queue.name, 'dim'),
	mark(queue.isChanged),
	countSpan(queue, place.isNewest),
	...fullWord(queue, place),
];

const longQueue = (queue: Queue, place: RowPlace): Line => [
	styled(queue.name, 'dim'),
	mark(queue.isChanged),
	...placesSpans(queue, 5),
	plain(' '),
	countSpan(queue, place.isNewest),
	...fullWord(queue, place),
];

/** `:80 syn*1/5  accept 0/5`, with a cell a place where there is room. */
export function queuesLine({port, backlog, syn, accept}: ListenerView, place: RowPlace): Line {
	const {queues} = place.words;
	const shortSyn = {...syn, backlog, name: queues.shortSyn};
	const shortAccept = {...accept, backlog, name: queues.shortAccept};
	const short = [[plain(`:${port} `), ...shortQueue(shortSyn, place)], shortQueue(shortAccept, place)];
	const long = [
		[plain(`:${port}  `), ...longQueue({...shortSyn, name: queues.syn}, place)],
		longQueue({...shortAccept, name: queues.accept}, place),
	];
	const versions = place.isWide ? [join(long, '  '), join(short, '  ')] : [join(short, '  ')];
	const barest = isFull(shortSyn) || isFull(shortAccept) ? fullVersions([shortSyn, shortAccept], short, place) : [];
	return firstFitting([...versions, ...barest, ...short.slice(0, 1)], place.width);
}

/** Whatever else goes for want of room, a queue that is full stays. */
function fullVersions(both: readonly [Queue, Queue], named: readonly Line[], place: RowPlace): readonly Line[] {
	const {barestSyn, barestAccept} = place.words.queues;
	const [syn, accept] = both;
	const bare = [
		{...syn, name: barestSyn},
		{...accept, name: barestAccept},
	].map(queue => shortQueue(queue, place));
	const onlyFull = both.filter(isFull).map(queue => shortQueue(queue, place));
	const port = named[0]?.slice(0, 1) ?? blank;
	return [join(named, ' '), [...port, ...join(bare, ' ')], join(bare, ' '), [...port, ...join(onlyFull, ' ')], ...onlyFull.toReversed()];
}

function queueRow(queue: Queue, place: RowPlace): Line {
	const count = countSpan(queue, place.isNewest);
	const word = fullWord(queue, place);
	const room = place.width - 9 - count.text.length - lineCells(word);
	const places = placesSpans(queue, Math.min(room, 16));
	const head: Line = [styled(pad(queue.name, 6), 'dim'), mark(queue.isChanged), ...places, plain(' '), count, ...word];
	const inside = queue.sockets.map(number => [plain(String(number))]);
	const rest = place.width - lineCells(head) - 2;
	return inside.length === 0 || rest < 2 ? head : [...head, plain('  '), ...joinFitting(inside, ' ', rest)];
}

/** A listener has no numbers: its queues stand in their place. */
export const listenerLines = ({backlog, syn, accept}: ListenerView, place: RowPlace): readonly Line[] => [
	[styled(place.words.backlog, 'dim'), plain(` ${backlog}`)],
	queueRow({...syn, backlog, name: place.words.queues.syn}, place),
	queueRow({...accept, backlog, name: place.words.queues.accept}, place),
];

type Column = {readonly title: string; readonly width: number; readonly isNumber: boolean; readonly text: (row: SocketRow) => string};

/** Narrow tables leave the local port out: the state says more. */
function columnsOf({isWide, words: {table}}: RowPlace): readonly Column[] {
	const local: Column = {title: table.local, width: 6, isNumber: false, text: ({localPort}) => `:${localPort}`};
	return [
		...(isWide ? [local] : []),
		{title: table.peer, width: 6, isNumber: false, text: ({peerPort}) => (peerPort === undefined ? '*' : `:${peerPort}`)},
		{title: table.state, width: 11, isNumber: false, text: ({state}) => state},
		{title: table.recvQ, width: 5, isNumber: true, text: ({recvQ}) => String(recvQ)},
		{title: table.sendQ, width: 5, isNumber: true, text: ({sendQ}) => String(sendQ)},
	];
}

const cellText = (text: string, {width, isNumber}: Column): string => (isNumber ? padLeft(text, width) : pad(text, width));

function tableLine(
	first: Line,
	texts: readonly string[],
	{columns, width}: {readonly columns: readonly Column[]; readonly width: number},
): Line {
	const fields = columns.map((column, index) => [plain(cellText(texts[index] ?? '', column))]);
	return joinFitting([first, ...fields], ' ', width);
}

type Table = {
	readonly sockets: readonly SocketRow[] /** Heading included. */;
	readonly rows: number /** The number that the pane shows. */;
	readonly shown: number | undefined;
};

/** Heading and rows, at the bottom of `rows`; nothing while there is no socket. */
export function socketLines({sockets, rows, shown}: Table, place: RowPlace): readonly Line[] {
	const columns = columnsOf(place);
	const form = {columns, width: place.width};
	const visible = visibleSockets(sockets, rows - 1, shown);
	if (visible.length === 0) return Array.from({length: rows}, () => blank);
	const heading = tableLine(
		[plain('  #')],
		columns.map(({title}) => title),
		form,
	).map(({text}) => styled(text, 'dim'));
	const lines = visible.map(row => {
		const isInverse = row.isChanged && place.isNewest;
		const line = tableLine(
			[mark(row.isChanged), plain(padLeft(String(row.number), 2))],
			columns.map(({text}) => text(row)),
			form,
		);
		return isInverse ? line.map((span, index) => (index === 0 ? span : value(span.text, row, true))) : line;
	});
	return [...Array.from({length: rows - 1 - lines.length}, () => blank), heading, ...lines];
}

/** The newest; among them always the one that the pane shows. */
function visibleSockets(sockets: readonly SocketRow[], most: number, shown: number | undefined): readonly SocketRow[] {
	const newest = sockets.slice(-Math.max(0, most));
	const own = sockets.find(({number}) => number === shown);
	return own === undefined || newest.includes(own) || most < 1 ? newest : [own, ...newest.slice(1)];
}
