/** Windows: Nagle (RFC 9293 § 3.7.4), the silly window syndrome on both sides (§ 3.8.6.2), zero-window probes (§ 3.8.6.1). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {add} from '../../source/tcp/seq.js';
import {
	both,
	close,
	connect,
	crash,
	established,
	forge,
	type Lab,
	ladder,
	left,
	listen,
	notes,
	play,
	playOut,
	recv,
	send,
	set,
	shows,
	start,
	state,
	tcb,
} from './play.js';

const child = {host: 'server', number: 4} as const;
const quick = [set('server', {knob: 'delayedAck', value: false}), set('client', {knob: 'delayedAck', value: false})] as const;

test('Nagle: a small segment waits while something is unacknowledged, and what gathered goes as one', () => {
	const lab = play(start(), ...quick, ...established, send('client', 'a'), send('client', 'b'), send('client', 'c'), 300);
	shows(
		lab,
		`200 > P. 1001:1002(1) ack 8001
		250 < . 8001:8001(0) ack 1002
		300 > P. 1002:1004(2) ack 8001
		350 < . 8001:8001(0) ack 1004`,
		{since: 200},
	);
	assert.equal(notes(lab, 'nagle-waits')[0]?.values.waiting, 1);
});

test('Nagle and delayed ACKs together cost the time of both', () => {
	const lab = play(start(), ...established, send('client', 'a'), send('client', 'b'), 600);
	shows(
		lab,
		`200 > P. 1001:1002(1) ack 8001
		450 < . 8001:8001(0) ack 1002
		500 > P. 1002:1003(1) ack 8001
		750 < . 8001:8001(0) ack 1003`,
		{since: 200},
	);
});

test('without Nagle every write leaves at once', () => {
	const lab = play(
		start(),
		...quick,
		set('client', {knob: 'nagle', value: false}),
		...established,
		send('client', 'a'),
		send('client', 'b'),
		10,
	);
	shows(lab, '200 > P. 1001:1002(1) ack 8001\n200 > P. 1002:1003(1) ack 8001', {since: 200});
	assert.equal(notes(lab, 'sent-without-nagle').length, 1);
});

test('turning Nagle off lets go what it held', () => {
	const lab = play(start(), ...established, send('client', 'a'), send('client', 'b'), 10, set('client', {knob: 'nagle', value: false}));
	shows(lab, '200 > P. 1001:1002(1) ack 8001\n210 > P. 1002:1003(1) ack 8001', {since: 200});
});

test('full segments do not wait for Nagle, their small rest does', () => {
	const lab = play(start(), ...established, send('client', 3000), 20);
	shows(lab, '200 > . 1001:2461(1460) ack 8001\n200 > . 2461:3921(1460) ack 8001', {since: 200});
});

test('F18: nobody sends more in a segment than the other announced', () => {
	const lab = play(start(), set('client', {knob: 'mss', value: 1024}), ...established, send(child, 2048), send('client', 1460), 20);
	shows(
		lab,
		`200 < . 8001:9025(1024) ack 1001
		200 < P. 9025:10049(1024) ack 1001
		200 > P. 1001:2461(1460) ack 8001`,
		{since: 200},
	);
});

test('MUST-15: a peer that announces nothing gets 536 octets a segment', () => {
	const lab = play(
		start(),
		crash('server'),
		connect('client'),
		forge('client', 'S. 8000:8000(0) ack 1001 win 9000'),
		100,
		send('client', 600),
		10,
	);
	assert.deepEqual(ladder(lab, {from: 'client', since: 60, fate: false}), ['100 > . 1001:1537(536) ack 8001']);
	assert.equal(notes(lab, 'mss-assumed').length, 1);
});

/** The server's application reads nothing: its buffer of 2000 octets fills up. */
const stuck = (...more: Parameters<typeof play>[1][]): Lab =>
	play(start(), set('server', {knob: 'rcvbuf', value: 2000}), ...quick, ...more, ...established, send('client', 5000), 400);

test('the window closes as the buffer fills, and opens when it is read (SWS avoidance of the receiver, § 3.8.6.2.2)', () => {
	const lab = play(stuck(), 900);
	shows(
		lab,
		`200 > . 1001:2461(1460) ack 8001 win 65535
		250 < . 8001:8001(0) ack 2461 win 540
		1300 > . 2461:3001(540) ack 8001 win 65535
		1350 < . 8001:8001(0) ack 3001 win 0`,
		{since: 200, win: true},
	);
});

test('a small window is not worth a segment, until the override after an RTO (§ 3.8.6.2.1, (4))', () => {
	const lab = stuck();
	assert.equal(notes(lab, 'sws-waits').length > 0, true);
	assert.equal(left(lab, 'client', 'persist'), 700);
	play(lab, 800);
	assert.equal(notes(lab, 'sent-by-override')[0]?.t, 1300);
});

test('the receiver does not offer what it gains octet by octet', () => {
	const lab = stuck();
	play(lab, 1000, recv(child, 999), 10);
	assert.equal(tcb(lab, child).rcv.wnd, 0);
	assert.equal(notes(lab, 'window-update-held').length, 1);
	play(lab, recv(child, 1), 10);
	assert.equal(tcb(lab, child).rcv.wnd, 1000);
	assert.equal(ladder(lab, {from: 'server', win: true}).at(-1), '1610 < . 8001:8001(0) ack 3001 win 1000');
});

