import assert from 'node:assert/strict';
import {jsonLines} from '../../source/export/json.js';
import {parseScript} from '../../source/script/parser.js';
import {createPlayer, type Player, type PlayerOptions, play} from '../../source/script/player.js';
import {type Script, titleOf} from '../../source/script/script.js';
import {type Given, setupOf} from '../../source/script/setup.js';
import {createHistory} from '../../source/sim/index.js';

export function parsed(text: string): Script {
	const {script, mistakes} = parseScript(text);
	assert.deepEqual(mistakes, undefined);
	return script;
}

export const newPlayer = (text: string, given: Given = {}, options: PlayerOptions = {}): Player => {
	const script = parsed(text);
	return createPlayer(script, createHistory(setupOf(script, given)), options);
};

/** Plays all of it at once. */
export function played(text: string, given: Given = {}): Player {
	const player = newPlayer(text, given, {hasFixedProfile: given.profile !== undefined});
	play(player, Number.POSITIVE_INFINITY);
	return player;
}

export const linesOf = ({script, history, failures}: Player, lang: 'en' | 'zh' = 'en'): readonly string[] =>
	Array.from(jsonLines({world: history.world, title: titleOf(script), lang, failed: failures.length}));

export type Line = Readonly<Record<string, unknown>>;

/** The JSON lines as objects, of one type only. */
export const objectsOf = (player: Player, type: string, lang: 'en' | 'zh' = 'en'): readonly Line[] =>
	linesOf(player, lang)
		.map((line): Line => JSON.parse(line))
		.filter(line => line.type === type);
