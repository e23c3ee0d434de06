/** What a person does to packets: one-shots that wait for a segment, and hands laid on those in flight. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action, FlagFilter} from '../../source/sim/index.js';
import {
	accept,
	close,
	connect,
	drop,
	established,
	flood,
	forge,
	forgeRst,
	hold,
	ladder,
	listen,
	moves,
	notes,
	packets,
	play,
	refusal,
	send,
	set,
	shows,
	start,
	state,
} from '../tcp/play.js';

const child = {host: 'server', number: 4} as const;
const onPacket = (packet: number, kind: 'drop' | 'duplicate' | 'corrupt'): Action => ({do: 'packet', packet, mischief: {kind}});

/** A whole conversation, in which each filter finds its segment. */
const fatesWith = (filter: FlagFilter): string[] => {
	const lab = play(
		start(),
		{do: 'arm', host: 'client', filter, mischief: {kind: 'corrupt'}},
		...established,
		send('client', 'x'),
		400,
		{do: 'abort', socket: {host: 'client'}},
		100,
	);
	return ladder(lab, {from: 'client'}).filter(row => row.includes('corrupted'));
};

for (const [filter, first] of [
	['any', '0 > S 1000:1000(0) corrupted'],
	['SYN', '0 > S 1000:1000(0) corrupted'],
	['ACK', '100 > . 1001:1001(0) ack 8001 corrupted'],
	['data', '200 > P. 1001:1002(1) ack 8001 corrupted'],
	['RST', '600 > R 1002:1002(0) corrupted'],
] as const)
	test(`a one-shot for ${filter} takes one segment: ${first}`, () => assert.deepEqual(fatesWith(filter), [first]));

test('a one-shot for SYN leaves SYN,ACK alone, and one for FIN takes it with or without data', () => {
	const lab = play(start(), drop('server', 'SYN'), ...established, drop('client', 'FIN'), send('client', 'x'), close('client'), 100);
	assert.equal(state(lab, child), 'ESTABLISHED');
	assert.deepEqual(ladder(lab, {from: 'client', since: 200}).at(-1), '200 > F. 1002:1002(0) ack 8001 dropped');
});

test('two one-shots take two segments, retransmissions too', () => {
	const lab = play(start(), listen('server'), drop('client', 'SYN'), drop('client', 'SYN'), connect('client'), 4000);
	shows(
		lab,
		`0 > S 1000:1000(0) dropped
		1000 > S 1000:1000(0) dropped
		3000 > S 1000:1000(0)
		3050 < S. 8000:8000(0) ack 1001
		3100 > . 1001:1001(0) ack 8001`,
	);
});

test('a one-shot does not meet forged segments', () => {
	const lab = play(start(), ...established, drop('server'), forge('client', '. 8001:8001(0) ack 1001'), 60);
	assert.equal(packets(lab).at(-1)?.fate, 'delivered');
	assert.equal(lab.world.armed.length, 1);
});

test('a one-shot can be taken back, the newest of its kind first', () => {
	const lab = play(
		start(),
		drop('client'),
		{do: 'disarm', host: 'client', filter: 'any', mischief: {kind: 'drop'}},
		listen('server'),
		connect('client'),
		200,
	);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
	assert.deepEqual(refusal(lab, {do: 'disarm', host: 'client', filter: 'any', mischief: {kind: 'drop'}}), {code: 'not-armed'});
});

test('a delay is added to that of the link', () => {
	const lab = play(start(), listen('server'), hold('client', 25, 'SYN'), connect('client'), 200);
	assert.equal((packets(lab)[0]?.settledAt ?? 0) / 1000, 75);
});

test('a packet in flight is dropped, doubled, damaged or held by its number', () => {
	const lab = play(start(), listen('server'), connect('client'), onPacket(1, 'duplicate'), onPacket(2, 'drop'), 60);
	assert.deepEqual(
		packets(lab).map(({fate, of}) => [fate, of]),
		[
			['delivered', undefined],
			['dropped', 1],
			['in-flight', undefined],
		],
	);
	play(lab, onPacket(3, 'corrupt'), {do: 'packet', packet: 3, mischief: {kind: 'delay', by: 5000}}, 100);
	assert.deepEqual([packets(lab)[2]?.fate, packets(lab)[2]?.settledAt], ['corrupted', 105_000]);
});

test('what is not in flight cannot be touched', () => {
	const lab = play(start(), listen('server'), connect('client'), 60);
	for (const packet of [0, 1, 9]) assert.deepEqual(refusal(lab, onPacket(packet, 'drop')), {code: 'no-such-packet', packet});
});

test('a name is given once', () => {
	const lab = play(start(), listen('server', 80, {name: 'web'}), accept('server', 'first'), connect('client', {name: 'web'}), 200);
	assert.deepEqual(refusal(lab, listen('server', 81, {name: 'web'})), {code: 'name-taken', name: 'web'});
	assert.equal(state(lab, {host: 'server', name: 'first'}), 'ESTABLISHED');
	assert.equal(state(lab, {host: 'client', name: 'web'}), 'ESTABLISHED');
});

test('a forged segment needs somebody to be forged for', () => {
	const lab = start();
	for (const action of [forge('client', 'R 1:1(0)'), forgeRst('client', 'exact')])
		assert.equal(refusal(lab, action)?.code, 'no-connection');
});

test('a socket that never got a port cannot be reached, but for a segment that names one', () => {
	const lab = play(start(), listen('server', 80), listen('server', 80), 10);
	const socket = {host: 'server', number: 4} as const;
	const segment = {flags: 4, seq: 1, len: 0, ack: 0, win: 0, urg: 0, options: []};
	assert.equal(refusal(lab, {do: 'inject', socket, segment})?.code, 'no-connection');
	assert.equal(refusal(lab, {do: 'inject-rst', socket, place: 'exact'})?.code, 'no-connection');
	assert.equal(refusal(lab, {do: 'inject', socket, segment: {...segment, sport: 5000, dport: 80}}), undefined);
});

test('at one instant packets arrive before timers fire, packets in the order of their numbers', () => {
	const lab = play(
		start(),
		set('client', {knob: 'nagle', value: false}),
		listen('server'),
		hold('client', 900, 'SYN'),
		connect('client'),
		50,
		flood('server', 3),
		1100,
	);
	const arrivals = packets(lab)
		.filter(({to}) => to === 'server')
		.map(({n, settledAt}) => [n, (settledAt ?? 0) / 1000]);
	assert.deepEqual(arrivals.slice(0, 4), [
		[1, 950],
		[2, 100],
		[3, 100],
		[4, 100],
	]);
	const atOnce = play(start(), listen('server'), hold('client', 950, 'SYN'), connect('client'), 1000);
	assert.equal(moves(atOnce, 'server', 4), 'SYN_RCVD');
	assert.deepEqual(
		ladder(atOnce).map(row => row.slice(0, 7)),
		['0 > S 1', '1000 < ', '1000 > '],
	);
	assert.equal(notes(atOnce, 'rto-fired').length, 1);
});
