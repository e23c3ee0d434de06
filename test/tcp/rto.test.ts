import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profiles} from '../../source/host/profiles/index.js';
import {newTcb} from '../../source/tcp/new-tcb.js';
import {newOut} from '../../source/tcp/out.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {backOff, sample} from '../../source/tcp/rto.js';
import {seq} from '../../source/tcp/seq.js';
import type {Env, Tcb} from '../../source/tcp/tcb.js';

function stage(name: ProfileName): {readonly tcb: Tcb; readonly env: Env} {
	const profile = profiles[name];
	const env = {now: 0, profile, knobs: {...profile.knobs}, out: newOut()};
	return {tcb: newTcb({addr: 1, port: 1}, {addr: 2, port: 2}, seq(0), env), env};
}

// Milliseconds: what was measured, then SRTT, RTTVAR and RTO as RFC 6298 § 2.2 and § 2.3 compute them by hand.
for (const [profile, samples, srtt, rttvar, rto] of [
	['textbook', [100], 100, 50, 1000],
	['textbook', [2000], 2000, 1000, 6000],
	['textbook', [2000, 2000], 2000, 750, 5000],
	['textbook', [2000, 1000], 1875, 1000, 5875],
	['textbook', [400, 800, 400], 443.75, 200, 1243.75],
	['textbook', [40_000], 40_000, 20_000, 60_000],
	['linux', [100], 100, 50, 300],
	['linux', [100, 100, 100, 100, 100, 100, 100, 100], 100, 50, 300],
	['freebsd', [1], 1, 0.5, 30],
] as const)
	test(`RFC 6298 § 2: ${profile} makes ${rto} ms of round trips of ${samples.join(', ')} ms`, () => {
		const {tcb, env} = stage(profile);
		for (const milliseconds of samples) sample(tcb, milliseconds * 1000, env);
		assert.equal(tcb.rtt.srtt, srtt * 1000);
		assert.equal(tcb.rtt.rttvar, rttvar * 1000);
		assert.equal(tcb.rtt.rto, rto * 1000);
	});

test('RFC 6298 § 2.1: the first RTO is one second', () => assert.equal(stage('textbook').tcb.rtt.rto, 1_000_000));

test('RFC 6298 § 5.5: each time-out doubles the RTO, up to 60 s', () => {
	const {tcb, env} = stage('textbook');
	const seen = Array.from({length: 8}, () => {
		backOff(tcb, env);
		return tcb.rtt.rto / 1_000_000;
	});
	assert.deepEqual(seen, [2, 4, 8, 16, 32, 60, 60, 60]);
});
