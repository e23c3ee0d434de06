/** The state diagram below the header: the drawing where there is room for it, else the table alone; more words on a larger screen. */

import type {Frame} from '../../app/store-type.js';
import {cells} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import type {DiagramView} from '../../view/diagram.js';
import {blank, fit, type Line, plain} from '../line.js';
import {art} from './diagram-art.js';
import {diagramLines} from './diagram-marks.js';
import {longTexts, shortTexts, tableLines, textLine, wayText} from './diagram-words.js';
import {lastLine} from './last-line.js';

/** The drawing needs this much; the table beside it begins at the cell named. */
const drawnSize = {columns: 80, rows: 24};
const tableAt = 82;
const wideColumns = 120;

type Picture = {readonly view: DiagramView; readonly words: Catalogue; readonly columns: number; readonly rows: number};

const texts = (lines: readonly string[], columns: number): readonly Line[] => lines.map(text => textLine(text, columns));

/** The table stands to the right of the drawing. */
function drawing({view, words, columns}: Picture): readonly Line[] {
	const drawn = diagramLines(view);
	if (columns < wideColumns) return drawn;
	const table = tableLines(view, words);
	return drawn.map((line, row) => (table[row] ? [...fit(line, tableAt), plain(table[row])] : line));
}

function ways({view: {tracks}, words, columns}: Picture): readonly string[] {
	const way = {columns, hasTimes: columns >= wideColumns};
	return [wayText(tracks.client, words, way), wayText(tracks.server, words, way)];
}

/** Below the drawing: the legend, the ways, and as much about the present states as there are rows. */
function below(picture: Picture, rows: number): readonly string[] {
	const {view, words, columns} = picture;
	const {client, server} = view.tracks;
	const long = [client, server].flatMap(track => longTexts(track, words, view.now));
	const roomy = [words.diagram.legend, '', ...ways(picture), '', ...long];
	if (columns >= wideColumns && roomy.length <= rows) return roomy;
	return [words.diagram.legend, ...ways(picture), ...shortTexts(view, words)];
}

function body(picture: Picture): readonly Line[] {
	const {view, words, columns, rows} = picture;
	if (columns < drawnSize.columns || rows < drawnSize.rows - 2) return texts([...tableLines(view, words), ...ways(picture)], columns);
	const left = rows - art.length - 1;
	return [...drawing(picture), blank, ...texts(below(picture, left), columns)];
}

/** The lab's keys work here too; the last row says so. */
function hints({view, words: {diagram, keys}, columns}: Picture): string {
	const space = `${keys.keyName('space')} ${view.pace === 'paused' ? keys.status['go-on'] : keys.status.pause}`;
	const full = `${diagram.hints.begin}${space}  . ${keys.status.step}  ${diagram.hints.help}`;
	const bare = `${diagram.hints.begin}${diagram.hints.help}`;
	return cells(full) <= columns ? full : bare;
}

export function diagramScreen(frame: Frame, view: DiagramView, words: Catalogue): readonly Line[] {
	const {columns, rows} = frame.size;
	const picture = {view, words, columns, rows: rows - 2};
	const lines = body(picture).slice(0, picture.rows);
	const filled = [...lines, ...Array.from({length: picture.rows - lines.length}, () => blank)];
	return [...filled.map(line => fit(line, columns)), lastLine(frame, hints(picture), words)];
}
