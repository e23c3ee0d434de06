import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseScript} from '../../source/script/parser.js';
import {type TestLab, testLab} from './lab.js';

/** Both ends open, the keys with the server, its socket accepted. */
function opened(): TestLab {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	lab.pass(6000);
	lab.type('tab', 'a');
	return lab;
}

const sinceOpened = (lab: TestLab): readonly string[] => lab.done().slice(3);

for (const [keys, done] of [
	['s', ['server:4 send "hello"']],
	['tab s', ['client:3 send "hello"']],
	['r', ['server:4 recv']],
	['h', ['server:4 shutdown']],
	['x', ['server:4 close']],
	['A', ['server:4 abort']],
	['a', ['server accept']],
	['l', ['server listen 80']],
	['c', ['server connect 80']],
	['tab c', ['client connect 80']],
	['up a', ['server:3 accept']],
	['down x', ['server:3 close']],
	['s d', ['server:4 send "hello"', 'drop 4']],
	['s u', ['server:4 send "hello"', 'duplicate 4']],
	['s y', ['server:4 send "hello"', 'delay 4 by 50ms']],
	['D', ['drop next from server']],
	['D D', ['drop next from server', '# drop next from server']],
	['s s [ d', ['server:4 send "hello"', 'server:4 send "hello"', 'drop 4']],
] as const) {
	test(`${keys} on an open connection does: ${done.join('; ')}`, () => {
		const lab = opened();
		lab.type(...keys.split(' '));
		assert.deepEqual(sinceOpened(lab), done);
	});
}

for (const [keys, code] of [
	['s', 'no-socket'],
	['r', 'no-socket'],
	['x', 'no-socket'],
	['A', 'no-socket'],
	['h', 'no-socket'],
	['i', 'no-socket'],
	['a', 'no-listener'],
	['d', 'nothing-in-flight'],
	['u', 'nothing-in-flight'],
	['y', 'nothing-in-flight'],
	['e', 'nothing-in-flight'],
	['up', 'one-socket'],
	['down', 'one-socket'],
	[',', 'at-beginning'],
	['.', 'nothing-due'],
	['end', 'at-present'],
	['[', 'no-packet'],
	[']', 'no-packet'],
	['return', 'no-packet'],
	['escape', 'nothing-open'],
	['z', 'unknown'],
	['l s', 'only-listener'],
	['l r', 'only-listener'],
	['l x s', 'no-socket'],
	['l tab c s d d', 'nothing-in-flight'],
	['l tab c tab r', 'only-listener'],
	['- - - - -', 'slowest'],
	['? escape escape', 'nothing-open'],
	['m z', 'choose'],
] as const) {
	test(`${keys} in a fresh lab is answered with ${code}`, () => {
		const lab = testLab();
		lab.type(...keys.split(' '));
		assert.equal(lab.said(), code);
		assert.equal(lab.store.frame().message?.kind, 'complaint');
	});
}

for (const [keys, code] of [
	['x s', 'already-closed'],
	['x x', 'already-closed'],
	['h s', undefined],
	['h h', 'already-shut'],
	['s [ d d', 'not-in-flight'],
	['[ [ [ [', 'oldest'],
	['[ ]', 'newest'],
] as const) {
	test(`${keys} on an open connection is answered with ${code}`, () => {
		const lab = opened();
		lab.type(...keys.split(' '));
		assert.equal(lab.said(), code);
	});
}

test('a child in the accept queue has to be accepted first', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	lab.pass(6000);
	lab.type('tab', 's');
	assert.equal(lab.said(), 'not-accepted');
});

test('the message stays until the next key', () => {
	const lab = testLab();
	lab.type('d');
	assert.equal(lab.said(), 'nothing-in-flight');
	lab.type('n');
	assert.equal(lab.said(), undefined);
});

test('glued keys act one after the other', () => {
	const lab = testLab();
	lab.store.press(['l', 'tab', 'c']);
	assert.deepEqual(lab.done(), ['server listen 80', 'client connect 80']);
});

test('connect goes to the newest listener of the peer', () => {
	const lab = testLab();
	lab.type('L', 'down');
	lab.store.press([...'81']);
	lab.store.press(['return']);
	lab.type('tab', 'c');
	assert.deepEqual(lab.done(), ['server listen 81', 'client connect 81']);
});

test('choosing a packet pauses, Esc lets go of it', () => {
	const lab = opened();
	lab.type('s', '[');
	assert.deepEqual([lab.screen().header.pace.kind, lab.store.frame().status.packet?.n], ['paused', 4]);
	lab.type('[');
	assert.equal(lab.store.frame().status.packet?.n, 3);
	lab.type('escape');
	assert.equal(lab.store.frame().status.packet?.n, 4);
});

