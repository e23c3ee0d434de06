/** A scenario on the stage: where the keys go, what has a beat of its own, what the header and "why" say of it. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseScript} from '../../source/script/parser.js';
import {type TestLab, testLab} from './lab.js';

function playing(text: string, ms: number): TestLab {
	const {script} = parseScript(text);
	assert.ok(script);
	const lab = testLab({opening: {title: 'story', script}});
	lab.pass(ms);
	return lab;
}

const focus = (lab: TestLab): string => (lab.screen().panes.client.isFocus ? 'client' : 'server');

const shown = (lab: TestLab, host: 'client' | 'server'): number | undefined => {
	const {subject} = lab.screen().panes[host];
	return 'number' in subject ? subject.number : undefined;
};

const nextOf = (lab: TestLab) => {
	const item = lab.screen().why.items.at(-1);
	return item?.kind === 'next' ? item.next : undefined;
};

test('the keys follow the host on which the last line acted, also step by step', () => {
	const lines =
		'server listen 80\nclient connect 80\nrun until server ESTABLISHED\nserver accept\ndrop next ACK from client\nlink delay 60ms\n';
	const lab = playing(lines, 0);
	const seen: string[] = [];
	for (let step = 0; step < 8; step++) {
		lab.type('.');
		seen.push(focus(lab));
	}
	assert.deepEqual(seen, ['server', 'client', 'client', 'client', 'client', 'server', 'client', 'client']);
	assert.equal(focus(playing(lines, 1000)), 'client');
});

test('the panes follow the connection that a line names, and the newest after a line that names none', () => {
	const lab = playing(
		'server listen 80\nclient connect 80 as a\nclient connect 80 as b\nrun 400ms\nclient:a send "x"\nrun 400ms\nclient connect 80\n',
		0,
	);
	const seen: string[] = [];
	for (let step = 0; step < 40; step++) {
		lab.type('.');
		seen.push(`${shown(lab, 'client')} ${shown(lab, 'server')}`);
	}
	assert.ok(seen.includes('4 5'));
	assert.ok(seen.includes('3 4'));
	assert.equal(seen.at(-1)?.split(' ')[0], '5');
});

test('Tab goes to the other end of a connection that was picked, and the keys mean it', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c', 'c');
	lab.pass(9000);
	lab.type('up');
	assert.deepEqual([shown(lab, 'client'), shown(lab, 'server')], [3, 4]);
	lab.type('tab');
	assert.deepEqual([shown(lab, 'client'), shown(lab, 'server')], [3, 4]);
});

test('while words are read the header says so and time stands', () => {
	const lab = playing('server listen 80\nsay "Now the client calls the server."\nclient connect 80\nrun until quiet\n', 1000);
	assert.deepEqual(lab.screen().header.pace, {kind: 'reading'});
	const {now} = lab.screen().header;
	lab.pass(400);
	assert.equal(lab.screen().header.now, now);
	lab.type('space');
	assert.deepEqual(lab.screen().header.pace, {kind: 'paused'});
	lab.type('space');
	lab.pass(3000);
	assert.equal(lab.screen().header.pace.kind, 'watch');
});

/** Deeds done so far, without what is only set. */
const deeds = (lab: TestLab): number => lab.screen().ladder.rows.length + lab.screen().panes.server.calls.length;

test('deeds of one instant come one by one, a beat apart; what is set before them takes none', () => {
	const lab = playing('client isn 5\nserver isn 7\nserver listen 80\nserver accept\nserver listen 81\nrun 1s\n', 150);
	const seen: number[] = [];
	for (let beat = 0; beat < 3; beat++) {
		seen.push(deeds(lab));
		lab.pass(700);
	}
	assert.deepEqual(seen, [2, 3, 5]);
});

test('a state that changed is seen before the deed that follows it', () => {
	const lab = playing('server listen 80\nclient connect 80\nrun until client ESTABLISHED\nclient close\nrun 1s\n', 0);
	let before = 0;
	for (let ms = 0; lab.screen().panes.client.plate.state !== 'FIN_WAIT_1' && ms < 10_000; ms += 50) {
		if (lab.screen().panes.client.plate.state === 'ESTABLISHED') before += 50;
		lab.pass(50);
	}
	assert.ok(before >= 700, `${before} ms`);
});

test('"why" tells what the scenario does next, and what it waits for', () => {
	const lab = playing('server listen 80\nrun 2s\nserver accept\npause\nclient connect 80\n', 900);
	const next = nextOf(lab);
	assert.ok(next?.kind === 'script');
	assert.equal(next.statement, 'server accept');
	assert.ok(next.after !== undefined && next.after > 0 && next.after < 2_000_000);
	lab.pass(6000);
	assert.deepEqual(nextOf(lab), {kind: 'script-waits'});
	lab.type(',');
	assert.equal(nextOf(lab)?.kind, 'recorded');
	lab.type('space', 'space');
	lab.pass(900);
	assert.equal(nextOf(lab)?.kind, 'packet');
});
