import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profileOf} from '../../source/packetdrill/pkt-guess.js';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';
import {parsed, plain, secondAction} from './parsed.js';

for (const [text, time, end] of [
	['0.1', {kind: 'absolute', at: 100_000}],
	['1.', {kind: 'absolute', at: 1_000_000}],
	['.000001', {kind: 'absolute', at: 1}],
	['.0000004', {kind: 'absolute', at: 0}],
	['0.1234565', {kind: 'absolute', at: 123_457}],
	['+0', {kind: 'relative', at: 0}],
	['+ 0.29', {kind: 'relative', at: 290_000}],
	['+/* in between */.07', {kind: 'relative', at: 70_000}],
	['360000000', {kind: 'absolute', at: 3.6e14}],
	['0...0.1', {kind: 'absolute', at: 0}, 100_000],
	['+.1...0.2', {kind: 'relative', at: 100_000}, 200_000],
	['+.1...+.2', {kind: 'relative', at: 100_000}, 200_000],
] as const) {
	test(`the time ${text} is read`, () => {
		const {events} = parsed(`0 close(3) = 0\n${text} close(3) = 0`);
		assert.deepEqual(events[1]?.time, time);
		assert.equal(events[1]?.end, end);
	});
}

for (const [text, time] of [
	['*', {kind: 'any'}],
	['0.1~0.2', {kind: 'absolute-range', from: 100_000, to: 200_000}],
	['+.004~+.008', {kind: 'relative-range', from: 4000, to: 8000}],
] as const)
	test(`before a packet to come the time ${text} is read`, () => {
		assert.deepEqual(parsed(`0 close(3) = 0\n${text} > . 1:1(0) ack 1`).events[1]?.time, time);
	});

const segment = {kind: 'tcp', ip: {}, flags: 16, seq: 1, last: 1, len: 0, isSeqLiteral: false, isSeqUnchecked: false, options: []};

for (const [text, packet] of [
	['. 1:1(0) ack 1', {ack: 1}],
	['.  1 : 1 ( 0 )\n  ack\n1', {ack: 1}],
	['F  . 1:1(0) ack 1', {flags: 17, ack: 1}],
	['- 1:1(0)', {flags: 0}],
	['.FSRPUEW 1:1(0) ack 1', {flags: 255, ack: 1}],
	['R 1:1(0)!', {flags: 4, isSeqLiteral: true}],
	['R ...(5)', {flags: 4, seq: 0, last: 0, len: 5, isSeqUnchecked: true}],
	['P. 4294967295:4(5) ack 4294967295', {flags: 24, seq: 0xffffffff, last: 4, len: 5, ack: 0xffffffff}],
	['S 1:1(0) ack 7 win 0xff urg 3', {flags: 2, ack: 7, win: 255, urg: 3}],
	['S 1:1(0) urg 3 win 2', {flags: 2, win: 2, urg: 3}],
	['S 1:1(0) <>', {flags: 2}],
	['S 1:1(0) <...>', {flags: 2, options: undefined}],
	['. 1:1(0) ack 2 /udp(9811 > 1)', {ack: 2, udp: {sport: 9811, dport: 1}}],
	['. 1:1(0) ack 2 <nop>/udp ( 9 > 1 )', {ack: 2, options: [{kind: 'nop'}], udp: {sport: 9, dport: 1}}],
	['80 > 8080 S 1:1(0)', {flags: 2, sport: 80, dport: 8080}],
	['[80 > 8080] S 1:1(0)', {flags: 2, sport: 80, dport: 8080}],
	['[ect01] S 1:1(0)', {flags: 2, ip: {ecn: 'ect01'}}],
	['(tos 0x20, ttl 4) 80 > 8080 S 1:1(0)', {flags: 2, ip: {tos: 32, ttl: 4}, sport: 80, dport: 8080}],
	['(class 0xe0 hlim 255) S 1:1(0)', {flags: 2, ip: {tos: 224, ttl: 255}}],
	['[ce] (dscp cs1) S 1:1(0)', {flags: 2, ip: {ecn: 'ce', dscp: 8}}],
	['[dscp 46] S 1:1(0)', {flags: 2, ip: {dscp: 46}}],
] as const)
	test(`the segment ${JSON.stringify(text)} is read`, () => {
		assert.deepEqual(plain(secondAction(`+0 > ${text}`)), plain({kind: 'outbound', packet: {...segment, ...packet}}));
	});

