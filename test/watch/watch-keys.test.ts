import assert from 'node:assert/strict';
import {test} from 'node:test';
import {watchKeys} from '../../source/app/watch/watch-keymap.js';
import {failing, passing, watcher} from './watcher.js';

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('a script that failed opens where it failed, one that passed at its beginning', () => {
	assert.equal(watcher([failing]).at(), 8);
	assert.equal(watcher([passing]).at(), 0);
});

test('every event can be stepped to, and back, with the same picture', () => {
	const watching = watcher([passing]);
	const pictures: string[] = [];
	for (let at = 0; at <= 9; at++) {
		assert.equal(watching.at(), at);
		pictures.push(watching.draw().join('\n'));
		watching.type('.');
	}
	assert.equal(watching.said(), 'at-last');
	assert.equal(new Set(pictures).size, 10);
	for (let at = 9; at >= 0; at--) {
		watching.type('escape');
		assert.equal(watching.draw().slice(0, -1).join('\n'), pictures[at]?.split('\n').slice(0, -1).join('\n'));
		watching.type(',');
	}
	assert.equal(watching.said(), 'at-first');
});

for (const [keys, at, said] of [
	[['home'], 0, undefined],
	[['home', 'home'], 0, 'at-first'],
	[['home', 'f'], 8, undefined],
	[['home', 'down', 'right', 'pagedown'], 3, undefined],
	[['up', 'left', 'pageup'], 5, undefined],
	[['end'], 8, 'at-last'],
	[['{'], 0, undefined],
	[['{', '{'], 0, 'at-first'],
	[['home', '}'], 8, undefined],
	[['}'], 8, 'at-last'],
	[['home', ']'], 4, undefined],
	[['[', '['], 6, undefined],
	[['home', '['], 0, 'at-first'],
	[['home', 'return'], 0, 'no-packet'],
	[['m'], 8, 'one-file'],
	[['l'], 8, 'unknown'],
	[['space'], 8, 'at-last'],
	[['return', 'x'], 8, 'held'],
	[['return', 'escape', ','], 7, undefined],
	[['?', ','], 7, undefined],
] as const)
	test(`${keys.join(' ')} leads to event ${at}${said ? ` and says ${said}` : ''}`, () => {
		const watching = watcher([failing]);
		watching.type(...keys);
		assert.deepEqual([watching.at(), watching.said()], [at, said]);
	});

test('f has nothing to go to where nothing failed', () => {
	const watching = watcher([passing]);
	watching.type('f');
	assert.deepEqual([watching.at(), watching.said()], [0, 'no-failure']);
});

test('it plays by itself to the end, faster when asked to, and then needs no timer', () => {
	const watching = watcher([passing]);
	assert.equal(watching.timers(), 0);
	watching.type('space');
	watching.pass(1000);
	assert.equal(watching.at(), 1);
	watching.type('+', '+');
	watching.pass(1000);
	assert.equal(watching.at(), 5);
	watching.type('space');
	watching.pass(5000);
	assert.deepEqual([watching.at(), watching.timers()], [5, 0]);
	watching.type('space');
	watching.pass(10_000);
	assert.deepEqual([watching.at(), watching.timers()], [9, 0]);
});

test('several scripts: a list with their results, from which one is opened and to which m leads back', () => {
	const watching = watcher([passing, failing, undefined]);
	assert.equal(watching.store.frame().screen, undefined);
	watching.type('up', 'return');
	assert.deepEqual(watching.store.frame().message, {key: 'return', code: 'unreadable', error: 'no script'});
	watching.type('k', 'return');
	assert.equal(watching.at(), 8);
	watching.type('m');
	const {overlay} = watching.store.frame();
	assert.ok(overlay?.kind === 'files');
	assert.equal(overlay.highlight, 1);
	watching.type('escape');
	assert.deepEqual([watching.at(), watching.store.frame().overlay], [8, undefined]);
});

test('q and Ctrl-C leave; q closes what is open first', () => {
	const watching = watcher([passing]);
	watching.type('?', 'q');
	assert.equal(watching.ended(), undefined);
	watching.type('q');
	assert.equal(watching.ended(), 0);
	watching.type('ctrl-c');
	assert.equal(watching.ended(), 130);
	const list = watcher([passing, passing]);
	list.type('escape', 'q');
	assert.equal(list.ended(), 0);
});

test('the details go from packet to packet', () => {
	const watching = watcher([failing]);
	watching.type('return', '[', '[', '[', '[');
	const {overlay, message} = watching.store.frame();
	assert.ok(overlay?.kind === 'details');
	assert.deepEqual([overlay.details.packet.n, message?.code], [1, undefined]);
	watching.type('[');
	assert.equal(watching.said(), 'at-first');
});

test('r reads and runs the script anew: to where it fails now, else the place stays', async () => {
	const watching = watcher([failing, passing], {anew: [passing, undefined]});
	watching.type('return', ',', 'r');
	await settled();
	assert.deepEqual([watching.at(), watching.said()], [7, 'again']);
	watching.type('end', 'm', 'down', 'return', 'r');
	await settled();
	assert.deepEqual(watching.store.frame().message, {key: 'r', code: 'unreadable', error: '3:1: no more'});
	watching.type('m');
	const {overlay} = watching.store.frame();
	assert.deepEqual(overlay?.kind === 'files' && overlay.files.map(({result}) => result), ['pass', 'error']);
});

test('no key stands for two things', () => {
	const keys = watchKeys.flatMap(row => row.keys);
	assert.equal(new Set(keys).size, keys.length);
});
