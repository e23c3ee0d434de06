/** The SYN queue and the accept queue (F17), counted as Linux counts them: each is full when it is longer than the backlog. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	accept,
	calls,
	close,
	connect,
	crash,
	drop,
	flood,
	type Lab,
	ladder,
	listen,
	notes,
	play,
	rows,
	send,
	shows,
	start,
	state,
} from '../tcp/play.js';

const lengths = (lab: Lab, queue: 'syn' | 'accept'): string =>
	rows(lab)
		.flatMap(row => (row.kind === 'queue' && row.queue === queue ? [row.length] : []))
		.join(' ');

test('the SYN puts a request into the SYN queue, the third segment moves it on, accept takes it out', () => {
	const lab = play(start(), listen('server'), connect('client'), 200, accept());
	assert.equal(lengths(lab, 'syn'), '1 0');
	assert.equal(lengths(lab, 'accept'), '1 0');
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4']);
});

test('accept waits for a connection, and several waiters are served in turn', () => {
	const lab = play(start(), listen('server'), accept(), accept(), connect('client'), connect('client'), 200);
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'accept 5']);
});

test('connections are established without accept, and data wait for it', () => {
	const lab = play(start(), listen('server'), connect('client'), send('client', 'hello'), 300, accept(), {
		do: 'recv',
		socket: {host: 'server', number: 4},
	});
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'recv 5']);
});

test('a backlog of one lets two connections wait; then SYNs are dropped, until accept makes room', () => {
	const lab = play(start(), listen('server', 80, {backlog: 1}), connect('client'), 200, connect('client'), 200, connect('client'), 200);
	assert.equal(notes(lab, 'accept-queue-full-syn').length, 1);
	assert.equal(state(lab, {host: 'client', number: 5}), 'SYN_SENT');
	play(lab, accept(), 1000);
	assert.equal(state(lab, {host: 'client', number: 5}), 'ESTABLISHED');
});

test('third segments that find the accept queue full are dropped: the server asks again, the client believes it is connected', () => {
	const lab = play(start(), listen('server', 80, {backlog: 1}), connect('client'), 200, connect('client'), connect('client'), 200);
	assert.equal(notes(lab, 'accept-queue-full-ack').length, 1);
	assert.equal(state(lab, {host: 'client', number: 5}), 'ESTABLISHED');
	assert.equal(state(lab, {host: 'server', number: 6}), 'SYN_RCVD');
	play(lab, accept(), 1000);
	shows(
		lab,
		`1250 < S. 208000:208000(0) ack 201001
		1300 > . 201001:201001(0) ack 208001`,
		{since: 400},
	);
	assert.equal(state(lab, {host: 'server', number: 6}), 'ESTABLISHED');
});

test('a flood of SYNs that never answer fills the SYN queue, and nobody else gets in', () => {
	const lab = play(start(), listen('server', 80, {backlog: 2}), flood('server', 5), 100, connect('client'), 200);
	assert.equal(lengths(lab, 'syn'), '1 2 3');
	assert.equal(notes(lab, 'syn-queue-full').length, 3);
	assert.equal(state(lab, 'client'), 'SYN_SENT');
	assert.equal(
		ladder(lab, {from: 'server'}).every(row => row.endsWith('unreachable')),
		true,
	);
	play(lab, 200_000);
	assert.equal(lengths(lab, 'syn').endsWith('0'), true);
});

test('the requests of a flood are given up after their SYN,ACKs', () => {
	const lab = play(start(), listen('server'), flood('server', 1), 300_000);
	assert.deepEqual(
		ladder(lab, {from: 'server'}).map(row => Number(row.split(' ')[0])),
		[50, 1050, 3050, 7050, 15_050, 31_050, 63_050, 123_050],
	);
	assert.equal(notes(lab, 'gave-up')[0]?.t, 183_050);
});

test('a connection that ended in the accept queue is still handed out, and tells its error', () => {
	const lab = play(start(), listen('server'), connect('client'), 200, {do: 'abort', socket: {host: 'client'}}, 100, accept(), {
		do: 'recv',
		socket: {host: 'server', number: 4},
	});
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'recv -1 ECONNRESET']);
});

test('a RST in SYN_RCVD takes the request out of the SYN queue without a word to the application', () => {
	const lab = play(
		start(),
		listen('server'),
		drop('client', 'ACK'),
		connect('client'),
		150,
		crash('client'),
		{do: 'inject-rst', socket: {host: 'server', number: 4}, place: 'exact'},
		100,
	);
	assert.equal(lengths(lab, 'syn'), '1 0');
	assert.equal(lengths(lab, 'accept'), '');
});

test('accept on what does not listen fails, and so does a call on a child before accept', () => {
	const lab = play(
		start(),
		listen('server'),
		connect('client'),
		200,
		send({host: 'server', number: 4}, 'x'),
		close({host: 'server', number: 4}),
		accept({host: 'client', number: 3}),
	);
	assert.deepEqual(calls(lab, 'server').slice(1), ['send -1 EBADF', 'close -1 EBADF']);
	assert.equal(calls(lab, 'client').at(-1), 'accept -1 EINVAL');
});

test('two listeners on one port are one too many', () => {
	const lab = play(start(), listen('server'), listen('server'), listen('server', 80, {reuseaddr: true}), listen('server', 81));
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'listen -1 EADDRINUSE', 'listen -1 EADDRINUSE', 'listen 0']);
});

test('a port nobody listens on refuses while another one accepts', () => {
	const lab = play(start(), listen('server', 81), connect('client'), 200);
	shows(
		lab,
		`0 > S 1000:1000(0)
		50 < R. 0:0(0) ack 1001`,
	);
});
