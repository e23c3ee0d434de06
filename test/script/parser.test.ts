import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scriptEn} from '../../source/locale/en/script.js';
import {scriptZh} from '../../source/locale/zh/script.js';
import {parseScript} from '../../source/script/parser.js';
import type {Deed} from '../../source/script/script.js';

const act = (action: Extract<Deed, {kind: 'act'}>['action']): Deed => ({kind: 'act', action});
const server = {host: 'server'} as const;

const understood: readonly (readonly [string, Deed])[] = [
	['title "a" zh "甲"', {kind: 'title', words: {en: 'a', zh: '甲'}}],
	['intro "one\\ntwo"', {kind: 'intro', words: {en: 'one\ntwo'}}],
	['seed 7', {kind: 'seed', seed: 7}],
	['profile linux', act({do: 'profile', profile: 'linux'})],
	['profile server freebsd', act({do: 'profile', host: 'server', profile: 'freebsd'})],
	['link delay 10ms rate 1Mbps', act({do: 'link', change: {delay: 10_000, rate: 1_000_000}})],
	[
		'link from client jitter 1.5s queue 3 loss 5% duplicate 0.1% corrupt 100% reorder 0%',
		act({do: 'link', from: 'client', change: {jitter: 1_500_000, queue: 3, loss: 0.05, duplicate: 0.001, corrupt: 1, reorder: 0}}),
	],
	['client isn 4294967295', act({do: 'knob', host: 'client', change: {knob: 'isn', value: 4294967295}})],
	['client mss 1024', act({do: 'knob', host: 'client', change: {knob: 'mss', value: 1024}})],
	['client rcvbuf 64KiB', act({do: 'knob', host: 'client', change: {knob: 'rcvbuf', value: 65536}})],
	['server sndbuf 1MiB', act({do: 'knob', host: 'server', change: {knob: 'sndbuf', value: 1048576}})],
	['server delayed-ack off', act({do: 'knob', host: 'server', change: {knob: 'delayedAck', value: false}})],
	['server msl 2min', act({do: 'knob', host: 'server', change: {knob: 'msl', value: 120_000_000}})],
	['server app echo', act({do: 'knob', host: 'server', change: {knob: 'app', value: 'echo'}})],
	['server listen 80', act({do: 'listen', host: 'server', port: 80})],
	['server listen 80 as web reuseaddr backlog 0', act({do: 'listen', host: 'server', port: 80, backlog: 0, reuseaddr: true, name: 'web'})],
	['client connect 80 from 5000 as it', act({do: 'connect', host: 'client', port: 80, from: 5000, name: 'it'})],
	['server:3 connect 80', act({do: 'connect', host: 'server', port: 80, socket: {host: 'server', number: 3}})],
	['server accept as one', act({do: 'accept', socket: server, name: 'one'})],
	['server:3 accept', act({do: 'accept', socket: {host: 'server', number: 3}})],
	['server recv', act({do: 'recv', socket: server})],
	['server:4 recv 10', act({do: 'recv', socket: {host: 'server', number: 4}, max: 10})],
	['server send "\\x00é"', act({do: 'send', socket: server, payload: {text: '\0\u00c3\u00a9'}})],
	['server send 64KiB bytes', act({do: 'send', socket: server, payload: {pattern: 65536}})],
	['server shutdown', act({do: 'shutdown', socket: server})],
	['server close', act({do: 'close', socket: server})],
	['server abort', act({do: 'abort', socket: server})],
	['server crash', act({do: 'crash', host: 'server'})],
	['server restart', act({do: 'restart', host: 'server'})],
	['drop next SYN from client', act({do: 'arm', host: 'client', filter: 'SYN', mischief: {kind: 'drop'}})],
	['duplicate next SYN,ACK from server', act({do: 'arm', host: 'server', filter: 'SYN,ACK', mischief: {kind: 'duplicate'}})],
	['mark next data from client', act({do: 'arm', host: 'client', filter: 'data', mischief: {kind: 'mark'}})],
	['mark 7', act({do: 'packet', packet: 7, mischief: {kind: 'mark'}})],
	['corrupt next from server', act({do: 'arm', host: 'server', filter: 'any', mischief: {kind: 'corrupt'}})],
	['delay next data from server by 1s', act({do: 'arm', host: 'server', filter: 'data', mischief: {kind: 'delay', by: 1_000_000}})],
	['drop 9', act({do: 'packet', packet: 9, mischief: {kind: 'drop'}})],
	['delay 9 by 1h', act({do: 'packet', packet: 9, mischief: {kind: 'delay', by: 3_600_000_000}})],
	['inject rst to server exact', act({do: 'inject-rst', socket: server, place: 'exact'})],
	['inject rst to server seq 5', act({do: 'inject-rst', socket: server, place: {seq: 5}})],
	[
		'inject to server "F. 17:17(0) ack 1 win 100"',
		act({do: 'inject', socket: server, segment: {flags: 17, seq: 17, len: 0, ack: 1, win: 100, urg: 0, options: []}}),
	],
	[
		'inject to server "7 > 80 S 17:17(0) win 9 <mss 1460>"',
		act({
			do: 'inject',
			socket: server,
			segment: {sport: 7, dport: 80, flags: 2, seq: 17, len: 0, ack: 0, win: 9, urg: 0, options: [{kind: 'mss', value: 1460}]},
		}),
	],
	['inject 100 syn to server:80', act({do: 'flood', host: 'server', port: 80, count: 100})],
	['run 1.000001s', {kind: 'run', duration: 1_000_001}],
	['step', {kind: 'step', count: 1}],
	['step 3', {kind: 'step', count: 3}],
	['run until idle', {kind: 'until', condition: {test: 'idle'}, within: undefined}],
	[
		'run until not client SYN_SENT within 3s',
		{kind: 'until', condition: {test: 'not', condition: {test: 'state', socket: {host: 'client'}, state: 'SYN_SENT'}}, within: 3_000_000},
	],
	['expect quiet', {kind: 'expect', condition: {test: 'quiet'}}],
	['expect server received "a\\"b"', {kind: 'expect', condition: {test: 'received', socket: server, payload: {text: 'a"b'}}}],
	['expect server received 3 bytes', {kind: 'expect', condition: {test: 'received', socket: server, payload: {pattern: 3}}}],
	['expect server:4 readable 3 bytes', {kind: 'expect', condition: {test: 'readable', socket: {host: 'server', number: 4}, octets: 3}}],
	['expect server eof', {kind: 'expect', condition: {test: 'eof', socket: server}}],
	['expect server error EADDRINUSE', {kind: 'expect', condition: {test: 'error', socket: server, errno: 'EADDRINUSE'}}],
	['expect server snd.una 7', {kind: 'expect', condition: {test: 'variable', socket: server, variable: 'snd.una', value: 7}}],
	['expect server rto 1s', {kind: 'expect', condition: {test: 'rto', socket: server, rto: 1_000_000}}],
	['expect server syn-queue 0', {kind: 'expect', condition: {test: 'queue', host: 'server', queue: 'syn', length: 0}}],
	['say "x" # and so on', {kind: 'say', words: {en: 'x'}}],
	['cue "#1"', {kind: 'cue', words: {en: '#1'}}],
	['\t pause\r', {kind: 'pause'}],
];

