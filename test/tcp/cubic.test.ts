/** CUBIC (RFC 9438) and HyStart: windows in segments, as Linux counts them. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profiles} from '../../source/host/profiles/index.js';
import {algorithmOf, collapse, grow, switchCongestion} from '../../source/tcp/congestion.js';
import {curveRise, curveTime, timeToRise} from '../../source/tcp/cubic-curve.js';
import {newTcb} from '../../source/tcp/new-tcb.js';
import type {NoteCode} from '../../source/tcp/notes.js';
import {newOut} from '../../source/tcp/out.js';
import type {CongestionName, ProfileName} from '../../source/tcp/profile.js';
import {seq} from '../../source/tcp/seq.js';
import type {Env, Tcb} from '../../source/tcp/tcb.js';
import {both, connect, type Lab, link, listen, notes, packets, play, send, set, start, tcb} from './play.js';

const mss = 1000;
const noThreshold = 2 ** 30;

type Stage = {readonly tcb: Tcb; readonly env: Env};

/** A connection whose window is used up all the time, a second after the start of the world. */
function stage(cwnd: number, rtt: number, congestion: CongestionName = 'cubic', profile: ProfileName = 'linux'): Stage {
	const env = {
		now: 1_000_000,
		profile: profiles[profile],
		knobs: {...profiles[profile].knobs, congestion},
		out: newOut(),
	};
	const block = newTcb({addr: 1, port: 1}, {addr: 2, port: 2}, seq(0), env);
	block.snd.mss = mss;
	block.congestion.cwnd = cwnd * mss;
	block.congestion.usage.isLimited = true;
	block.congestion.cubic.delayMin = rtt * 1000;
	return {tcb: block, env};
}

function lose({tcb: {congestion}, tcb: block, env}: Stage): void {
	congestion.ssthresh = algorithmOf(block).threshold(block, env);
	congestion.cwnd = congestion.ssthresh;
}

function timeOut({tcb: block, env}: Stage, rtt: number): void {
	block.retries = 1;
	collapse(block, env);
	block.congestion.cubic.delayMin = rtt * 1000;
}

/** A round trip later a window's worth of segments is acknowledged, one by one. */
function round({tcb: block, env}: Stage, rtt: number): number {
	env.now += rtt * 1000;
	const window = block.congestion.cwnd / mss;
	for (let count = 0; count < window; count++) grow(block, mss, env, 1);
	return block.congestion.cwnd / mss;
}

const rounds = (at: Stage, rtt: number, count: number): number[] => Array.from({length: count}, () => round(at, rtt));

test('the curve is that of RFC 9438 § 4.2 within its fixed point', () => {
	for (const segments of [1, 3, 12, 100, 5000]) {
		const k = timeToRise(segments);
		assert.ok(Math.abs(k / 1024 - Math.cbrt(segments / 0.4)) < 0.01, `${segments}: ${k / 1024}`);
		assert.ok(Math.abs(curveRise(0, k) - segments) <= 1);
		assert.ok(Math.abs(curveRise(2 * k, k) - segments) <= 1);
	}
	assert.equal(curveRise(curveTime(10_000), 0), 400);
	assert.equal(curveRise(500, 500), 0);
});

// The windows after each round trip, as the formulas of tcp_cubic give them by hand.
test('after a loss at 40 the window runs fast at first, rests at 40, and then feels its way upwards', () => {
	const at = stage(40, 100);
	lose(at);
	assert.equal(at.tcb.congestion.ssthresh, 28 * mss);
	assert.deepEqual(
		rounds(at, 100, 40),
		[
			30, 31, 32, 33, 33, 35, 35, 37, 37, 37, 37, 39, 39, 39, 39, 39, 39, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 43, 43, 43, 43, 45, 45,
			45, 45, 47, 47, 47, 49, 49,
		],
	);
});

test('where round trips are short the window keeps up with Reno (RFC 9438 § 4.3)', () => {
	const at = stage(20, 10);
	lose(at);
	assert.deepEqual(rounds(at, 10, 22), [15, 15, 15, 15, 15, 17, 17, 17, 17, 17, 20, 20, 20, 20, 20, 22, 22, 22, 22, 22, 25, 25]);
	assert.ok(at.tcb.congestion.cwnd / mss >= at.tcb.congestion.cubic.wEst);
});

