/** POSIX calls, their states and profiles: what returns, what waits, how it fails (POSIX; PROFILES of the three stacks). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seek} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {both, drop, forge, forgeRst, type Move, play, shows, start, state} from '../tcp/play.js';
import {after, client, connected, outcomes, server, timedAfter} from './posix.js';

const profiles: readonly ProfileName[] = ['textbook', 'linux', 'freebsd'];
const reset = forgeRst({host: 'client', number: 3}, 'exact');

/** On a socket that was only made: what each call gives, by profile where they differ. */
const fresh: readonly (readonly [string, readonly Move[], string | Record<ProfileName, string>])[] = [
	['a read', [client.read(3, 10)], 'recv = -1 ENOTCONN'],
	['a write', [client.write(3, 10)], {textbook: 'send = -1 ENOTCONN', linux: 'send = -1 EPIPE', freebsd: 'send = -1 ENOTCONN'}],
	['shutdown', [client.shutdown(3, 'SHUT_WR')], 'shutdown = -1 ENOTCONN'],
	['accept', [client.accept(3)], 'accept = -1 EINVAL'],
	['listen without bind', [client.listen(3)], 'listen = 0'],
	['the flags', [client.flags(3)], 'fcntl = 2'],
	['SO_ERROR', [client.get(3, 'SO_ERROR')], 'getsockopt = 0 [0]'],
	['a second bind', [client.bind(3), client.bind(3)], 'bind = -1 EINVAL'],
	['bind on a port that only another socket holds', [client.socket(), client.bind(3), client.bind(4)], 'bind = -1 EADDRINUSE'],
	['close, then anything', [client.close(3), client.read(3, 1)], 'recv = -1 EBADF'],
	['a descriptor that never was', [client.close(9)], 'close = -1 EBADF'],
];

for (const profile of profiles)
	for (const [what, moves, result] of fresh)
		test(`${profile}, a fresh socket: ${what}`, () => {
			const lab = play(start(both(profile)), client.socket());
			assert.equal(after(lab, 'client', ...moves).at(-1), typeof result === 'string' ? result : result[profile]);
		});

test('connect and read wait where the descriptor waits, and not with MSG_DONTWAIT', () => {
	const lab = play(start(), server.socket(), server.bind(3), server.listen(3), client.socket());
	assert.deepEqual(timedAfter(lab, 'client', client.connect(3), 150, client.read(3, 100, 'MSG_DONTWAIT'), client.read(3, 100)), [
		'100 connect = 0',
		'150 recv = -1 EAGAIN',
	]);
	play(lab, server.accept(3));
	assert.deepEqual(timedAfter(lab, 'client', server.write(4, 30), 100), ['200 recv = 30']);
});

test('accept waits, or gives EAGAIN; what it returns waits again, on FreeBSD it has the flag of the listener', () => {
	for (const [profile, flags] of [
		['linux', 2],
		['freebsd', 6],
	] as const) {
		const lab = play(start(both(profile)), server.socket(true), server.bind(3), server.listen(3), client.socket());
		assert.deepEqual(after(lab, 'server', server.accept(3)), ['accept = -1 EAGAIN']);
		assert.deepEqual(after(lab, 'server', client.connect(3), 300, server.accept(3), server.flags(4)), ['accept = 4', `fcntl = ${flags}`]);
	}
});

test('MSG_PEEK leaves the octets where they are, FIONREAD counts them', () => {
	const lab = play(connected('linux'), server.write(4, 50), 100);
	const peek = [client.read(3, 20, 'MSG_PEEK'), client.ioctl(3, 'FIONREAD'), client.read(3, 100), client.ioctl(3, 'SIOCINQ')];
	assert.deepEqual(after(lab, 'client', ...peek), ['recv = 20', 'ioctl = 0 [50]', 'recv = 50', 'ioctl = 0 [0]']);
});

test('SIOCOUTQ counts what is not acknowledged, the FIN too; SIOCOUTQNSD what is not sent', () => {
	const lab = play(connected('textbook'), drop('client', 'data'));
	assert.deepEqual(
		after(lab, 'client', client.write(3, 10), client.write(3, 20), client.ioctl(3, 'SIOCOUTQ'), client.ioctl(3, 'SIOCOUTQNSD')),
		['send = 10', 'send = 20', 'ioctl = 0 [30]', 'ioctl = 0 [20]'],
	);
	assert.deepEqual(after(lab, 'client', client.shutdown(3, 'SHUT_WR'), client.ioctl(3, 'SIOCOUTQ')).at(-1), 'ioctl = 0 [31]');
});

test('a write that may not wait takes what fits, then EAGAIN', () => {
	const lab = play(connected('textbook'), client.set(3, 'SO_SNDBUF', 5000), client.nonblock(3));
	assert.deepEqual(after(lab, 'client', client.write(3, 8000), client.write(3, 10)), ['send = 5000', 'send = -1 EAGAIN']);
	assert.deepEqual(after(lab, 'client', 300, client.write(3, 10)), ['send = 10']);
});

