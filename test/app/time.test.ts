import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scenarios} from '../../source/scenarios/index.js';
import {parseScript} from '../../source/script/parser.js';
import {testLab} from './lab.js';

const states = (lab: ReturnType<typeof testLab>): string => {
	const {client, server} = lab.screen().panes;
	return `${client.plate.state} ${server.plate.state}`;
};

test('three keys in a fresh lab end in ESTABLISHED on both sides, a second a crossing and a beat between', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	for (const [ms, there] of [
		[900, 'SYN_SENT LISTEN'],
		[200, 'SYN_SENT SYN_RCVD'],
		[1500, 'SYN_SENT SYN_RCVD'],
		[300, 'ESTABLISHED SYN_RCVD'],
		[1500, 'ESTABLISHED SYN_RCVD'],
		[300, 'ESTABLISHED ESTABLISHED'],
	] as const) {
		lab.pass(ms);
		assert.equal(states(lab), there, `after ${ms} ms more`);
	}
	assert.deepEqual(lab.screen().header.pace, {kind: 'idle'});
});

test('an idle, a paused, a held and a rewound lab set no timer and publish nothing', () => {
	const lab = testLab();
	let frames = 0;
	lab.store.subscribe(() => frames++);
	const rests = (): void => {
		const before = frames;
		assert.equal(lab.timers(), 0);
		lab.pass(10_000);
		assert.equal(frames, before);
	};
	rests();
	lab.type('l', 'tab', 'c', 'space');
	lab.pass(50);
	rests();
	lab.type('space', '?');
	lab.pass(50);
	rests();
	lab.type('escape', ',');
	lab.pass(50);
	rests();
	assert.deepEqual(lab.screen().header.pace, {kind: 'past', by: 1});
});

test('while a packet flies at most thirty frames a second are published', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	let frames = 0;
	lab.store.subscribe(() => frames++);
	lab.pass(1000);
	assert.ok(frames >= 28 && frames <= 30, String(frames));
});

test('during a beat no frame is published', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c');
	lab.pass(1010);
	let frames = 0;
	lab.store.subscribe(() => frames++);
	lab.pass(600);
	assert.equal(frames, 0);
});

test('TIME_WAIT of 240 s is over in about four seconds', () => {
	const lab = testLab({given: {}, base: 'watch'});
	lab.type('l', 'tab', 'c');
	lab.pass(6000);
	lab.type('tab', 'a', 'tab', 'x');
	lab.pass(4500);
	lab.type('tab', 'x');
	lab.pass(3400);
	assert.equal(states(lab), 'TIME_WAIT CLOSED');
	assert.equal(lab.screen().header.pace.kind, 'watch');
	lab.pass(4600);
	assert.equal(states(lab), 'CLOSED CLOSED');
});

test('--speed 1 is real time', () => {
	const lab = testLab({base: 1});
	lab.type('l', 'tab', 'c');
	lab.pass(200);
	assert.equal(states(lab), 'ESTABLISHED ESTABLISHED');
});

test('+ doubles the pace', () => {
	const lab = testLab();
	lab.type('l', 'tab', 'c', '+');
	lab.pass(560);
	assert.equal(states(lab), 'SYN_SENT SYN_RCVD');
	assert.deepEqual(lab.screen().header.pace, {kind: 'watch', factor: 0.1});
});

test('a flood and a million octets are played in pieces: each look takes a bounded number of steps', () => {
	const lab = testLab({base: 1000});
	lab.type('l', 'tab', 'c');
	lab.pass(100);
	lab.type('tab', 'a', 'tab', 'S', 'up', 'up', 'up', 'return');
	lab.pass(100);
	const {now} = lab.screen().header;
	lab.pass(3000);
	assert.ok(lab.screen().header.now > now);
});

function playing(text: string, ms: number): ReturnType<typeof testLab> {
	const {script, mistakes} = parseScript(text);
	assert.deepEqual(mistakes, undefined);
	assert.ok(script);
	const lab = testLab({opening: {title: 'story', script}});
	lab.pass(ms);
	return lab;
}

const story =
	'server listen 80\nsay "Now the client calls."\nclient connect 80\nrun until client ESTABLISHED\npause\nclient send "x"\nrun until quiet\n';

test('words of a script are left for reading before it goes on', () => {
	const lab = playing(story, 1000);
	assert.equal(states(lab), 'CLOSED LISTEN');
	assert.equal(lab.screen().why.items[0]?.kind, 'say');
	lab.pass(1500);
	assert.equal(states(lab), 'SYN_SENT LISTEN');
});

test('a pause of a script waits for Space', () => {
	const lab = playing(story, 20_000);
	assert.equal(states(lab).split(' ')[0], 'ESTABLISHED');
	assert.deepEqual(lab.screen().header.pace, {kind: 'paused'});
	assert.equal(lab.timers(), 0);
	lab.type('space');
	lab.pass(200);
	assert.equal(lab.store.frame().status.packet?.n, 4);
});

test('when a script has ended the lab goes on live', () => {
	const lab = playing(story, 20_000);
	lab.type('space');
	lab.pass(20_000);
	assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'scenario-ended', title: 'story', failed: 0});
	lab.type('tab', 'tab', 'l');
	assert.equal(lab.store.frame().message, undefined);
});

test('step in a script takes the time of its events, and is over when none can come', () => {
	const lab = playing('server listen 80\nclient connect 80\nstep 2\nserver close\nstep 9\n', 2500);
	assert.equal(lab.screen().header.now, 50_000);
	lab.pass(20_000);
	assert.equal(lab.store.frame().message?.code, 'scenario-ended');
});

test('a script that waits for what can never come ends, and says so', () => {
	const lab = playing('server listen 80\nrun until client ESTABLISHED\n', 5000);
	assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'scenario-ended', title: 'story', failed: 1});
});

test('. goes through a script deed by deed and event by event', () => {
	const lab = playing(story, 0);
	const seen: string[] = [];
	for (let step = 0; step < 8; step++) {
		lab.type('.');
		seen.push(states(lab));
	}
	assert.deepEqual(
		[...new Set(seen)],
		['CLOSED LISTEN', 'SYN_SENT LISTEN', 'SYN_SENT SYN_RCVD', 'ESTABLISHED SYN_RCVD', 'ESTABLISHED ESTABLISHED'],
	);
});

test('acting while a script plays ends it there, and the status bar says so', () => {
	const lab = playing(story, 3500);
	lab.type('d');
	assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'forked', title: 'story'});
	lab.pass(60_000);
	assert.equal(lab.screen().header.title, 'story');
	assert.equal(states(lab), 'ESTABLISHED ESTABLISHED');
});

for (const {name, text} of scenarios) {
	test(`${name} plays to its end in ten to ninety seconds, and all that it expects comes true`, () => {
		const {script} = parseScript(text);
		assert.ok(script);
		const lab = testLab({opening: {title: name, script}});
		let seconds = 0;
		for (; seconds < 90 && lab.said() !== 'scenario-ended'; seconds++) {
			lab.pass(1000);
			if (lab.timers() === 0 && lab.screen().header.pace.kind === 'paused') lab.type('space');
		}
		assert.deepEqual(lab.store.frame().message, {kind: 'notice', code: 'scenario-ended', title: name, failed: 0});
		assert.ok(seconds >= 10, `${seconds} s`);
	});
}
