/** RFC 9293 § 3.6: each direction is closed on its own, and the last ACK has a guard. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	both,
	calls,
	close,
	connect,
	drop,
	established,
	hold,
	left,
	listen,
	moves,
	notes,
	play,
	playOut,
	recv,
	send,
	set,
	shows,
	shutdown,
	start,
	state,
} from './play.js';

const child = {host: 'server', number: 4} as const;

test('figure 12: four segments close a connection, each FIN takes one number (F2, F3, F9)', () => {
	const lab = play(start(), ...established, close('client'), 200, close(child), 200);
	shows(
		lab,
		`200 > F. 1001:1001(0) ack 8001
		250 < . 8001:8001(0) ack 1002
		400 < F. 8001:8001(0) ack 1002
		450 > . 1002:1002(0) ack 8002`,
		{since: 200},
	);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT');
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED');
	playOut(lab);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED');
	assert.equal(notes(lab, 'time-wait-over')[0]?.t, 450 + 240_000);
});

test('figure 13: both close at once and pass through CLOSING (F8)', () => {
	const lab = play(start(), ...established, close('client'), close(child), 200);
	shows(
		lab,
		`200 > F. 1001:1001(0) ack 8001
		200 < F. 8001:8001(0) ack 1001
		250 < . 8002:8002(0) ack 1002
		250 > . 1002:1002(0) ack 8002`,
		{since: 200},
	);
	for (const of of ['client', child] as const) assert.equal(state(lab, of), 'TIME_WAIT');
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT');
});

test('FIN with the ACK of the own FIN leads straight to TIME_WAIT, in three segments (F7)', () => {
	const lab = play(start(), set('server', {knob: 'app', value: 'reader'}), listen('server'), connect('client'), 200, close('client'), 200);
	shows(
		lab,
		`200 > F. 1001:1001(0) ack 8001
		250 < F. 8001:8001(0) ack 1002
		300 > . 1002:1002(0) ack 8002`,
		{since: 200},
	);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT');
});

test('after its FIN a side still receives, for as long as the other likes (F9, F10)', () => {
	const lab = play(start(), ...established, shutdown('client'), recv('client'), 200, recv(child), send(child, 'one more thing'), 400);
	assert.equal(state(lab, 'client'), 'FIN_WAIT_2');
	assert.equal(state(lab, child), 'CLOSE_WAIT');
	play(lab, 3_600_000);
	assert.equal(state(lab, 'client'), 'FIN_WAIT_2');
	play(lab, close(child), 300);
	assert.deepEqual(calls(lab, 'client'), ['connect 0', 'shutdown 0', 'recv 14']);
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'recv 0', 'send 14', 'close 0']);
	assert.equal(state(lab, 'client'), 'TIME_WAIT');
});

test('the last ACK is lost: the FIN comes again, TIME_WAIT answers and starts anew (F12)', () => {
	const lab = play(start(), ...established, close('client'), 200, drop('client', 'ACK'), close(child), 2000);
	shows(
		lab,
		`400 < F. 8001:8001(0) ack 1002
		450 > . 1002:1002(0) ack 8002 dropped
		1400 < F. 8001:8001(0) ack 1002
		1450 > . 1002:1002(0) ack 8002`,
		{since: 400},
	);
	assert.equal(state(lab, child), 'CLOSED');
	assert.equal(notes(lab, 'time-wait-restarted')[0]?.t, 1450);
	assert.equal(left(lab, 'client', '2msl'), 240_000 - 950);
});

test('a FIN that nobody acknowledges is given up after its retransmissions and one more wait (F13)', () => {
	const lab = play(start(), ...established, set('server', {knob: 'retries', value: 2}), close('client'), 200, close(child));
	play(lab, drop('client', 'ACK'), drop('client', 'ACK'), drop('client', 'ACK'));
	playOut(lab);
	shows(
		lab,
		`400 < F. 8001:8001(0) ack 1002
		450 > . 1002:1002(0) ack 8002 dropped
		1400 < F. 8001:8001(0) ack 1002
		1450 > . 1002:1002(0) ack 8002 dropped
		3400 < F. 8001:8001(0) ack 1002
		3450 > . 1002:1002(0) ack 8002 dropped`,
		{since: 400},
	);
	assert.equal(notes(lab, 'gave-up')[0]?.t, 7400);
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED');
	assert.equal(notes(lab, 'time-wait-over')[0]?.t, 3450 + 240_000);
});

test('during 2MSL the port is taken, unless the new socket insists (F14)', () => {
	const lab = play(start(), ...established, close(child), 200, close('client'), 200);
	play(lab, close({host: 'server', number: 3}), listen('server'));
	assert.equal(calls(lab, 'server').at(-1), 'listen -1 EADDRINUSE');
	const [note] = notes(lab, 'port-in-use');
	assert.equal(note?.values.port, 80);
	assert.equal(note?.values.socket, 4);
	play(lab, listen('server', 80, {reuseaddr: true}));
	assert.equal(calls(lab, 'server').at(-1), 'listen 0');
	play(lab, close({host: 'server', number: 6}), 240_000, listen('server'));
	assert.equal(calls(lab, 'server').at(-1), 'listen 0');
});

test('TIME_WAIT of a connection keeps its port for a new connect, too', () => {
	const lab = play(start(), ...established, close('client'), 200, close(child), 200, connect('client', {from: 49_152}));
	assert.equal(calls(lab, 'client').at(-1), 'connect -1 EADDRINUSE');
});

for (const [profile, milliseconds] of [
	['textbook', undefined],
	['linux', 60_000],
	['freebsd', 60_000],
] as const)
	test(`FIN_WAIT_2 after close() ${milliseconds ? `lasts ${milliseconds / 1000} s` : 'has no limit'} with ${profile}`, () => {
		const lab = play(start(both(profile)), ...established, close('client'), 150);
		assert.equal(left(lab, 'client', 'fin-wait-2'), milliseconds && milliseconds - 50);
		playOut(lab, 1);
		assert.equal(state(lab, 'client'), milliseconds ? 'CLOSED' : 'FIN_WAIT_2');
	});

test('FIN_WAIT_2 after shutdown() has no limit anywhere', () => {
	const lab = play(start(both('linux')), ...established, shutdown('client'), 150);
	assert.equal(left(lab, 'client', 'fin-wait-2'), undefined);
});

test('data behind which a FIN waits goes first, and the FIN joins its last segment', () => {
	const lab = play(start(), ...established, send('client', 3000), close('client'), 300);
	shows(
		lab,
		`200 > . 1001:2461(1460) ack 8001
		200 > . 2461:3921(1460) ack 8001
		200 > FP. 3921:4001(80) ack 8001`,
		{since: 200, from: 'client'},
	);
});

test('a FIN that overtakes the data before it waits for them', () => {
	const lab = play(start(), ...established, hold('client', 100, 'data'), send('client', 'hello'), close('client'), 100);
	assert.equal(state(lab, child), 'ESTABLISHED');
	play(lab, 100);
	assert.equal(state(lab, child), 'CLOSE_WAIT');
});

test('a second close is a bad descriptor, a second shutdown does nothing', () => {
	const lab = play(
		start(),
		...established,
		shutdown('client'),
		shutdown('client'),
		close('client'),
		close({host: 'client', number: 3}),
		close({host: 'client', number: 9}),
		500,
	);
	assert.deepEqual(calls(lab, 'client').slice(1), ['shutdown 0', 'shutdown 0', 'close 0', 'close -1 EBADF', 'close -1 EBADF']);
});
