import assert from 'node:assert/strict';
import {test} from 'node:test';
import {boosted, factorOf, horizon, isIdle, type Outlook, readingMs} from '../../source/app/pace.js';

const never = Number.POSITIVE_INFINITY;
const outlook = (given: Partial<Outlook>): Outlook => ({now: 0, nextAt: never, crossing: undefined, wireUntil: 0, calmSince: 0, ...given});
const watch = {base: 'watch', boost: 1} as const;

for (const [what, seen, factor] of [
	['a crossing of 50 ms takes a second', {nextAt: 50_000, crossing: 50_000, wireUntil: 50_000}, 0.05],
	['a crossing of 900 ms takes a second', {nextAt: 900_000, crossing: 900_000, wireUntil: 900_000}, 0.9],
	['a timer that is due before the packet changes nothing', {nextAt: 10_000, crossing: 50_000, wireUntil: 50_000}, 0.05],
	['240 s without packets take four seconds', {nextAt: 240e6}, 60.01],
	['240 s of which half is over still take four seconds', {now: 120e6, nextAt: 240e6}, 60.01],
	['a second without packets takes a second and a half', {now: 7e6, calmSince: 7e6, nextAt: 8e6}, 0.6667],
	['two hours take five seconds', {nextAt: 7200e6}, 1440],
	['a millisecond takes half a second', {nextAt: 1000}, 0.002],
] as const) {
	test(`watch: ${what}`, () => assert.equal(Number(factorOf(watch, outlook(seen)).toPrecision(4)).toFixed(3), factor.toFixed(3)));
}

for (const [base, boost, factor] of [
	[1, 1, 1],
	[1, 4, 4],
	[0.5, 0.5, 0.25],
] as const) {
	test(`--speed ${base}, ${boost} times as fast, is x${factor} whatever lies ahead`, () => {
		assert.equal(factorOf({base, boost}, outlook({nextAt: 50_000, crossing: 50_000})), factor);
		assert.equal(factorOf({base, boost}, outlook({nextAt: 240e6})), factor);
	});
}

test('nothing in flight and no timer is idle', () => assert.ok(isIdle(outlook({now: 5}))));
test('a dead packet that is still drawn is not idle', () => assert.ok(!isIdle(outlook({now: 5, wireUntil: 9}))));
test('a timer is not idle', () => assert.ok(!isIdle(outlook({now: 5, nextAt: 9}))));
test('with nothing to come, time runs until the last dead packet is gone', () => assert.equal(horizon(outlook({now: 5, wireUntil: 9})), 9));

test('+ and - double and halve, and end somewhere', () => {
	let pace: ReturnType<typeof boosted> = watch;
	const boosts: number[] = [];
	for (; pace; pace = boosted(pace, 'faster')) boosts.push(pace.boost);
	assert.deepEqual(boosts.slice(0, 4), [1, 2, 4, 8]);
	assert.equal(boosts.at(-1), 1024);
	assert.equal(boosted({base: 'watch', boost: 1 / 16}, 'slower'), undefined);
});

test('longer words get more time, within bounds', () => {
	assert.equal(readingMs(1), 1200);
	assert.equal(readingMs(80), 3600);
	assert.equal(readingMs(1000), 6000);
});