for (const [text, options] of [
	['nop,nop , eol', [{kind: 'nop'}, {kind: 'nop'}, {kind: 'eol'}]],
	['mss 1460,wscale 14,sackOK', [{kind: 'mss', value: 1460}, {kind: 'wscale', shift: 14}, {kind: 'sackOK'}]],
	['sack 1:2', [{kind: 'sack', blocks: [{from: 1, to: 2}]}]],
	[
		'sack 9:10 4294967295:3,nop',
		[
			{
				kind: 'sack',
				blocks: [
					{from: 9, to: 10},
					{from: 0xffffffff, to: 3},
				],
			},
			{kind: 'nop'},
		],
	],
	['TS val 1 ecr 2', [{kind: 'TS', val: 1, ecr: 2, isEcrLiteral: false}]],
	['TS val ... ecr 2!', [{kind: 'TS', ecr: 2, isEcrLiteral: true}]],
	['0x020405b4', [{kind: 'raw', octets: [2, 4, 5, 0xb4]}]],
	['0x0204,nop', [{kind: 'raw', octets: [2, 4]}, {kind: 'nop'}]],
	['FO', [{kind: 'raw', octets: [34, 2]}]],
	['FO 00aaBB11,nop', [{kind: 'raw', octets: [34, 6, 0, 0xaa, 0xbb, 0x11]}, {kind: 'nop'}]],
	['FOEXP 1234', [{kind: 'raw', octets: [254, 6, 0xf9, 0x89, 0x12, 0x34]}]],
	['exp-FO 1234', [{kind: 'raw', octets: [254, 6, 0xf9, 0x89, 0x12, 0x34]}]],
] as const)
	test(`the options ${text} are read`, () => {
		const action = plain(secondAction(`+0 > S 1:1(0) <${text}>`));
		assert.deepEqual(action, {kind: 'outbound', packet: {...segment, flags: 2, options}});
	});

const quoted = {seq: 1, last: 11, len: 10};

for (const [text, packet] of [
	['icmp unreachable port_unreachable', {type: 3, code: 3}],
	['icmp unreachable frag_needed mtu 1200 [1:11(10)]', {type: 3, code: 4, mtu: 1200, quoted}],
	['icmp unreachable host_unreachable 1:11(10)', {type: 3, code: 1, quoted}],
	['[1:11(10)] icmp unreachable precedence_cutoff', {type: 3, code: 15, quoted}],
	['icmp time_exceeded ttl_exceeded_in_transit', {type: 11, code: 0}],
	['icmp source_quench [1:11(10)]', {type: 4, code: 0, quoted}],
	['icmp parameter_problem code_2', {type: 12, code: 2}],
	['(ttl 9) icmp type_30 code_255', {ip: {ttl: 9}, type: 30, code: 255}],
	['icmpv6 unreachable no_route [1:11(10)]', {isV6: true, type: 1, code: 0, quoted}],
	['icmpv6 unreachable port_unreachable', {isV6: true, type: 1, code: 4}],
	['[1:11(10)] icmpv6 packet_too_big mtu 100000', {isV6: true, type: 2, code: 0, mtu: 100_000, quoted}],
	['icmpv6 time_exceeded frag_reass_exceeded', {isV6: true, type: 3, code: 1}],
] as const)
	test(`the message ${text} is read`, () => {
		assert.deepEqual(plain(secondAction(`+0 < ${text}\n`)), {kind: 'inbound', packet: {kind: 'icmp', ip: {}, ...packet}});
	});

