/** Crash, restart, quiet time (RFC 9293 § 3.4.3, § 3.5.1). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	calls,
	close,
	connect,
	crash,
	established,
	flood,
	ladder,
	listen,
	moves,
	notes,
	play,
	refusal,
	restart,
	send,
	set,
	shows,
	start,
	state,
} from '../tcp/play.js';

test('what a host was doing is gone, and calls fail while it is down', () => {
	const lab = play(start(), ...established, crash('server'), listen('server'), connect('server'), close({host: 'server', number: 4}), 10);
	assert.equal(moves(lab, 'server', 4), 'SYN_RCVD ESTABLISHED CLOSED');
	assert.deepEqual(calls(lab, 'server').slice(2), ['listen -1 ENETDOWN', 'connect -1 ENETDOWN', 'close -1 ENETDOWN']);
});

test('packets to it are unreachable, and those it had sent still arrive', () => {
	const lab = play(
		start(),
		...established,
		send({host: 'server', number: 4}, 'last words'),
		crash('server'),
		send('client', 'hello?'),
		100,
	);
	assert.deepEqual(ladder(lab, {since: 200}), ['200 < P. 8001:8011(10) ack 1001', '200 > P. 1001:1007(6) ack 8001 unreachable']);
	assert.equal(notes(lab, 'data-in-order').length, 1);
});

test('after a restart it listens again, with numbers of its own', () => {
	const lab = play(start(), ...established, crash('server'), restart('server'), listen('server'), connect('client', {from: 50_000}), 200);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
	assert.equal(calls(lab, 'server').at(-1), 'listen 0');
});

test('quiet time: one MSL in which it sends nothing and drops what arrives', () => {
	const lab = play(
		start(),
		set('server', {knob: 'quietTime', value: true}),
		set('server', {knob: 'msl', value: 5_000_000}),
		crash('server'),
		restart('server'),
		listen('server'),
		connect('client'),
		5500,
	);
	assert.deepEqual(
		notes(lab, 'quiet-time-dropped').map(({t}) => t),
		[50, 1050, 3050],
	);
	assert.equal(state(lab, 'client'), 'SYN_SENT');
	play(lab, 2000);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
});

test('a host that is down cannot crash, nor one that is up restart', () => {
	const lab = start();
	assert.deepEqual(refusal(lab, restart('client')), {code: 'host-is-up', host: 'client'});
	play(lab, crash('client'));
	assert.deepEqual(refusal(lab, crash('client')), {code: 'host-is-down', host: 'client'});
});

test('flooders have addresses of their own, and never answer', () => {
	const lab = play(start(), listen('server', 80, {backlog: 300}), flood('server', 255), 60);
	shows(play(start(), flood('server', 1), 60), '0 > S 0:0(0) injected\n50 < R. 0:0(0) ack 1');
	const sources = new Set(
		Array.from({length: 255}, (_, index) => `${lab.world.trace.packets.src[index]}:${lab.world.trace.packets.sport[index]}`),
	);
	assert.equal(sources.size, 255);
});
