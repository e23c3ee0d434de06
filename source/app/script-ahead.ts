/** What a script will do next, and when: for what the screen says of it. */
import type {Statement} from '../script/script.js';
import {isPast} from '../sim/index.js';
import type {ScriptView} from '../view/screen-input.js';
import type {Lab} from './lab.js';
import type {Playing} from './playing.js';

/** Until when the script waits by the clock, virtual µs; undefined: for an event. */
function waitsUntil({player: {waiting, history}}: Playing): number | undefined {
	switch (waiting?.kind) {
		case 'run':
			return waiting.end;
		case 'until':
		case 'step':
			return undefined;
		case 'pause':
		case undefined:
			return history.world.now;
	}
}

/** When this statement is over, if it begins at `at`. */
function overAt(at: number | undefined, statement: Statement): number | undefined {
	if (statement.kind === 'until' || statement.kind === 'step') return undefined;
	return at === undefined || statement.kind !== 'run' ? at : at + statement.duration;
}

/** The next line that does or says something, or stops; undefined: none is left. */
function nextLine(playing: Playing): ScriptView | undefined {
	const {script, at: first} = playing.player;
	let at = waitsUntil(playing);
	for (let index = first; index < script.statements.length; index++) {
		const statement = script.statements[index];
		if (statement === undefined || playing.stops.has(index)) continue;
		if (statement.kind === 'act') return {kind: 'running', at, next: statement.text};
		if (statement.kind === 'say' || statement.kind === 'pause') return {kind: 'running', at, next: undefined};
		at = overAt(at, statement);
	}
	return undefined;
}

/** What was played before is no future of it: undefined in the past, and where no script plays. */
export function scriptAhead({playing, history}: Lab): ScriptView | undefined {
	if (!playing || isPast(history)) return undefined;
	return playing.isWaiting ? {kind: 'paused'} : nextLine(playing);
}