const int = (value: number) => ({kind: 'integer', value, isHex: false});
const hex = (value: number) => ({kind: 'integer', value, isHex: true});
const name = (word: string) => ({kind: 'name', name: word});
const any = {kind: 'any'};
const list = (...items: readonly unknown[]) => ({kind: 'list', items});
const struct = (...fields: readonly unknown[]) => ({kind: 'struct', fields});

for (const [text, call] of [
	['close(3) = 0', {name: 'close', args: [int(3)], result: int(0)}],
	['f() = -1 EAGAIN (any words (of "any" kind), isn\'t it)', {name: 'f', args: [], result: int(-1), errno: 'EAGAIN'}],
	['fcntl(3, F_GETFL) = 0x02 (flags O_RDWR|O_NONBLOCK)', {name: 'fcntl', args: [int(3), name('F_GETFL')], result: hex(2)}],
	[
		'fcntl(3, F_SETFL, A | B|4) = ...',
		{name: 'fcntl', args: [int(3), name('F_SETFL'), {kind: 'or', terms: [name('A'), name('B'), int(4)]}], result: any},
	],
	['f(..., "a\\"b // c", -0x10) = 0', {name: 'f', args: [any, {kind: 'string', text: 'a\\"b // c'}, hex(-16)], result: int(0)}],
	['f(0xffffffffffffffff) = 0', {name: 'f', args: [hex(2 ** 64)], result: int(0)}],
	['f([], [1], [E, 2]) = 0', {name: 'f', args: [list(), list(int(1)), list(name('E'), int(2))], result: int(0)}],
	[
		'f({onoff=1, linger=0}) = 0',
		{name: 'f', args: [struct({name: 'onoff', value: int(1)}, {name: 'linger', value: int(0)})], result: int(0)},
	],
	[
		'poll([{fd=4,\n  events=A|B}], 1) = 1',
		{
			name: 'poll',
			args: [list(struct({name: 'fd', value: int(4)}, {name: 'events', value: {kind: 'or', terms: [name('A'), name('B')]}})), int(1)],
			result: int(1),
		},
	],
	[
		'f({n(...)=..., v(1)=[{..., 9}]}) = 0',
		{
			name: 'f',
			args: [struct({name: 'n', args: [any], value: any}, {name: 'v', args: [int(1)], value: list(struct({value: any}, {value: int(9)}))})],
			result: int(0),
		},
	],
	[
		'f({p = htons(80)}) = 0',
		{name: 'f', args: [struct({name: 'p', value: {kind: 'apply', name: 'htons', args: [int(80)]}})], result: int(0)},
	],
] as const)
	test(`the call ${JSON.stringify(text)} is read`, () => assert.deepEqual(plain(secondAction(`+0 ${text}\n`)), {kind: 'call', ...call}));

test('events are not line based, and everything has its place', () => {
	const script = parsed(`// head
--mss=1000 /* a */ --strict_segments
--local_ip = 192.0.2.1 // of the endpoint
--name="a b"

\`first
 second\`
0 close(3) = 0 +.1 > . 1:1(0) ack 1 <nop> 0.2 < - 1:1(0) win 0 +0
  %{
assert 1 }% +0 \`
x\` \`last\``);
	assert.deepEqual(script.options, [
		{name: 'mss', value: '1000', place: {line: 2, column: 1}},
		{name: 'strict_segments', value: undefined, place: {line: 2, column: 20}},
		{name: 'local_ip', value: '192.0.2.1', place: {line: 3, column: 1}},
		{name: 'name', value: 'a b', place: {line: 4, column: 1}},
	]);
	assert.deepEqual(script.init, {text: 'first\n second', place: {line: 6, column: 1}});
	assert.deepEqual(script.cleanup, {text: 'last', place: {line: 11, column: 4}});
	assert.deepEqual(
		script.events.map(({place, action}) => [place.line, place.column, action.kind]),
		[
			[8, 1, 'call'],
			[8, 16, 'outbound'],
			[8, 43, 'inbound'],
			[8, 64, 'code'],
			[10, 13, 'command'],
		],
	);
	assert.deepEqual(script.events[3]?.action, {kind: 'code', text: '\nassert 1 ', place: {line: 9, column: 3}});
	assert.deepEqual(script.events[4]?.action, {kind: 'command', text: '\nx'});
});

