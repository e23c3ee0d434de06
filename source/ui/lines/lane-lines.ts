/** The wire between the panes, row by row, each exactly as wide as the lane. */

import {clip, pad} from '../../export/cells.js';
import type {ScreenWords} from '../../locale/en/screen.js';
import type {ArmedView, CrowdView, LanePacket, LaneView} from '../../view/lane.js';
import type {Layout} from '../../view/layout.js';
import {isDead, type PacketView} from '../../view/packet-view.js';
import type {WaitingView} from '../../view/waiting.js';
import type {Role} from '../colors.js';
import {double, single} from '../glyphs.js';
import {alignRight, blank, center, fit, joinFitting, type Line, lineCells, plain, spread, styled} from '../line.js';
import {ecnFlags, withNumbers} from './segment-fields.js';
import {timerNames} from './timer-lines.js';
import {left} from './times.js';

function packetRole({fate, source}: Pick<PacketView, 'fate' | 'source'>): Role {
	return isDead(fate) ? 'dead' : (source ?? 'flying');
}

/** `#n`, fate, origin, then the numbers: as many as fit. */
function captionLine(packet: LanePacket, words: ScreenWords, width: number): Line {
	const {n, fate, source} = packet;
	const head = [
		[plain(`#${n}`)],
		...(isDead(fate) ? [[styled(words.endings[fate], 'error')]] : []),
		...(source === undefined ? [] : [[plain(words.sources[source])]]),
		...ecnFlags(packet),
	];
	const line = withNumbers(head, packet, {width, hasWindow: true});
	return packet.from === 'client' ? fit(line, width) : alignRight(line, width);
}

/** Nothing leads to a forged one: nobody of the two has sent it. Without a caption its number stands where the line begins. */
function trackLine(packet: LanePacket, width: number): Line {
	const glyph = clip(packet.glyph, width);
	const at = Math.min(packet.at, width - glyph.length);
	const number = packet.hasCaption || at < `#${packet.n} `.length + 1 ? '' : `#${packet.n}`;
	const dash = packet.source === 'forged' ? ' ' : packet.isMarked ? double : single;
	const line = dash.repeat(number === '' ? at : at - number.length - 1);
	const body = styled(glyph, packetRole(packet), packet.isMarked ? 'bold' : undefined);
	const gap = number === '' ? '' : ' ';
	return packet.from === 'client' ? fit([plain(number + gap + line), body], width) : alignRight([body, plain(line + gap + number)], width);
}

function crowdLine({marks}: CrowdView, width: number): Line {
	const cells = Array.from({length: width}, () => ' ');
	for (const {cell, mark} of marks) cells[cell] = mark;
	return [plain(cells.join(''))];
}

function titleLine({inFlight, dead}: LaneView, words: ScreenWords, {lane, isWide}: Layout): Line {
	const first = inFlight === 0 ? words.lane.nothing : words.lane.inFlight(inFlight);
	const more = isWide ? dead.map(({fate, count}) => words.lane.dead(count, fate)) : [];
	const fields = [first, ...more].map(text => [plain(text)]);
	return center(joinFitting(fields, ', ', lane), lane);
}

/** A block of rows in the middle, all beginning in the same cell. */
const block = (texts: readonly string[], width: number): readonly Line[] => {
	const widest = texts.reduce((most, text) => Math.max(most, lineCells([plain(text)])), 0);
	return texts.map(text => center([plain(pad(text, widest))], width));
};

function waitingTexts(waiting: WaitingView, words: ScreenWords): readonly string[] {
	const {lane} = words;
	switch (waiting.kind) {
		case 'first':
			return [];
		case 'timer':
			return [lane.owned(timerNames[waiting.timer], waiting.host), lane.left(left(waiting.left, true))];
		case 'call':
			return [lane.owned(`${waiting.call}()`, waiting.host)];
		case 'programs':
			return lane.programs;
		case 'connect':
			return [lane.owned('connect()', waiting.host)];
		case 'script':
			return [lane.script];
		case 'key':
			return [lane.key];
	}
}

function waitingLines(waiting: WaitingView, words: ScreenWords, {lane}: Layout): readonly Line[] {
	if (waiting.kind !== 'first') return [words.lane.waitingFor, ...waitingTexts(waiting, words)].map(text => center([plain(text)], lane));
	const keys = words.lane.first.map(([key = '', text = '']) => (key === '' ? '' : `${pad(key, 5)}${text}`));
	return block(keys, lane);
}

function armedText({filter, mischief}: ArmedView, {lane}: ScreenWords): string {
	return `${lane.mischief[mischief.kind]} ${lane.next} ${filter === 'any' ? lane.any : filter}`;
}

/** One host's one-shots: the first in words, the rest counted. */
function armedFor(armed: readonly ArmedView[], words: ScreenWords): readonly string[] {
	const [first] = armed;
	if (first === undefined) return [''];
	const more = armed.length > 1 ? ` +${armed.length - 1}` : '';
	const text = armedText(first, words);
	return [`${words.lane.armed}: ${text}${more}`, `${text}${more}`, text];
}

function armedLine(armed: readonly ArmedView[], words: ScreenWords, width: number): Line {
	const clients = armedFor(
		armed.filter(({host}) => host === 'client'),
		words,
	);
	const servers = armedFor(
		armed.filter(({host}) => host === 'server'),
		words,
	);
	for (let at = 0; at < 3; at++) {
		const client = clients[Math.min(at, clients.length - 1)] ?? '';
		const server = servers[Math.min(at, servers.length - 1)] ?? '';
		const line = spread([plain(client)], [plain(server)], width);
		if (line !== undefined && lineCells(line) <= width) return line;
	}
	return [plain(`${armed.length} ${words.lane.armed}`)];
}

export function laneLines(view: LaneView, layout: Layout, words: ScreenWords): readonly Line[] {
	const {lane: width, paneRows} = layout;
	const rows: Line[] = Array.from({length: paneRows}, () => blank);
	rows[0] = titleLine(view, words, layout);
	for (const packet of view.packets) {
		if (packet.hasCaption) rows[packet.row - 1] = captionLine(packet, words, width);
		rows[packet.row] = trackLine(packet, width);
	}
	if (view.crowd !== undefined) rows[view.crowd.row] = crowdLine(view.crowd, width);
	const waiting = view.waiting === undefined ? [] : waitingLines(view.waiting, words, layout);
	for (const [index, line] of waiting.entries()) rows[Math.floor((paneRows - waiting.length) / 2) + index] = line;
	if (view.armed.length > 0) rows[paneRows - 1] = armedLine(view.armed, words, width);
	return rows.slice(0, paneRows).map(line => fit(line, width));
}