test('a write that waits returns when all of it is handed over', () => {
	const lab = play(connected('textbook'), client.set(3, 'SO_SNDBUF', 5000));
	assert.deepEqual(timedAfter(lab, 'client', client.write(3, 8000), 300), ['400 send = 8000']);
});

const afterReset: readonly (readonly [string, readonly Move[], Record<ProfileName, readonly string[]>])[] = [
	[
		'reads',
		[client.read(3, 1), client.read(3, 1)],
		{
			textbook: ['recv = -1 ECONNRESET', 'recv = 0'],
			linux: ['recv = -1 ECONNRESET', 'recv = 0'],
			freebsd: ['recv = -1 ECONNRESET', 'recv = 0'],
		},
	],
	[
		'writes',
		[client.write(3, 1), client.write(3, 1), client.get(3, 'SO_ERROR')],
		{
			textbook: ['send = -1 ECONNRESET', 'send = -1 EPIPE', 'getsockopt = 0 [0]'],
			linux: ['send = -1 ECONNRESET', 'send = -1 EPIPE', 'getsockopt = 0 [0]'],
			freebsd: ['send = -1 EPIPE', 'send = -1 EPIPE', 'getsockopt = 0 [ECONNRESET]'],
		},
	],
	[
		'shutdown, close',
		[client.shutdown(3, 'SHUT_WR'), client.close(3)],
		{
			textbook: ['shutdown = -1 ENOTCONN', 'close = 0'],
			linux: ['shutdown = -1 ENOTCONN', 'close = 0'],
			freebsd: ['shutdown = -1 ENOTCONN', 'close = 0'],
		},
	],
];

for (const profile of profiles)
	for (const [what, moves, result] of afterReset)
		test(`${profile}, after a RST: ${what}`, () => {
			const lab = play(connected(profile), reset, 100);
			assert.deepEqual(after(lab, 'client', ...moves), result[profile]);
		});

for (const [profile, results] of [
	['textbook', ['recv = 20', 'recv = -1 ECONNRESET', 'recv = 0']],
	['linux', ['recv = 20', 'recv = 0', 'recv = 0']],
	['freebsd', ['recv = 20', 'recv = -1 ECONNRESET', 'recv = 0']],
] as const)
	test(`${profile}: octets, FIN, RST: the reads give ${results.join(', ')}`, () => {
		const lab = play(connected(profile), server.write(4, 20), server.shutdown(4, 'SHUT_WR'), 200, reset, 100);
		assert.deepEqual(after(lab, 'client', ...[1, 2, 3].map(() => client.read(3, 100))), results);
	});

test('SHUT_RD: what is there can be read, and what comes later; with nothing there a read gives 0', () => {
	const lab = play(connected('linux'), server.write(4, 10), 100);
	const reads = [client.shutdown(3, 'SHUT_RD'), client.read(3, 100), client.read(3, 100), server.write(4, 5), 100, client.read(3, 100)];
	assert.deepEqual(after(lab, 'client', ...reads), ['shutdown = 0', 'recv = 10', 'recv = 0', 'recv = 5']);
});

test('FreeBSD throws away what nobody will read after SHUT_RD, acknowledges it, and keeps the window open', () => {
	const lab = play(connected('freebsd'), server.write(4, 10), 100);
	const reads = [client.shutdown(3, 'SHUT_RD'), client.read(3, 100), server.write(4, 50_000), 600, client.read(3, 100)];
	assert.deepEqual(after(lab, 'client', ...reads), ['shutdown = 0', 'recv = 0', 'recv = 0']);
	assert.deepEqual(after(lab, 'server', server.ioctl(4, 'SIOCOUTQ')), ['ioctl = 0 [0]']);
});

test('SHUT_RDWR sends FIN, and data that comes then is answered with RST', () => {
	const lab = play(connected('linux'), client.shutdown(3, 'SHUT_RDWR'), 200);
	assert.equal(state(lab, {host: 'client', number: 3}), 'FIN_WAIT_2');
	assert.deepEqual(after(lab, 'server', server.write(4, 10), 200, server.read(4, 1), server.get(4, 'SO_ERROR')), [
		'send = 10',
		'recv = 0',
		'getsockopt = 0 [EPIPE]',
	]);
	assert.deepEqual(after(lab, 'client', client.get(3, 'SO_ERROR')), ['getsockopt = 0 [ECONNRESET]']);
});

test('SO_LINGER with 0 seconds: close sends RST', () => {
	const lab = play(connected('textbook'), client.set(3, 'SO_LINGER', {kind: 'linger', isOn: true, seconds: 0}), client.get(3, 'SO_LINGER'));
	assert.equal(outcomes(lab, 'client').at(-1), 'getsockopt = 0 [0]');
	play(lab, client.close(3), 100);
	shows(lab, '200 > R 1001:1001(0)', {since: 200});
});

