import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seq} from '../../source/tcp/seq.js';
import {seqText, shortNumber} from '../../source/view/numbers.js';
import {played} from '../script/run-script.js';
import {draw, play, screenOf} from '../ui/stage.js';

for (const [value, isn, numbers, expected] of [
	[8001, 8000, 'absolute', '8001'],
	[8001, 8000, 'relative', '+1'],
	[8000, 8000, 'relative', '+0'],
	[7999, 8000, 'relative', '-1'],
	[3, 4294967290, 'relative', '+9'],
	[8001, undefined, 'relative', '8001'],
] as const)
	test(`${value} from ${isn} is ${expected} when ${numbers}`, () =>
		assert.equal(seqText(value, isn === undefined ? undefined : seq(isn), numbers), expected));

for (const [text, expected] of [
	['8001', '8001'],
	['123456', '123456'],
	['1234567', '~34567'],
	['4294967295', '~67295'],
	['+1234567', '~34567'],
] as const)
	test(`${text} in a place too small is ${expected}`, () => assert.equal(shortNumber(text), expected));

for (const [isn, numbers, una] of [
	[999_999, 'auto', '1000000'],
	[1_000_000, 'auto', '+1'],
	[1_000_000, 'absolute', '1000001'],
	[1000, 'relative', '+1'],
] as const)
	test(`with an ISN of ${isn}, ${numbers} numbers show SND.UNA as ${una}`, () => {
		const history = play(
			[
				[0, {do: 'knob', host: 'client', change: {knob: 'isn', value: isn}}],
				[0, {do: 'listen', host: 'server', port: 80}],
				[0, {do: 'connect', host: 'client', port: 80}],
			],
			150,
		);
		assert.equal(screenOf(history, {numbers}).panes.client.connection?.numbers.una.value?.text, una);
	});

test('a cookie is where the numbers of its SYN,ACK begin, though no connection has them yet', () => {
	const {history} = played(`server syn-cookies on
server listen 80 backlog 0
inject 1 syn to server:80
run 60ms
client connect 80
run 60ms
`);
	const rows = draw(history, {numbers: 'relative'});
	assert.ok(
		rows.some(row => row.includes('- #4 SYN,ACK seq=+0 ack=+1 -|')),
		rows.join('\n'),
	);
});
