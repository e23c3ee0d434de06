import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scenarios} from '../../source/scenarios/index.js';
import {goOn, maxSteps, play} from '../../source/script/player.js';
import {stepBack} from '../../source/sim/index.js';
import {linesOf, newPlayer, objectsOf, played} from './run-script.js';

const open = 'server listen 80\nclient connect 80\nrun until server ESTABLISHED\n';

/** Script, then `LINE found` of each failed line. */
const outcomes: readonly (readonly [string, string, readonly string[]])[] = [
	[
		'the example of the language',
		`${open}server accept\nclient send "hello"\nrun until quiet\nserver recv\nexpect server received "hello"`,
		[],
	],
	['a condition before anything was made', 'expect client CLOSED\nexpect server ESTABLISHED', ['2 CLOSED']],
	['a listener stands for its host', 'server listen 80\nexpect server LISTEN', []],
	['run until tests before the first event', 'server listen 80\nclient connect 80\nrun until client SYN_SENT\nexpect server LISTEN', []],
	['run until fails when nothing more can happen', 'run until client ESTABLISHED', ['1 CLOSED']],
	['run until fails after its time', 'client connect 80\nrun until client ESTABLISHED within 20ms\nexpect client SYN_SENT', ['2 SYN_SENT']],
	['an event at the deadline still counts', 'server listen 80\nclient connect 80\nrun until server SYN_RCVD within 50ms', []],
	['run plays what is due at its end', 'server listen 80\nclient connect 80\nrun 50ms\nexpect server SYN_RCVD', []],
	[
		'step plays so many events',
		'server listen 80\nclient connect 80\nstep\nexpect server SYN_RCVD\nstep 2\nexpect server ESTABLISHED\nstep 5',
		[],
	],
	['a packet that is not there', 'drop 9', ['1 no-such-packet']],
	['a failed line does not end the run', 'drop 9\nexpect client ESTABLISHED\nexpect client CLOSED', ['1 no-such-packet', '2 CLOSED']],
	[
		'sent goes on after its last match',
		`${open}expect client sent "S"\nexpect client sent "S"\nexpect client sent "."\nexpect client sent "."`,
		['5 . 1001:1001(0) ack 8001 win 65535', '7 nothing'],
	],
	[
		'sent leaves open what it does not name',
		`${open}expect server sent "80 > 49152 S. 8000:8000(0) ack 1001 win 65535 <mss 1460>"\nexpect client sent ". ack 8001"\nexpect client sent "S"`,
		['6 nothing'],
	],
	['sent knows neither forged segments nor copies', `${open}inject to server "R 5:5(0)"\nrun until quiet\nexpect not client sent "R"`, []],
	[
		'a wrong flag is a different segment',
		`${open}expect client sent "S."`,
		['4 S 1000:1000(0) win 65535, . 1001:1001(0) ack 8001 win 65535'],
	],
	[
		'octets that were read',
		`${open}server accept\nclient send 5 bytes\nrun until server readable 5 bytes\nserver recv 2\nexpect server received 2 bytes\nexpect server readable 2 bytes`,
		['9 3 bytes'],
	],
	[
		'text that was read',
		`${open}server accept\nserver recv\nclient send "caf\\xe9\\n"\nrun until quiet\nexpect server received "cafe"\nexpect server received "caf\\xe9\\n"`,
		['8 "caf\\xe9\\n"'],
	],
	[
		'the end of the stream',
		`${open}server accept\nserver recv\nexpect server eof\nclient close\nrun until server CLOSE_WAIT\nexpect server eof`,
		['6 no eof'],
	],
	[
		'the last error of a host and of a socket',
		'client connect 81 as a\nrun until idle\nexpect client error ECONNREFUSED\nexpect client:a error ECONNREFUSED\nexpect server error EPIPE',
		['5 no error'],
	],
	[
		'numbers of a connection',
		`${open}expect client snd.una 1001\nexpect client snd.nxt 1001\nexpect client iss 1000\nexpect client irs 8000\nexpect client rcv.nxt 8002\nexpect client cwnd 14600\nexpect client rto 1s\nexpect client rto 2s`,
		['8 8001', '11 1s'],
	],
	['numbers of a listener mean nothing', 'server listen 80\nexpect server iss 0', ['2 no connection']],
	[
		'queues',
		`server listen 80\nexpect server syn-queue 0\nclient connect 80\nrun 50ms\nexpect server syn-queue 1\nexpect server accept-queue 1\nexpect client accept-queue 0\nexpect client accept-queue 1`,
		['6 0', '8 no listener'],
	],
	[
		'quiet does not mind 2MSL, idle does',
		`${open}server accept\nclient close\nrun until server CLOSE_WAIT\nserver close\nrun until quiet\nexpect client TIME_WAIT\nexpect idle`,
		['10 2msl of client:3'],
	],
	[
		'names stand for their sockets',
		`server listen 80 as web\nclient connect 80 as it\nrun until client:it ESTABLISHED\nexpect server:web LISTEN\nexpect server:web ESTABLISHED\nexpect server:4 SYN_RCVD`,
		['5 LISTEN'],
	],
	['not turns a condition round', 'expect not client CLOSED\nexpect not not client CLOSED', ['1 CLOSED']],
	['pause is nothing without a person', 'pause\nexpect client CLOSED', []],
];