test('acting in the past forks and says so', () => {
	const lab = opened();
	lab.type(',', ',');
	assert.deepEqual(lab.screen().header.pace, {kind: 'past', by: 2});
	lab.type('D');
	assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'forked-past', by: 2});
	assert.equal(lab.history().branches.length, 1);
});

test('End comes back to the present, Space goes on from there', () => {
	const lab = opened();
	lab.type('s', ',', ',', 'end');
	assert.equal(lab.screen().header.pace.kind, 'paused');
	lab.type(',', 'space');
	assert.equal(lab.screen().header.pace.kind, 'watch');
});

test('going back takes a chosen packet away that was not there yet', () => {
	const lab = opened();
	lab.type('s', '[', ',');
	assert.equal(lab.store.frame().status.packet?.n, 3);
});

for (const [key, code] of [
	['q', 0],
	['ctrl-c', 130],
] as const) {
	test(`${key} leaves with ${code}`, () => {
		const lab = testLab();
		const codes: number[] = [];
		lab.store.onQuit(exitCode => codes.push(exitCode));
		lab.type(key);
		assert.deepEqual(codes, [code]);
	});
}

for (const opener of ['?', 'g', 'm', 'k', 'w', 'L']) {
	test(`q closes what ${opener} has opened, Ctrl-C leaves from there`, () => {
		const lab = testLab();
		const codes: number[] = [];
		lab.store.onQuit(exitCode => codes.push(exitCode));
		lab.type(opener);
		assert.notEqual(lab.store.frame().overlay, undefined);
		lab.type('q');
		assert.equal(lab.store.frame().overlay, undefined);
		assert.deepEqual(codes, []);
		lab.type(opener, 'ctrl-c');
		assert.deepEqual(codes, [130]);
	});
}

test('the help closes with any key, and the key acts', () => {
	const lab = testLab();
	lab.type('?', 'l');
	assert.equal(lab.store.frame().overlay, undefined);
	assert.deepEqual(lab.done(), ['server listen 80']);
});

test('the lab keys work in the state diagram', () => {
	const lab = testLab();
	lab.type('g', 'l', 'tab', 'c');
	lab.pass(6000);
	const {overlay} = lab.store.frame();
	assert.ok(overlay?.kind === 'diagram');
	assert.deepEqual([overlay.diagram.tracks.client.here, overlay.diagram.tracks.server.here], ['ESTABLISHED', 'ESTABLISHED']);
	assert.deepEqual(
		overlay.diagram.tracks.server.moves.map(({to}) => to),
		['LISTEN', 'SYN_RCVD', 'ESTABLISHED'],
	);
});

test('on a terminal that is too small q leaves at once, and no other key acts unseen', () => {
	const lab = testLab();
	const codes: number[] = [];
	lab.store.onQuit(exitCode => codes.push(exitCode));
	lab.type('m');
	lab.store.resize({columns: 58, rows: 15});
	lab.type('l', 'escape', 'q');
	assert.deepEqual(codes, [0]);
	lab.store.resize({columns: 80, rows: 24});
	assert.equal(lab.store.frame().overlay?.kind, 'menu');
	assert.deepEqual(lab.done(), []);
});

/** A scenario that waits for a key while two segments and, before them, a SYN were sent. */
const sendingWith = (ecn: 'on' | 'off'): ReturnType<typeof testLab> => {
	const text = `client ecn ${ecn}\nserver ecn ${ecn}\nserver listen 80\nclient connect 80\nrun 200ms\nclient send 2920 bytes\nrun 10ms\npause`;
	const {script} = parseScript(text);
	assert.ok(script);
	const lab = testLab({opening: {title: 'ecn', script}});
	lab.pass(20_000);
	return lab;
};

test('e marks the packet in flight as a router would, on the main screen and in the details', () => {
	for (const keys of ['[ ] e', 'return e', '[ [ e']) {
		const lab = sendingWith('on');
		assert.deepEqual(
			lab.store.frame().status.packet?.keys.map(({word}) => word),
			['drop', 'duplicate', 'delay', 'mark'],
		);
		lab.type(...keys.split(' '));
		assert.equal(lab.said(), 'forked', keys);
		assert.equal(lab.done().at(-1), keys === '[ [ e' ? 'mark 4' : 'mark 5');
	}
});

test('e on what is not capable of ECN says so, ends no scenario, and is not offered', () => {
	for (const keys of ['e', 'return e']) {
		const lab = sendingWith('off');
		assert.deepEqual(
			lab.store.frame().status.packet?.keys.map(({word}) => word),
			['drop', 'duplicate', 'delay'],
		);
		lab.type(...keys.split(' '));
		const {message} = lab.store.frame();
		assert.deepEqual(message, {kind: 'complaint', key: 'e', code: 'refused', refusal: {code: 'not-ecn-capable', packet: 5}});
		assert.equal(lab.screen().header.title, 'ecn');
	}
});
