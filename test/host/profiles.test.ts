/** What linux and freebsd do otherwise than the RFCs' text. The textbook profile has the other tests to itself. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profiles} from '../../source/host/profiles/index.js';
import type {HostName} from '../../source/sim/index.js';
import {
	abort,
	accept,
	both,
	calls,
	close,
	connect,
	crash,
	drop,
	established,
	flood,
	forge,
	forgeRst,
	type Lab,
	ladder,
	left,
	listen,
	type Move,
	notes,
	packets,
	play,
	playOut,
	recv,
	send,
	set,
	shutdown,
	start,
	state,
	tcb,
	words,
} from '../tcp/play.js';

type Stack = 'linux' | 'freebsd';
const stacks: readonly Stack[] = ['linux', 'freebsd'];
const child = {host: 'server', number: 4} as const;
const numbers = [set('client', {knob: 'isn', value: 1000}), set('server', {knob: 'isn', value: 8000})] as const;

const begin = (stack: Stack, ...moves: readonly Move[]): Lab => play(start(both(stack)), ...numbers, ...moves);

/** Seconds at which a host sent something of this kind. */
const seconds = (lab: Lab, from: HostName, flags: string): readonly number[] =>
	packets(lab)
		.filter(packet => packet.from === from && packet.origin === 'tcp' && words(packet).startsWith(`${flags} `))
		.map(({sentAt}) => sentAt / 1_000_000);

/** What the client sends in the instant at which a forged segment arrives. */
function answers(lab: Lab, text: string): readonly string[] {
	const before = packets(lab).length;
	play(lab, forge('client', `80 > ${tcb(lab, 'client').local.port} ${text}`), 50);
	return packets(lab)
		.slice(before)
		.filter(packet => packet.from === 'client' && packet.origin === 'tcp' && packet.sentAt === lab.world.now)
		.map(packet => words(packet));
}

test('every profile has a name of its own', () => {
	for (const [name, profile] of Object.entries(profiles)) assert.equal(profile.name, name);
});

for (const [stack, sent, end] of [
	['linux', [0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67], 131],
	['freebsd', [0, 1, 3.2, 7.4, 15.6, 31.8, 64], 75],
] as const)
	test(`${stack} sends its SYN at ${sent.join(', ')} s and gives up at ${end} s`, () => {
		const lab = playOut(begin(stack, crash('server'), connect('client')), 1);
		assert.deepEqual(seconds(lab, 'client', 'S'), sent);
		assert.equal(notes(lab, 'gave-up')[0]?.t, end * 1000);
		assert.deepEqual(calls(lab, 'client'), ['connect -1 ETIMEDOUT']);
	});

for (const [stack, again] of [
	['linux', [1, 3, 7, 15, 31]],
	['freebsd', [1, 3, 7]],
] as const)
	test(`${stack} sends its SYN,ACK again after ${again.join(', ')} s`, () => {
		const lab = playOut(begin(stack, listen('server'), flood('server', 1)), 1);
		assert.deepEqual(
			seconds(lab, 'server', 'S.').map(at => Math.round((at - 0.05) * 1000) / 1000),
			[0, ...again],
		);
	});

test('a number of SYN retransmissions given by hand counts for SYN and SYN,ACK', () => {
	const lab = playOut(begin('linux', set('server', {knob: 'synRetries', value: 2}), listen('server'), flood('server', 1)), 1);
	assert.equal(seconds(lab, 'server', 'S.').length, 3);
});

for (const [stack, sent] of [
	['linux', [0.2, 0.5, 0.8, 1.4, 2.6]],
	['freebsd', [0.2, 0.7, 1.5, 2.9]],
] as const)
	test(`${stack}, round trip 100 ms: data go out at ${sent.join(', ')} s`, () => {
		const lab = begin(stack, ...established, crash('server'), send('client', 'x'), 3000);
		assert.deepEqual(seconds(lab, 'client', 'P.'), sent);
	});