test('a loss before the old W_max leaves room: the next W_max is lower (RFC 9438 § 4.7)', () => {
	const at = stage(40, 200);
	lose(at);
	assert.deepEqual(rounds(at, 200, 5), [31, 33, 34, 36, 37]);
	lose(at);
	assert.equal(at.tcb.congestion.cubic.wMax, 31);
	assert.deepEqual(rounds(at, 200, 9), [27, 28, 29, 30, 30, 32, 32, 32, 32]);
});

test('after a time-out slow start goes to 0.7 of the old window, then a curve without W_max grows 5 % a round trip', () => {
	const at = stage(20, 80);
	timeOut(at, 80);
	assert.equal(at.tcb.congestion.cwnd, mss);
	assert.equal(at.tcb.congestion.ssthresh, 14 * mss);
	assert.deepEqual(rounds(at, 80, 14), [2, 4, 8, 14, 14, 15, 16, 17, 17, 18, 19, 20, 21, 22]);
	assert.equal(at.tcb.congestion.cubic.wMax, 0);
});

// Milliseconds since the ACK before; every ACK acknowledges one segment. From the tenth on Reno would have a segment more.
test('growth is computed anew only when 32 ms have gone or cwnd has changed', () => {
	const at = stage(8, 60);
	timeOut(at, 60);
	at.tcb.congestion.cwnd = 5 * mss;
	assert.equal(at.tcb.congestion.ssthresh, 5 * mss);
	const seen = [60, 1, 1, 1, 57, 1, 1, 1, 1, 1, 1, 1, 53, 1].map(wait => {
		at.env.now += wait * 1000;
		grow(at.tcb, mss, at.env, 1);
		return at.tcb.congestion.cwnd / mss;
	});
	assert.deepEqual(seen, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6]);
});

test('a curve does not run on while nothing is sent', () => {
	const [busy, idle] = [stage(40, 100), stage(40, 100)];
	for (const at of [busy, idle]) {
		lose(at);
		rounds(at, 100, 3);
	}
	idle.tcb.congestion.lastSentAt = idle.env.now;
	idle.env.now += 60_000_000;
	algorithmOf(idle.tcb).onIdle(idle.tcb, idle.env);
	assert.deepEqual(rounds(idle, 100, 20), rounds(busy, 100, 20));
});

test('where cwnd counts octets acknowledged octets are gathered to segments', () => {
	const at = stage(30, 100, 'cubic', 'textbook');
	at.tcb.congestion.ssthresh = 20 * mss;
	for (let count = 0; count < 400; count++) {
		at.env.now += 1000;
		grow(at.tcb, 100, at.env);
	}
	assert.equal(at.tcb.congestion.cwnd, 32 * mss);
});

test('Reno in segments: one a window, half of the window after a loss, never below two', () => {
	const at = stage(10, 100, 'newreno');
	lose(at);
	assert.equal(at.tcb.congestion.ssthresh, 5 * mss);
	assert.deepEqual(rounds(at, 100, 4), [6, 7, 8, 9]);
	at.tcb.congestion.cwnd = 3 * mss;
	lose(at);
	assert.equal(at.tcb.congestion.ssthresh, 2 * mss);
});

test('slow start in segments counts every acknowledged one, and hands on what lies beyond ssthresh', () => {
	const at = stage(4, 100, 'newreno');
	at.tcb.congestion.ssthresh = 6 * mss;
	grow(at.tcb, 4 * mss, at.env, 4);
	assert.equal(at.tcb.congestion.cwnd, 6 * mss);
	assert.equal(at.tcb.congestion.credit, 2);
});

/** Slow start at 20 segments: samples of so many ms, an ACK each after a pause of so many µs. */
function samples(round: readonly number[], pause: number, cwnd = 20): Stage {
	const at = stage(cwnd, 100);
	at.tcb.congestion.ssthresh = noThreshold;
	algorithmOf(at.tcb).start(at.tcb, at.env);
	at.tcb.congestion.cwnd = cwnd * mss;
	at.tcb.rtt.srtt = 100_000;
	for (const rtt of round) {
		at.env.now += pause;
		algorithmOf(at.tcb).onRtt(at.tcb, rtt * 1000, at.env);
	}
	return at;
}

const eight = (rtt: number): number[] => Array.from({length: 8}, () => rtt);

