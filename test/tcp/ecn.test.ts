/** Explicit congestion notification: RFC 3168 § 6.1. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Knobs} from '../../source/tcp/profile.js';
import {alone, arrive, connecting, lastSent, opened, tune} from './arriving.js';
import {type Lab, ladder, listen, packets, play, send, tcb} from './play.js';

const child = {host: 'server', number: 4} as const;
const flagsOf = (text: string): string => text.split(' ')[0] ?? '';
const ce = 3;
const ect0 = 2;

for (const [ecn, syn, answer, has] of [
	['on', 'SEW', 'SE.', true],
	['on', 'SEW', 'S.', false],
	['on', 'SEW', 'SEW.', false],
	['passive', 'S', 'SE.', false],
	['off', 'S', 'SE.', false],
] as const)
	test(`ecn ${ecn}: ${syn} answered with ${answer} ${has ? 'agrees' : 'does not agree'} on ECN`, () => {
		const lab = connecting('freebsd', tune('client', {ecn}));
		assert.equal(flagsOf(lastSent(lab, 'client')), syn);
		play(lab, arrive('client', `${answer} 5:5(0) ack 1001`), 1);
		assert.equal(tcb(lab, 'client').hasEcn, has);
	});

for (const [ecn, syn, answer] of [
	['on', 'SEW', 'SE.'],
	['passive', 'SEW', 'SE.'],
	['off', 'SEW', 'S.'],
	['passive', 'S', 'S.'],
	['passive', 'SE', 'S.'],
] as const)
	test(`ecn ${ecn}: a listener answers ${syn} with ${answer}`, () => {
		const lab = alone('server', 'freebsd', tune('server', {ecn}), listen('server'), arrive('server', `${syn} 5:5(0)`), 1);
		assert.equal(flagsOf(lastSent(lab, 'server')), answer);
	});

test('§ 6.1.1.1: after some SYNs without an answer it asks no more', () => {
	const lab = play(connecting('freebsd', tune('client', {ecn: 'on', ecnRetries: 1})), 4000);
	assert.deepEqual(
		ladder(lab, {from: 'client'}).map(line => line.split(' ')[2]),
		['SEW', 'SEW', 'S'],
	);
});

const agreed = (knobs: Partial<Knobs> = {}): Lab => {
	const lab = alone('server', 'freebsd', tune('server', {ecn: 'on', delayedAck: false, ...knobs}), listen('server'));
	play(lab, arrive('server', 'SEW 1000:1000(0) <mss 1000>'), 1, arrive('server', '. 1001:1001(0) ack 8001'), 1);
	return play(lab, {do: 'accept', socket: {host: 'server'}});
};

test('§ 6.1.3: a mark is echoed in every ACK until CWR comes; a mark on that very segment is a new one', () => {
	const lab = agreed();
	const answerTo = (text: string, tos: number): string => flagsOf(lastSent(play(lab, arrive('server', text, tos), 1), 'server'));
	assert.deepEqual(
		[
			answerTo('. 1001:1011(10) ack 8001', ect0),
			answerTo('. 1011:1021(10) ack 8001', ce),
			answerTo('. 1021:1031(10) ack 8001', ect0),
			answerTo('W. 1031:1041(10) ack 8001', ect0),
			answerTo('. 1041:1051(10) ack 8001', ce),
			answerTo('W. 1051:1061(10) ack 8001', ce),
		],
		['.', 'E.', 'E.', '.', 'E.', 'E.'],
	);
});

test('without ECN a mark means nothing', () => {
	const lab = opened('freebsd', '<mss 1000>', tune('server', {delayedAck: false}));
	play(lab, arrive('server', '. 1001:1011(10) ack 8001', ce), 1);
	assert.equal(flagsOf(lastSent(lab, 'server')), '.');
});

test('§ 6.1.2: an echo halves the window once for each window of data, and CWR goes with the next new octets', () => {
	const lab = play(agreed(), send(child, 10_000), 1);
	const before = tcb(lab, child).congestion.cwnd;
	play(lab, arrive('server', 'E. 1001:1001(0) ack 9001'), 1);
	const {cwnd, ssthresh} = tcb(lab, child).congestion;
	assert.equal(cwnd, ssthresh);
	assert.ok(cwnd < before, `${cwnd} < ${before}`);
	play(lab, arrive('server', 'E. 1001:1001(0) ack 10001'), 1);
	assert.equal(tcb(lab, child).congestion.ssthresh, ssthresh);
	play(lab, arrive('server', '. 1001:1001(0) ack 18001'), 1, send(child, 3000), 1);
	assert.deepEqual(
		ladder(lab, {from: 'server'})
			.slice(-3)
			.map(line => line.split(' ')[2]),
		['W.', '.', 'P.'],
	);
});

test('new octets may be marked, whatever else the socket asks of IP; SYN, bare ACK and what is sent again may not', () => {
	const lab = play(agreed(), arrive('server', '. 1001:1011(10) ack 8001'), 1, send(child, 10), 2000);
	const sent = packets(lab).filter(({from}) => from === 'server');
	assert.deepEqual(
		sent.map(({len, tos, isRetransmission}) => [len, tos, isRetransmission]),
		[[0, 0, false], [0, 0, false], [10, 2, false], ...Array.from({length: sent.length - 3}, () => [10, 0, true])],
	);
	assert.ok(sent.length > 3);
});