for (const [line, deed] of understood) {
	test(`${line.trim()} is understood`, () => {
		const {script, mistakes} = parseScript(`${line}\n`);
		assert.deepEqual(mistakes, undefined);
		const [{line: number, column, text, ...rest}] = script.statements as [Deed & {line: number; column: number; text: string}];
		assert.deepEqual(rest, deed);
		assert.equal(number, 1);
		assert.equal(column, line.length - line.trimStart().length + 1);
		assert.equal(text, line.replace(/#[^"]*$/, '').trim());
	});
}

test('a pattern leaves out what it does not name', () => {
	const patternOf = (text: string) => {
		const [statement] = parseScript(`expect client sent "${text}"`).script?.statements ?? [];
		assert(statement?.kind === 'expect' && statement.condition.test === 'sent');
		return statement.condition.pattern;
	};
	const open = {sport: undefined, dport: undefined, place: undefined, ack: undefined, win: undefined, urg: undefined, options: undefined};
	assert.deepEqual(patternOf('S'), {...open, flags: 2});
	assert.deepEqual(patternOf('S.'), {...open, flags: 18});
	assert.deepEqual(patternOf('-'), {...open, flags: 0});
	assert.deepEqual(patternOf('R. ack 7'), {...open, flags: 20, ack: 7});
	assert.deepEqual(patternOf('P. 1:6(5) win 3'), {...open, flags: 24, place: {seq: 1, len: 5}, win: 3});
	assert.deepEqual(patternOf('1 > 2 S <mss 5>'), {...open, sport: 1, dport: 2, flags: 2, options: [{kind: 'mss', value: 5}]});
});

/** Script, and for each mistake its line, column and code. */
const refused: readonly (readonly [string, readonly string[]])[] = [
	['mark next SYN from client', ['1:11 unexpected']],
	['mark next ACK from client', ['1:11 unexpected']],
	['mark SYN', ['1:6 unexpected']],
	['srever listen 80', ['1:1 unexpected']],
	['server', ['1:7 missing']],
	['server listen', ['1:14 missing']],
	['server listen 0', ['1:15 unexpected']],
	['server listen 65536', ['1:15 unexpected']],
	['server listen 80 80', ['1:18 unexpected']],
	['server listen 80 backlog 1 backlog 2', ['1:28 unexpected']],
	['server:web listen 80', ['1:12 unexpected']],
	['server:2 close', ['1:1 unexpected']],
	['server isn 4294967296', ['1:12 unexpected']],
	['server nagle yes', ['1:14 unexpected']],
	['server mss 0', ['1:12 unexpected']],
	['link', ['1:5 missing']],
	['link delay 5', ['1:12 unexpected']],
	['link delay -5ms', ['1:12 unexpected']],
	['link delay 0.0001ms', ['1:12 unexpected']],
	['link loss 101%', ['1:11 unexpected']],
	['link loss 5', ['1:11 unexpected']],
	['link delay 5ms delay 6ms', ['1:16 unexpected']],
	['link rate 0kbps', ['1:11 unexpected']],
	['run', ['1:4 missing']],
	['run 5', ['1:5 unexpected']],
	['run until', ['1:10 missing']],
	['run until client ESTABLISHED within', ['1:36 missing']],
	['expect client established', ['1:15 unexpected']],
	['expect client error EFOO', ['1:21 unexpected']],
	['expect client:4 sent "S"', ['1:17 unexpected']],
	['expect client sent "Q 1:1(0)"', ['1:20 bad-segment']],
	['inject to server "F. 17:18(0)"', ['1:18 bad-segment']],
	['inject to server "F."', ['1:18 bad-segment']],
	['inject rst to server here', ['1:22 unexpected']],
	['inject 0 syn to server:80', ['1:8 unexpected']],
	['drop next URG from client', ['1:11 unexpected']],
	['delay 3', ['1:8 missing']],
	['say hello', ['1:5 unexpected']],
	['say "hello', ['1:5 unclosed-string']],
	['say "a\\qb"', ['1:7 bad-escape']],
	['say "a\\x1"', ['1:7 bad-escape']],
	['expect client:a ESTABLISHED', ['1:8 unknown-name']],
	['client connect 80 as a\nexpect server:a ESTABLISHED', ['2:8 unknown-name']],
	['client connect 80 as a\nclient connect 80 as a', ['2:22 name-taken']],
	['client connect 99999 as a\nclient:a close', ['1:16 unexpected']],
	['cue "a"\ncue "a"', ['2:1 cue-taken']],
	['title "a"\ntitle "b"', ['2:1 twice']],
	['link delay 1ms\nseed 3\nclient connect 80\nseed 4\nintro "late"', ['4:1 twice', '5:1 head-late']],
	['client connect 80\ntitle "late"', ['2:1 head-late']],
];

for (const [text, expected] of refused) {
	test(`${JSON.stringify(text)} is refused at ${expected.join(', ')}`, () => {
		const {mistakes = []} = parseScript(text);
		assert.deepEqual(
			mistakes.map(({line, column, code}) => `${line}:${column} ${code}`),
			expected,
		);
		for (const words of [scriptEn, scriptZh]) for (const mistake of mistakes) assert.match(words.mistake(mistake), /[;；：]/);
	});
}

test('no more than 20 mistakes are listed', () => {
	assert.equal(parseScript('nonsense\n'.repeat(30)).mistakes?.length, 20);
});

test('escape codes in a script do not reach the terminal through a message', () => {
	const [mistake] = parseScript('\u001b[31m \u009b').mistakes ?? [];
	assert(mistake);
	for (const words of [scriptEn, scriptZh]) assert.doesNotMatch(words.mistake(mistake), /\p{Cc}/u);
	assert.match(scriptEn.mistake(mistake), /cannot read \\x1b\[31m here/);
});
