import assert from 'node:assert/strict';
import {test} from 'node:test';
import {movedBy, topFor} from '../../source/app/menus/window.js';
import type {MenuView} from '../../source/app/overlay.js';
import {parseStatement} from '../../source/script/parser.js';
import {type TestLab, testLab} from './lab.js';

const menu = (lab: TestLab): MenuView => {
	const {overlay} = lab.store.frame();
	assert.ok(overlay?.kind === 'menu');
	return overlay;
};

/** Down to the item, and Enter. */
function choose(lab: TestLab, item: string): void {
	const ids = menu(lab).menu.items.map(({id}) => id);
	const steps = (ids.indexOf(item) - menu(lab).highlight + ids.length) % ids.length;
	lab.type(...Array.from({length: steps}, () => 'down'));
	lab.type('return');
}

function opened(): TestLab {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	lab.pass(6000);
	lab.type('tab', 'a');
	return lab;
}

for (const keys of ['L', 'C', 'S', 'i', 'k', 'k right', 'k right right', 'k left', 'tab C', 'tab i']) {
	test(`every statement in the menu of ${keys} is one of the lab language`, () => {
		const lab = opened();
		lab.type(...keys.split(' '));
		for (const {deed} of menu(lab).menu.items) {
			if (deed.kind === 'statement') assert.deepEqual(parseStatement(deed.statement).mistakes, []);
			if (deed.kind !== 'open' || deed.menu.menu !== 'values') continue;
			for (const value of deed.menu.values)
				assert.deepEqual(parseStatement(deed.menu.before + value).mistakes, [], deed.menu.before + value);
		}
	});
}

for (const [keys, item, done] of [
	['i', 'exact', 'inject rst to server:4 exact'],
	['i', 'outside', 'inject rst to server:4 outside'],
	['S', '64KiB bytes', 'server:4 send 65536 bytes'],
	['C', 'listener', 'server:3 connect 80'],
	['L', '80 reuseaddr', 'server listen 80 reuseaddr'],
	['k right', 'crash', 'client crash'],
] as const) {
	test(`${keys}, ${item} does: ${done}`, () => {
		const lab = opened();
		lab.type(...keys.split(' '));
		choose(lab, item);
		assert.equal(lab.store.frame().overlay, undefined);
		assert.equal(lab.done().at(-1)?.replace('64KiB', '65536'), done);
	});
}

test('a knob: Enter shows values, Enter takes one, the page shows it', () => {
	const lab = testLab();
	lab.type('k');
	choose(lab, 'loss');
	choose(lab, '20%');
	assert.deepEqual(menu(lab).menu.items[2]?.label, {text: 'link loss 20%'});
	assert.deepEqual(lab.done(), ['link loss 20%']);
});

test('a knob: a value may be typed, and a wrong one is told in place', () => {
	const lab = testLab();
	lab.type('k', ...'2s!');
	lab.type('return');
	const {overlay} = lab.store.frame();
	assert.ok(overlay?.kind === 'question');
	assert.equal(overlay.statement, 'link delay 2s!');
	assert.equal(overlay.mistake?.kind, 'script');
	lab.type('backspace', 'return');
	assert.deepEqual(menu(lab).menu.items[0]?.label, {text: 'link delay 2s'});
	assert.deepEqual(lab.done(), ['link delay 2s']);
});

test('what is pasted into a question ends with its line: the rest is no keys', () => {
	const lab = testLab();
	lab.type('L', 'down');
	lab.store.press([...'8080', 'return', 'q', 'x', 'A']);
	assert.deepEqual(lab.done(), ['server listen 8080']);
});

test('a text may hold everything that is typed', () => {
	const lab = opened();
	lab.type('S');
	choose(lab, 'text');
	lab.store.press(['q', '"', 'space', '\\', '#', '中']);
	lab.type('return');
	assert.equal(lab.done().at(-1), 'server:4 send "q\\" \\\\#中"');
});

test('any segment is typed in the notation of packetdrill', () => {
	const lab = opened();
	lab.type('i');
	choose(lab, 'segment');
	lab.type('return');
	assert.equal(lab.done().at(-1), 'inject to server:4 "F. 1001:1001(0) ack 8001 win 100"');
});

test('keys that arrive together choose too', () => {
	const lab = opened();
	lab.type('i');
	lab.store.press(['j', 'j', 'return']);
	assert.equal(lab.done().at(-1), 'inject rst to server:4 outside');
});

test('a scenario of the menu starts in a fresh world', () => {
	const lab = opened();
	lab.type('m');
	choose(lab, 'handshake');
	assert.equal(lab.screen().header.title, 'handshake');
	assert.equal(lab.screen().header.now, 0);
	lab.pass(100);
	assert.ok(lab.timers() > 0);
});

for (const [what, top, highlight, then] of [
	['inside it', 1, 4, 1],
	['below it', 0, 7, 1],
	['above it', 3, 2, 2],
	['at the end', 0, 9, 3],
	['after the terminal has grown', 9, 9, 3],
] as const) {
	test(`of ten items seven are to be seen: the highlight is ${what}`, () =>
		assert.equal(topFor(highlight, {top, count: 10, limit: 7}), then));
}

for (const [key, from, to] of [
	['down', 3, 4],
	['down', 9, 0],
	['up', 0, 9],
	['pagedown', 1, 8],
	['pagedown', 5, 9],
	['pageup', 3, 0],
	['home', 5, 0],
	['end', 5, 9],
	['x', 5, undefined],
] as const) {
	test(`${key} leads from ${from} of ten items to ${to}`, () => assert.equal(movedBy(key, from, {count: 10, limit: 7}), to));
}