for (const stack of stacks)
	test(`${stack} holds an acknowledgment for 40 ms`, () => {
		const lab = begin(
			stack,
			...established,
			...Array.from({length: 16}, () => [send('client', 'x'), 200] as const).flat(),
			send('client', 'y'),
			51,
		);
		assert.equal(left(lab, child, 'delayed-ack'), 39);
	});

for (const [stack, answer] of [
	['linux', '. 1002:1002(0) ack 8002'],
	['freebsd', 'F. 1001:1001(0) ack 8002'],
] as const)
	test(`a FIN in FIN_WAIT_1 makes ${stack} answer ${answer}`, () => {
		const lab = begin(stack, ...established, crash('server'), shutdown('client'));
		assert.deepEqual(answers(lab, 'F. 8001:8001(0) ack 1001'), [answer]);
		assert.equal(state(lab, 'client'), 'CLOSING');
	});

/** The client in TIME_WAIT, with a listener on its port where one is wanted. */
const timeWait = (stack: Stack, ...more: readonly Move[]): Lab =>
	begin(
		stack,
		set('client', {knob: 'synRetries', value: 1}),
		...more,
		...established,
		crash('server'),
		shutdown('client'),
		forge('client', 'F. 8001:8001(0) ack 1002'),
		60,
	);

for (const stack of stacks) test(`TIME_WAIT lasts 60 s with ${stack}`, () => assert.equal(left(timeWait(stack), 'client', '2msl'), 59_990));

for (const [stack, next] of [
	['linux', 'CLOSED'],
	['freebsd', 'TIME_WAIT'],
] as const)
	test(`a RST in TIME_WAIT: with ${stack} it is ${next} then`, () => {
		const lab = play(timeWait(stack), forgeRst('client', 'exact'), 60);
		assert.equal(state(lab, 'client'), next);
	});

for (const [stack, old] of [
	['linux', ['. 1002:1002(0) ack 8002']],
	['freebsd', []],
] as const) {
	test(`${stack} answers an old SYN in TIME_WAIT with ${old.length === 0 ? 'silence' : 'an ACK'}`, () =>
		assert.deepEqual(answers(timeWait(stack), 'S 8000:8000(0)'), old));

	test(`a newer SYN in TIME_WAIT opens the pair anew with ${stack} where somebody listens`, () => {
		const lab = begin(stack, ...established, close(child), 200, close('client'), 200);
		assert.equal(state(lab, child), 'TIME_WAIT');
		play(lab, forge(child, 'S 9000:9000(0)'), 50);
		const [answer] = packets(lab).slice(-1);
		assert.equal(answer && words(answer).startsWith('S. '), true);
		assert.equal(answer?.ack, 9001);
		if (stack === 'linux') assert.equal(answer?.seq, 8002 + 65_537);
	});
}

test('TIME_WAIT has one answer to a newer SYN where nobody listens', () => {
	for (const stack of stacks) assert.equal(answers(timeWait(stack), 'S 9000:9000(0)').length, 1);
});

for (const [stack, text, answer] of [
	['linux', 'S. 5:5(0) ack 77', ['R 77:77(0)']],
	['freebsd', 'S. 5:5(0) ack 77', []],
	['linux', 'SF 5:5(0)', []],
	['freebsd', 'SF 5:5(0)', ['S. 1000:1000(0) ack 6']],
	['linux', 'SP 5:10(5)', ['S. 1000:1000(0) ack 6']],
	['freebsd', 'SP 5:10(5)', ['S. 1000:1000(0) ack 6']],
	['linux', '. 5:5(0) ack 77', ['R 77:77(0)']],
	['freebsd', 'F 5:5(0)', []],
] as const)
	test(`LISTEN with ${stack}: ${text} is answered ${answer[0] ?? 'with silence'}`, () => {
		const lab = begin(stack, listen('client'), forge('client', `9 > 80 ${text}`), 50);
		const sent = packets(lab).filter(({origin}) => origin === 'tcp');
		assert.deepEqual(
			sent.map(packet => words(packet)),
			answer,
		);
	});

