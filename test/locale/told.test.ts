/** Every step of every built-in scenario has something to tell, in both languages. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues, whyLines} from '../../source/locale/index.js';
import {type Scenario, scenarios} from '../../source/scenarios/index.js';
import {parseScript} from '../../source/script/parser.js';
import {createPlayer, play} from '../../source/script/player.js';
import {setupOf} from '../../source/script/setup.js';
import {createHistory, type History, packetCount, seek} from '../../source/sim/index.js';
import {buildWhy} from '../../source/view/why.js';
import {arrivalItems, sendingItems} from '../../source/view/why-packet.js';
import {inputOf} from '../view/why-input.js';
import {assertSentence} from './checks.js';

/** A bulk transfer has thousands of steps that are all alike. */
const mostSteps = 150;

function played({text, name}: Scenario): History {
	const {script} = parseScript(text);
	assert.ok(script, name);
	const history = createHistory(setupOf(script));
	play(createPlayer(script, history), Number.POSITIVE_INFINITY);
	return history;
}

function checkStep(history: History, where: string): void {
	const view = buildWhy(inputOf(history));
	for (const language of ['en', 'zh'] as const) {
		const lines = whyLines(view, catalogues[language]);
		assert.equal(lines.at(-1)?.kind, 'next', where);
		assert.ok(
			lines.some(({kind}) => kind === 'text'),
			`${where}: nothing is told`,
		);
		for (const {kind, text} of lines) if (kind !== 'say') assertSentence(text, language, kind === 'next' ? 80 : 170);
	}
}

function checkPackets(history: History, name: string): void {
	const input = inputOf(history);
	for (let n = 1; n <= Math.min(packetCount(history.world.trace), mostSteps); n++) {
		const items = sendingItems(input, n);
		assert.ok(items.length > 0, `${name}: why was #${n} sent?`);
		const lines = whyLines({items: [...items, ...arrivalItems(input, n)]}, catalogues.en);
		for (const {text} of lines) assertSentence(text, 'en', 170);
	}
}

for (const scenario of scenarios) {
	test(`${scenario.name}: every event is explained, and so is every packet`, () => {
		const history = played(scenario);
		checkPackets(history, scenario.name);
		const last = Math.min(history.end.steps, mostSteps);
		for (let step = 1; step <= last; step++) {
			seek(history, step);
			checkStep(history, `${scenario.name}, step ${step}, ${history.world.now} us`);
		}
	});
}
