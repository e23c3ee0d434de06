/** A receive buffer that counts memory (profile linux): what segments cost, what may be offered, what is thrown away. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {costOf, slackOf} from '../../source/tcp/memory/cost.js';
import {seq} from '../../source/tcp/seq.js';
import {both, crash, established, forge, type Lab, ladder, type Move, notes, play, recv, send, set, start, tcb} from './play.js';

/** A datagram in a virtual interface: its head with 64 octets in front and 320 behind, page fragments, 256 for the descriptor. */
for (const [octets, cost, what] of [
	[40, 960, 'the smallest head'],
	[600, 1280, 'a head of 1024'],
	[1040, 2304, 'a head of 2048'],
	[1500, 2304, 'the same'],
	[4031, 8448, 'the largest in one piece'],
	[4032, 8448, 'a page as head, a page for the rest'],
	[7808, 8448, 'the page is full'],
	[7809, 12_544, 'two pages'],
	[16_001, 20_736, 'four pages at once'],
	[40_040, 41_216, 'eight pages, and one'],
] as const)
	test(`a datagram of ${octets} octets costs ${cost}: ${what}`, () => assert.equal(costOf(octets), cost));

test('a small text may find room behind the one before it', () => {
	assert.equal(slackOf(1040), 2048 - 320 - 64 - 1040);
	assert.equal(slackOf(5000), 0);
});

const plain: readonly Move[] = (['client', 'server'] as const).flatMap(host => [
	set(host, {knob: 'isn', value: host === 'client' ? 1000 : 8000}),
	set(host, {knob: 'timestamps', value: false}),
]);

/** The client is a linux that nobody reads from; the server is gone, so that what it says is forged. */
const alone = (rcvbuf: number, ...moves: readonly Move[]): Lab =>
	play(start(both('linux')), ...plain, set('client', {knob: 'rcvbuf', value: rcvbuf}), ...established, crash('server'), ...moves);

/** Octets from 8001 on, in order, `count` segments of `len`. */
const arrive = (len: number, count: number, from = 8001): readonly Move[] =>
	Array.from({length: count}, (_, nth) => [
		forge('client', `P. ${from + nth * len}:${from + (nth + 1) * len}(${len}) ack 1001`),
		60,
	]).flat();

test('segments of 1000 octets leave 111 of 256 octets of memory for text', () => {
	const lab = alone(131_072, ...arrive(1000, 1));
	const {receiveMemory} = tcb(lab, 'client');
	assert.deepEqual([receiveMemory.used, receiveMemory.ratio, receiveMemory.segment], [2304, 111, 1000]);
	assert.equal(receiveMemory.clamp, Math.floor((131_072 * 111) / 256));
	assert.deepEqual(notes(lab, 'memory-measured')[0]?.values, {len: 1000, memory: 2304, most: receiveMemory.clamp});
});

test('small texts cost nothing while they find room behind the one before', () => {
	const lab = alone(131_072, ...arrive(10, 10));
	assert.equal(tcb(lab, 'client').receiveMemory.used, 960);
});

test('what is read frees whole segments only', () => {
	const lab = alone(131_072, ...arrive(1000, 3), recv('client', 1500));
	assert.equal(tcb(lab, 'client').receiveMemory.used, 2 * 2304);
	play(lab, recv('client', 1500));
	assert.equal(tcb(lab, 'client').receiveMemory.used, 0);
});

test('text that waits behind a hole costs too, once', () => {
	const lab = alone(131_072, ...arrive(1000, 2, 9001), ...arrive(1000, 2, 9001));
	const {receiveMemory} = tcb(lab, 'client');
	assert.equal(receiveMemory.used, 2 * 2304);
	assert.deepEqual(
		receiveMemory.early.map(({from, to}) => [from, to]),
		[
			[seq(9001), seq(10_001)],
			[seq(10_001), seq(11_001)],
		],
	);
	play(lab, ...arrive(1000, 1));
	assert.equal(receiveMemory.used, 3 * 2304);
	assert.equal(receiveMemory.early.length, 0);
	play(lab, recv('client'));
	assert.equal(receiveMemory.used, 0);
});

const unchanging: Move = {do: 'tune', host: 'client', knobs: {growsRcvbuf: false}};

/** Memory for six segments of 500 octets behind a hole, each `step` after the one before. */
const crowded = (step: number): Lab => {
	const lab = play(
		start(both('linux')),
		...plain,
		unchanging,
		set('client', {knob: 'rcvbuf', value: 7700}),
		...established,
		crash('server'),
		...Array.from({length: 6}, (_, nth) => arrive(500, 1, 8101 + nth * step)).flat(),
	);
	assert.equal(tcb(lab, 'client').receiveMemory.used, 6 * 1280);
	return play(lab, ...arrive(100, 1));
};

test('when memory is full, what waits behind holes is thrown away, the last first, as SACK lets a receiver do', () => {
	const lab = crowded(510);
	assert.deepEqual(
		notes(lab, 'early-dropped').map(({values}) => values),
		[{seq: 10_651, len: 500}],
	);
	assert.equal(tcb(lab, 'client').rcv.nxt, 8601);
	assert.deepEqual(tcb(lab, 'client').receiveBuffer.outOfOrder.at(-1), {from: seq(10_141), to: seq(10_641)});
});

test('neighbours behind a hole are put together first: 3000 octets in a page', () => {
	const lab = crowded(500);
	assert.deepEqual(notes(lab, 'early-dropped'), []);
	assert.equal(tcb(lab, 'client').rcv.nxt, 11_101);
	assert.equal(tcb(lab, 'client').receiveMemory.used, 4096 + 256 + 960);
});

test('a text in order is taken though it is more than the buffer, when nothing is unread; then the window is 0', () => {
	const lab = alone(2400, forge('client', 'P. 8001:11001(3000) ack 1001'), 60);
	assert.equal(tcb(lab, 'client').receiveBuffer.length, 3000);
	assert.equal(ladder(lab, {win: true, from: 'client', fate: false}).at(-1), '250 > . 1001:1001(0) ack 11001 win 0');
	play(lab, forge('client', 'P. 11001:11002(1) ack 1001'), 60);
	assert.equal(tcb(lab, 'client').rcv.nxt, 11_001);
});

test('the buffer grows with what a program reads in a round trip', () => {
	const lab = play(
		start(both('linux')),
		...plain,
		set('server', {knob: 'app', value: 'reader'}),
		...established,
		send('client', 3_000_000),
		10_000,
	);
	const {receiveBuffer, rcv} = tcb(lab, {host: 'server', number: 4});
	assert.ok(notes(lab, 'buffer-grown').length > 0);
	assert.ok(receiveBuffer.capacity > 131_072);
	assert.ok(rcv.wnd > 65_535);
});
