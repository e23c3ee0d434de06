/** Time-outs (RFC 6298, RFC 9293 § 3.8.1, § 3.8.3) and what stops them. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	calls,
	close,
	connect,
	crash,
	drop,
	established,
	forge,
	hold,
	left,
	link,
	listen,
	notes,
	packets,
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
const rto = (lab: Parameters<typeof tcb>[0]): number => tcb(lab, 'client').rtt.rto / 1000;

test('a lost segment is sent again after the RTO (F20)', () => {
	const lab = play(start(), ...established, drop('client', 'data'), send('client', 'hello'), recv(child), 2000);
	shows(
		lab,
		`200 > P. 1001:1006(5) ack 8001 dropped
		1200 > P. 1001:1006(5) ack 8001
		1450 < . 8001:8001(0) ack 1006`,
		{since: 200},
	);
	assert.deepEqual(calls(lab, 'server').at(-1), 'recv 5');
});

test('a lost ACK costs a retransmission, and the octets are read once (F20)', () => {
	const lab = play(start(), ...established, drop('server', 'ACK'), send('client', 'hello'), recv(child), 2000);
	shows(
		lab,
		`200 > P. 1001:1006(5) ack 8001
		450 < . 8001:8001(0) ack 1006 dropped
		1200 > P. 1001:1006(5) ack 8001
		1250 < . 8001:8001(0) ack 1006`,
		{since: 200},
	);
	assert.equal(tcb(lab, child).receiveBuffer.length, 0);
});

test('RFC 6298 § 5.5: each time-out doubles the next, up to a minute; the user time-out ends it after five (RFC 9293 § 3.9.1.1)', () => {
	const lab = play(start(), ...established, crash('server'), send('client', 'hello'), recv('client'));
	playOut(lab);
	const times = [0, 1, 3, 7, 15, 31, 63, 123, 183, 243].map(seconds => `${200 + seconds * 1000} > P. 1001:1006(5) ack 8001 unreachable`);
	shows(lab, times.join('\n'), {since: 200});
	assert.equal(notes(lab, 'user-timeout')[0]?.t, 300_200);
	assert.equal(calls(lab, 'client').at(-1), 'recv -1 ETIMEDOUT');
});

test('a limit of retransmissions takes the place of the user time-out: then one more doubled wait, and nothing is sent', () => {
	const lab = play(start(), set('client', {knob: 'retries', value: 2}), ...established, crash('server'), send('client', 'x'));
	playOut(lab);
	shows(
		lab,
		`200 > P. 1001:1002(1) ack 8001 unreachable
		1200 > P. 1001:1002(1) ack 8001 unreachable
		3200 > P. 1001:1002(1) ack 8001 unreachable`,
		{since: 200},
	);
	assert.equal(notes(lab, 'gave-up')[0]?.t, 7200);
	assert.equal(state(lab, 'client'), 'CLOSED');
});

test('RFC 6298 § 2: round trips make the RTO, here above its floor of a second', () => {
	const lab = play(start(), link({delay: 400_000}), listen('server'), connect('client'), 1000);
	assert.equal(rto(lab), 800 + 4 * 400);
	play(lab, set('server', {knob: 'delayedAck', value: false}), send('client', 'x'), 1000);
	assert.equal(rto(lab), 800 + 4 * 300);
});

test('the floor of the RTO can be set', () => {
	const lab = play(start(), set('client', {knob: 'rtoMin', value: 10_000}), ...established);
	assert.equal(rto(lab), 300);
});

test('RFC 6298 § 3 (Karn): what was sent twice gives no sample, and the doubled RTO stays until there is one (§ 5, note)', () => {
	const lab = play(start(), ...established, drop('client', 'data'), send('client', 'a'), 1500);
	assert.equal(rto(lab), 2000);
	assert.equal(notes(lab, 'rtt-not-sampled').length, 1);
	play(lab, drop('client', 'data'), send('client', 'b'), 1900);
	assert.equal(left(lab, 'client', 'rto'), 100);
	play(lab, 2000, send('client', 'c'), 500);
	assert.equal(rto(lab), 1000);
});

test('RFC 6298 § 5.7: after a lost SYN the first data wait three seconds', () => {
	const lab = play(
		start(),
		drop('client', 'SYN'),
		listen('server'),
		connect('client'),
		1200,
		drop('client', 'data'),
		send('client', 'x'),
		3300,
	);
	shows(
		lab,
		`1200 > P. 1001:1002(1) ack 8001 dropped
		4200 > P. 1001:1002(1) ack 8001
		4450 < . 8001:8001(0) ack 1002`,
		{since: 1150},
	);
	assert.equal(notes(lab, 'rto-after-syn').length, 1);
});

test('RFC 6298 § 5.2, § 5.3: an ACK of new data restarts the timer, the last one stops it', () => {
	const lab = play(
		start(),
		set('server', {knob: 'delayedAck', value: false}),
		set('client', {knob: 'nagle', value: false}),
		...established,
	);
	play(lab, send('client', 'a'), 60, send('client', 'b'), 45);
	assert.equal(left(lab, 'client', 'rto'), 995);
	play(lab, 60);
	assert.equal(left(lab, 'client', 'rto'), undefined);
});

test('after a time-out sending starts again at snd.una, and stops where an ACK says more has arrived', () => {
	const lab = play(start(), ...established, drop('client', 'data'), send('client', 4000), recv(child), 1400);
	shows(
		lab,
		`200 > . 1001:2461(1460) ack 8001 dropped
		200 > . 2461:3921(1460) ack 8001
		1200 > . 1001:2461(1460) ack 8001
		1300 > P. 3921:5001(1080) ack 8001`,
		{since: 200, from: 'client'},
	);
	assert.equal(tcb(lab, 'client').snd.una, 5001);
});

test('a FIN that is lost comes again, with the octets before it when they were lost too', () => {
	const lab = play(
		start(),
		...established,
		drop('client', 'data'),
		drop('client', 'FIN'),
		send('client', 'bye'),
		close('client'),
		recv(child),
		1200,
	);
	shows(
		lab,
		`200 > P. 1001:1004(3) ack 8001 dropped
		200 > F. 1004:1004(0) ack 8001 dropped
		1200 > FP. 1001:1004(3) ack 8001
		1250 < . 8001:8001(0) ack 1005`,
		{since: 200},
	);
});

test('a retransmission never reaches behind the window, though more waits', () => {
	const lab = play(
		start(),
		set('server', {knob: 'rcvbuf', value: 700}),
		...established,
		drop('client', 'data'),
		send('client', 3000),
		1200,
	);
	shows(
		lab,
		`200 > . 1001:1701(700) ack 8001 dropped
		1200 > . 1001:1701(700) ack 8001`,
		{since: 200, from: 'client'},
	);
});

test('where each side has filled the window of the other and lost some of it, their ACKs do not provoke each other for ever', () => {
	const lab = play(start(), ...(['client', 'server'] as const).map(host => set(host, {knob: 'rcvbuf', value: 700})), ...established);
	play(
		lab,
		drop('client', 'data'),
		drop('server', 'data'),
		send('client', 700),
		send(child, 700),
		forge('client', '. 8701:8701(0) ack 1001'),
		5000,
	);
	const bare = packets(lab).filter(({sentAt, len}) => sentAt > 200_000 && len === 0);
	assert.equal(bare.length, 2 * 10 + 2);
	for (const end of ['client', child] as const) assert.equal(tcb(lab, end).receiveBuffer.length, 700);
});

test('a segment that overtakes its elders is kept, acknowledged at once, and delivered in order', () => {
	const lab = play(
		start(),
		set('client', {knob: 'nagle', value: false}),
		...established,
		hold('client', 30, 'data'),
		send('client', 'first '),
		send('client', 'second'),
		90,
	);
	shows(
		lab,
		`200 > P. 1001:1007(6) ack 8001
		200 > P. 1007:1013(6) ack 8001
		250 < . 8001:8001(0) ack 1001
		280 < . 8001:8001(0) ack 1013`,
		{since: 200},
	);
	play(lab, recv(child));
	assert.equal(calls(lab, 'server').at(-1), 'recv 12');
});
