/** The main screen as plain values: what stands where, changed or not; no words for people, no colours, no React. */
import {buildHeader, type HeaderView} from './header.js';
import {buildLadder, type LadderView} from './ladder.js';
import {buildLane, type LaneView} from './lane.js';
import {type Layout, layoutOf} from './layout.js';
import {buildPane, type PaneView} from './pane.js';
import type {ScreenInput, Size} from './screen-input.js';
import {buildWhy, type WhyView} from './why.js';

/** Below the smallest size only a message is drawn. */
export type Screen = {readonly kind: 'too-small'; readonly size: Size} | MainScreen;

export type MainScreen = {
	readonly kind: 'main';
	readonly size: Size;
	readonly layout: Layout;
	readonly header: HeaderView;
	readonly panes: {readonly client: PaneView; readonly server: PaneView};
	readonly lane: LaneView;
	readonly ladder: LadderView;
	readonly why: WhyView;
	/** The last key and the action it stood for: the right-hand side of the heading of "why". */
	readonly last: ScreenInput['last'];
};

export function buildScreen(input: ScreenInput): Screen {
	const layout = layoutOf(input.size);
	if (layout === undefined) return {kind: 'too-small', size: input.size};
	return {
		kind: 'main',
		size: input.size,
		layout,
		header: buildHeader(input),
		panes: {client: buildPane(input, 'client'), server: buildPane(input, 'server')},
		lane: buildLane(input, layout),
		ladder: buildLadder(input, layout),
		why: buildWhy(input),
		last: input.last,
	};
}
