/** What the wire does to packets, through the world: delay, rate, queue, and chance. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Fate, packetCount, type SegmentRecord} from '../../source/sim/index.js';
import {
	connect,
	established,
	forge,
	type Lab,
	link,
	listen,
	notes,
	packets,
	play,
	playOut,
	send,
	set,
	start,
	state,
	tcb,
} from '../tcp/play.js';

const child = {host: 'server', number: 4} as const;
const quick = set('client', {knob: 'nagle', value: false});

/** So many single octets, each in a segment of its own, from a client that may send them all at once. */
const sprinkle = (lab: Lab, count: number): Lab => play(lab, ...Array.from({length: count}, () => send('client', 'x')));
const dataOf = (lab: Lab): readonly SegmentRecord[] => packets(lab).filter(({from, len}) => from === 'client' && len > 0);
const counted = (sent: readonly SegmentRecord[], fate: Fate): number => sent.filter(packet => packet.fate === fate).length;

test('a packet takes the delay of its direction (F22)', () => {
	const lab = play(start(), link({delay: 30_000}, 'client'), link({delay: 70_000}, 'server'), listen('server'), connect('client'), 500);
	assert.deepEqual(
		packets(lab).map(({sentAt, settledAt}) => [sentAt / 1000, (settledAt ?? 0) / 1000]),
		[
			[0, 30],
			[30, 100],
			[100, 130],
		],
	);
});

test('jitter spreads arrivals around the delay, and may reorder them', () => {
	const lab = sprinkle(play(start(), quick, ...established, link({jitter: 20_000}, 'client')), 200);
	play(lab, 400);
	const taken = dataOf(lab).map(({sentAt, dueAt}) => (dueAt - sentAt) / 1000);
	assert.ok(Math.min(...taken) < 35 && Math.min(...taken) >= 30, `${Math.min(...taken)}`);
	assert.ok(Math.max(...taken) > 65 && Math.max(...taken) <= 70, `${Math.max(...taken)}`);
});

test('at 64 kbit/s a datagram of 1500 octets takes 187.5 ms to leave, and the next waits for it', () => {
	const lab = play(start(), ...established, link({rate: 64_000, delay: 10_000}, 'client'), send('client', 2920));
	assert.deepEqual(
		dataOf(lab).map(({dueAt}) => dueAt / 1000 - 200),
		[197.5, 385],
	);
});

test('a queue of two holds two behind the one that is being sent; what comes then is lost', () => {
	const lab = play(start(), ...established, link({rate: 64_000, queue: 2}), send('client', 6 * 1460), 1);
	assert.deepEqual(
		dataOf(lab).map(({fate}) => fate),
		['in-flight', 'in-flight', 'in-flight', 'queue-full', 'queue-full', 'queue-full'],
	);
	assert.deepEqual(notes(lab, 'link-queue-full')[0]?.values, {packet: 7, queue: 2});
});

for (const [knob, fate] of [
	['loss', 'lost'],
	['corrupt', 'corrupted'],
] as const)
	test(`${knob} of a fifth befalls about a fifth`, () => {
		const lab = play(sprinkle(play(start(), quick, ...established, link({[knob]: 0.2}, 'client')), 1000), 60);
		const share = counted(dataOf(lab), fate) / 1000;
		assert.ok(share > 0.16 && share < 0.24, `${share}`);
	});

test('duplicates arrive right behind their originals, and are taken once', () => {
	const lab = play(start(), quick, ...established, link({duplicate: 1}, 'client'), send('client', 'x'), 100);
	const [original, copy] = dataOf(lab);
	assert.equal(copy?.origin, 'duplicate');
	assert.equal(copy?.of, original?.n);
	assert.equal(copy?.settledAt, original?.settledAt);
	assert.equal(tcb(lab, child).receiveBuffer.length, 1);
});

test('a packet that is held lets the next one pass, for one delay at most', () => {
	const lab = play(
		start(),
		quick,
		...established,
		link({reorder: 1}, 'client'),
		send('client', 'a'),
		link({reorder: 0}, 'client'),
		10,
		send('client', 'b'),
		200,
	);
	const [held, passing] = dataOf(lab);
	assert.ok((held?.settledAt ?? 0) > (passing?.settledAt ?? 0));
	const alone = play(start(), quick, ...established, link({reorder: 1}, 'client'), send('client', 'a'), 200);
	assert.equal((dataOf(alone)[0]?.settledAt ?? 0) / 1000, 300);
});

test('a damaged packet reaches nobody, whichever bit it was', () => {
	for (let seed = 1; seed <= 50; seed++) {
		const lab = play(
			start({seed}),
			...established,
			{do: 'arm', host: 'client', filter: 'data', mischief: {kind: 'corrupt'}},
			send('client', 'hello'),
			60,
		);
		assert.equal(dataOf(lab)[0]?.fate, 'corrupted');
		assert.equal(notes(lab, 'checksum-failed').length, 1);
		assert.equal(tcb(lab, child).receiveBuffer.length, 0);
	}
});

test('one knob does not reshuffle the chance of another', () => {
	const fates = (change: Parameters<typeof link>[0]): string => {
		const lab = sprinkle(play(start(), quick, ...established, link({loss: 0.3, ...change}, 'client')), 100);
		return dataOf(lab)
			.filter(({origin}) => origin === 'tcp')
			.map(({fate}) => (fate === 'lost' ? '-' : 'x'))
			.join('');
	};
	assert.equal(fates({}), fates({jitter: 5000, corrupt: 0.3, reorder: 0.2, duplicate: 0.5}));
});

test('forged packets cross with the delay of the link, and are never lost', () => {
	const lab = play(
		start(),
		...established,
		link({loss: 1, corrupt: 1, reorder: 1, duplicate: 1, jitter: 9000}),
		forge('client', 'R 8001:8001(0)'),
		50,
	);
	assert.equal(state(lab, 'client'), 'CLOSED');
});

test('every packet has an end, once nothing is in flight', () => {
	const bad = {loss: 0.2, corrupt: 0.1, duplicate: 0.2, reorder: 0.2, jitter: 30_000, rate: 64_000, queue: 3};
	const lab = play(start({seed: 7}), link(bad), listen('server'), connect('client'), 5000, send('client', 20_000), 60_000);
	playOut(lab, 1);
	assert.equal(counted(packets(lab), 'in-flight'), 0);
	assert.ok(packetCount(lab.world.trace) > 20);
});