for (const stack of stacks)
	test(`text on a SYN is dropped by a listener with ${stack}`, () => {
		const lab = begin(
			stack,
			listen('server'),
			forge({host: 'server', number: 3}, '9 > 80 SP 5:10(5)'),
			60,
			forge(child, '. 6:6(0) ack 8001'),
			60,
		);
		assert.equal(state(lab, child), 'ESTABLISHED');
		assert.equal(tcb(lab, child).receiveBuffer.length, 0);
	});

for (const [stack, octets] of [
	['linux', 0],
	['freebsd', 5],
] as const)
	test(`text on the SYN of a simultaneous open: ${stack} keeps ${octets} octets of it`, () => {
		const lab = begin(stack, crash('server'), connect('client'));
		play(lab, forge('client', `80 > ${tcb(lab, 'client').local.port} SP 5:10(5)`), 60, forge('client', '. 6:6(0) ack 1001'), 60);
		assert.equal(tcb(lab, 'client').receiveBuffer.length, octets);
	});

for (const stack of stacks)
	test(`the same SYN again makes ${stack} send its SYN,ACK again`, () => {
		const lab = begin(stack, listen('client'), forge('client', '9 > 80 S 5:5(0)'), 60, forge('client', '9 > 80 S 5:5(0)'), 50);
		assert.deepEqual(
			ladder(lab, {from: 'client', fate: false}).map(row => row.split(' > ')[1]),
			['S. 1000:1000(0) ack 6', 'S. 1000:1000(0) ack 6'],
		);
	});

test('linux sends one challenge ACK in half a second, whatever provokes it', () => {
	const lab = begin('linux', ...established, crash('server'));
	for (const wait of [50, 50, 600]) play(lab, forgeRst('client', 'in-window'), wait);
	play(lab, forgeRst('client', 'in-window'), 60);
	assert.deepEqual(
		packets(lab)
			.filter(({from, sentAt}) => from === 'client' && sentAt > 200_000)
			.map(({sentAt}) => sentAt / 1000 - 250),
		[0, 700],
	);
	assert.equal(answers(lab, 'S 8001:8001(0)').length, 0);
	play(lab, 500);
	assert.equal(answers(lab, 'S 8001:8001(0)').length, 1);
});

test('freebsd sends five challenge ACKs a second', () => {
	const lab = begin('freebsd', ...established, crash('server'), ...Array.from({length: 9}, () => forgeRst('client', 'in-window')), 60);
	assert.equal(packets(lab).filter(({from, sentAt}) => from === 'client' && sentAt > 200_000).length, 5);
});

for (const [stack, win] of [
	['linux', 'the window last told'],
	['freebsd', 'no window'],
] as const)
	test(`an abort with ${stack} is R. with ${win}`, () => {
		const lab = begin(stack, ...established, abort('client'));
		const [last] = packets(lab).slice(-2);
		const field = stack === 'linux' ? last?.win : 0;
		assert.equal(ladder(lab, {win: true}).at(-1), `200 > R. 1001:1001(0) ack 8001 win ${field}`);
	});

test('a reset in answer to a stray segment has no window anywhere', () => {
	for (const stack of stacks) {
		const lab = begin(stack, connect('client'), 60);
		assert.equal(ladder(lab, {win: true}).at(-1), '50 < R. 0:0(0) ack 1001 win 0');
	}
});

for (const [stack, result] of [
	['linux', 'listen -1 EADDRINUSE'],
	['freebsd', 'listen 0'],
] as const)
	test(`reuseaddr that only the new socket has: ${stack} says ${result}`, () => {
		const lab = begin(
			stack,
			...established,
			close(child),
			200,
			close('client'),
			200,
			close({host: 'server', number: 3}),
			listen('server', 80, {reuseaddr: true}),
		);
		assert.equal(calls(lab, 'server').at(-1), result);
	});

