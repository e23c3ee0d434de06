import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';

const after = (text: string): string => `0 close(3) = 0\n${text}`;
const words = (text: string) => text.split(' ').map(word => ({word}));
const time = {value: 'time'};
const end = {value: 'end'};
const flags = words('S F R P U E W . -');
const argument = [{value: 'value'}];

/** The text, where its first mistake stands, and what it is. */
const table = [
	['', '1:1', {code: 'no-events'}],
	['// nothing\n', '2:1', {code: 'no-events'}],
	['`true`\n', '2:1', {code: 'no-events'}],
	['close(3) = 0', '1:1', {code: 'unexpected', found: 'close', allowed: [time, end]}],
	['0 close(3) = 0 0', '1:17', {code: 'unexpected', found: '', allowed: [{value: 'event'}]}],
	['0 close', '1:3', {code: 'unexpected', found: 'close', allowed: [{value: 'event'}]}],
	['0 close(3)', '1:11', {code: 'unexpected', found: '', allowed: words('=')}],
	['0 close(3 4) = 0', '1:11', {code: 'unexpected', found: '4', allowed: words(') ,')}],
	['0 close(3,) = 0', '1:11', {code: 'unexpected', found: ')', allowed: argument}],
	['0 close(-x) = 0', '1:10', {code: 'unexpected', found: 'x', allowed: [{value: 'number'}]}],
	['0 close(A|) = 0', '1:11', {code: 'unexpected', found: ')', allowed: argument}],
	['0 poll([{fd=4, 1, 1) = 0', '1:20', {code: 'unexpected', found: ')', allowed: words('} ,')}],
	['0 close(3) = -1 EIO (no end', '1:21', {code: 'unclosed', opened: '(', closing: ')'}],
	[`0 f(${'['.repeat(40)}) = 0`, '1:37', {code: 'too-deep', max: 32}],
	['0 f(99999999999999999999) = 0', '1:5', {code: 'number', found: '99999999999999999999', field: 'value', min: -(2 ** 64), max: 2 ** 64}],
	// Times.
	['1 close(3) = 0', '1:1', {code: 'first-time'}],
	['\n +.5 close(3) = 0', '2:2', {code: 'first-time'}],
	['-1 close(3) = 0', '1:1', {code: 'negative-time', found: '-1'}],
	[after('+-.5 close(3) = 0'), '2:2', {code: 'negative-time', found: '-.5'}],
	[after('+x close(3) = 0'), '2:2', {code: 'unexpected', found: 'x', allowed: [time]}],
	[after('2 close(3) = 0\n+1 close(3) = 0\n  1.9 close(3) = 0'), '4:3', {code: 'time-back', last: 2_000_000}],
	[after('0x1 close(3) = 0'), '2:1', {code: 'unexpected', found: '0x1', allowed: [time, end]}],
	[after('360000001 close(3) = 0'), '2:1', {code: 'number', found: '360000001', field: 'time', min: 0, max: 360_000_000}],
	[after('1~2 close(3) = 0'), '2:1', {code: 'range-place'}],
	[after('* close(3) = 0'), '2:1', {code: 'range-place'}],
	[after('+1~+2 < . 1:1(0) ack 1 win 1'), '2:1', {code: 'range-place'}],
	[after('+1~+2 `true`'), '2:1', {code: 'range-place'}],
	[after('+2~+1 > . 1:1(0) ack 1'), '2:1', {code: 'range-back'}],
	[after('+1~2 > . 1:1(0) ack 1'), '2:4', {code: 'unexpected', found: '2', allowed: words('+')}],
	[after('1~+2 > . 1:1(0) ack 1'), '2:3', {code: 'unexpected', found: '+', allowed: [time]}],
	[after('1...0.5 close(3) = 0'), '2:2', {code: 'end-back'}],
	[after('1...2 `true`'), '2:1', {code: 'end-place'}],
	[after('1...2 > . 1:1(0) ack 1'), '2:1', {code: 'end-place'}],
	[after('*...2 close(3) = 0'), '2:2', {code: 'end-place'}],
	// Segments.
	['0 < 1:1(0)', '1:5', {code: 'unexpected', found: '1', allowed: flags}],
	['0 < X 1:1(0)', '1:5', {code: 'unexpected', found: 'X', allowed: flags}],
	['0 < SYN 1:1(0)', '1:5', {code: 'unexpected', found: 'SYN', allowed: flags}],
	['0 < SFS 1:1(0)', '1:5', {code: 'twice', found: 'SFS'}],
	['0 < . . 1:1(0)', '1:7', {code: 'twice', found: '.'}],
	['0 < S', '1:6', {code: 'unexpected', found: '', allowed: [{value: 'seq-range'}]}],
	['0 < S 1', '1:8', {code: 'unexpected', found: '', allowed: words(':')}],
	['0 < S 1:x(0)', '1:9', {code: 'number', found: 'x', field: 'last', min: 0, max: 2 ** 32 - 1}],
	['0 < S 4294967296:0(0)', '1:7', {code: 'number', found: '4294967296', field: 'seq', min: 0, max: 2 ** 32 - 1}],
	['0 > P. 1:5(5) ack 1', '1:10', {code: 'last', found: '5', expected: 6}],
	['0 > P. 1:5(4 ack 1', '1:14', {code: 'unexpected', found: 'ack', allowed: words(')')}],
	['0 > . 1:70001(70000) ack 1', '1:15', {code: 'number', found: '70000', field: 'len', min: 0, max: 65_495}],
	['0 > . 1:1(0) ack', '1:17', {code: 'number', found: '', field: 'ack', min: 0, max: 2 ** 32 - 1}],
	['0 > . 1:1(0) ack 1 ack 2', '1:20', {code: 'twice', found: 'ack'}],
	['0 > . 1:1(0) ack 1 win 65536', '1:24', {code: 'number', found: '65536', field: 'win', min: 0, max: 65_535}],
	['0 > . 1:1(0) ack 1 wnd 5', '1:20', {code: 'unexpected', found: 'wnd', allowed: [...words('win urg < /udp'), time, end]}],
	['0 > . 1:1(0) win 5', '1:3', {code: 'no-ack'}],
	['0 < . 1:1(0) win 5', '1:3', {code: 'no-ack'}],
	['0 < . 1:1(0) ack 1', '1:3', {code: 'no-window'}],
	['0 < S 1:1(0)', '1:3', {code: 'no-window'}],
	['0 < S 1:1(0) win 1 <...>', '1:3', {code: 'inbound-open', found: '...'}],
	['0 < S 1:1(0) win 1 <TS val ... ecr 0>', '1:3', {code: 'inbound-open', found: '...'}],
	['0 < S ...(0) win 1', '1:3', {code: 'inbound-open', found: '...'}],
	['0 < [ect01] S 1:1(0) win 1', '1:3', {code: 'inbound-open', found: 'ect01'}],
	['0 < S 1:1(0) win 1 /tcp', '1:21', {code: 'unexpected', found: 'tcp', allowed: words('udp')}],
	['0 < S 1:1(0) win 1 /udp 1', '1:25', {code: 'unexpected', found: '1', allowed: words('(')}],
	['0 < S 1:1(0) win 1 /udp(0 > 1)', '1:25', {code: 'number', found: '0', field: 'sport', min: 1, max: 65_535}],
	['0 < S 1:1(0) win 1 /udp(1 > 65536)', '1:29', {code: 'number', found: '65536', field: 'dport', min: 1, max: 65_535}],
	['0 < S 1:1(0) win 1 /udp(1 > 2', '1:30', {code: 'unexpected', found: '', allowed: words(')')}],
	['0 < 0 > 1 S 1:1(0) win 1', '1:5', {code: 'number', found: '0', field: 'sport', min: 1, max: 65_535}],
	['0 < [1 > 2 S 1:1(0) win 1', '1:12', {code: 'unexpected', found: 'S', allowed: words(']')}],
	// The IP header.
	[
		'0 > [ect2] . 1:1(0) ack 1',
		'1:6',
		{code: 'unexpected', found: 'ect2', allowed: words('noecn ect0 ect1 ce ect01 tos class ttl hlim dscp')},
	],
	['0 > (ttl 256) . 1:1(0) ack 1', '1:10', {code: 'number', found: '256', field: 'ttl', min: 0, max: 255}],
	['0 > (ttl 2, ttl 3) . 1:1(0) ack 1', '1:13', {code: 'twice', found: 'ttl'}],
	['0 > (ttl 2] . 1:1(0) ack 1', '1:11', {code: 'unexpected', found: ']', allowed: words(', )')}],
	// Options.
	['0 > . 1:1(0) ack 1 <mss>', '1:24', {code: 'number', found: '>', field: 'mss', min: 0, max: 65_535}],
	['0 > . 1:1(0) ack 1 <nop', '1:24', {code: 'unexpected', found: '', allowed: words(', >')}],
	['0 > . 1:1(0) ack 1 <...,nop>', '1:24', {code: 'unexpected', found: ',', allowed: words('>')}],
	['0 > . 1:1(0) ack 1 <TS val 1>', '1:29', {code: 'unexpected', found: '>', allowed: words('ecr')}],
	['0 > . 1:1(0) ack 1 <0x123>', '1:21', {code: 'raw-octets', found: '0x123'}],
	['0 > . 1:1(0) ack 1 <FO 123>', '1:24', {code: 'raw-octets', found: '123'}],
	[
		'0 > . 1:1(0) ack 1 <TS val 1 ecr 2,TS val 1 ecr 2,TS val 1 ecr 2,TS val 1 ecr 2,nop>',
		'1:21',
		{code: 'options-length', octets: 41, max: 40},
	],
	[
		'0 > . 1:1(0) ack 1 <max 5>',
		'1:21',
		{code: 'unexpected', found: 'max', allowed: words('mss wscale sackOK sack TS nop eol FO FOEXP exp 0x ...')},
	],
	// ICMP.
	[
		'0 < icmp nothing',
		'1:10',
		{
			code: 'unexpected',
			found: 'nothing',
			allowed: words(
				`echo_reply unreachable source_quench redirect echo_request time_exceeded parameter_problem timestamp_request timestamp_reply information_request information_reply address_mask_request address_mask_reply type_N`,
			),
		},
	],
	[
		'0 < icmp time_exceeded soon',
		'1:24',
		{code: 'unexpected', found: 'soon', allowed: words('ttl_exceeded_in_transit frag_reass_exceeded code_N')},
	],
	['0 < icmp unreachable frag_needed mtu 70000', '1:38', {code: 'number', found: '70000', field: 'mtu', min: 0, max: 65_535}],
	['0 < icmp unreachable net_unknown [1:1(0)', '1:41', {code: 'unexpected', found: '', allowed: words(']')}],
	['0 < [1:1(0)] S', '1:14', {code: 'unexpected', found: 'S', allowed: words('icmp icmpv6')}],
	[
		'0 < icmpv6 unreachable net_unknown',
		'1:24',
		{
			code: 'unexpected',
			found: 'net_unknown',
			allowed: words('no_route admin_prohibited beyond_scope addr_unreachable port_unreachable code_N'),
		},
	],
	// The lexer.
	['/* nothing', '1:1', {code: 'unclosed', opened: '/*', closing: '*/'}],
	[after('+0 `true'), '2:4', {code: 'unclosed', opened: '`', closing: '`'}],
	[after('+0 %{ assert 1'), '2:4', {code: 'unclosed', opened: '%{', closing: '}%'}],
	['0 f("text) = 0', '1:5', {code: 'unclosed', opened: '"', closing: '"'}],
	['#ifdef A\n0 close(3) = 0', '1:1', {code: 'unclosed', opened: '#ifdef', closing: '#endif'}],
	['#ifdef\n0 close(3) = 0', '1:1', {code: 'directive', found: '#ifdef', allowed: '#ifdef NAME'}],
	['#ifdef A\n#ifdef B\n#endif\n#endif', '2:1', {code: 'directive', found: '#ifdef B', allowed: '#endif'}],
	['#ifdef A\n#else\n#endif', '2:1', {code: 'directive', found: '#else', allowed: '#endif'}],
	[after('#endif'), '2:1', {code: 'directive', found: '#endif', allowed: '#ifdef NAME'}],
	[after('--mss=1'), '2:1', {code: 'unexpected', found: '-', allowed: [time]}],
	[after('`true` 1 close(3) = 0'), '2:8', {code: 'unexpected', found: '1', allowed: [end]}],
	// Columns count characters, not code units, and a byte order mark is none.
	['/* 🙂 */ x', '1:9', {code: 'unexpected', found: 'x', allowed: [time, end]}],
	['\uFEFFx', '1:1', {code: 'unexpected', found: 'x', allowed: [time, end]}],
	['/* é\r\n 🙂 */🙂', '2:6', {code: 'unexpected', found: '🙂', allowed: [time, end]}],
] as const;

for (const [text, at, mistake] of table) {
	test(`refused at ${at}, ${mistake.code}: ${JSON.stringify(text).slice(0, 80)}`, () => {
		const {mistake: found, script} = parsePkt(text, {file: 'a.pkt'});
		assert.equal(script, undefined);
		const {line, column, ...complaint} = found ?? {line: 0, column: 0};
		assert.equal(`${line}:${column}`, at);
		assert.deepEqual(complaint, mistake);
	});
}
