import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';
import {printPkt} from './print-pkt.js';

/** As it is printed: times end below each other, but for a blocking call that is longer. */
const text = `// tcp-tui profile textbook
--tolerance_usecs=1000
--strict_segments
\`sysctl -w a=1\`
    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
   +0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0
   +0 bind(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("0.0.0.0")}, ...) = -1 EADDRINUSE
   +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0x0
+0.000001...12.25 connect(3, ..., ...) = 0
+0.05 < [ect0] 80 > 8080 SE. 0:0(0) ack 1 win 65535 urg 7 <mss 1460,nop,sack 1:2 3:4,TS val 100 ecr 0!,0xfd04abcd>
+0~+1 > FP. 1:11(10) ack 4294967295
   +0 > . ...(5) ack 1 <...>
    * > R 1:1(0)! win 0 <TS val ... ecr 3>
  2~3 > - 7:7(0) win 0
   +0 < [tos 32, ttl 4] icmp unreachable frag_needed mtu 1200 [1:1461(1460)]
   +0 < icmp type_77 code_3
   +0 sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 100}], msg_flags=0}, 0) = 100
   +0 %{ assert tcpi_state == 1 }%
   +0 \`tcp-tui knob nagle off\`
\`true\`
`;

/** Without the places in the text. */
const withoutPlaces = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'place' ? undefined : part)));

const parsed = (given: string) => {
	const {script, mistake} = parsePkt(given, {file: 'a.pkt'});
	assert.deepEqual(mistake, undefined);
	assert(script);
	return script;
};

for (const value of ['5', 'two words', '`', 'a`b', 'a//b', 'NAME="two words"', 'NAME=`sysctl -w a=1`', '"'.repeat(2)])
	test(`an option with the value ${value} is read as the same`, () => {
		const script = {...parsed('0 close(3) = 0\n`true`'), options: [{name: 'define', value, place: {line: 1, column: 1}}]};
		assert.deepEqual(withoutPlaces(parsed(printPkt(script))), withoutPlaces(script));
	});

test('what is printed is read as the same script', () => {
	const script = parsed(text.replaceAll(/^ +/gm, ''));
	assert.equal(printPkt(script), text);
	assert.deepEqual(withoutPlaces(parsed(printPkt(script))), withoutPlaces(script));
});
