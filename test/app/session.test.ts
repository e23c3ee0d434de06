import assert from 'node:assert/strict';
import {test} from 'node:test';
import {printSession} from '../../source/app/session.js';
import {scenarios} from '../../source/scenarios/index.js';
import {type TestLab, testLab} from './lab.js';
import {assertSame, replayed} from './replay.js';

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

test('w writes the view of one host for packetdrill, or says why it cannot', () => {
	const lab = testLab();
	lab.type('w', 'down', 'down', 'down', 'return');
	assert.deepEqual([...lab.files], [['lab-1.client.pkt', 'packetdrill-client']]);
	lab.type('w', 'end', 'return');
	assert.deepEqual(lab.store.frame().message, {
		kind: 'complaint',
		code: 'unsayable',
		key: 'w',
		host: 'server',
		unsayable: {code: 'nothing'},
	});
	lab.type('escape', 'w', 'end', ...'x.pkt', 'return');
	const {overlay} = lab.store.frame();
	assert.ok(overlay?.kind === 'question');
	assert.deepEqual(overlay.mistake, {kind: 'unsayable', host: 'server', unsayable: {code: 'nothing'}});
	assert.equal(lab.files.size, 1);
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
