import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Deed, draw, play, screenOf} from '../ui/stage.js';
import {client, connect, drop, listen, server} from '../ui/worlds.js';

/** The ladder's rows at 80 columns, as many as the world has. */
function ladder(deeds: readonly Deed[], until: number, look: Parameters<typeof draw>[1] = {}): readonly string[] {
	const rows = draw(play(deeds, until), {rows: 80, ...look});
	const from = rows.findIndex(row => row.startsWith('-- ladder'));
	const to = rows.findIndex(row => row.startsWith('-- why'));
	return rows.slice(from + 1, to).filter(row => row !== '');
}

const open: readonly Deed[] = [
	[0, listen],
	[0, {do: 'accept', socket: server}],
	[0, connect],
];

for (const [what, deeds, until, expected] of [
	[
		'a handshake, with the state that each packet brought',
		open,
		1000,
		[
			'                    |                          listen(:80) |   0.000 LISTEN',
			'SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.050 SYN_RCVD',
			'ESTABLISHED   0.100 |<------ #2 SYN,ACK seq=8000 ack=1001 -|   0.050',
			'              0.100 |- #3 ACK seq=1001 ack=8001 ---------->|   0.150 ESTABLISHED',
		],
	],
	[
		'a SYN that nobody answers, until it is given up',
		[
			[0, {do: 'knob', host: 'client', change: {knob: 'synRetries', value: 1}}],
			[0, {do: 'link', change: {loss: 1}}],
			[0, connect],
		],
		10_000,
		[
			'SYN_SENT      0.000 |- #1 SYN seq=1000 --x lost            |',
			'              1.000 | RTO, 1 s: no answer                  |',
			'              1.000 |- #2 SYN again seq=1000 --x lost      |',
			'CLOSED        3.000 | RTO: gives up                        |',
		],
	],
	[
		'an abort, and the RST that it sends',
		[...open, [200, {do: 'abort', socket: client}]],
		1000,
		[
			'                    |                          listen(:80) |   0.000 LISTEN',
			'SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.050 SYN_RCVD',
			'ESTABLISHED   0.100 |<------ #2 SYN,ACK seq=8000 ack=1001 -|   0.050',
			'              0.100 |- #3 ACK seq=1001 ack=8001 ---------->|   0.150 ESTABLISHED',
			'CLOSED        0.200 |- #4 RST seq=1001 ------------------->|   0.250 CLOSED',
		],
	],
	[
		'a call that changed a state and sent nothing, a crash',
		[
			[0, listen],
			[100, {do: 'close', socket: server}],
			[200, {do: 'crash', host: 'client'}],
			[300, {do: 'restart', host: 'client'}],
		],
		1000,
		[
			'                    |                          listen(:80) |   0.000 LISTEN',
			'                    |                              close() |   0.100 CLOSED',
			'              0.200 | crash                                |',
			'              0.300 | restart                              |',
		],
	],
	[
		'the end of TIME_WAIT',
		[
			[0, {do: 'knob', host: 'client', change: {knob: 'msl', value: 500_000}}],
			...open,
			[200, {do: 'close', socket: client}],
			[300, {do: 'close', socket: server}],
		],
		5000,
		[
			'                    |                          listen(:80) |   0.000 LISTEN',
			'SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.050 SYN_RCVD',
			'ESTABLISHED   0.100 |<------ #2 SYN,ACK seq=8000 ack=1001 -|   0.050',
			'              0.100 |- #3 ACK seq=1001 ack=8001 ---------->|   0.150 ESTABLISHED',
			'FIN_WAIT_1    0.200 |- #4 FIN,ACK seq=1001 ack=8001 ------>|   0.250 CLOSE_WAIT',
			'FIN_WAIT_2    0.300 |<---------- #5 ACK seq=8001 ack=1002 -|   0.250',
			'TIME_WAIT     0.350 |<------ #6 FIN,ACK seq=8001 ack=1002 -|   0.300 LAST_ACK',
			'              0.350 |- #7 ACK seq=1002 ack=8002 ---------->|   0.400 CLOSED',
			'CLOSED        1.350 | 2MSL, 1 s: over                      |',
		],
	],
	[
		'a packet of the server that was dropped',
		[...open, [70, drop(2)]],
		100,
		[
			'                    |                          listen(:80) |   0.000 LISTEN',
			'SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.050 SYN_RCVD',
			'                    |     dropped x-- #2 SYN,ACK seq=8000 -|   0.050',
		],
	],
] as const)
	test(`the ladder shows ${what}`, () => assert.deepEqual(ladder(deeds, until), expected));

test('below 76 columns the states go, the times stay', () => {
	assert.deepEqual(ladder(open, 1000, {columns: 75, rows: 40}).slice(1, 3), [
		'   0.000 |- #1 SYN seq=1000 ------------------------------------->|   0.050',
		'   0.100 |<------------------------ #2 SYN,ACK seq=8000 ack=1001 -|   0.050',
	]);
});

const bulk = (octets: number): readonly Deed[] => [
	[0, {do: 'knob', host: 'server', change: {knob: 'app', value: 'reader'}}],
	[0, listen],
	[0, connect],
	[200, {do: 'send', socket: client, payload: {pattern: octets}}],
];

test('a chosen packet stands in the middle, double and counted', () => {
	const history = play(bulk(200_000), 900);
	const {ladder: view} = screenOf(history, {chosen: 20, rows: 24});
	const numbers = view.rows.map(row => (row.kind === 'segment' ? row.packet.n : 0));
	assert.deepEqual(numbers, [18, 19, 20, 21, 22]);
	assert.deepEqual(view.part?.first, 18);
	assert.deepEqual(view.part?.last, 22);
	const row = draw(history, {chosen: 20}).find(text => text.includes('#20 '));
	assert.match(row ?? '', /\|= #20 DATA 1460 seq=\d+ ack=8001 =+>\|/);
});

test('a chosen packet that is seen anyway moves nothing', () => {
	const history = play(bulk(20_000), 900);
	const without = screenOf(history).ladder.rows.length;
	const newest = history.world.trace.packets.length;
	const {rows} = screenOf(history, {chosen: newest - 1}).ladder;
	const last = rows[rows.length - 1];
	assert.equal(rows.length, without);
	assert.equal(last?.kind === 'segment' ? last.packet.n : 0, newest);
});

test('the ladder reads no more of a long trace than of a short one', () => {
	const reads = (octets: number): number => {
		const history = play(bulk(octets), 60_000);
		const {rows} = history.world.trace.out;
		let count = 0;
		rows.blocks = new Proxy(rows.blocks, {
			get: (blocks, key) => {
				count++;
				return Reflect.get(blocks, key);
			},
		});
		screenOf(history);
		return count;
	};
	assert.ok(reads(20_000_000) < 3 * reads(200_000) + 500);
});
