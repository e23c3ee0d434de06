import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scenarios} from '../../../source/scenarios/index.js';
import {hostNames} from '../../../source/sim/index.js';
import {eventsOf, exported, resultOf} from './exported.js';

test('a client whose SYN is lost: words, a call that waits, what did not arrive', () => {
	const text = `title "Lost"
profile client textbook
client isn 7
server listen 80
say "Now it connects."
drop next SYN from client
client connect 80
run until client ESTABLISHED
client nagle off
client send "hello"
client close
run until quiet
`;
	assert.deepEqual(exported(text, 'client').lines, [
		'// tcp-tui profile textbook',
		'// Lost',
		'// Seen from the client: the script is its application and its peer. Written by',
		'// tcp-tui.',
		'--tolerance_usecs=1000',
		'--tolerance_percent=0',
		'',
		'// Now it connects.',
		'       0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'+0...1.1 connect(3, ..., ...) = 0',
		'      +0 > S 0:0(0) win 65535 <mss 1460>  // dropped',
		'',
		'      +1 > S 0:0(0) win 65535 <mss 1460>',
		'    +0.1 < S. 0:0(0) ack 1 win 65535 <mss 1460>',
		'      +0 > . 1:1(0) ack 1 win 65535',
		'',
		'      +0 setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0',
		'      +0 write(3, ..., 5) = 5',
		'      +0 > P. 1:6(5) ack 1 win 65535',
		'',
		'      +0 close(3) = 0',
		'      +0 > F. 6:6(0) ack 1 win 65535',
		'    +0.1 < . 1:1(0) ack 7 win 65529',
	]);
});

test('a server: settings first, descriptors by name, what one socket does after another', () => {
	const text = `server rcvbuf 3000
server delayed-ack off
server listen 80 backlog 1 reuseaddr as web
server:web accept
client connect 80
run until quiet
client send 2000 bytes
run until server readable 2000 bytes
server recv 500
server recv
server abort
run 200ms
server:web close
`;
	assert.deepEqual(eventsOf(text, 'server'), [
		'`tcp-tui knob rcvbuf 3000',
		'tcp-tui knob delayed-ack off`',
		'',
		'        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'       +0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0',
		'       +0 bind(3, ..., ...) = 0',
		'       +0 listen(3, 1) = 0',
		'+0...0.15 accept(3, ..., ...) = 4',
		'    +0.05 < S 0:0(0) win 65535 <mss 1460>',
		'       +0 > S. 0:0(0) ack 1 win 3000 <mss 1460>',
		'     +0.1 < . 1:1(0) ack 1 win 65535',
		'    +0.05 < . 1:1461(1460) ack 1 win 65535',
		'       +0 > . 1:1(0) ack 1461 win 1540',
		'     +0.1 < P. 1461:2001(540) ack 1 win 65535',
		'       +0 > . 1:1(0) ack 2001 win 1000',
		'',
		'       +0 read(4, ..., 500) = 500',
		'       +0 read(4, ..., 10000) = 1500',
		'       +0 > . 1:1(0) ack 2001 win 3000',
		'',
		'       +0 setsockopt(4, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0',
		'       +0 close(4) = 0',
		'       +0 > R 1:1(0) win 0',
		'',
		'     +0.2 close(3) = 0',
	]);
});

test('several connections are told apart by their ports, other addresses by ports of their own', () => {
	const text = `server listen 80
inject 2 syn to server:80
client connect 80
client connect 80 from 5000
run 100ms
`;
	assert.deepEqual(eventsOf(text, 'server'), [
		'    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'   +0 bind(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("0.0.0.0")}, ...) = 0',
		'   +0 listen(3, 5) = 0',
		'+0.05 < 1024 > 80 S 0:0(0) win 65535 <mss 1460>',
		'   +0 > 80 > 1024 S. 0:0(0) ack 1 win 65535 <mss 1460>  // unreachable',
		'   +0 < 1025 > 80 S 0:0(0) win 65535 <mss 1460>',
		'   +0 > 80 > 1025 S. 0:0(0) ack 1 win 65535 <mss 1460>  // unreachable',
		'   +0 < 49152 > 80 S 0:0(0) win 65535 <mss 1460>',
		'   +0 > 80 > 49152 S. 0:0(0) ack 1 win 65535 <mss 1460>',
		'   +0 < 5000 > 80 S 0:0(0) win 65535 <mss 1460>',
		'   +0 > 80 > 5000 S. 0:0(0) ack 1 win 65535 <mss 1460>',
	]);
	assert.deepEqual(eventsOf(text, 'client').slice(0, 6), [
		'   0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'  +0 bind(3, {sa_family=AF_INET, sin_port=htons(49152), sin_addr=inet_addr("0.0.0.0")}, ...) = 0',
		'  +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0',
		'  +0 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, ...) = -1 EINPROGRESS',
		'  +0 fcntl(3, F_SETFL, O_RDWR) = 0',
		'  +0 > 49152 > 80 S 0:0(0) win 65535 <mss 1460>',
	]);
});

