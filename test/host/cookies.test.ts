/** SYN cookies (RFC 4987 § 3.6): connections made while the SYN queue is full, with nothing kept in between. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seek} from '../../source/sim/index.js';
import {
	accept,
	both,
	calls,
	connect,
	drop,
	flood,
	forge,
	type Lab,
	ladder,
	listen,
	type Move,
	notes,
	packets,
	play,
	recv,
	rows,
	send,
	set,
	start,
	state,
	tcb,
} from '../tcp/play.js';

const on = set('server', {knob: 'synCookies', value: true});

/** The SYN queue of a listener with backlog 5 is full, 100 ms after the start. */
const flooded = (seed = 1, ...more: readonly Move[]): Lab =>
	play(start({seed}), on, ...more, listen('server', 80, {backlog: 5}), flood('server', 10), 100);

const listener = (lab: Lab) => lab.world.hosts.server.sockets[0];
const child = {host: 'server', number: 10} as const;

const isnOf = (lab: Lab): number => packets(lab).findLast(({from, flags}) => from === 'server' && flags === 18)?.seq ?? 0;

test('with a full SYN queue every SYN is answered, and nothing more is kept', () => {
	const lab = flooded();
	assert.equal(packets(lab).filter(({from}) => from === 'server').length, 10);
	assert.equal(notes(lab, 'cookie-sent').length, 4);
	assert.equal(lab.world.hosts.server.sockets.length, 1 + 6);
	assert.equal(listener(lab)?.synQueue.length, 6);
});

test('an honest client gets in during the flood; its connection goes past the SYN queue into the accept queue', () => {
	const lab = play(flooded(), connect('client'), 200);
	const iss = isnOf(lab);
	assert.deepEqual(ladder(lab, {since: 100}).slice(0, 3), [
		'100 > S 1000:1000(0)',
		`150 < S. ${iss}:${iss}(0) ack 1001`,
		`200 > . 1001:1001(0) ack ${iss + 1}`,
	]);
	assert.equal(state(lab, child), 'ESTABLISHED');
	assert.deepEqual(listener(lab)?.acceptQueue, [child.number]);
	assert.equal(listener(lab)?.synQueue.length, 6);
	play(lab, accept('server'), send('client', 'hello'), 200, recv(child), 200);
	assert.deepEqual(calls(lab, 'server'), ['listen 0', 'accept 10', 'recv 5']);
});

test('the third segment may get lost: the first data bring the cookie too', () => {
	const lab = play(flooded(), drop('client', 'ACK'), connect('client'), 110, send('client', 'hello'), 100);
	assert.equal(state(lab, child), 'ESTABLISHED');
	assert.equal(tcb(lab, child).receiveBuffer.length, 5);
});

for (const [announced, kept] of [
	[1460, 1460],
	[1459, 1440],
	[1000, 536],
	[100, 536],
] as const)
	test(`of an MSS of ${announced} a cookie remembers ${kept}`, () => {
		const lab = play(flooded(), set('client', {knob: 'mss', value: announced}), connect('client'), 200);
		assert.equal(tcb(lab, child).snd.mss, kept);
	});

test('without cookies the SYN is dropped', () => {
	const lab = play(flooded(1, set('server', {knob: 'synCookies', value: false})), connect('client'), 200);
	assert.equal(state(lab, 'client'), 'SYN_SENT');
	assert.equal(notes(lab, 'syn-queue-full').length, 5);
});

/** With a first connection, in whose name segments can be forged; a second one gets a cookie, and then the client dies. */
function asked(): {readonly lab: Lab; readonly cookie: number} {
	const lab = play(start(), on, listen('server', 80, {backlog: 5}), connect('client'), 200, flood('server', 10), 100);
	play(lab, connect('client'), 60, {do: 'crash', host: 'client'});
	return {lab, cookie: isnOf(lab)};
}

const first = {host: 'server', number: 4} as const;
const second = {host: 'server', number: 11} as const;
const answer = (lab: Lab, ack: number, ports = '49153 > 80'): Lab =>
	play(lab, forge(first, `${ports} . 101001:101001(0) ack ${ack >>> 0}`), 50);

test('the acknowledgment of a cookie is taken', () => {
	const {lab, cookie} = asked();
	answer(lab, cookie + 1);
	assert.equal(state(lab, second), 'ESTABLISHED');
	assert.equal(notes(lab, 'cookie-accepted').length, 1);
});

for (const [what, offset, ports] of [
	['that is eight off', 9, '49153 > 80'],
	['of another counter', 1 + (7 << 24), '49153 > 80'],
	['from another port', 1, '49154 > 80'],
] as const)
	test(`a cookie ${what} is answered with RST`, () => {
		const {lab, cookie} = asked();
		answer(lab, cookie + offset, ports);
		assert.equal(notes(lab, 'cookie-refused').length, 1);
		assert.match(ladder(lab, {from: 'server'}).at(-1) ?? '', /< R \d+/);
		assert.equal(state(lab, second), 'CLOSED');
	});

for (const [wait, isGood] of [
	[59_000, true],
	[121_000, false],
] as const)
	test(`after ${wait / 1000} s a cookie is ${isGood ? 'still good' : 'too old'}`, () => {
		const {lab, cookie} = asked();
		play(lab, wait, flood('server', 20), 60);
		answer(lab, cookie + 1);
		assert.equal(notes(lab, 'cookie-accepted').length, isGood ? 1 : 0);
		assert.equal(notes(lab, 'cookie-refused').length, isGood ? 0 : 1);
	});

test('a listener that has sent no cookie looks for none', () => {
	const lab = play(start(), on, listen('server'), connect('client'), 60, forge('server', '5000 > 80 . 1:1(0) ack 1'), 100);
	assert.equal(notes(lab, 'listen-rst').length, 1);
	assert.equal(notes(lab, 'cookie-refused').length, 0);
});

test('a full accept queue drops the third segment, cookie or not', () => {
	const lab = play(flooded(), ...Array.from({length: 6}, () => connect('client')), 200, connect('client'), 200);
	assert.equal(listener(lab)?.acceptQueue.length, 6);
	assert.equal(notes(lab, 'accept-queue-full-syn').length, 1);
});

test('cookies come from the seed: the same one twice, another with another seed', () => {
	const [first, again, other] = [flooded(5), flooded(5), flooded(6)].map(lab => isnOf(play(lab, connect('client'), 200)));
	assert.equal(first, again);
	assert.notEqual(first, other);
});

test('going back and forth makes the same cookies', () => {
	const lab = play(flooded(), connect('client'), 300);
	const before = ladder(lab);
	const last = lab.end.steps;
	seek(lab, 3);
	seek(lab, last);
	assert.deepEqual(ladder(lab), before);
	assert.equal(state(lab, child), 'ESTABLISHED');
});

test('the linux profile sends cookies by itself, and says what they cannot carry', () => {
	const lab = play(start(both('linux')), listen('server', 80, {backlog: 1}), flood('server', 5), 100, connect('client'), 200);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
	const states = rows(lab).flatMap(row => (row.kind === 'state' && row.why === 'cookie-arrived' ? [`${row.from} ${row.to}`] : []));
	assert.deepEqual(states, ['LISTEN SYN_RCVD']);
});
