/** Each field of an expected segment: the right one passes, every other one is told. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accepted, drillText, listening, next, outcomeOf} from './play.js';

const write = `${accepted}+0 write(4, ..., 500) = 500\n`;
const right = '+0 > P. 1:501(500) ack 1 win 65535';

for (const [expected, wrong] of [
	[right, ''],
	['+0 > P. 1:501(500) ack 1', ''],
	['+0 > P. 1:501(500) ack 1 win 65535 urg 0', ''],
	['+0 > P. 1:501(500) ack 1 <...>', ''],
	['+0 > . 1:501(500) ack 1', 'flags'],
	['+0 > FP. 1:501(500) ack 1', 'flags'],
	['+0 > SP. 1:501(500) ack 1', 'flags'],
	['+0 > RP. 1:501(500) ack 1', 'flags'],
	['+0 > PU. 1:501(500) ack 1', 'flags'],
	['+0 > PE. 1:501(500) ack 1', 'flags'],
	['+0 > PW. 1:501(500) ack 1', 'flags'],
	['+0 > P 1:501(500) ack 1', 'flags'],
	['+0 > P. 2:502(500) ack 1', 'seq'],
	['+0 > P. 0:500(500) ack 1', 'seq'],
	['+0 > P. ...(500) ack 1', ''],
	['+0 > P. ...(501) ack 1', 'length'],
	['+0 > P. 1:500(499) ack 1', 'length'],
	['+0 > P. 1:502(501) ack 1', 'length'],
	['+0 > P. 1:501(500) ack 2', 'ack'],
	['+0 > P. 1:501(500) ack 0', 'ack'],
	['+0 > P. 1:501(500) ack 1 win 65534', 'win'],
	['+0 > P. 1:501(500) ack 1 win 0', 'win'],
	['+0 > P. 1:501(500) ack 1 urg 1', 'urg'],
	['+0 > P. 1:501(500) ack 1 <nop,nop>', 'options'],
	['+0 > P. 1:501(500) ack 1 <mss 1460>', 'options'],
	['+0 >[noecn] P. 1:501(500) ack 1', ''],
	['+0 >[ect0] P. 1:501(500) ack 1', 'ecn'],
	['+0 >[ect1] P. 1:501(500) ack 1', 'ecn'],
	['+0 >[ce] P. 1:501(500) ack 1', 'ecn'],
	['+0 >[ect01] P. 1:501(500) ack 1', 'ecn'],
	['+0 > (tos 0x00) P. 1:501(500) ack 1', ''],
	['+0 > (tos 0x20) P. 1:501(500) ack 1', 'tos'],
	['+0 > (ttl 64) P. 1:501(500) ack 1', ''],
	['+0 > (ttl 63) P. 1:501(500) ack 1', 'ttl'],
	['+0 > 8080 > 50000 P. 1:501(500) ack 1', ''],
	['+0 > 8081 > 50000 P. 1:501(500) ack 1', 'ports'],
	['+0 > F. 2:3(1) ack 5 win 7', 'flags seq length ack win'],
] as const)
	test(`${expected} ${wrong ? `differs in ${wrong}` : 'passes'}`, () =>
		assert.equal(outcomeOf(write + expected), wrong ? `${next + 1} segment ${wrong}` : 'pass'));

const synAck = (options: string): string => outcomeOf(`${listening}+0 < S 0:0(0) win 1000 <mss 1000>\n+0 > S. 0:0(0) ack 1 ${options}`);

for (const [options, wrong] of [
	['<mss 1460>', ''],
	['<...>', ''],
	['', 'options'],
	['<>', 'options'],
	['<mss 1461>', 'options'],
	['<mss 1460,nop>', 'options'],
	['<mss 1460,eol,eol,eol,eol>', 'options'],
	['<0x020405b4>', ''],
	['<0x020405b5>', 'options'],
	['<mss 1460,sackOK,nop,nop>', 'options'],
	['<nop,nop,sackOK>', 'options'],
] as const)
	test(`SYN,ACK options ${options} ${wrong ? 'are not what was sent' : 'are what was sent'}`, () =>
		assert.equal(synAck(options), wrong ? `5 segment ${wrong}` : 'pass'));

test('a pad may neither be left out nor be another one', () => {
	const syn = `${listening}+0 \`tcp-tui knob sack on\`\n+0 < S 0:0(0) win 1000 <mss 1000,sackOK,nop,nop>\n`;
	assert.equal(outcomeOf(`${syn}+0 > S. 0:0(0) ack 1 <mss 1460,sackOK,eol,eol>`), 'pass');
	assert.equal(outcomeOf(`${syn}+0 > S. 0:0(0) ack 1 <mss 1460,sackOK>`), '6 segment options');
	assert.equal(outcomeOf(`${syn}+0 > S. 0:0(0) ack 1 <mss 1460,sackOK,nop,nop>`), '6 segment options');
	assert.equal(outcomeOf(`${syn}+0 > S. 0:0(0) ack 1 <nop,nop,sackOK,mss 1460>`), '6 segment options');
});

test('segments are looked at in order, and one that is not mentioned is seen by the next line', () => {
	const two = `${accepted}+0 write(4, ..., 2000) = 2000\n`;
	const first = '+0 > . 1:1001(1000) ack 1\n';
	const second = '+0 > P. 1001:2001(1000) ack 1\n';
	assert.equal(outcomeOf(two + first + second), 'pass');
	assert.equal(outcomeOf(two + second), `${next + 1} segment flags seq`);
	assert.equal(outcomeOf(two + second + first), `${next + 1} segment flags seq`);
	assert.equal(outcomeOf(two + first), 'pass');
	assert.equal(outcomeOf(two + first + first), `${next + 2} segment flags seq`);
});

test('a segment that does not come is waited for until its time is over', () => {
	const {culprit, history} = drillText(`${accepted}+.5 > . 1:1(0) ack 1`);
	const verdict = culprit?.verdict;
	assert.deepEqual(verdict?.kind === 'failed' && verdict.failure, {code: 'no-segment', expected: '. 1:1(0) ack 1', until: 625_000});
	assert.equal(history.world.now, 625_000);
});

const chunk = `${accepted}+0 write(4, ..., 4000) = 4000\n`;
const sum = '+0 > P. 1:4001(4000) ack 1';

for (const [name, text, profile, wanted] of [
	["Linux's scripts say one segment for several", chunk.replace('<mss 1460>', '<...>') + sum, 'linux', 'pass'],
	[
		'unless they are strict',
		`--strict_segments\n${chunk.replace('<mss 1460>', '<...>')}${sum}`,
		'linux',
		`${next + 2} segment flags length`,
	],
	['others never do', chunk + sum, 'textbook', `${next + 1} segment flags length`],
	['the last part gives the flags', chunk.replace('<mss 1460>', '<...>') + sum.replace('P.', '.'), 'linux', `${next + 1} segment flags`],
	[
		'too much is too much',
		chunk.replace('<mss 1460>', '<...>') + sum.replace('4001(4000)', '3501(3500)'),
		'linux',
		`${next + 1} segment length`,
	],
	[
		'too little is too little',
		chunk.replace('<mss 1460>', '<...>') + sum.replace('4001(4000)', '4501(4500)'),
		'linux',
		`${next + 1} segment length`,
	],
] as const)
	test(`parts add up: ${name}`, () => assert.equal(outcomeOf(text, profile), wanted));
