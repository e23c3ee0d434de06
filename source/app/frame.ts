/** From the lab to one picture of it. */

import {buildScreen} from '../view/screen.js';
import type {ScreenInput} from '../view/screen-input.js';
import {innermost, type Lab} from './lab.js';
import {overlayView} from './overlay-view.js';
import {scriptAhead} from './script-ahead.js';
import {buildStatus} from './status.js';
import type {Display, Frame} from './store-type.js';
import {type Flow, isWatch, paceView} from './time.js';

type FrameContext = {
	readonly lab: Lab;
	readonly flow: Flow;
	readonly display: Display;
	readonly freeName: (extension: string) => string;
};

const inputOf = (lab: Lab, flow: Flow): ScreenInput => ({
	history: lab.history,
	now: lab.history.world.now,
	size: lab.size,
	focus: lab.focus,
	picked: {...lab.picked},
	chosen: lab.chosen,
	numbers: lab.numbers,
	pace: paceView(lab, flow),
	isWatched: isWatch(lab),
	script: scriptAhead(lab),
	title: lab.title,
	last: lab.last,
});

export function buildFrame({lab, flow, display, freeName}: FrameContext): Frame {
	const input = inputOf(lab, flow);
	const overlay = innermost(lab);
	return {
		size: lab.size,
		display,
		screen: buildScreen(input),
		status: buildStatus(lab),
		message: lab.message,
		overlay: overlay && overlayView(overlay, {lab, input, freeName}),
	};
}
