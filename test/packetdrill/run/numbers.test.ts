/** The script's numbers and those on the wire: whatever the ISNs are, data begins at 1. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {packetAt} from '../../../source/sim/index.js';
import {drillText, listening, outcomeOf} from './play.js';

const connecting = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
`;

const numbers: readonly (readonly [name: string, text: string])[] = [
	[
		'the remote ISN of a SYN is verbatim, its acknowledgment too, and data begins at 1',
		`${listening}+0 < S 17:17(0) win 1000 <mss 1000>
+0 > S. 0:0(0) ack 18 <...>
+0 < . 1:11(10) ack 1 win 1000
* > . 1:1(0) ack 11`,
	],
	[
		'the local ISN is what the script says it is',
		`${listening}+0 < S 0:0(0) win 1000 <mss 1000>
+0 > S. 4294967295:4294967295(0) ack 1 <...>
+0 < . 1:1(0) ack 1 win 1000
+0 accept(3, ..., ...) = 4
+0 write(4, ..., 10) = 10
+0 > P. 1:11(10) ack 1`,
	],
	[
		'a SYN again has the number that it had',
		`${listening}+0 < S 5:5(0) win 1000 <mss 1000>
+0 > S. 7:7(0) ack 6 <...>
+1 > S. 7:7(0) ack 6 <...>`,
	],
	[
		'all numbers are modulo 2^32: an acknowledgment of ISS - 1 is an old one',
		`${listening}+0 < S 0:0(0) win 1000 <mss 1000>
+0 > S. 0:0(0) ack 1 <...>
+0 < . 1:1(0) ack 4294967295 win 1000
+0 > R 4294967295:4294967295(0)`,
	],
	[
		'a remote ISN at the edge wraps around',
		`${listening}+0 < S 4294967290:4294967290(0) win 1000 <mss 1000>
+0 > S. 0:0(0) ack 4294967291 <...>
+0 < . 1:101(100) ack 1 win 1000
* > . 1:1(0) ack 101`,
	],
	[
		'the first segment that a listener gets counts, whatever it is',
		`${listening}+0 < . 17:17(0) ack 34 win 1000
+0 > R 34:34(0)`,
	],
	[
		'a port that is only bound is a closed one',
		`0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 < F 0:0(0) win 1000
+0 > R. 0:0(0) ack 1 win 0`,
	],
	[
		'without the ACK bit the acknowledgment number is as written',
		`${listening}+0 < S 0:0(0) ack 1 win 1000 <mss 1000>
+0 > S. 0:0(0) ack 1 <...>`,
	],
	[
		'the ACK bit of a connecting socket is answered by its number',
		`${connecting}+0 > S 0:0(0) <...>
+.1 < . 5:5(0) ack 7 win 1000
+0 > R 7:7(0)`,
	],
	[
		'both sides open at once',
		`${connecting}+0 > S 100:100(0) <...>
+.1 < S 200:200(0) win 1000 <mss 1000>
+0 > S. 100:100(0) ack 201 <...>
+.1 < . 1:1(0) ack 1 win 1000
+0 write(3, ..., 10) = 10
+0 > P. 1:11(10) ack 1`,
	],
	[
		'a new listener begins anew, with new numbers and ports',
		`${listening}+0 < S 5:5(0) win 1000 <mss 1000>
+0 > S. 9:9(0) ack 6 <...>
+.1 < . 1:1(0) ack 1 win 1000
+0 accept(3, ..., ...) = 4
+0 setsockopt(4, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0
+0 close(4) = 0
+0 > R 1:1(0)
+0 close(3) = 0
+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
+0 < S 70:70(0) win 1000 <mss 1000>
+0 > S. 80:80(0) ack 71 <...>
+0 < . 1:3(2) ack 1 win 1000
* > . 1:1(0) ack 3`,
	],
	[
		'a fresh socket begins anew, though the connection before it still lives: its port has no listener any more',
		`${listening}+0 < S 5:5(0) win 1000 <mss 1000>
+0 > S. 9:9(0) ack 6 <...>
+.1 < . 1:1(0) ack 1 win 1000
+0 accept(3, ..., ...) = 4
+0 close(3) = 0
+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 5
+0 setsockopt(5, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0
+0 bind(5, ..., ...) = 0
+0 < S 0:0(0) win 1000
+0 > R. 0:0(0) ack 1
+0 write(4, ..., 10) = 10`,
	],
	[
		'ports tell connections apart, each with numbers of its own',
		`${listening}+0 < 1111 > 8080 S 5:5(0) win 1000 <mss 1000>
+0 < 2222 > 8080 S 6:6(0) win 1000 <mss 1000>
+0 > 8080 > 2222 S. 0:0(0) ack 7 <...>
+0 > 8080 > 1111 S. 0:0(0) ack 6 <...>
+0 < 1111 > 8080 . 1:2(1) ack 1 win 1000
+0 < 2222 > 8080 . 1:3(2) ack 1 win 1000
* > 8080 > 2222 . 1:1(0) ack 3
* > 8080 > 1111 . 1:1(0) ack 2`,
	],
];

for (const [name, text] of numbers) test(name, () => assert.equal(outcomeOf(text), 'pass'));

test('a literal number is the one on the wire, and an unchecked one is learned', () => {
	const text = `${listening}+0 < S 0:0(0) win 1000 <mss 1000>\n`;
	assert.equal(outcomeOf(`${text}+0 > S. 8000:8000(0)! ack 1 <...>`), 'pass');
	assert.equal(outcomeOf(`${text}+0 > S. 8001:8001(0)! ack 1 <...>`), '5 segment seq');
	const unchecked = `${text}+0 > S. ...(0) ack 1 <...>\n+0 < . 1:1(0) ack 1 win 1000\n+0 accept(3, ..., ...) = 4\n+0 write(4, ..., 1) = 1\n`;
	assert.equal(outcomeOf(`${unchecked}+0 > P. 1:2(1) ack 1`), 'pass');
	assert.equal(outcomeOf(`${unchecked}+0 > P. 2:3(1) ack 1`), '9 segment seq');
});

const stamped = `+0 \`tcp-tui knob timestamps on\`
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
+0 < S 0:0(0) win 1000 <mss 1000,nop,nop,TS val 5000 ecr 0>
+0 > S. 0:0(0) ack 1 <mss 1460,nop,nop,TS val 100 ecr 5000>
`;
const ack = (echo: string) => `${stamped}+.1 < . 1:1(0) ack 1 win 1000 <nop,nop,TS val 5001 ecr ${echo}>\n+0 accept(3, ..., ...) = 4\n`;
const write = (stamp: number, tick = 1000) =>
	`--tcp_ts_tick_usecs=${tick}\n${ack('100')}+0 write(4, ..., 1) = 1\n+0 > P. 1:2(1) ack 1 <nop,nop,TS val ${stamp} ecr 5001>`;

for (const [name, text, wanted] of [
	["an echo is the script's number of what was sent", `${ack('100')}+0 write(4, ..., 1) = 1\n+0 > P. 1:2(1) ack 1 <...>`, 'pass'],
	['what was never sent cannot be echoed', ack('101'), '7 unknown-ecr'],
	['unless echoes are scaled', `--tcp_ts_ecr_scaled\n${ack('101')}`, 'pass'],
	['a literal echo goes out as it is', ack('12345!'), 'pass'],
	['the clock goes on from the first timestamp', write(200), 'pass'],
	['within the tolerance', write(204), 'pass'],
	['but not beyond it', write(205), '11 segment options'],
	['nor before it', write(195), '11 segment options'],
	['without a tick it is not looked at', write(7, 0), 'pass'],
] as const)
	test(`timestamps: ${name}`, () => assert.equal(outcomeOf(text), wanted));

test('SACK blocks count as the other numbers do, in both directions', () => {
	const text = `+0 \`tcp-tui knob sack on\`\n${listening.replace(/^0/, '+0')}+0 < S 50:50(0) win 1000 <mss 1000,sackOK,nop,nop>
+0 > S. 9:9(0) ack 51 <...>
+.1 < . 1:1(0) ack 1 win 1000
+0 < . 11:21(10) ack 1 win 1000
`;
	assert.equal(outcomeOf(`${text}+0 > . 1:1(0) ack 1 <nop,nop,sack 11:21>`), 'pass');
	for (const wrong of ['sack 11:22', 'sack 12:21', 'sack 61:71', 'sack 11:21 31:41'])
		assert.equal(outcomeOf(`${text}+0 > . 1:1(0) ack 1 <nop,nop,${wrong}>`), '9 segment options', wrong);
	const {history} = drillText(`${text}+0 < . 1:1(0) ack 1 win 1000 <nop,nop,sack 1:5>`);
	const last = packetAt(history.world.trace, history.world.trace.packets.length);
	assert.deepEqual(last.options.at(-1), {kind: 'sack', blocks: [{from: 8001, to: 8005}]});
});

test('what arrives carries what was written, octet for octet', () => {
	const {history} = drillText(`${listening}+0 <[ce] (ttl 9) SEW 17:27(10) win 7 urg 3 <mss 1000,nop,0x030307,eol>`);
	const {src: _, dst: __, ...record} = packetAt(history.world.trace, 1);
	const wanted = {flags: 0xc2, seq: 17, ack: 0, len: 10, win: 7, urg: 3, tos: 3, ttl: 9, dport: 8080};
	for (const [field, value] of Object.entries(wanted)) assert.equal(Object(record)[field], value, field);
	assert.deepEqual(record.options, [
		{kind: 'mss', value: 1000},
		{kind: 'nop'},
		{kind: 'wscale', shift: 7},
		...Array(4).fill({kind: 'eol'}),
	]);
});