for (const [what, round, ends] of [
	['an eighth longer', [...eight(113), 113], true],
	['less than an eighth longer', [...eight(112), 112], false],
	['longer, but seen eight times only', eight(150), false],
	['longer but for one', [...eight(150), 100, 150, 150], false],
] as const)
	test(`HyStart: round trips ${what} ${ends ? 'end' : 'do not end'} slow start`, () => {
		const {congestion} = samples(round, 10_000).tcb;
		assert.equal(congestion.cubic.hystart.isFound, ends);
		assert.equal(congestion.ssthresh, ends ? 20 * mss : noThreshold);
	});

test('HyStart: ACKs without a gap for half a round trip end slow start', () => {
	const train = Array.from({length: 60}, () => 100);
	assert.equal(samples(train.slice(0, 50), 1000).tcb.congestion.cubic.hystart.isFound, false);
	assert.equal(samples(train.slice(0, 51), 1000).tcb.congestion.cubic.hystart.isFound, true);
	assert.equal(samples(train, 2100).tcb.congestion.cubic.hystart.isFound, false);
});

test('HyStart concludes nothing from less than 16 segments', () => {
	assert.equal(samples([...eight(200), 200], 10_000, 15).tcb.congestion.ssthresh, noThreshold);
	assert.equal(samples([...eight(200), 200], 10_000, 16).tcb.congestion.ssthresh, 16 * mss);
});

/** A bulk transfer between two Linux hosts with segments of 1000 octets, each acknowledged. */
const bulk = (congestion: CongestionName, octets: number): Lab =>
	play(
		start(both('linux')),
		set('client', {knob: 'congestion', value: congestion}),
		set('client', {knob: 'timestamps', value: false}),
		set('server', {knob: 'mss', value: mss}),
		set('server', {knob: 'delayedAck', value: false}),
		set('server', {knob: 'app', value: 'reader'}),
		set('client', {knob: 'sndbuf', value: 1_000_000}),
		listen('server'),
		connect('client'),
		200,
		send('client', octets),
	);

const told = (lab: Lab, code: NoteCode): number => notes(lab, code).length;

test('the algorithm is that of the knob when the connection was made', () => {
	const lab = bulk('newreno', 1000);
	play(lab, set('client', {knob: 'congestion', value: 'cubic'}));
	assert.equal(tcb(lab, 'client').congestion.algorithm, 'newreno');
	play(lab, connect('client'), 200);
	assert.equal(tcb(lab, 'client').congestion.algorithm, 'cubic');
});

test('a program may change the algorithm of its connection: cwnd stays, the curve begins anew', () => {
	const at = stage(40, 100);
	lose(at);
	rounds(at, 100, 3);
	const {congestion} = at.tcb;
	const window = congestion.cwnd;
	switchCongestion(at.tcb, 'newreno', at.env);
	switchCongestion(at.tcb, 'cubic', at.env);
	assert.deepEqual([congestion.cwnd, congestion.cubic.wMax, congestion.cubic.epochTick], [window, 0, undefined]);
});

test('a window that is not used up does not grow, and says so', () => {
	const lab = play(bulk('cubic', 4000), 300);
	assert.equal(tcb(lab, 'client').congestion.cwnd, 10 * mss);
	assert.ok(told(lab, 'cwnd-unused') > 0);
	play(lab, send('client', 40_000), 300);
	assert.ok(tcb(lab, 'client').congestion.cwnd > 20 * mss);
});

test('of six segments acknowledged two by two the first two make cwnd 12, which is twice the six', () => {
	const at = stage(10, 100, 'newreno');
	at.tcb.congestion.usage = {isLimited: false, most: 6, upTo: seq(0)};
	const seen = [2, 2, 2].map(segments => {
		grow(at.tcb, segments * mss, at.env, segments);
		return at.tcb.congestion.cwnd / mss;
	});
	assert.deepEqual(seen, [12, 12, 12]);
});

test('a slow link ends slow start by HyStart, before its queue overflows', () => {
	const lab = bulk('cubic', 1);
	play(lab, link({rate: 4_000_000, queue: 1000}, 'client'), 100, send('client', 400_000), 2000);
	assert.equal(told(lab, 'hystart-train') + told(lab, 'hystart-delay'), 1);
	assert.ok(tcb(lab, 'client').congestion.ssthresh < noThreshold);
	assert.equal(packets(lab).filter(({fate}) => fate === 'queue-full').length, 0);
});