/** `drill` begins as the suites' scripts do, the lab as the kernel does. */
const kernel = [
	'`sysctl -q -w net.ipv4.tcp_rmem="4096 131072 6291456"',
	'sysctl -q -w net.ipv4.tcp_wmem="4096 16384 4194304"',
	'sysctl -q -w net.ipv4.tcp_ecn=2',
	'sysctl -q -w net.ipv4.tcp_syn_retries=6',
	'sysctl -q -w net.ipv4.tcp_slow_start_after_idle=1',
];

for (const [profile, lines] of [
	['linux', [...kernel, 'sysctl -q -w net.ipv4.tcp_sack=0', 'sysctl -q -w net.ipv4.tcp_timestamps=0', 'tcp-tui knob rto-min 0.5`']],
	['freebsd', ['`sysctl -q -w net.inet.tcp.sack.enable=0', 'tcp-tui knob timestamps off', 'sysctl -q -w net.inet.tcp.rexmit_min=500`']],
	['textbook', ['`tcp-tui knob sack off', 'tcp-tui knob timestamps off', 'tcp-tui knob rto-min 0.5`']],
] as const)
	test(`${profile}: knobs are turned by the stack's own sysctls where it has them, Nagle's rule by an option of each socket`, () => {
		const text = `profile ${profile}
server sack off
server timestamps off
server rto-min 500ms
server nagle off
server listen 80
client connect 80
run 1s
server accept
server send 10 bytes
run 10ms
server send 10 bytes
run 1s
`;
		const events = eventsOf(text, 'server');
		const begins = events.indexOf('    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3');
		assert.deepEqual(events.slice(0, begins - 1), lines);
		assert.equal(events[begins + 1], '   +0 setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0');
	});

test('a port that nobody listens on is one that somebody has bound', () => {
	assert.deepEqual(eventsOf('client connect 81\nrun 1s\n', 'server'), [
		'    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'   +0 bind(3, ..., ...) = 0',
		'+0.05 < S 0:0(0) win 65535 <mss 1460>',
		'   +0 > R. 0:0(0) ack 1 win 0',
	]);
});

test('what begins late begins with a socket at time 0', () => {
	assert.deepEqual(eventsOf('run 1s\nclient connect 81\nrun 1s\n', 'client'), [
		'       0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
		'',
		'+1...1.1 connect(3, ..., ...) = -1 ECONNREFUSED',
		'      +0 > S 0:0(0) win 65535 <mss 1460>',
		'    +0.1 < R. 0:0(0) ack 1 win 0',
	]);
});

const opened = 'server listen 80\nclient connect 80\nrun 1s\nserver accept\n';

for (const [text, host, code, blamed] of [
	['server listen 80\n', 'client', 'nothing', undefined],
	[`${opened}server crash\n`, 'server', 'host-died', 'crash'],
	[`${opened}profile server linux\n`, 'server', 'profile-changed', 'profile'],
	[`server sndbuf 2000\n${opened}client rcvbuf 10\nserver send 1MiB bytes\n`, 'server', 'never-done', 'send'],
	[`server sndbuf 2000\n${opened}server send 9000 bytes\nserver recv\nclient send "x"\nrun 5s\n`, 'server', 'at-once', 'send'],
	[`server app reader\n${opened}server:4 send "x"\n`, 'server', 'no-descriptor', 'send'],
] as const)
	test(`${code} is said of the ${host}`, () => {
		const {unsayable, lines} = exported(text, host);
		assert.equal(lines, undefined);
		assert.deepEqual([unsayable?.code, unsayable && 'action' in unsayable ? unsayable.action.do : undefined], [code, blamed]);
	});

test('every scenario of either host passes as a script, but where a host dies or an unnamed socket speaks', () => {
	const refused: string[] = [];
	for (const {name, text} of scenarios) {
		for (const host of hostNames) {
			const {lines, unsayable} = exported(text, host);
			if (unsayable) refused.push(`${name} ${host}: ${unsayable.code}`);
			else assert.equal(resultOf(lines.join('\n')), 'pass', `${name} ${host}`);
		}
	}
	assert.deepEqual(refused, [
		'syn-timeout server: host-died',
		'cubic-vs-reno client: no-descriptor',
		'cubic-vs-reno server: no-descriptor',
		'half-open-crash server: host-died',
		'quiet-time server: host-died',
	]);
});

test('a marked segment arrives as [ce] where it arrives, and left as [ect0] where it was sent', () => {
	const text = `client ecn on
server ecn on
server listen 80
client connect 80
run 200ms
server accept
mark next data from client
client send 2920 bytes
run 300ms
server recv
client send 10 bytes
run 300ms
`;
	const client = eventsOf(text, 'client');
	const server = eventsOf(text, 'server');
	assert.ok(server.includes('+0.05 < [ce] . 1:1461(1460) ack 1 win 65535'), server.join('\n'));
	assert.ok(
		server.some(line => line.endsWith('> E. 1:1(0) ack 2921 win 65535')),
		server.join('\n'),
	);
	assert.ok(
		client.some(line => line.endsWith('+0 > [ect0] . 1:1461(1460) ack 1 win 65535')),
		client.join('\n'),
	);
	for (const host of hostNames) assert.equal(resultOf((exported(text, host).lines ?? []).join('\n')), 'pass', host);
});