test('a listener that closes: its accept ends, its port is free again', () => {
	const lab = play(start(), server.socket(), server.bind(3), server.listen(3), server.accept(3), server.close(3), server.socket());
	assert.deepEqual(after(lab, 'server', server.bind(4), server.listen(4)), ['bind = 0', 'listen = 0']);
	assert.ok(outcomes(lab, 'server').includes('accept = -1 ECONNABORTED'));
});

test('two sockets may be bound to a port that both would share; one may listen there (Linux)', () => {
	const lab = play(start(both('linux')), server.socket(), server.socket());
	for (const fd of [3, 4]) play(lab, server.set(fd, 'SO_REUSEADDR', 1));
	assert.deepEqual(after(lab, 'server', server.bind(3), server.bind(4), server.listen(3), server.listen(4)), [
		'bind = 0',
		'bind = 0',
		'listen = 0',
		'listen = -1 EADDRINUSE',
	]);
});

test('what a reset left in the accept queue: its socket, on FreeBSD an error', () => {
	for (const [profile, result] of [
		['linux', 'accept = 4'],
		['freebsd', 'accept = -1 ECONNABORTED'],
	] as const) {
		const lab = play(start(both(profile)), server.socket(), server.bind(3), server.listen(3), client.socket(), client.connect(3), 300);
		play(lab, client.set(3, 'SO_LINGER', {kind: 'linger', isOn: true, seconds: 0}), client.close(3), 200);
		assert.deepEqual(after(lab, 'server', server.accept(3)), [result]);
	}
});

test('a host that is down fails every call', () => {
	const lab = play(start(), client.socket(), {do: 'crash', host: 'client'});
	assert.deepEqual(after(lab, 'client', client.socket(), client.bind(3), client.poll(3, 0, 'POLLIN')), [
		'socket = -1 ENETDOWN',
		'bind = -1 ENETDOWN',
		'poll = -1 ENETDOWN',
	]);
});

test('poll: its descriptor is ready at once, later, or its time is over', () => {
	const lab = connected('linux');
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, 1000, 'POLLIN', 'POLLOUT')), ['200 poll = 1 [POLLOUT]']);
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, 100, 'POLLIN'), 150), ['300 poll = 0 []']);
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, -1, 'POLLIN'), 50, server.write(4, 5), 100), ['450 poll = 1 [POLLIN]']);
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, 0, 'POLLRDHUP')), ['500 poll = 0 []']);
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, -1, 'POLLRDHUP'), server.close(4), 100), ['550 poll = 1 [POLLRDHUP]']);
	assert.deepEqual(timedAfter(lab, 'client', client.poll(9, 0, 'POLLIN')), ['600 poll = 1 [POLLNVAL]']);
});

test('poll of a listener waits for a connection, of a connect for its end, of a reset for nothing', () => {
	const lab = play(start(), server.socket(), server.bind(3), server.listen(3), client.socket(true), client.connect(3));
	assert.deepEqual(timedAfter(lab, 'client', client.poll(3, -1, 'POLLOUT'), server.poll(3, -1, 'POLLIN'), 200), ['100 poll = 1 [POLLOUT]']);
	assert.equal(outcomes(lab, 'server', {isTimed: true}).at(-1), '150 poll = 1 [POLLIN]');
	assert.deepEqual(after(lab, 'client', reset, 100, client.poll(3, -1, 'POLLIN')), ['poll = 1 [POLLIN|POLLERR|POLLHUP]']);
});

test('a poll that waits survives a rewind, and its deadline is an event like any other', () => {
	const lab = play(connected('linux'), client.poll(3, 100, 'POLLIN'), 150);
	const before = outcomes(lab, 'client', {isTimed: true});
	const {steps} = lab.world;
	seek(lab, 3);
	seek(lab, steps);
	assert.deepEqual(outcomes(lab, 'client', {isTimed: true}), before);
	assert.equal(before.at(-1), '300 poll = 0 []');
});

test('a segment without an ACK bit brings no octet to read, with it it does', () => {
	const lab = play(connected('textbook'), server.nonblock(4), forge({host: 'server', number: 4}, '- 1001:1011(10)'), 100);
	assert.deepEqual(after(lab, 'server', server.ioctl(4, 'SIOCINQ'), server.read(4, 10)), ['ioctl = 0 [0]', 'recv = -1 EAGAIN']);
	play(lab, forge({host: 'server', number: 4}, '. 1001:1011(10) ack 8001'), 100);
	assert.deepEqual(after(lab, 'server', server.ioctl(4, 'SIOCINQ'), server.read(4, 10)), ['ioctl = 0 [10]', 'recv = 10']);
});

test('tcpdrop ends the connections of one state without a word from TIME_WAIT, with RST elsewhere', () => {
	const lab = play(connected('linux'), client.close(3), 100, server.close(4), 200);
	assert.equal(state(lab, {host: 'client', number: 3}), 'TIME_WAIT');
	const sent = () => lab.world.trace.packets.length;
	const count = sent();
	play(lab, {do: 'tcpdrop', host: 'client', state: 'TIME_WAIT'});
	assert.equal(state(lab, {host: 'client', number: 3}), 'CLOSED');
	assert.equal(sent(), count);
});