test('MUST-36: probes of a closed window come after the RTO, then double, up to a minute; the connection lives while they are answered (MUST-37)', () => {
	const lab = stuck();
	play(lab, 700_000);
	const probes = notes(lab, 'probe-sent').map(({t}) => t);
	assert.deepEqual(probes.slice(0, 7), [2400, 4400, 8400, 16_400, 32_400, 64_400, 124_400]);
	assert.equal((probes[8] ?? 0) - (probes[7] ?? 0), 60_000);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
	assert.equal(notes(lab, 'ack-duplicate').length, 0);
});

test('a probe carries one new octet, which the closed window refuses', () => {
	const lab = stuck();
	play(lab, 2000);
	assert.deepEqual(ladder(lab, {since: 2000, win: true}), [
		'2400 > . 3001:3002(1) ack 8001 win 65535',
		'2450 < . 8001:8001(0) ack 3001 win 0',
	]);
});

test('when the window opens sending starts again where the peer stands', () => {
	const lab = stuck();
	play(lab, 2000, recv(child), 200);
	shows(
		lab,
		`2600 < . 8001:8001(0) ack 3001 win 2000
		2650 > . 3001:4461(1460) ack 8001 win 65535
		2700 < . 8001:8001(0) ack 4461 win 540`,
		{since: 2500, win: true},
	);
});

test('a lost window update is made good by the next probe', () => {
	const lab = stuck();
	play(lab, 2000, {do: 'arm', host: 'server', filter: 'ACK', mischief: {kind: 'drop'}}, recv(child), 2000);
	shows(
		lab,
		`2600 < . 8001:8001(0) ack 3001 win 2000 dropped
		4400 > . 3001:3002(1) ack 8001 win 65535
		4450 < . 8001:8001(0) ack 3002 win 1999
		4500 > . 3002:4462(1460) ack 8001 win 65535
		4550 < . 8001:8001(0) ack 4462 win 539`,
		{since: 2500, win: true},
	);
});

test('probes without an answer end with the user time-out', () => {
	const lab = stuck();
	play(lab, 1000, crash('server'));
	playOut(lab);
	assert.equal(state(lab, 'client'), 'CLOSED');
	assert.equal(notes(lab, 'user-timeout').length, 1);
});

for (const [stack, probes] of [
	['linux', 15],
	['freebsd', 12],
] as const)
	test(`${stack} gives up after ${probes} probes without an answer`, () => {
		const lab = play(
			start(both(stack)),
			set('server', {knob: 'rcvbuf', value: 2920}),
			set('server', {knob: 'wscale', value: false}),
			...established,
			send('client', 5000),
			10_000,
			crash('server'),
		);
		const answered = notes(lab, 'probe-sent').length;
		playOut(lab);
		assert.equal(notes(lab, 'probe-sent').length - answered, probes);
		assert.equal(state(lab, 'client'), 'CLOSED');
	});

test('with linux a probe is empty and lies before the window', () => {
	const lab = play(
		start(both('linux')),
		set('client', {knob: 'isn', value: 1000}),
		set('server', {knob: 'isn', value: 8000}),
		set('server', {knob: 'rcvbuf', value: 2920}),
		set('server', {knob: 'wscale', value: false}),
		set('server', {knob: 'timestamps', value: false}),
		...established,
	);
	play(lab, send('client', 5000), 1500);
	const before = add(tcb(lab, 'client').snd.una, -1);
	const probes = ladder(lab, {from: 'client', since: 300}).filter(row => row.includes(`${before}:${before}(0)`));
	assert.ok(probes.length >= 2, probes.join('\n'));
});

test('a FIN that went as a probe and was acknowledged leaves no probe behind, though the window stays closed', () => {
	const lab = play(
		start(),
		set('server', {knob: 'rcvbuf', value: 2920}),
		...quick,
		...established,
		send('client', 2920),
		close('client'),
		400,
	);
	play(lab, forge('client', '. 8001:8001(0) ack 3921 win 0'), 2000);
	assert.equal(ladder(lab, {from: 'client'}).at(-1), '1300 > F. 3921:3921(0) ack 8001');
	play(lab, forge('client', '. 8001:8001(0) ack 3922 win 0'), 60);
	assert.equal(state(lab, 'client'), 'FIN_WAIT_2');
	assert.equal(left(lab, 'client', 'persist'), undefined);
});

test('a FIN waits behind a closed window, and is sent once it opens', () => {
	const lab = play(
		start(),
		set('server', {knob: 'rcvbuf', value: 2920}),
		...quick,
		...established,
		send('client', 2920),
		close('client'),
		500,
	);
	assert.equal(state(lab, 'client'), 'FIN_WAIT_1');
	assert.equal(tcb(lab, 'client').finSeq, undefined);
	play(lab, recv(child), 150);
	assert.equal(state(lab, child), 'CLOSE_WAIT');
});

test('F21: both directions carry data at once, each ACK rides on data where it can', () => {
	const lab = play(start(), ...established, send('client', 'ping'), 50, send(child, 'pong'), 10);
	shows(
		lab,
		`200 > P. 1001:1005(4) ack 8001
		250 < P. 8001:8005(4) ack 1005`,
		{since: 200},
	);
	assert.equal(notes(lab, 'ack-carried').length, 1);
});

test('send() takes what fits into the buffer and waits with the rest', () => {
	const lab = play(
		start(),
		set('client', {knob: 'sndbuf', value: 3000}),
		set('server', {knob: 'app', value: 'reader'}),
		listen('server'),
		connect('client'),
		200,
		send('client', 10_000),
		10,
	);
	assert.equal(tcb(lab, 'client').sendBuffer.length, 3000);
	play(lab, 3000);
	assert.equal(tcb(lab, 'client').sendBuffer.length, 0);
	assert.equal(lab.world.hosts.server.sockets[1]?.received, 10_000);
});
