/** A router marks instead of dropping (RFC 3168 § 5): which packets it may mark, and what both ends make of it. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Action, act, type HostName, seek, stepBack, toPresent} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {established, type Lab, ladder, notes, packets, play, refusal, send, set, start, tcb} from '../tcp/play.js';

const child = {host: 'server', number: 4} as const;
const markNext = (host: HostName, filter: 'data' | 'any' = 'data'): Action => ({do: 'arm', host, filter, mischief: {kind: 'mark'}});
const mark = (packet: number): Action => ({do: 'packet', packet, mischief: {kind: 'mark'}});

/** Both ends know ECN, MSS 1000, connected for 200 ms. */
const ecnLab = (profile: ProfileName = 'textbook', ecn: 'on' | 'off' = 'on'): Lab =>
	play(
		start({profile: {client: profile, server: profile}}),
		...(['client', 'server'] as const).flatMap(host => [
			set(host, {knob: 'ecn', value: ecn}),
			set(host, {knob: 'mss', value: 1000}),
			set(host, {knob: 'timestamps', value: false}),
		]),
		...established,
	);

const marksOf = (lab: Lab): readonly (readonly [number, number])[] =>
	packets(lab).flatMap(({n, markedAt}) => (markedAt === undefined ? [] : [[n, markedAt / 1000] as const]));

const flagsSince = (lab: Lab, from: HostName, since: number): readonly (string | undefined)[] =>
	ladder(lab, {from, since}).map(line => line.split(' ')[2]);

test('a one-shot waits for a segment that may be marked, and marks it half way', () => {
	const lab = play(ecnLab(), markNext('client', 'any'), send(child, 'x'), 300);
	assert.deepEqual(marksOf(lab), [], 'the ACK of the client is not capable of ECN');
	play(lab, send('client', 3000), 200);
	assert.deepEqual(marksOf(lab), [[6, 525]]);
	assert.deepEqual(
		notes(lab, 'link-marked').map(({t, values}) => [t, values.packet]),
		[[500, 6]],
	);
	assert.equal(lab.world.armed.length, 0);
});

test('a packet in flight is marked by its number, once', () => {
	const lab = play(ecnLab(), send('client', 2000), 10, mark(4), 10, mark(4));
	assert.deepEqual(marksOf(lab), [[4, 210]]);
	assert.equal(notes(lab, 'link-marked').length, 1);
});

test('what is not capable of ECN cannot be marked, nor what is not in flight', () => {
	const lab = play(ecnLab('textbook', 'off'), markNext('client'), send('client', 1000), 10);
	assert.deepEqual(refusal(lab, mark(4)), {code: 'not-ecn-capable', packet: 4});
	assert.deepEqual(refusal(lab, mark(1)), {code: 'no-such-packet', packet: 1});
	assert.equal(lab.world.armed.length, 1);
});

test('the record keeps what was sent; a copy of a marked packet is marked', () => {
	const lab = play(ecnLab(), send('client', 1000), mark(4), {do: 'packet', packet: 4, mischief: {kind: 'duplicate'}}, 100);
	assert.deepEqual(
		packets(lab)
			.slice(3, 5)
			.map(({tos, markedAt}) => [tos, markedAt]),
		[
			[2, 200_000],
			[2, 200_000],
		],
	);
});

test('a mark may be taken back before it was made', () => {
	const lab = play(ecnLab(), markNext('client'), {do: 'disarm', host: 'client', filter: 'data', mischief: {kind: 'mark'}});
	play(lab, send('client', 1000), 100);
	assert.deepEqual(marksOf(lab), []);
});

for (const profile of ['textbook', 'linux', 'freebsd'] as const)
	test(`${profile}: the mark comes back as ECE, cwnd falls once, CWR ends it, nothing is sent again`, () => {
		const lab = play(ecnLab(profile), markNext('client'), send('client', 10_000), 150);
		assert.equal(notes(lab, 'ce-arrived').length, 1);
		const before = 10_000;
		play(lab, send('client', 12_000), 1000);
		const {cwnd, ssthresh} = tcb(lab, 'client').congestion;
		assert.ok(ssthresh < before && ssthresh >= before / 2, `ssthresh ${ssthresh}`);
		assert.ok(cwnd <= ssthresh + 2000, `cwnd ${cwnd}, ssthresh ${ssthresh}`);
		assert.equal(notes(lab, 'cwr-sent').length, 1);
		assert.equal(notes(lab, 'cwr-arrived').length, 1);
		assert.equal(flagsSince(lab, 'server', 200).includes('E.'), true);
		assert.equal(flagsSince(lab, 'server', 200).at(-1), '.');
		assert.ok(packets(lab).every(({isRetransmission, fate}) => !isRetransmission && fate === 'delivered'));
	});

test('linux reduces step by step, and every step and the end leave a note', () => {
	const lab = play(ecnLab('linux'), markNext('client'), send('client', 20_000), 1000);
	const steps = notes(lab, 'cwnd-follows').map(({values}) => values.cwnd ?? 0);
	const [ending] = notes(lab, 'reduction-over');
	assert.ok(steps.length > 1, `${steps}`);
	assert.deepEqual(
		steps,
		steps.toSorted((one, other) => other - one),
	);
	assert.equal(ending?.values.cwnd, notes(lab, 'ecn-reduces')[0]?.values.ssthresh);
});

test('back in time the mark is not there yet; forward again it is', () => {
	const lab = play(ecnLab(), send('client', 1000), 10, mark(4), 100);
	const after = marksOf(lab);
	assert.deepEqual(after, [[4, 210]]);
	while (lab.world.now > 205_000) stepBack(lab);
	assert.deepEqual(marksOf(lab), []);
	toPresent(lab);
	assert.deepEqual(marksOf(lab), after);
	seek(lab, 1);
	assert.deepEqual(marksOf(lab), []);
	act(lab, {do: 'listen', host: 'client', port: 99});
	assert.deepEqual(marksOf(lab), []);
});
