/** When an acknowledgment leaves: RFC 9293 § 3.8.6.3, RFC 5681 § 4.2. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {both, established, forge, ladder, left, notes, play, recv, send, set, shows, shutdown, start, tcb} from './play.js';

const child = {host: 'server', number: 4} as const;
const ownNumbers = [set('client', {knob: 'isn', value: 1000}), set('server', {knob: 'isn', value: 8000})] as const;
const eager = set('client', {knob: 'nagle', value: false});

test('MUST-40: an acknowledgment waits for data to carry it, 200 ms at most', () => {
	const lab = play(start(), ...established, send('client', 'hi'), 50);
	assert.equal(left(lab, child, 'delayed-ack'), 200);
	play(lab, 200);
	shows(
		lab,
		`200 > P. 1001:1003(2) ack 8001
		450 < . 8001:8001(0) ack 1003`,
		{since: 200},
	);
	assert.equal(notes(lab, 'delayed-ack-fired').length, 1);
});

test('data of the own side carry it', () => {
	const lab = play(start(), ...established, send('client', 'hi'), 100, send(child, 'you'), 10);
	assert.equal(ladder(lab).at(-1), '300 < P. 8001:8004(3) ack 1003');
	assert.equal(left(lab, child, 'delayed-ack'), undefined);
});

test('SHLD-19: two full segments are acknowledged at once', () => {
	const lab = play(start(), ...established, send('client', 2 * 1460), 60);
	shows(lab, '250 < . 8001:8001(0) ack 3921', {since: 250});
	assert.equal(notes(lab, 'ack-every-second')[0]?.values.octets, 2920);
});

test('three small segments are not two full ones', () => {
	const lab = play(start(), eager, ...established, send('client', 500), send('client', 500), send('client', 500), 60);
	assert.equal(ladder(lab, {since: 250}).length, 0);
});

test('with freebsd the second segment is acknowledged, however small', () => {
	const lab = play(start(both('freebsd')), ...ownNumbers, eager, ...established, send('client', 5), send('client', 5), 60);
	assert.equal(ladder(lab, {from: 'server', since: 250}).length, 1);
});

test('with linux the first segments after the handshake are acknowledged at once', () => {
	const lab = play(start(both('linux')), ...ownNumbers, ...established, recv(child), send('client', 'a'), 60);
	assert.equal(ladder(lab, {from: 'server', since: 250}).length, 1);
});

test('delayed acknowledgments can be turned off', () => {
	const lab = play(start(), set('server', {knob: 'delayedAck', value: false}), ...established, send('client', 'hi'), 60);
	shows(lab, '250 < . 8001:8001(0) ack 1003', {since: 250});
});

for (const [what, text, ack] of [
	['out of order', 'P. 8006:8011(5) ack 1001', 8001],
	['old', 'P. 7996:8001(5) ack 1001', 8001],
	['behind the window', `P. ${8001 + 65_535}:${8001 + 65_540}(5) ack 1001`, 8001],
	['with a FIN', 'FP. 8001:8006(5) ack 1001', 8007],
] as const)
	test(`RFC 5681 § 4.2: text ${what} is acknowledged at once`, () => {
		const lab = play(start(), ...established, forge('client', text), 50);
		assert.equal(ladder(lab).at(-1), `250 > . 1001:1001(0) ack ${ack}`);
	});

test('a segment that fills a hole is acknowledged at once, with all that lay behind it', () => {
	const lab = play(
		start(),
		...established,
		forge('client', 'P. 8006:8011(5) ack 1001'),
		60,
		forge('client', 'P. 8001:8006(5) ack 1001'),
		50,
	);
	assert.equal(ladder(lab).at(-1), '310 > . 1001:1001(0) ack 8011');
	assert.deepEqual(notes(lab, 'hole-filled')[0]?.values, {rcvNxt: 8011, octets: 10});
});

test('text that overlaps what is there brings only what is new', () => {
	const lab = play(
		start(),
		...established,
		forge('client', 'P. 8001:8011(10) ack 1001'),
		60,
		forge('client', 'P. 7996:8016(20) ack 1001'),
		60,
		recv('client'),
	);
	assert.equal(tcb(lab, 'client').rcv.nxt, 8016);
	assert.equal(tcb(lab, 'client').receiveBuffer.read, 15);
});

test('text that reaches behind the window is cut there, and its FIN with it', () => {
	const lab = play(start(), set('client', {knob: 'rcvbuf', value: 10}), ...established, forge('client', 'FP. 8001:8021(20) ack 1001'), 300);
	assert.equal(tcb(lab, 'client').rcv.nxt, 8011);
	assert.equal(tcb(lab, 'client').state, 'ESTABLISHED');
	assert.equal(ladder(lab, {win: true, from: 'client'}).at(-1), '450 > . 1001:1001(0) ack 8011 win 0');
});

test('an ACK that is due leaves with the FIN', () => {
	const lab = play(start(), ...established, send('client', 'hi'), 100, recv(child), shutdown(child), 10);
	shows(lab, '300 < F. 8001:8001(0) ack 1003', {since: 250});
});
