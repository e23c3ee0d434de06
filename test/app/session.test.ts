import assert from 'node:assert/strict';
import {test} from 'node:test';
import {printSession} from '../../source/app/session.js';
import {scenarios} from '../../source/scenarios/index.js';
import {parseScript} from '../../source/script/parser.js';
import {createPlayer, play} from '../../source/script/player.js';
import {setupOf} from '../../source/script/setup.js';
import {createHistory, type History, packetAt, packetCount, type Row, rowAt, rowCount} from '../../source/sim/index.js';
import {type TestLab, testLab} from './lab.js';

/** What happened, without the numbers of steps and rows. */
function told(history: History): readonly unknown[] {
	const {trace} = history.world;
	return Array.from({length: rowCount(trace)}, (_, index) => rowAt(trace, index))
		.filter(row => row.kind !== 'mark' && !(row.kind === 'action' && (row.action.do === 'arm' || row.action.do === 'disarm')))
		.map(({index: _index, step: _step, ...row}: Row) => (row.kind === 'segment' ? {...row, packet: withoutPlace(trace, row.n)} : row));
}

function withoutPlace(trace: History['world']['trace'], n: number): unknown {
	const {row: _row, sentInStep: _sent, arrivedInStep: _arrived, ...packet} = packetAt(trace, n);
	return packet;
}

function replayed(text: string): History {
	const {script, mistakes} = parseScript(text);
	assert.ok(script, `${JSON.stringify(mistakes)}\n${text}`);
	const history = createHistory(setupOf(script));
	const player = createPlayer(script, history);
	assert.equal(play(player, Number.POSITIVE_INFINITY), 'ended');
	assert.deepEqual(player.failures, []);
	return history;
}

function assertSame(history: History): void {
	const again = replayed(printSession(history, 'lab'));
	assert.equal(again.world.now, history.end.now);
	assert.equal(packetCount(again.world.trace), packetCount(history.world.trace));
	assert.deepEqual(told(again), told(history));
}

type Act = (lab: TestLab) => void;
const type =
	(...keys: readonly string[]): Act =>
	lab =>
		lab.type(...keys);
const pass =
	(ms: number): Act =>
	lab =>
		lab.pass(ms);
const open: readonly Act[] = [type('l', 'tab', 'c'), pass(6000), type('tab', 'a')];

for (const [what, acts] of [
	['a handshake', open],
	['nothing at all', []],
	['mischief to packets in flight', [...open, type('s', 's', 'd'), pass(300), type('tab', 's', 'u', 'y'), pass(9000)]],
	['steps between events of one instant', [...open, type('s', 'tab', 's', '.', 's', '.', 's', '.', '.'), pass(100)]],
	['a one-shot that was taken back, and one that was used', [...open, type('D', 'D', 's'), pass(500), type('D', 's'), pass(20_000)]],
	[
		'knobs, a crash, a refused key',
		[type('k', ...'2', ...'00ms', 'return', 'escape'), ...open, type('k', 'right'), type('escape', 'l', 's'), pass(3000)],
	],
	['a fork in the past', [...open, type(',', ',', ',', 'tab', 'x'), pass(30_000)]],
	['time that passed without an event', [...open, type('x', 'd'), pass(400), type('s'), pass(700), type('tab', 'x'), pass(60_000)]],
] as const satisfies readonly (readonly [string, readonly Act[]])[]) {
	test(`a saved session replays to the same trace: ${what}`, () => {
		const lab = testLab();
		for (const act of acts) act(lab);
		assertSame(lab.history());
	});
}

test('a session saved from the past is the whole one, and the past stays where it is', () => {
	const lab = testLab();
	for (const act of open) act(lab);
	lab.type(',', ',');
	const history = lab.history();
	const {steps} = history.world;
	const text = printSession(history, 'lab');
	assert.equal(history.world.steps, steps);
	lab.type('end');
	assert.equal(printSession(history, 'lab'), text);
	assertSame(history);
});

for (const name of ['handshake', 'lost-data', 'simultaneous-close', 'syn-flood']) {
	test(`the scenario ${name}, saved, replays to the same trace`, () => {
		const text = scenarios.find(one => one.name === name)?.text ?? '';
		assertSame(replayed(text));
	});
}

test('w writes the session under a name that is free, and never over a file', () => {
	const lab = testLab();
	lab.type('l', 'w');
	lab.files.set('lab-1.tcp', 'mine');
	lab.type('escape', 'w', 'return');
	assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'saved', file: 'lab-2.tcp'});
	assert.equal(lab.files.get('lab-1.tcp'), 'mine');
	assert.match(lab.files.get('lab-2.tcp') ?? '', /^server listen 80$/m);
});

test('a name that is typed and taken is told in place', () => {
	const lab = testLab();
	lab.files.set('talk.tcp', 'mine');
	lab.type('w', ...'talk.tcp', 'return');
	const {overlay} = lab.store.frame();
	assert.ok(overlay?.kind === 'question');
	assert.deepEqual(overlay.mistake, {kind: 'file', file: 'talk.tcp', error: 'EEXIST'});
	lab.type('backspace', 'backspace', 'backspace', 'backspace', '2', 'return');
	assert.ok(lab.files.has('talk2'));
});