const branches = '0 close(3) = 0\n#ifdef A\n+0 f(1) = 0\n#endif\n # ifdef B \n+0 f("#endif") = `\n#endif\n+0 f(3) = 0';

for (const [defined, names] of [
	[[], ['close', 'f']],
	[['A'], ['close', 'f', 'f']],
] as const)
	test(`#ifdef keeps what is between for a name of [${defined}]`, () => {
		assert.deepEqual(
			parsed(branches, {defined}).events.map(({action}) => action.kind === 'call' && action.name),
			names,
		);
	});

test('#ifdef passes text over that could not be read, and lines are counted on', () => {
	const {mistake} = parsePkt('0 close(3) = 0\n#ifdef A\n"`%{ /*\n#endif\nx', {file: 'a.pkt'});
	assert.deepEqual(mistake?.line, 5);
});

for (const [given, argument] of [
	['7', int(7)],
	['0x10', hex(16)],
	['OTHER', name('OTHER')],
	['"text"', {kind: 'string', text: 'text'}],
] as const)
	test(`a word is replaced by what it was defined as: ${given}`, () => {
		const {events} = parsed('0 f(NAME) = 0 #ifdef NAME\n+0 f("NAME", NAMES) = 0\n#endif', {definitions: new Map([['NAME', given]])});
		assert.deepEqual(plain(events[0]?.action), {kind: 'call', name: 'f', args: [argument], result: int(0)});
		assert.deepEqual(plain(events[1]?.action), {
			kind: 'call',
			name: 'f',
			args: [{kind: 'string', text: 'NAME'}, name('NAMES')],
			result: int(0),
		});
	});

test('a script may define words itself', () => {
	const {events} = parsed('--define=NAME="a b" --define=OTHER=7\n--define=LAST=`x y`\n0 f(NAME, OTHER) = 0\n#ifdef LAST\n+0 LAST\n#endif');
	const args = [{kind: 'string', text: 'a b'}, int(7)];
	assert.deepEqual(plain(events.map(({action}) => action)), [
		{kind: 'call', name: 'f', args, result: int(0)},
		{kind: 'command', text: 'x y'},
	]);
});

test('a word may stand for a command', () => {
	const {events} = parsed('0 NAME', {definitions: new Map([['NAME', '`true`']])});
	assert.deepEqual(events[0]?.action, {kind: 'command', text: 'true'});
});

for (const [text, feature, found] of [
	['> S 1:1(0) <md5 valid>', 'md5', 'md5'],
	['> S 1:1(0) <ECN e1b 1 ceb 0 e0b 1>', 'acc-ecn', 'ECN'],
	['> SEWA 1:1(0)', 'acc-ecn', 'SEWA'],
	['> .5 1:1(0) ack 1', 'acc-ecn', '.5'],
	['> S 1:1(0) <gen-30 0x1234>', 'tcp-option', 'gen'],
	['> S 1:1(0) <exp-TARR 10>', 'tcp-option', 'TARR'],
	['> (flowlabel 0x123) . 1:1(0) ack 1', 'ip-field', 'flowlabel'],
	['> R. 1:1(0) ack 1 win 0 [cause 3, pen 0]', 'reset-cause', '['],
	['< ipv4 192.0.2.1 > 192.0.2.2: . 1:1(0) ack 1 win 1', 'encapsulation', 'ipv4'],
	['< icmp unreachable port_unreachable [udp (10)]', 'icmp-details', '['],
	['< udp (10)', 'udp', 'udp'],
	['< (ttl 3) udplite (10, 4)', 'udplite', 'udplite'],
	['< sctp: INIT[flgs=0, tag=1, a_rwnd=1500,\n +5 more]', 'sctp', 'sctp'],
] as const)
	test(`unsupported, not wrong, and nothing else is lost: ${JSON.stringify(text)}`, () => {
		const {events, unsupported, cleanup} = parsed(`0 close(3) = 0\n+0 ${text}\n+1 close(4) = 0\n* ${text.replace(/^</, '>')}\n\`last\``);
		assert.deepEqual(
			events.map(({action}) => action.kind),
			['call', 'unsupported', 'call', 'unsupported'],
		);
		assert.deepEqual(
			unsupported.map(one => [one.feature, one.text, one.place.line]),
			[
				[feature, found, 2],
				[feature, found, text.includes('\n') ? 5 : 4],
			],
		);
		assert.equal(cleanup?.text, 'last');
	});

