/** From what is open to what is drawn of it. */

import {quoteText} from '../script/escape.js';
import {buildDetails} from '../view/details.js';
import {buildDiagram} from '../view/diagram.js';
import type {ScreenInput} from '../view/screen-input.js';
import {shownSocket} from './aim.js';
import type {Lab} from './lab.js';
import {buildMenu} from './menus/build.js';
import type {Ask, Menu, MenuDeed} from './menus/menu.js';
import {itemRows, topFor} from './menus/window.js';
import type {MenuOverlay, MenuView, Overlay, OverlayView, QuestionView} from './overlay.js';

type OverlayContext = {
	readonly lab: Lab;
	readonly input: ScreenInput;
	readonly freeName: (extension: string) => string;
};

/** The whole statement with what was typed into it. */
export const statementOf = ({before, after, isQuoted}: Ask, text: string): string =>
	`${before}${isQuoted ? quoteText(text) : text}${after}`;

/** The item that is highlighted now, by its index. */
export function highlightIn({items, first}: Menu, highlight: string | undefined): number {
	const wanted = highlight ?? first;
	return Math.max(
		0,
		items.findIndex(({id}) => id === wanted),
	);
}

function menuView(overlay: MenuOverlay, {lab, freeName}: OverlayContext): MenuView {
	const menu = buildMenu(overlay.name, {lab, freeName});
	const highlight = highlightIn(menu, overlay.highlight);
	const statement = statementOfDeed(menu.items[highlight]?.deed);
	const limit = itemRows(lab.size);
	const top = topFor(highlight, {top: overlay.top, count: menu.items.length, limit});
	return {kind: 'menu', menu, limit, top, highlight, statement};
}

/** What is still to be typed is shown as dots. */
function statementOfDeed(deed: MenuDeed | undefined): string | undefined {
	if (deed?.kind === 'statement') return deed.statement;
	return deed?.kind === 'ask' && deed.ask.topic !== 'file' ? `${deed.ask.before}...${deed.ask.after}` : undefined;
}

const questionView = ({ask, text, mistake}: Extract<Overlay, {kind: 'question'}>): QuestionView => ({
	kind: 'question',
	ask,
	text,
	statement: statementOf(ask, text),
	mistake,
});

export function overlayView(overlay: Overlay, context: OverlayContext): OverlayView {
	const {lab, input} = context;
	switch (overlay.kind) {
		case 'menu':
			return menuView(overlay, context);
		case 'question':
			return questionView(overlay);
		case 'details':
			return {kind: 'details', details: buildDetails(input, overlay.packet)};
		case 'help':
			return {kind: 'help'};
		case 'diagram': {
			const sockets = {client: shownSocket(lab, 'client'), server: shownSocket(lab, 'server')};
			return {kind: 'diagram', diagram: buildDiagram({world: lab.history.world, now: input.now, pace: input.pace.kind, sockets})};
		}
	}
}
