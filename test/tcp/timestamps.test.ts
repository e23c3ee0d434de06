/** Timestamps: RFC 7323 § 3, § 4, § 5. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arrive, lastSent, opened, tune} from './arriving.js';
import {both, drop, established, ladder, notes, play, send, set, start, state, tcb} from './play.js';

const child = {host: 'server', number: 4} as const;
const options = '<mss 1460,sackOK,TS val 100 ecr 0>';
const stamped = (text: string, val: number) => arrive('server', `${text} <nop,nop,TS val ${val} ecr 0>`);
const recent = (lab: ReturnType<typeof opened>): number => tcb(lab, child).ts.recent;

test('TS.Recent follows the segments up to the last acknowledged number, not those behind a hole', () => {
	const lab = opened('freebsd', options);
	assert.equal(recent(lab), 101);
	play(lab, stamped('. 1101:1201(100) ack 8001', 300), 1);
	assert.equal(recent(lab), 101);
	assert.match(lastSent(lab, 'server'), /ecr 101,nop,nop,sack 1101:1201/);
	play(lab, stamped('. 1001:1101(100) ack 8001', 200), 1);
	assert.equal(recent(lab), 200);
	assert.match(lastSent(lab, 'server'), /ack 1201 <nop,nop,TS val \d+ ecr 200>/);
	play(lab, stamped('. 1001:1101(100) ack 8001', 150), 1);
	assert.equal(recent(lab), 200);
});

test('the clock of the textbook counts milliseconds from 0; other hosts begin anywhere', () => {
	const lab = opened('textbook', options, tune('server', {timestamps: true, sack: true}), 40);
	play(lab, stamped('P. 1101:1201(100) ack 8001', 300), 1);
	assert.match(lastSent(lab, 'server'), /TS val 42 ecr 101/);
	assert.notEqual(tcb(opened('linux', options), child).ts.offset, 0);
});

test('§ 5.3 R1, PAWS: an older timestamp is acknowledged and its text is not taken; the circle has no end', () => {
	const lab = opened('freebsd', options);
	play(lab, stamped('. 1001:1011(10) ack 8001', 2 ** 31 + 200), 1);
	assert.equal(notes(lab, 'paws-dropped').length, 1);
	assert.equal(tcb(lab, child).rcv.nxt, 1001);
	assert.match(lastSent(lab, 'server'), /^\. 8001:8001\(0\) ack 1001 /);
	play(lab, stamped('. 1001:1011(10) ack 8001', 2 ** 31), 1);
	assert.equal(tcb(lab, child).rcv.nxt, 1011);
});

test('§ 5.5: after 24 days of silence any timestamp is new', () => {
	const days = 25 * 86_400_000;
	const lab = opened('linux', options);
	play(lab, days, stamped('. 1001:1011(10) ack 8001', 1), 1);
	assert.equal(tcb(lab, child).rcv.nxt, 1011);
	assert.equal(recent(lab), 1);
});

for (const [isTolerant, nxt] of [
	[false, 1001],
	[true, 1011],
] as const)
	test(`§ 3.2: a segment without a timestamp is ${isTolerant ? 'taken' : 'dropped without a word'}`, () => {
		const lab = opened('freebsd', options, tune('server', {tolerateMissingTimestamps: isTolerant}));
		const count = ladder(lab).length;
		play(lab, arrive('server', '. 1001:1011(10) ack 8001'), 1);
		assert.equal(tcb(lab, child).rcv.nxt, nxt);
		if (!isTolerant) assert.equal(ladder(lab).length, count + 1);
	});

test('a RST needs no timestamp, nor a young one', () => {
	for (const rst of [arrive('server', 'R 1001:1001(0)'), stamped('R 1001:1001(0)', 1)])
		assert.equal(state(play(opened('freebsd', options), rst, 1), child), 'CLOSED');
});

test('§ 4.1: the echo tells the round trip of a segment that was sent twice', () => {
	const lab = play(
		start(both('freebsd')),
		set('client', {knob: 'isn', value: 1000}),
		set('server', {knob: 'isn', value: 8000}),
		set('server', {knob: 'delayedAck', value: false}),
		...established,
		drop('client', 'data'),
		send('client', 'lost'),
		2000,
	);
	const [sample] = notes(lab, 'rtt-by-timestamp');
	assert.equal(sample?.values.rtt, 100_000);
	assert.equal(notes(lab, 'rtt-not-sampled').length, 0);
});