test('in a script for IPv6 icmp means ICMPv6', () => {
	const {events} = parsed('--ip_version=ipv6\n0 < icmp unreachable admin_prohibited');
	const packet = {kind: 'icmp', ip: {}, isV6: true, type: 1, code: 1};
	assert.deepEqual(plain(events[0]?.action), {kind: 'inbound', packet});
});

test('options that ask for more than there is are unsupported too', () => {
	const {unsupported} = parsed('--mss=1\n--tcp_md5_secret=x\n0 close(3) = 0');
	assert.deepEqual(
		unsupported.map(({feature, text, place}) => [feature, text, place.line]),
		[['md5', '--tcp_md5_secret=x', 2]],
	);
});

for (const [text, profile, hints] of [
	['0 close(3) = 0', undefined, []],
	['// tcp-tui profile textbook\n`./defaults.sh`\n0 close(3) = 0', 'textbook', ['google']],
	['// more\n// tcp-tui profile textbook\n0 close(3) = 0', undefined, []],
	['0 `sysctl -w net.inet.tcp.sack.enable=1`', 'freebsd', ['nplab']],
	['0 `sysctl -w kern.ipc.maxsockbuf=1`', 'freebsd', ['nplab']],
	['`../common/defaults.sh`\n0 close(3) = 0', 'linux', ['google']],
	['`./defaults.sh`\n0 close(3) = 0', 'linux', ['google']],
	['0 `sysctl -q net.ipv4.tcp_sack=1`', 'linux', ['google']],
	['`set_sysctls.py /proc/sys/net/ipv4/tcp_sack=1`\n0 close(3) = 0', 'linux', ['google']],
	['0 close(3) = 0\n`/proc/sys/x`', 'linux', ['google']],
	['0 `sysctl -w net.inet.tcp.sack.enable=1`\n`./defaults.sh`', 'freebsd', ['nplab', 'google']],
	['0 > R 1:1(0)!', undefined, ['nplab']],
	['#ifdef A\n#endif\n0 close(3) = 0', undefined, ['nplab']],
	['#ifdef A\n0 `sysctl -w kern.ipc.maxsockbuf=1`\n#endif\n0 close(3) = 0', 'freebsd', ['nplab']],
	['// `./defaults.sh`\n0 close(3) = 0', undefined, []],
	['0 > S 1:1(0) <TS val ... ecr 1>', undefined, ['nplab']],
	['0 > S 1:1(0) /udp(1 > 2)', undefined, ['nplab']],
	['0 setsockopt(3, SOL_TCP, TCP_NODELAY, [1], 4) = 0', undefined, ['google']],
	['--strict_segments\n0 close(3) = 0', undefined, ['google']],
] as const)
	test(`the stack of ${JSON.stringify(text)} is ${profile}, its dialect [${hints}]`, () => {
		assert.equal(profileOf(text), profile);
		assert.deepEqual(parsed(text).dialectHints, hints);
	});
