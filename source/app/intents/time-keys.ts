/** Keys that move or stop time. */
import {isPast, stepBack, stepOn, toPresent} from '../../sim/index.js';
import {followScript} from '../follow-script.js';
import type {Lab} from '../lab.js';
import type {Message} from '../message.js';
import {boosted} from '../pace.js';
import {resume, stepScript} from '../playing.js';
import type {Intent} from './intent.js';

/** Going on from the past means: back to the present, and on from there. A scenario's pause waits for this key too. */
function pauseOrGoOn(lab: Lab): undefined {
	if (isPast(lab.history)) {
		toPresent(lab.history);
		lab.isPaused = false;
	} else if (lab.playing?.isWaiting) {
		resume(lab.playing);
		lab.isPaused = false;
	} else {
		lab.isPaused = !lab.isPaused;
	}
}

function stepForward(lab: Lab, key: string): Message | undefined {
	lab.isPaused = true;
	lab.last = {key, action: undefined};
	const {playing, history} = lab;
	const lines = history.journal.length;
	const hasMoved = playing && !isPast(history) ? stepScript(playing) : stepOn(history);
	if (playing) followScript(lab, lines);
	return hasMoved ? undefined : {kind: 'complaint', code: 'nothing-due', key};
}

function stepBackward(lab: Lab, key: string): undefined {
	lab.isPaused = true;
	lab.last = {key, action: undefined};
	stepBack(lab.history);
}

const boost =
	(direction: 'faster' | 'slower'): Intent =>
	lab => {
		lab.pace = boosted(lab.pace, direction) ?? lab.pace;
		return {kind: 'notice', code: 'pace', factor: lab.pace.boost};
	};

function present(lab: Lab): undefined {
	toPresent(lab.history);
}

export const timeKeys = {
	pause: pauseOrGoOn,
	'step-on': stepForward,
	'step-back': stepBackward,
	faster: boost('faster'),
	slower: boost('slower'),
	present,
} satisfies Record<string, Intent>;
