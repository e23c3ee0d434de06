/** connect() as POSIX has it: while the handshake goes on, once it is over, and again (POSIX; PROFILES of the three stacks). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProfileName} from '../../source/tcp/profile.js';
import {both, type Move, play, shows, start, state} from '../tcp/play.js';
import {after, client, port, server} from './posix.js';

const profiles: readonly ProfileName[] = ['textbook', 'linux', 'freebsd'];

const whileConnecting: readonly (readonly [string, Move, Record<ProfileName, string>])[] = [
	['connect', client.connect(3), {textbook: 'connect = -1 EALREADY', linux: 'connect = -1 EALREADY', freebsd: 'connect = -1 EALREADY'}],
	['a read', client.read(3, 10), {textbook: 'recv = -1 EAGAIN', linux: 'recv = -1 EAGAIN', freebsd: 'recv = -1 EAGAIN'}],
	['a write', client.write(3, 10), {textbook: 'send = -1 EAGAIN', linux: 'send = -1 EAGAIN', freebsd: 'send = -1 ENOTCONN'}],
	[
		'shutdown',
		client.shutdown(3, 'SHUT_WR'),
		{textbook: 'shutdown = -1 ENOTCONN', linux: 'shutdown = 0', freebsd: 'shutdown = -1 ENOTCONN'},
	],
];

for (const profile of profiles)
	for (const [what, move, result] of whileConnecting)
		test(`${profile}, while a connect that does not wait goes on: ${what}`, () => {
			const lab = play(start(both(profile)), client.socket(true));
			assert.deepEqual(after(lab, 'client', client.connect(3)), ['connect = -1 EINPROGRESS']);
			assert.deepEqual(after(lab, 'client', move), [result[profile]]);
		});

for (const [profile, again] of [
	['textbook', ['connect = -1 EISCONN', 'connect = -1 EISCONN']],
	['linux', ['connect = 0', 'connect = -1 EISCONN']],
	['freebsd', ['connect = -1 EISCONN', 'connect = -1 EISCONN']],
] as const)
	test(`${profile}: connect again when the connection is open gives ${again.join(', then ')}`, () => {
		const lab = play(start(both(profile)), server.socket(), server.bind(3), server.listen(3), client.socket(true), client.connect(3), 200);
		assert.deepEqual(after(lab, 'client', client.connect(3), client.connect(3)), again);
	});

test('a connect that nobody answered is told by SO_ERROR, once', () => {
	const lab = play(start(), client.socket(true), client.connect(3), 200);
	assert.deepEqual(after(lab, 'client', client.get(3, 'SO_ERROR'), client.get(3, 'SO_ERROR')), [
		'getsockopt = 0 [ECONNREFUSED]',
		'getsockopt = 0 [0]',
	]);
});

for (const [profile, again] of [
	['textbook', 'EINPROGRESS'],
	['linux', 'EINPROGRESS'],
	['freebsd', 'ECONNREFUSED'],
] as const)
	test(`${profile}: connect after a refused one tells the error first, then ${again}`, () => {
		const lab = play(start(both(profile)), client.socket(true), client.connect(3), 200);
		assert.deepEqual(after(lab, 'client', client.connect(3), client.connect(3)), ['connect = -1 ECONNREFUSED', `connect = -1 ${again}`]);
	});

test('connect from a bound socket uses its port; the pair of ends must be free', () => {
	const lab = play(
		start(),
		server.socket(),
		server.bind(3),
		server.listen(3),
		client.socket(),
		client.bind(3, 5000),
		client.connect(3),
		10,
	);
	shows(lab, '0 > S 1000:1000(0)', {from: 'client'});
	assert.equal(lab.world.hosts.client.sockets[0]?.tcb.local.port, 5000);
	assert.equal(lab.world.hosts.client.sockets[0]?.tcb.remote.port, port);
	assert.deepEqual(after(lab, 'client', client.socket(), client.bind(4, 5000)).at(-1), 'bind = -1 EADDRINUSE');
});

test('connect on a listener that does not wait opens in the background, too', () => {
	const lab = play(start(), client.socket(), client.bind(3), client.listen(3), client.nonblock(3));
	assert.deepEqual(after(lab, 'client', client.connect(3)), ['connect = -1 EINPROGRESS']);
	assert.equal(state(lab, {host: 'client', number: 3}), 'SYN_SENT');
});
