/** RFC 9293 § 3.5: the figures, and what becomes of each segment of the handshake that does not arrive. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	accept,
	calls,
	close,
	connect,
	crash,
	drop,
	established,
	forge,
	hold,
	left,
	listen,
	moves,
	notes,
	play,
	playOut,
	recv,
	restart,
	send,
	set,
	shows,
	start,
	state,
} from './play.js';

test('figure 6: three segments establish a connection, and a SYN takes one sequence number (F1)', () => {
	const lab = play(start(), ...established);
	shows(
		lab,
		`0 > S 1000:1000(0) win 65535 <mss 1460>
		50 < S. 8000:8000(0) ack 1001 win 65535 <mss 1460>
		100 > . 1001:1001(0) ack 8001 win 65535`,
		{win: true, options: true},
	);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED');
	assert.equal(moves(lab, 'server'), 'LISTEN SYN_RCVD ESTABLISHED');
	assert.deepEqual(calls(lab, 'client'), ['connect 0']);
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4']);
});

test('figure 7: two SYNs that cross make one connection, with four segments in all (F4)', () => {
	const lab = play(start(), connect('client', {port: 5000, from: 6000}), connect('server', {port: 6000, from: 5000}), 1000);
	shows(
		lab,
		`0 > S 1000:1000(0)
		0 < S 8000:8000(0)
		50 < S. 8000:8000(0) ack 1001
		50 > S. 1000:1000(0) ack 8001`,
	);
	assert.equal(moves(lab, 'client'), 'SYN_SENT SYN_RCVD ESTABLISHED');
	assert.equal(moves(lab, 'server'), 'SYN_SENT SYN_RCVD ESTABLISHED');
	assert.deepEqual([...calls(lab, 'client'), ...calls(lab, 'server')], ['connect 0', 'connect 0']);
});

test('figure 8: an old duplicate SYN is answered, denied with RST, and forgotten', () => {
	const lab = play(start(), listen('server'), hold('client', 150, 'SYN'), connect('client'));
	play(lab, forge({host: 'server', number: 3}, '49152 > 80 S 90:90(0)'), 400);
	shows(
		lab,
		`0 > S 1000:1000(0)
		0 > S 90:90(0) injected
		50 < S. 8000:8000(0) ack 91
		100 > R 91:91(0)
		200 < S. 108000:108000(0) ack 1001
		250 > . 1001:1001(0) ack 108001`,
	);
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD LISTEN');
	assert.equal(moves(lab, 'server', 5), 'SYN_RCVD ESTABLISHED');
});

test('figure 9: a restarted client finds the half-open connection when it connects', () => {
	const lab = play(
		start(),
		...established,
		recv({host: 'server', number: 4}),
		crash('client'),
		restart('client'),
		connect('client', {from: 49_152}),
		1400,
	);
	shows(
		lab,
		`200 > S 101000:101000(0)
		250 < . 8001:8001(0) ack 1001
		300 > R 1001:1001(0)
		1200 > S 101000:101000(0)
		1250 < S. 108000:108000(0) ack 101001
		1300 > . 101001:101001(0) ack 108001`,
		{since: 200},
	);
	assert.deepEqual(calls(lab, 'server').at(-1), 'recv -1 ECONNRESET');
});

test('figure 10: a restarted server resets what it does not know', () => {
	const lab = play(start(), ...established, crash('server'), restart('server'), send('client', 'hi'), recv('client'), 200);
	shows(
		lab,
		`200 > P. 1001:1003(2) ack 8001
		250 < R 8001:8001(0)`,
		{since: 200},
	);
	assert.deepEqual(calls(lab, 'client'), ['connect 0', 'send 2', 'recv -1 ECONNRESET']);
});

test('figure 11: an old duplicate SYN between two listeners ends where it began', () => {
	const lab = play(start(), listen('server'), listen('client', 49_152), forge({host: 'server', number: 3}, '49152 > 80 S 90:90(0)'), 1000);
	shows(
		lab,
		`0 > S 90:90(0) injected
		50 < S. 8000:8000(0) ack 91
		100 > R 91:91(0)`,
	);
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD LISTEN');
});

test('a lost SYN is sent again after 1 s, then 2, 4 … and given up after three minutes (MUST-23)', () => {
	const lab = play(start(), crash('server'), connect('client'));
	playOut(lab);
	const times = [0, 1, 3, 7, 15, 31, 63, 123].map(seconds => `${seconds * 1000} > S 1000:1000(0) unreachable`);
	shows(lab, times.join('\n'));
	assert.deepEqual(calls(lab, 'client'), ['connect -1 ETIMEDOUT']);
	assert.equal(notes(lab, 'gave-up')[0]?.t, 183_000);
});

test('a lost SYN,ACK is sent again by whoever asks first', () => {
	const lab = play(start(), listen('server'), drop('server', 'SYN,ACK'), connect('client'), 1200);
	shows(
		lab,
		`0 > S 1000:1000(0)
		50 < S. 8000:8000(0) ack 1001 dropped
		1000 > S 1000:1000(0)
		1050 < . 8001:8001(0) ack 1001
		1050 < S. 8000:8000(0) ack 1001
		1100 > . 1001:1001(0) ack 8001`,
	);
});

test('without its third segment the server stays in SYN_RCVD, and the client does not know (F6)', () => {
	const lab = play(start(), listen('server'), drop('client', 'ACK'), connect('client'), 500);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
	assert.equal(state(lab, {host: 'server', number: 4}), 'SYN_RCVD');
	play(lab, 1000);
	shows(
		lab,
		`100 > . 1001:1001(0) ack 8001 dropped
		1050 < S. 8000:8000(0) ack 1001
		1100 > . 1001:1001(0) ack 8001`,
		{since: 100},
	);
	assert.equal(state(lab, {host: 'server', number: 4}), 'ESTABLISHED');
});

test('the third segment carries what waits to be sent (F1)', () => {
	const lab = play(start(), listen('server'), connect('client'), send('client', 'hello'), 300);
	shows(lab, '100 > P. 1001:1006(5) ack 8001', {since: 100, from: 'client'});
});

test('data makes good for a lost third segment', () => {
	const lab = play(start(), listen('server'), drop('client', 'ACK'), connect('client'), 150, send('client', 'hello'), 100);
	shows(
		lab,
		`100 > . 1001:1001(0) ack 8001 dropped
		150 > P. 1001:1006(5) ack 8001`,
		{since: 100},
	);
	assert.equal(state(lab, {host: 'server', number: 4}), 'ESTABLISHED');
});

test('nobody listens: the answer is RST,ACK, and connect is refused', () => {
	const lab = play(start(), connect('client'), 200);
	shows(
		lab,
		`0 > S 1000:1000(0)
		50 < R. 0:0(0) ack 1001`,
	);
	assert.deepEqual(calls(lab, 'client'), ['connect -1 ECONNREFUSED']);
	assert.equal(moves(lab, 'client'), 'SYN_SENT CLOSED');
});

test('a listener may open actively from its port (F4)', () => {
	const lab = play(start(), listen('server'), listen('client', 7000), connect('client', {socket: {host: 'client', number: 3}}), 200);
	assert.equal(moves(lab, 'client', 3), 'LISTEN SYN_SENT ESTABLISHED');
	assert.deepEqual(calls(lab, 'client'), ['listen 0', 'connect 0']);
});

test('text that came with the SYN is kept until the connection is established', () => {
	const lab = play(start(), listen('server'), accept('server'), crash('client'));
	play(lab, forge({host: 'server', number: 3}, '5000 > 80 SP 100:105(5)'), 100);
	shows(lab, '50 < S. 8000:8000(0) ack 101 unreachable', {from: 'server'});
	play(lab, forge({host: 'server', number: 4}, '. 106:106(0) ack 8001'), 60, recv({host: 'server', number: 4}));
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'recv 5']);
});

test('the ISN can be given, and numbers pass 2³² without a stumble', () => {
	const lab = play(
		start(),
		set('client', {knob: 'isn', value: 0xffffffff}),
		set('server', {knob: 'isn', value: 0xfffffffe}),
		...established,
	);
	play(lab, send('client', 'hello'), recv('server'), 300, close('client'), 300);
	shows(
		lab,
		`0 > S 4294967295:4294967295(0)
		50 < S. 4294967294:4294967294(0) ack 0
		100 > . 0:0(0) ack 4294967295
		200 > P. 0:5(5) ack 4294967295
		450 < . 4294967295:4294967295(0) ack 5
		500 > F. 5:5(0) ack 4294967295
		550 < . 4294967295:4294967295(0) ack 6`,
	);
	assert.equal(left(lab, 'client', 'rto'), undefined);
});