test('linux gives the port away when both sockets have reuseaddr', () => {
	const lab = begin(
		'linux',
		listen('server', 80, {reuseaddr: true}),
		accept(),
		connect('client'),
		200,
		close(child),
		200,
		close('client'),
		200,
	);
	play(lab, close({host: 'server', number: 3}), listen('server', 80, {reuseaddr: true}));
	assert.equal(calls(lab, 'server').at(-1), 'listen 0');
});

for (const [stack, errno] of [
	['linux', 'EISCONN'],
	['freebsd', 'EOPNOTSUPP'],
] as const)
	test(`connect on a listener fails with ${errno} on ${stack}`, () => {
		const lab = begin(stack, listen('client', 7000), connect('client', {socket: {host: 'client', number: 3}}));
		assert.equal(calls(lab, 'client').at(-1), `connect -1 ${errno}`);
		assert.equal(state(lab, {host: 'client', number: 3}), 'LISTEN');
	});

test('freebsd rounds its receive buffer up to whole segments, and accepts what fits in it beyond the window field', () => {
	const lab = begin('freebsd', set('client', {knob: 'wscale', value: false}), ...established, crash('server'));
	assert.equal(tcb(lab, 'client').receiveBuffer.capacity, 65_700);
	assert.equal(answers(lab, `R ${8001 + 65_699}:${8001 + 65_699}(0)`).length, 1);
	assert.equal(answers(lab, `R ${8001 + 65_700}:${8001 + 65_700}(0)`).length, 0);
});

test('text that freebsd accepts beyond its advertised window leaves a window of 0', () => {
	const lab = begin(
		'freebsd',
		set('client', {knob: 'rcvbuf', value: 2000}),
		set('client', {knob: 'wscale', value: false}),
		...established,
		crash('server'),
		forge('client', 'P. 8001:10001(2000) ack 1001'),
		60,
	);
	const {rcv, receiveBuffer} = tcb(lab, 'client');
	const room = receiveBuffer.capacity - receiveBuffer.length;
	play(lab, forge('client', `P. 10001:${10_001 + room}(${room}) ack 1001`), 60);
	assert.equal(rcv.wnd, 0);
	assert.equal(receiveBuffer.length, receiveBuffer.capacity);
});

for (const [stack, octets, updates] of [
	['freebsd', 2000, 0],
	['freebsd', 2 * 1460, 1],
	['linux', 1460, 0],
	['linux', 40_000, 1],
] as const)
	test(`${stack} tells of new room ${updates === 0 ? 'not yet' : 'at once'} when ${octets} octets are read from a full buffer`, () => {
		const lab = begin(
			stack,
			set('server', {knob: 'rcvbuf', value: 65_536}),
			set('server', {knob: 'wscale', value: false}),
			...established,
			send('client', 65_000),
			5000,
		);
		const before = packets(lab).length;
		play(lab, recv(child, octets));
		assert.equal(packets(lab).length - before, updates);
	});

test('linux gives up what a closed descriptor left behind after a loss probe and eight retransmissions', () => {
	const lab = playOut(begin('linux', ...established, crash('server'), close('client')), 2);
	assert.equal(seconds(lab, 'client', 'F.').length, 10);
});

test('the ports of the profiles come from their own ranges, and their ISNs from the seed', () => {
	const other = {...both('linux'), seed: 2};
	const seen = [start(both('linux')), start(other)].map(lab => tcb(play(lab, connect('client')), 'client'));
	for (const {local} of seen) assert.ok(local.port >= 32_768 && local.port <= 60_999);
	assert.notEqual(seen[0]?.iss, seen[1]?.iss);
});

test('hosts of different profiles understand each other', () => {
	const lab = play(
		start({profile: {client: 'linux', server: 'freebsd'}}),
		...established,
		drop('client', 'data'),
		send('client', 30_000),
		9000,
		recv(child),
	);
	assert.equal(calls(lab, 'server').at(-1), 'recv 30000');
});
