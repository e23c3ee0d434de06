/** Times: what they count from, and how far off a segment may be (both ways). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accepted, next, outcomeOf} from './play.js';

/** The delayed ACK leaves 0.2 s after this line, at 0.3 s. */
const data = `${accepted}+0 < P. 1:11(10) ack 1 win 65535\n`;
const exact = `--tolerance_percent=0\n${data}`;
const late = `${next + 2} segment time`;

for (const [time, text, wanted] of [
	['+.2', exact, 'pass'],
	['+.204', exact, 'pass'],
	['+.196', exact, 'pass'],
	['+.204001', exact, late],
	['+.195999', exact, late],
	['.3', exact, 'pass'],
	['.304001', exact, late],
	['+.1~+.3', exact, 'pass'],
	['+.204~+.3', exact, 'pass'],
	['+.205~+.3', exact, late],
	['+.1~+.196', exact, 'pass'],
	['+.1~+.195', exact, late],
	['.29~.31', exact, 'pass'],
	['.31~.32', exact, late],
	['*', exact, 'pass'],
	['+.21', `--tolerance_percent=5\n${data}`, 'pass'],
	['+.211', `--tolerance_percent=5\n${data}`, late],
	['+.228', `--tolerance_percent=12.5\n${data}`, 'pass'],
	['+.229', `--tolerance_percent=12.5\n${data}`, late],
] as const)
	test(`an ACK that leaves after 0.2 s is expected at ${time}: ${wanted}`, () =>
		assert.equal(outcomeOf(`${text}${time} > . 1:1(0) ack 11`), wanted));

test('of two tolerances the last one counts', () => {
	const late = '+.25 > . 1:1(0) ack 11';
	assert.equal(outcomeOf(`--tolerance_usecs=1000\n--tolerance_usecs=50000\n${data}${late}`), 'pass');
	assert.equal(outcomeOf(`--tolerance_usecs=50000\n--tolerance_usecs=1000\n${data}${late}`), `${next + 3} segment time`);
});

test('a segment counts by the time at which it was sent, however late the script looks for it', () => {
	const text = `--tolerance_percent=0\n${accepted}+0 write(4, ..., 10) = 10\n+.5 < . 1:1(0) ack 1 win 65535\n`;
	assert.equal(outcomeOf(`${text}+0 > P. 1:11(10) ack 1`), `${next + 3} segment time`);
	assert.equal(outcomeOf(`${text}.1 > P. 1:11(10) ack 1`), 'pass');
});

test('after an expected segment times count from when it was seen', () => {
	const text = `--tolerance_usecs=0\n--tolerance_percent=0\n${data}* > . 1:1(0) ack 11\n+.1 write(4, ..., 10) = 10\n`;
	assert.equal(outcomeOf(`${text}.4 > P. 1:11(10) ack 11`), 'pass');
	assert.equal(outcomeOf(`${text}.41 > P. 1:11(10) ack 11`), `${next + 5} segment time`);
});

test('what cannot happen at its time any more fails', () => {
	assert.equal(outcomeOf(`${data}* > . 1:1(0) ack 11\n.2 write(4, ..., 10) = 10`), `${next + 2} late`);
});