for (const [name, text, expected] of outcomes) {
	test(name, () => {
		const {failures} = played(text);
		assert.deepEqual(
			failures.map(({line, found}) => `${line} ${found}`),
			expected,
		);
	});
}

test('a failure says where, what and what was there', () => {
	const {failures} = played('\n  expect   client\tESTABLISHED # at last');
	assert.deepEqual(failures, [{line: 2, column: 3, text: 'expect client ESTABLISHED', found: 'CLOSED'}]);
});

test('the seed and the profile of the head make the world', () => {
	const {history} = played('title "x"\nseed 7\nlink delay 1ms\nprofile server linux\nclient connect 80');
	assert.deepEqual([history.setup.seed, history.setup.profile], [7, {client: 'textbook', server: 'linux'}]);
});

test('flags win over the head, and over a profile further below', () => {
	const text = 'seed 7\nprofile linux\nclient connect 80\nprofile freebsd\nlink delay 3ms';
	const {history} = played(text, {seed: 9, profile: 'textbook', link: {delay: 1000, loss: 0.5}});
	assert.equal(history.setup.seed, 9);
	assert.equal(history.world.hosts.client.profile.name, 'textbook');
	assert.deepEqual(history.setup.link.client, {...history.setup.link.server, delay: 1000, loss: 0.5});
	assert.equal(history.world.directions.client.settings.delay, 3000);
});

test('a profile below the head acts where it stands', () => {
	assert.equal(played('client connect 80\nprofile linux').history.world.hosts.server.profile.name, 'linux');
});

test('a pause waits for a person, and only once', () => {
	const player = newPlayer('server listen 80\npause\nclient connect 80\nrun 1s', {}, {hasPauses: true});
	assert.equal(play(player, 1e9), 'paused');
	assert.equal(play(player, 2e9), 'paused');
	assert.equal(player.history.world.now, 0);
	goOn(player);
	assert.equal(play(player, 500_000), 'running');
	assert.equal(player.history.world.now, 500_000);
	assert.equal(play(player, 1e9), 'ended');
	assert.equal(player.history.world.now, 1_000_000);
});

/** As the lab does: limits that grow unevenly, and few events a time. */
function playedInBits(text: string): readonly string[] {
	const player = newPlayer(text);
	let limit = 0;
	for (let turn = 1; turn < 100_000; turn++) {
		const status = play(player, limit, 1 + (turn % 7));
		if (status === 'ended') return linesOf(player);
		limit += turn % 5 === 0 ? 30_000_000 : 17_000 * (turn % 4);
	}
	assert.fail('it does not end');
}

for (const {name, text} of scenarios) {
	test(`${name} is the same bit by bit as at once`, () => assert.deepEqual(playedInBits(text), linesOf(played(text))));
}

test('marks stand at the time and in the order of the script', () => {
	const player = played('say "one" zh "一"\nclient connect 81\ncue "two"\nrun 10ms\nexpect client SYN_SENT');
	const marks = ['say', 'cue', 'expect'].flatMap(type => objectsOf(player, type, 'zh'));
	assert.deepEqual(marks, [
		{t: 0, type: 'say', line: 1, text: '一'},
		{t: 0, type: 'cue', line: 3, text: 'two'},
		{t: 0.01, type: 'expect', line: 5, ok: true, text: 'expect client SYN_SENT'},
	]);
});

test('too many events are a failure that is seen, and the end', () => {
	const player = newPlayer('server listen 80\nclient connect 80\nrun until server ESTABLISHED\nrun 1s\nexpect server CLOSED');
	player.steps = maxSteps - 1;
	assert.equal(play(player, Number.POSITIVE_INFINITY), 'stuck');
	assert.deepEqual(
		player.failures.map(({line, found}) => `${line} ${found}`),
		[`3 ${maxSteps} events`],
	);
	assert.equal(play(player, Number.POSITIVE_INFINITY), 'ended');
});

test('in the past a script does not go on', () => {
	const player = newPlayer('server listen 80\nclient connect 80\nrun 1s\nexpect server ESTABLISHED');
	play(player, 100_000);
	stepBack(player.history);
	assert.equal(play(player, 1e9), 'running');
	assert.equal(player.history.world.now < 100_000, true);
});
