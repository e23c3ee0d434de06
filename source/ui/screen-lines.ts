/** The whole main screen as lines: header, panes with the lane between them, ladder, why. The status bar is the last and comes from elsewhere. */

import type {Catalogue} from '../locale/index.js';
import {smallest} from '../view/layout.js';
import type {MainScreen, Screen} from '../view/screen.js';
import {wall} from './glyphs.js';
import {blank, fit, type Line, plain, styled} from './line.js';
import {headerLine} from './lines/header-line.js';
import {ladderLines} from './lines/ladder-lines.js';
import {laneLines} from './lines/lane-lines.js';
import {paneLines} from './lines/pane-lines.js';
import {whyLines} from './lines/why-lines.js';

/** Header and panes: what stays visible under a menu. */
export function upperLines({header, panes, lane, layout}: MainScreen, {screen: words}: Catalogue): readonly Line[] {
	const client = paneLines(panes.client, layout, words);
	const between = laneLines(lane, layout, words);
	const server = paneLines(panes.server, layout, words);
	const bar = styled(wall, 'dim');
	const body = between.map((line, row) => [...(client[row] ?? blank), bar, ...line, bar, ...(server[row] ?? blank)]);
	return [fit(headerLine(header, words, layout), layout.columns), ...body];
}

export const lowerLines = (screen: MainScreen, words: Catalogue): readonly Line[] => [
	...ladderLines(screen.ladder, screen.layout, words.screen),
	...whyLines(screen, words),
];

export function tooSmallLines({size}: Screen, {screen: words}: Catalogue): readonly Line[] {
	const texts = words.tooSmall(size.columns, size.rows, `${smallest.columns} x ${smallest.rows}`);
	return texts.slice(0, size.rows).map(text => fit([plain(text)], size.columns));
}
