/** The lane of `drill --watch`: what came, or what was expected above what was sent; each row as wide as the lane. */

import {wrapCells} from '../../export/cells.js';
import type {WatchWords} from '../../locale/en/watch.js';
import {glyphOf} from '../../view/glyph.js';
import type {Layout} from '../../view/layout.js';
import type {Arrow, Exchange} from '../../view/watch/exchange.js';
import type {Role} from '../colors.js';
import {double, single} from '../glyphs.js';
import {blank, center, fit, joinFitting, type Line, plain, styled} from '../line.js';

/** From wall to wall; its head where it arrives. */
function track({from, word}: Arrow, {line, role, width}: {readonly line: string; readonly role: Role; readonly width: number}): Line {
	const glyph = glyphOf({word, source: undefined, fate: 'delivered', from}, width);
	const way = plain(line.repeat(Math.max(0, width - glyph.length)));
	return from === 'client' ? [way, styled(glyph, role)] : [styled(glyph, role), way];
}

const titled = (text: string, width: number): Line => center([plain(text)], width);

/** As many numbers as there is room for. */
const numbersLine = (numbers: readonly string[], width: number): Line =>
	center(
		joinFitting(
			numbers.map(text => [plain(text)]),
			' ',
			width,
		),
		width,
	);

type Sends = Exchange & {readonly kind: 'sends'};

function sendsLines({expected, numbers, actual, isSame}: Sends, words: WatchWords, width: number): readonly Line[] {
	const caption = actual ? words.sent(actual.first, actual.last) : words.nothingSent;
	const sent = actual ? track(actual, {line: single, role: isSame ? 'flying' : 'dead', width}) : blank;
	return [
		titled(words.expected, width),
		track(expected, {line: double, role: 'bold', width}),
		numbersLine(numbers, width),
		blank,
		isSame ? titled(caption, width) : center([styled(`${actual ? '*' : '! '}${caption}`, 'error')], width),
		sent,
	];
}

function linesOf(exchange: Exchange, words: WatchWords, width: number): readonly Line[] {
	switch (exchange.kind) {
		case 'begin':
			return words.begin.map(text => titled(text, width));
		case 'arrives':
			return [
				titled(words.arrives, width),
				track(exchange.arrow, {line: single, role: 'flying', width}),
				numbersLine(exchange.numbers, width),
			];
		case 'sends':
			return sendsLines(exchange, words, width);
		case 'words':
			return [titled(words.does[exchange.what], width), ...wrapCells(exchange.text, width).map(text => titled(text, width))];
	}
}

/** In the middle of the rows of the panes. */
export function exchangeLines(exchange: Exchange, words: WatchWords, {lane, paneRows}: Layout): readonly Line[] {
	const lines = linesOf(exchange, words, lane).slice(0, paneRows);
	const above = Math.floor((paneRows - lines.length) / 2);
	return Array.from({length: paneRows}, (_, row) => fit(lines[row - above] ?? blank, lane));
}
