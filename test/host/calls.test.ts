/** Socket calls drive it all (F16): what they return, when they wait, and how they fail. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {socketBy} from '../../source/sim/index.js';
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
	forge,
	type Lab,
	ladder,
	listen,
	type Move,
	moves,
	play,
	recv,
	rows,
	send,
	set,
	shows,
	shutdown,
	start,
	state,
	tcb,
} from '../tcp/play.js';

const child = {host: 'server', number: 4} as const;
const client = {host: 'client', number: 3} as const;
const after = (lab: Lab, host: 'client' | 'server', ...more: readonly Move[]): string[] => {
	const before = calls(lab, host).length;
	return calls(play(lab, ...more), host).slice(before);
};

test('the worked example: twenty octets, ten back in the segment that acknowledges them, and four segments to close (F19)', () => {
	const lab = play(
		start(),
		...established,
		send('client', 20),
		60,
		send(child, 10),
		260,
		close('client'),
		60,
		recv(child),
		close(child),
		100,
	);
	shows(
		lab,
		`0 > S 1000:1000(0)
		50 < S. 8000:8000(0) ack 1001
		100 > . 1001:1001(0) ack 8001
		200 > P. 1001:1021(20) ack 8001
		260 < P. 8001:8011(10) ack 1021
		510 > . 1021:1021(0) ack 8011
		520 > R 1021:1021(0)`,
	);
	const polite = play(
		start(),
		...established,
		send('client', 20),
		60,
		recv(child),
		send(child, 10),
		260,
		recv('client'),
		close('client'),
		60,
		close(child),
		100,
	);
	shows(
		polite,
		`510 > . 1021:1021(0) ack 8011
		520 > F. 1021:1021(0) ack 8011
		570 < . 8011:8011(0) ack 1022
		580 < F. 8011:8011(0) ack 1022
		630 > . 1022:1022(0) ack 8012`,
		{since: 500},
	);
});

test('recv takes what is there, at most what was asked for, and waits for at least one octet', () => {
	const lab = play(start(), ...established, recv(child, 3), send('client', 'hello'), 100);
	assert.equal(calls(lab, 'server').at(-1), 'recv 3');
	assert.deepEqual(after(lab, 'server', recv(child, 100), recv(child)), ['recv 2']);
	assert.deepEqual(after(lab, 'server', send('client', 'x'), 400), ['recv 1']);
});

test('recv returns 0 after the FIN of the peer, as often as it is called (F16)', () => {
	const lab = play(start(), ...established, send('client', 'bye'), close('client'), 200);
	assert.deepEqual(after(lab, 'server', recv(child), recv(child), recv(child)), ['recv 3', 'recv 0', 'recv 0']);
});

test('connect waits until the connection is there; send and recv wait behind it', () => {
	const lab = play(start(), listen('server'), connect('client'), send('client', 'early'), recv('client'), 50);
	assert.deepEqual(calls(lab, 'client'), []);
	play(lab, accept(), 200, recv(child), send(child, 'back'), 200);
	assert.deepEqual(calls(lab, 'client'), ['connect 0', 'send 5', 'recv 4']);
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 4', 'recv 5', 'send 4']);
});

test('calls that wait behind a connect that fails, fail with it', () => {
	const lab = play(start(), connect('client'), send('client', 'x'), recv('client'), 200);
	assert.deepEqual(calls(lab, 'client'), ['connect -1 ECONNREFUSED', 'send -1 ECONNREFUSED', 'recv -1 ECONNREFUSED']);
});

test('a call tells when it began and what it was asked for', () => {
	const lab = play(start(), ...established, recv(child, 10), 100, send('client', 'hello'), 100);
	const [last] = rows(lab)
		.flatMap(row => (row.kind === 'call' && row.host === 'server' ? [row] : []))
		.slice(-1);
	assert.deepEqual([last?.t, last?.call.began, last?.call.argument], [350_000, 200_000, 10]);
	assert.equal(Buffer.from(last?.call.data ?? []).toString(), 'hello');
});

test('more than 256 octets are read, but not all of them are written down', () => {
	const lab = play(start(), ...established, send('client', 300), 100, recv(child));
	const [last] = rows(lab)
		.flatMap(row => (row.kind === 'call' ? [row.call] : []))
		.slice(-1);
	assert.deepEqual([last?.result, last?.data?.length, last?.isCut], [300, 256, true]);
});

test('a send larger than the buffer completes when the last octet is taken, and close goes behind it', () => {
	const lab = play(
		start(),
		set('client', {knob: 'sndbuf', value: 2000}),
		set('server', {knob: 'app', value: 'reader'}),
		listen('server'),
		connect('client'),
		200,
		send('client', 9000),
		close('client'),
		10,
	);
	assert.deepEqual(calls(lab, 'client'), ['connect 0', 'close 0']);
	play(lab, 5000);
	assert.deepEqual(calls(lab, 'client'), ['connect 0', 'close 0', 'send 9000']);
	assert.equal(lab.world.hosts.server.sockets[1]?.received, 9000);
	assert.equal(state(lab, client), 'TIME_WAIT');
});

for (const [what, moves_, error] of [
	['send after shutdown', [...established, shutdown('client'), send('client', 'x')], 'send -1 EPIPE'],
	['send after close', [...established, close('client'), send(client, 'x')], 'send -1 EBADF'],
	['recv on a listener', [listen('client'), recv(client)], 'recv -1 ENOTCONN'],
	['send on a listener', [listen('client'), send(client, 'x')], 'send -1 ENOTCONN'],
	['shutdown before the connection', [connect('client'), shutdown('client')], 'shutdown -1 ENOTCONN'],
	['connect on a connection', [...established, connect('client', {socket: client})], 'connect -1 EISCONN'],
	['accept on a connection', [...established, accept(client)], 'accept -1 EINVAL'],
	['connect from a port in use', [...established, connect('client', {from: 49_152})], 'connect -1 EADDRINUSE'],
	['a call without any socket', [recv('client')], 'recv -1 EBADF'],
	['a call on a host that is down', [crash('client'), connect('client')], 'connect -1 ENETDOWN'],
] as const)
	test(`${what} fails: ${error}`, () => assert.equal(calls(play(start(), ...moves_), 'client').at(-1), error));

test('close while connect waits: nothing is sent, and a late SYN,ACK meets a RST', () => {
	const lab = play(start(), listen('server'), connect('client'), 60, close('client'), 100);
	assert.deepEqual(calls(lab, 'client'), ['close 0', 'connect -1 ECONNABORTED']);
	assert.equal(ladder(lab, {from: 'client'}).at(-1), '100 > R 1001:1001(0)');
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD LISTEN');
});

test('abort while octets wait forgets them', () => {
	const lab = play(start(), ...established, drop('client', 'data'), send('client', 'lost'), abort('client'), 60);
	assert.deepEqual(ladder(lab, {since: 200}), [
		'200 > P. 1001:1005(4) ack 8001 dropped',
		'200 > R 1005:1005(0)',
		'250 < . 8001:8001(0) ack 1001',
	]);
	play(lab, 100);
	assert.equal(state(lab, child), 'CLOSED');
});

test('an application that reads closes after the FIN of its peer, and writes no calls', () => {
	const lab = play(
		start(),
		set('server', {knob: 'app', value: 'reader'}),
		listen('server'),
		connect('client'),
		200,
		send('client', 'hello'),
		close('client'),
		300,
	);
	assert.deepEqual(calls(lab, 'server'), ['listen 0']);
	assert.equal(lab.world.hosts.server.sockets[1]?.received, 5);
	assert.equal(lab.world.hosts.server.sockets[1]?.hasReadEof, true);
	assert.equal(state(lab, client), 'TIME_WAIT');
});

test('an echo rides on the acknowledgment', () => {
	const lab = play(
		start(),
		set('server', {knob: 'app', value: 'echo'}),
		listen('server'),
		connect('client'),
		200,
		recv('client'),
		send('client', 'hello'),
		100,
	);
	shows(
		lab,
		`200 > P. 1001:1006(5) ack 8001
		250 < P. 8001:8006(5) ack 1006`,
		{since: 200},
	);
	assert.equal(calls(lab, 'client').at(-1), 'recv 5');
});

test('an application that is set to read takes what has gathered before', () => {
	const lab = play(
		start(),
		listen('server'),
		connect('client'),
		200,
		send('client', 'hello'),
		100,
		set('server', {knob: 'app', value: 'reader'}),
	);
	assert.equal(lab.world.hosts.server.sockets[1]?.received, 5);
	assert.equal(tcb(lab, child).receiveBuffer.length, 0);
});

test('the counting pattern goes on from one send to the next', () => {
	const lab = play(start(), ...established, send('client', 30), send('client', 30), 700, recv(child));
	const [last] = rows(lab)
		.flatMap(row => (row.kind === 'call' ? [row.call] : []))
		.slice(-1);
	const alphabet = 'abcdefghijklmnopqrstuvwxyz';
	assert.equal(Buffer.from(last?.data ?? []).toString(), alphabet.repeat(3).slice(0, 60));
});

test('a segment forged for a host goes to its newest connection', () => {
	const lab = play(start(), ...established, connect('client'), 200, forge('client', '. 108001:108001(0) ack 101001'), 60);
	assert.equal(ladder(lab, {since: 400})[0], '400 < . 108001:108001(0) ack 101001 injected');
	assert.equal(lab.world.trace.packets.dport[6], 49_153);
});

for (const profile of ['textbook', 'linux', 'freebsd'] as const)
	test(`${profile}: what send() has not handed over when the socket is closed goes before the FIN`, () => {
		const lab = play(start(both(profile)), set('server', {knob: 'app', value: 'reader'}), ...established);
		play(lab, send('client', 200_000), 1, send('client', 100_000), 1, close('client'), 20_000);
		assert.equal(socketBy(lab.world.hosts.server, 4)?.received, 300_000);
		assert.equal(state(lab, 'client'), 'TIME_WAIT');
	});
