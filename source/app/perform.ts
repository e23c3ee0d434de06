/** The way from a key to the world: acts, remembers what the key stood for, tells what else came of it. */
import type {Action} from '../sim/action.js';
import {act, isPast, pastBy} from '../sim/index.js';
import type {Lab} from './lab.js';
import type {Message, Notice} from './message.js';

/** Acting ends a scenario that still plays, and in the past it forks. */
function leaveBehind(lab: Lab): Notice | undefined {
	const {playing, title} = lab;
	lab.playing = undefined;
	if (playing) return {kind: 'notice', code: 'forked', title};
	return isPast(lab.history) ? {kind: 'notice', code: 'forked-past', by: pastBy(lab.history)} : undefined;
}

/** Socket calls make the pane show what is newest again. */
function unpick(lab: Lab, action: Action): void {
	if (action.do === 'listen' || action.do === 'connect') lab.picked[action.host] = undefined;
}

export function perform(lab: Lab, key: string, action: Action): Message | undefined {
	const notice = leaveBehind(lab);
	const refusal = act(lab.history, action);
	lab.last = {key, action};
	if (refusal) return {kind: 'complaint', code: 'refused', key, refusal};
	unpick(lab, action);
	return notice;
}
