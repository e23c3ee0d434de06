import type {ReactElement} from 'react';
import {type OverlayView, overlayArea} from '../../app/overlay.js';
import type {Frame} from '../../app/store-type.js';
import type {Catalogue} from '../../locale/index.js';
import type {MainScreen} from '../../view/screen.js';
import type {Line} from '../line.js';
import {Rows} from '../rows.js';
import {detailsLines} from './details-lines.js';
import {diagramScreen} from './diagram-screen.js';
import {helpScreen} from './help-screen.js';
import {Menu} from './menu.js';
import {questionLines} from './question-lines.js';

/** Rows that an overlay takes of this screen, counted from the bottom. */
export function overlayRows(view: OverlayView, {layout}: MainScreen): number {
	switch (overlayArea(view)) {
		case 'lower':
			return layout.rows - 1 - layout.paneRows;
		case 'body':
			return layout.rows - 1;
		case 'screen':
			return layout.rows;
	}
}

type Place = {readonly words: Catalogue; readonly rows: number};

/** Everything but menus is lines. */
export function overlayLines(frame: Frame, view: Exclude<OverlayView, {kind: 'menu'}>, place: Place): readonly Line[] {
	switch (view.kind) {
		case 'question':
			return questionLines(frame, view, place);
		case 'details':
			return detailsLines(frame, view.details, place);
		case 'help':
			return helpScreen(frame, place.words);
		case 'diagram':
			return diagramScreen(frame, view.diagram, place.words);
	}
}

type Props = {readonly frame: Frame; readonly view: OverlayView; readonly words: Catalogue; readonly rows: number};

/** What lies over the main screen, exactly so many rows. */
export const Overlay = ({frame, view, words, rows}: Props): ReactElement =>
	view.kind === 'menu' ? (
		<Menu frame={frame} view={view} words={words} rows={rows} />
	) : (
		<Rows lines={overlayLines(frame, view, {words, rows})} display={frame.display} />
	);
