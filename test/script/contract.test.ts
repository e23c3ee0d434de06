/** Sentences of language.md and of the profiles, each with a script that fails where it is not true. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Line, objectsOf, played} from './run-script.js';

const open = 'server listen 80\nclient connect 80\nrun until server ESTABLISHED\n';

/** Every line of the script comes true. */
const sentences: readonly (readonly [string, string])[] = [
	[
		'FIN follows all that was given to send, also when close comes behind shutdown',
		'client sndbuf 1000\nserver app reader\n' +
			`${open}client send 3000 bytes\nclient shutdown\nclient close\nrun 10s\nexpect server received 3000 bytes\nexpect client TIME_WAIT`,
	],
	[
		'a send that waits when its connection is reset by its own close fails',
		`client sndbuf 1000\n${open}server accept\nserver send "x"\nrun 1s\nclient send 3000 bytes\nclient close\nexpect client CLOSED\nexpect client:3 error ECONNABORTED`,
	],
	['where nobody listens nothing waits', 'expect server syn-queue 0\nexpect not server accept-queue 1'],
	['two nots are none', 'expect not not client CLOSED\nexpect not not not client LISTEN'],
	[
		'retries given by hand take the place of a user time-out that runs already',
		`${open}link loss 100%\nclient send "x"\nrun 1s\nclient retries 20\nrun 310s\nexpect client ESTABLISHED`,
	],
	[
		'behind both FINs a close with unread octets changes nothing: TIME_WAIT lasts',
		`${open}server accept\nclient shutdown\nrun 100ms\nserver send "bye"\nserver close\nrun 100ms\nexpect client readable 3 bytes\nclient close\nrun 1s\nexpect client TIME_WAIT\nexpect not client sent "R"`,
	],
	[
		'msl acts with every profile',
		`profile linux\nclient msl 1s\n${open}server accept\nclient close\nrun 100ms\nserver close\nrun until client TIME_WAIT\nrun 1999999us\nexpect client TIME_WAIT\nrun 1us\nexpect client CLOSED`,
	],
	[
		'Linux tells of a RST in CLOSE_WAIT with EPIPE',
		`profile linux\n${open}server accept\nclient shutdown\nrun until server CLOSE_WAIT\ninject rst to server exact\nrun 100ms\nserver recv\nexpect server error EPIPE`,
	],
	[
		'a listener that opens actively announces what its host announces now',
		'client listen 90\nserver listen 80 as l\nserver mss 500\nserver rcvbuf 1000\nserver:l connect 90\nrun until quiet\nexpect server:l ESTABLISHED\nexpect server sent "S 8000:8000(0) win 1000 <mss 500>"',
	],
	[
		'no keepalive while something waits for its acknowledgment',
		`client keepalive on\nclient retries 255\n${open}expect client sent "."\nlink loss 100%\nclient send "x"\nrun 5h\nexpect not client sent "."`,
	],
];

for (const [name, script] of sentences)
	test(name, () => {
		const {failures} = played(script);
		assert.deepEqual(
			failures.map(({line, text, found}) => `${line} ${text}: ${found}`),
			[],
		);
	});

const calls = (script: string): readonly string[] =>
	objectsOf(played(script), 'call').map(
		({t, host, socket, call, result, error}: Line) => `${t} ${host}:${socket} ${call} ${error ?? result}`,
	);

test('parked calls of one socket complete in their order', () =>
	assert.deepEqual(
		calls('client connect 80\nclient recv\nclient send "one"\nrun 10ms\ninject to client "S. 8000:8004(4) ack 1001 win 1000"\nrun 100ms'),
		['0.06 client:3 connect 0', '0.06 client:3 recv 4', '0.06 client:3 send 3'],
	));

test('a recv that must wait holds up no send', () =>
	assert.deepEqual(calls(`${open}client recv\nclient send "one"`).slice(2), ['0.15 client:3 send 3']));

test('connect() waits for the handshake, also when shutdown() has ended the sending', () =>
	assert.deepEqual(
		calls('client connect 81 from 80\nserver connect 80 from 81\nrun 60ms\nclient shutdown\nrun 1s').filter(line =>
			line.includes('client'),
		),
		['0.06 client:3 shutdown 0', '0.1 client:3 connect 0'],
	));

test('a closing listener empties its queues, a line a change', () =>
	assert.deepEqual(
		objectsOf(played(`${open}client connect 80\nrun 60ms\nserver close`), 'queue')
			.slice(-3)
			.map(({queue, length, limit}) => `${queue} ${length}/${limit}`),
		['syn 1/5', 'syn 0/5', 'accept 0/5'],
	));

test('rto-min lifts the first interval of a SYN, and the next ones double from there', () =>
	assert.deepEqual(
		objectsOf(played('client rto-min 5s\nlink loss 100%\nclient connect 80\nrun 2min'), 'segment').map(({t}) => t),
		[0, 5, 15, 35, 75],
	));

test('a FIN that comes before the octets in front of it is answered at once', () =>
	assert.deepEqual(
		objectsOf(played(`${open}drop next data from client\nclient send "x"\nclient close\nrun 100ms`), 'segment')
			.filter(({from}) => from === 'server')
			.map(({t, flags, ack}) => `${t} ${flags} ${ack}`),
		['0.05 S. 1001', '0.2 . 1001'],
	));
