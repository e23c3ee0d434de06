/** Slow start, congestion avoidance, fast retransmit and recovery: RFC 5681, 6582, 6928. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {connect, established, type Lab, ladder, link, listen, notes, packets, play, send, set, start, tcb} from './play.js';

const child = {host: 'server', number: 4} as const;
const mss = 1000;

/** Segments of 1000 octets both ways, a reader at the server that acknowledges each. */
const bulk = (octets: number, ...more: readonly Parameters<typeof play>[1][]): Lab =>
	play(
		start(),
		set('server', {knob: 'mss', value: mss}),
		set('server', {knob: 'delayedAck', value: false}),
		set('server', {knob: 'app', value: 'reader'}),
		set('client', {knob: 'sndbuf', value: 1_000_000}),
		listen('server'),
		connect('client'),
		200,
		...more,
		send('client', octets),
	);

const sentAt = (lab: Lab, milliseconds: number): number =>
	packets(lab).filter(packet => packet.from === 'client' && packet.len > 0 && packet.sentAt === milliseconds * 1000).length;

/** Loses the n-th segment with data, counted from 1, the first time it is sent. */
function lose(lab: Lab, ...places: readonly number[]): Lab {
	const sent = packets(lab).filter(packet => packet.from === 'client' && packet.len > 0);
	for (const place of places) play(lab, {do: 'packet', packet: sent[place - 1]?.n ?? 0, mischief: {kind: 'drop'}});
	return lab;
}

const cwnd = (lab: Lab): number => tcb(lab, 'client').congestion.cwnd;

for (const [announced, initial] of [
	[1460, 14_600],
	[1000, 10_000],
	[100, 1000],
] as const)
	test(`RFC 6928 § 2: with segments of ${announced} the initial window is ${initial} octets`, () => {
		const lab = play(start(), set('server', {knob: 'mss', value: announced}), ...established);
		assert.equal(cwnd(lab), initial);
	});

test('RFC 5681 § 3.1: after a lost SYN the window begins with one segment', () => {
	const lab = play(
		start(),
		{do: 'arm', host: 'client', filter: 'SYN', mischief: {kind: 'drop'}},
		listen('server'),
		connect('client'),
		1500,
	);
	assert.equal(cwnd(lab), 1460);
});

test('slow start doubles what is in flight every round trip', () => {
	const lab = play(bulk(200_000), 350);
	assert.deepEqual(
		[200, 300, 400, 500].map(at => sentAt(lab, at)),
		[10, 20, 40, 65],
	);
	assert.equal(tcb(lab, 'client').snd.wnd, 65_535);
});

test('above ssthresh the window grows by about a segment a round trip', () => {
	const lab = play(bulk(400_000));
	lose(lab, 1);
	play(lab, 110);
	const before = notes(lab, 'congestion-avoidance').length;
	play(lab, 300);
	const grown = notes(lab, 'congestion-avoidance').slice(before);
	assert.ok(grown.length > 0);
	const [first, last] = [grown[0], grown.at(-1)];
	const rounds = ((last?.t ?? 0) - (first?.t ?? 0)) / 100 + 1;
	const gain = (last?.values.cwnd ?? 0) - (first?.values.cwnd ?? 0);
	assert.ok(gain > 0 && gain <= rounds * mss, `${gain} octets in ${rounds} rounds`);
});

test('RFC 6582: the third duplicate ACK sends the lost segment again, long before the RTO', () => {
	const lab = lose(bulk(10_000), 1);
	play(lab, 300);
	assert.deepEqual(ladder(lab, {from: 'client', since: 201}), ['300 > . 1001:2001(1000) ack 8001']);
	const [retransmit] = notes(lab, 'fast-retransmit');
	assert.deepEqual(retransmit, {t: 300, host: 'client', values: {seq: 1001, ssthresh: 5000, cwnd: 8000}});
	const [over] = notes(lab, 'recovery-over');
	assert.deepEqual(over, {t: 400, host: 'client', values: {cwnd: 5000}});
});

test('two duplicate ACKs are not enough', () => {
	const lab = lose(bulk(3000), 1);
	play(lab, 900);
	assert.equal(notes(lab, 'ack-duplicate').length, 2);
	assert.equal(notes(lab, 'fast-retransmit').length, 0);
});

test('reordering by two places costs nothing but duplicate ACKs', () => {
	const lab = bulk(3000);
	const [first] = packets(lab).filter(packet => packet.len > 0);
	play(lab, {do: 'packet', packet: first?.n ?? 0, mischief: {kind: 'delay', by: 10_000}}, 500);
	assert.equal(packets(lab).filter(packet => packet.isRetransmission).length, 0);
});

test('RFC 6582 § 3.2 (3): a partial ACK shows the next hole, which is filled a round trip later', () => {
	const lab = lose(bulk(10_000), 1, 4, 6);
	play(lab, 500);
	const again = packets(lab)
		.filter(packet => packet.isRetransmission)
		.map(({sentAt: at, seq}) => [at / 1000, seq]);
	assert.deepEqual(again, [
		[300, 1001],
		[400, 4001],
		[500, 6001],
	]);
	assert.deepEqual(
		notes(lab, 'partial-ack').map(({t, values}) => [t, values.ack]),
		[
			[400, 4001],
			[500, 6001],
		],
	);
	play(lab, 200);
	assert.equal(tcb(lab, 'client').snd.una, 11_001);
	assert.equal(notes(lab, 'rto-fired').length, 0);
});

test('during recovery every further duplicate lets one more segment go', () => {
	const lab = lose(bulk(20_000), 1);
	play(lab, 150);
	assert.equal(tcb(lab, 'client').congestion.inRecovery, true);
	assert.equal(cwnd(lab), 5000 + 9 * mss);
	assert.deepEqual(
		ladder(lab, {from: 'client', since: 300}).map(row => row.split(' ')[3]),
		['11001:12001(1000)', '12001:13001(1000)', '1001:2001(1000)', '13001:14001(1000)', '14001:15001(1000)'],
	);
});

test('after a time-out one segment is sent, and half of what was in flight is remembered', () => {
	const lab = bulk(10_000);
	lose(lab, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
	play(lab, 1050);
	assert.deepEqual(notes(lab, 'cwnd-collapsed'), [{t: 1200, host: 'client', values: {ssthresh: 5000, cwnd: 1000}}]);
	assert.equal(sentAt(lab, 1200), 1);
	play(lab, 350);
	assert.deepEqual(
		[1300, 1400, 1500].map(at => sentAt(lab, at)),
		[2, 4, 3],
	);
});

test('a second time-out for the same octets does not lower ssthresh further', () => {
	const lab = bulk(10_000, link({loss: 1}, 'client'));
	play(lab, 4000, link({loss: 0}, 'client'), 5000);
	assert.deepEqual(
		notes(lab, 'cwnd-collapsed').map(({values}) => values.ssthresh),
		[5000, 5000, 5000],
	);
	assert.equal(tcb(lab, 'client').snd.una, 11_001);
});

test('no fast retransmit for what a time-out has sent again already (RFC 6582 § 3.2 (1))', () => {
	const lab = bulk(10_000);
	lose(lab, 1, 10);
	play(lab, {do: 'arm', host: 'client', filter: 'data', mischief: {kind: 'drop'}}, 3000);
	assert.equal(notes(lab, 'fast-retransmit').length, 1);
	assert.equal(tcb(lab, 'client').snd.una, 11_001);
	assert.equal(tcb(lab, child).receiveBuffer.length, 0);
});
