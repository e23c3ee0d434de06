/** The whole screen of `drill --watch` as lines. */

import {type WatchKeyId, watchKeys} from '../../app/watch/watch-keymap.js';
import type {WatchFrame} from '../../app/watch/watch-type.js';
import {clip, pad} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import type {WatchMain} from '../../view/watch/watch-screen.js';
import {wall} from '../glyphs.js';
import {blank, fit, inRole, type Line, lineCells, plain, spread, styled} from '../line.js';
import {paneLines} from '../lines/pane-lines.js';
import {clock} from '../lines/times.js';
import {wholeSentences} from '../lines/whole-sentences.js';
import {exchangeLines} from './exchange-lines.js';
import {fieldLines} from './field-lines.js';
import {outcomeLines, scriptLines} from './script-lines.js';

/** Cut where it is narrow: profile, pace, name. */
function headerLine({header, layout}: WatchMain, {screen, watch}: Catalogue): Line {
	const {name, profile, at, total, now, result, isPlaying, boost} = header;
	const always = [watch.progress(at, total), `t ${clock(now)}`, watch.results[result]];
	const pace = isPlaying ? [`${watch.playing}${boost === 1 ? '' : ` x${boost}`}`] : [];
	const versions = [[...pace, ...always.slice(0, 2), profile, ...always.slice(2)], [...pace, ...always], always].map(parts => [
		plain(parts.join('  ')),
	]);
	for (const right of versions) {
		const line = spread([plain(` ${screen.name}  drill  ${name} `)], right, layout.columns);
		if (line) return line;
	}
	const bare = versions.at(-1) ?? [];
	return (
		spread(fit([plain(` ${name}`)], Math.max(1, layout.columns - lineCells(bare) - 2)), bare, layout.columns) ?? fit(bare, layout.columns)
	);
}

/** The endpoint's pane on its own side, the script on the other. */
function upperLines(screen: WatchMain, words: Catalogue): readonly Line[] {
	const {pane, host, layout, exchange} = screen;
	const title = inRole(fit([plain(words.watch.underTest(host))], layout.pane), 'inverse');
	const endpoint = [title, ...paneLines(pane, layout, words.screen).slice(1)];
	const script = fieldLines(screen, words);
	const lane = exchangeLines(exchange, words.watch, layout);
	const [left, right] = host === 'client' ? [endpoint, script] : [script, endpoint];
	const bar = styled(wall, 'dim');
	return lane.map((line, row) => [...(left[row] ?? blank), bar, ...line, bar, ...(right[row] ?? blank)]);
}

function keyText(id: WatchKeyId, {isPlaying}: WatchFrame, {watch, keys}: Catalogue): string {
	const [key = ''] = watchKeys.find(row => row.id === id)?.keys ?? [];
	return `${keys.keyName(key)} ${id === 'play' && isPlaying ? watch.pause : watch.key(id)}`;
}

/** Keys that lead somewhere, the least wanted left out where the row is narrow. */
function statusLine(frame: WatchFrame, words: Catalogue): Line {
	const cutOf = (id: WatchKeyId): number => watchKeys.find(row => row.id === id)?.cut ?? 0;
	let ids = frame.keys;
	const lineOf = (): Line => [plain(` ${ids.map(id => keyText(id, frame, words)).join('  ')}`)];
	while (lineCells(lineOf()) > frame.size.columns) {
		const most = Math.max(...ids.map(cutOf));
		if (most === 0) break;
		ids = ids.filter(id => cutOf(id) !== most);
	}
	return fit(lineOf(), frame.size.columns);
}

/** A message takes the place of the keys. */
export function watchBottom(frame: WatchFrame, keys: Line, {watch, keys: {keyName}}: Catalogue): Line {
	const {message, size} = frame;
	if (!message) return fit(keys, size.columns);
	const text = wholeSentences(`! ${keyName(message.key)}: ${watch.message(message)}`, size.columns);
	return inRole(fit([plain(text)], size.columns), 'inverse');
}

export function watchLines(frame: WatchFrame, screen: WatchMain, words: Catalogue): readonly Line[] {
	return [
		fit(headerLine(screen, words), screen.layout.columns),
		...upperLines(screen, words),
		...scriptLines(screen, words),
		...outcomeLines(screen, words),
		watchBottom(frame, statusLine(frame, words), words),
	];
}

const keyCells = 12;

/** Two in a row, where there are not rows enough. */
const inPairs = (texts: readonly string[], width: number): readonly string[] =>
	texts.flatMap((text, index) => (index % 2 === 0 ? [pad(clip(text, width - 1), width) + clip(texts[index + 1] ?? '', width)] : []));

/** All keys and the signs. */
export function watchHelp(frame: WatchFrame, words: Catalogue): readonly Line[] {
	const {columns, rows} = frame.size;
	const {watch, keys} = words;
	const names = ({keys: all, shown = 1}: (typeof watchKeys)[number]): string => all.slice(0, shown).map(keys.keyName).join(' ');
	const all = watchKeys.map(row => ` ${pad(names(row), keyCells)}${watch.key(row.id)}`);
	const table = all.length + watch.legend.length + 4 <= rows ? all : inPairs(all, Math.floor(columns / 2));
	const lines = [` ${watch.helpTitle}`, '', ...table, '', ...watch.legend.map(text => ` ${text}`)];
	const body = Array.from({length: rows - 1}, (_, row) => fit([plain(lines[row] ?? '')], columns));
	return [...body, fit([plain(watch.helpHints)], columns)];
}

/** The lower part, where the details of a packet lie. */
export const lowerRows = ({layout}: WatchMain): number => layout.rows - 1 - layout.paneRows;
