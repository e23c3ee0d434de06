/** The trace in columns, and its readers. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	firstRowOfStep,
	isPast,
	liveFlight,
	nextAt,
	packetAt,
	pastBy,
	rowAt,
	rowCount,
	rowKindAt,
	seek,
	stepOn,
} from '../../source/sim/index.js';
import {close, connect, established, listen, play, rows, send, start} from '../tcp/play.js';

test('rows stand in order of time and step, and tell their kind without an object', () => {
	const lab = play(start(), ...established, send('client', 3000), 400, close('client'), 400);
	const all = rows(lab);
	assert.ok(all.length > 50);
	for (const [index, row] of all.entries()) {
		assert.equal(row.index, index);
		assert.equal(rowKindAt(lab.world.trace, index), row.kind);
		const before = all[index - 1];
		if (before) assert.ok(before.t <= row.t && before.step <= row.step);
	}
});

test('the first row of a step is found', () => {
	const lab = play(start(), ...established);
	const {trace, steps} = lab.world;
	for (let step = 1; step <= steps; step++) {
		const index = firstRowOfStep(trace, step);
		if (index < rowCount(trace)) assert.ok(rowAt(trace, index).step >= step);
		if (index > 0) assert.ok(rowAt(trace, index - 1).step < step);
	}
});

test('within an instant a state stands before the segments that it causes', () => {
	const lab = play(start(), listen('server'), connect('client'), 60);
	const kinds = rows(lab).filter(row => row.host === 'server' && row.step === 3 && (row.kind === 'state' || row.kind === 'segment'));
	assert.deepEqual(
		kinds.map(({kind}) => kind),
		['state', 'segment'],
	);
});

test('a packet tells its whole story', () => {
	const lab = play(start(), ...established, send('client', 'hello'), 60);
	const {start: octets, ...packet} = packetAt(lab.world.trace, 4);
	assert.equal(Buffer.from(octets.subarray(0, packet.len)).toString(), 'hello');
	assert.equal(packet.n, 4);
	assert.deepEqual([packet.from, packet.to, packet.socket], ['client', 'server', 3]);
	assert.deepEqual([packet.sport, packet.dport, packet.len], [49_152, 80, 5]);
	assert.deepEqual([packet.sentAt, packet.dueAt, packet.settledAt], [200_000, 250_000, 250_000]);
	assert.deepEqual([packet.fate, packet.origin, packet.of, packet.isRetransmission], ['delivered', 'tcp', undefined, false]);
	assert.equal(rowAt(lab.world.trace, packet.row).kind, 'segment');
});

test('what is in flight is listed by number, and the next event is when the first of it arrives', () => {
	const lab = play(start(), ...established, send('client', 3 * 1460), 10, send({host: 'server', number: 4}, 'x'));
	assert.deepEqual(
		liveFlight(lab.world).map(({n}) => n),
		[4, 5, 6, 7],
	);
	assert.equal(nextAt(lab.world), 250_000);
});

test('a rewound world says how far back it is, and nothing of what came later', () => {
	const lab = play(start(), ...established);
	const {steps} = lab.end;
	seek(lab, steps - 2);
	assert.deepEqual([isPast(lab), pastBy(lab)], [true, 2]);
	assert.ok(rows(lab).every(row => row.step <= steps - 2));
	stepOn(lab);
	assert.equal(pastBy(lab), 1);
});
