/** Commands, code blocks, options: what is not known is unsupported, never passed. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accepted, drillText, listening, next, outcomeOf} from './play.js';

for (const [line, wanted, profile] of [
	['`sysctl -w net.inet.tcp.rfc1323=1`', 'pass', 'freebsd'],
	['`sysctl -w net.inet.tcp.hostcache.purgenow=1`', 'pass', 'freebsd'],
	['`sysctl -w net.inet.tcp.nosuch=1`', 'unsupported sysctl net.inet.tcp.nosuch=1', 'freebsd'],
	['`sysctl -w net.inet.tcp.udp_tunneling_port=9899`', 'pass', 'freebsd'],
	['`sysctl -w net.inet.tcp.udp_tunneling_port=65536`', 'unsupported sysctl net.inet.tcp.udp_tunneling_port=65536', 'freebsd'],
	['`sysctl -w net.inet.tcp.udp_tunneling_overhead=7`', 'unsupported sysctl net.inet.tcp.udp_tunneling_overhead=7', 'freebsd'],
	['`sysctl -q net.ipv4.tcp_timestamps=0`', 'pass', 'linux'],
	['`sysctl -q net.ipv4.tcp_congestion_control=vegas`', 'unsupported sysctl net.ipv4.tcp_congestion_control=vegas', 'linux'],
	['`sysctl -q net.ipv4.nosuch=0`', 'unsupported sysctl net.ipv4.nosuch=0', 'linux'],
	['`../common/defaults.sh`', 'pass', 'linux'],
	['`rm -rf /tmp/x`', 'unsupported command rm -rf /tmp/x', 'linux'],
	['`sockstat -4 -P tcp -s | grep packetdril | grep -c ESTABLISHED | grep 1`', 'pass', 'freebsd'],
	['`sockstat -4 -P tcp -s | grep packetdril | grep -c ESTABLISHED | grep 2`', 'count', 'freebsd'],
	['`sockstat -4 -P tcp -p 8080 -s | grep -c LISTEN | grep 1`', 'pass', 'freebsd'],
	['`sockstat -4 -P tcp -p 8081 -s | grep -c LISTEN | grep 1`', 'count', 'freebsd'],
	['`sockstat -4 -P tcp -s | grep -c NOSUCH | grep 1`', 'unsupported command sockstat NOSUCH', 'freebsd'],
	['`nstat | grep TcpExtTCPSackRecovery | grep -q " 1 "`', 'unsupported counter TcpExtTCPSackRecovery', 'linux'],
	['%{ assert tcpi_state == TCPI_ESTABLISHED }%', 'pass', 'textbook'],
	['%{ assert tcpi_state == TCPI_CLOSED }%', 'assertion', 'textbook'],
	['%{ assert tcpi_snd_mss == 1000, tcpi_snd_mss }%', 'pass', 'textbook'],
	['%{ assert 999 < tcpi_snd_mss <= 1000 and tcpi_options == 0 }%', 'pass', 'textbook'],
	['%{ assert tcpi_snd_mss == 999 }%', 'assertion', 'textbook'],
	['%{ assert tcpi_nosuch == 0 }%', 'unsupported code tcpi_nosuch', 'textbook'],
	['%{ import os }%', 'unsupported code import', 'textbook'],
] as const)
	test(`${line}: ${wanted}`, () => {
		const text = accepted.replace('<mss 1460>', '<...>');
		assert.equal(outcomeOf(`${text}+0 ${line}`, profile), wanted === 'pass' ? wanted : `${next} ${wanted}`);
	});

test('an assertion looks at its own moment and is told behind everything else', () => {
	const text = `${listening}+0 %{ assert tcpi_state == TCPI_CLOSED }%\n`;
	assert.equal(outcomeOf(text), '4 assertion');
	assert.equal(outcomeOf(`${text}+0 close(3) = 1`), '5 call result');
	const moments = `${accepted}+0 %{ assert tcpi_state == TCPI_ESTABLISHED }%\n+.1 close(4) = 0\n+0 %{ assert tcpi_state == TCPI_FIN_WAIT_1 }%`;
	assert.equal(outcomeOf(moments), 'pass');
});

test('an assertion that does not hold says what it saw', () => {
	const verdict = drillText(`${accepted}+0 %{ assert tcpi_snd_mss == 5, tcpi_snd_mss }%`).culprit?.verdict;
	const failure = verdict?.kind === 'failed' && verdict.failure;
	assert.deepEqual(failure, {code: 'assertion', expected: 'tcpi_snd_mss == 5', actual: 'tcpi_snd_mss = 1000'});
});

for (const [option, wanted] of [
	['--ip_version=ipv4', 'pass'],
	['--ip_version=ipv6', 'pass'],
	['--local_ip=192.0.2.1', 'pass'],
	['--ip_version=ipv4-mapped-ipv6', 'pass'],
	['--ip_version=ipv5', '1 unsupported option --ip_version=ipv5'],
	['--mtu=large', '1 unsupported option --mtu=large'],
	['--tolerance_usecs', '1 unsupported option --tolerance_usecs='],
	['--tolerance_percent=.5', 'pass'],
	['--non_fatal=packet,syscall', 'pass'],
	['--non_fatal=everything', '1 unsupported option --non_fatal=everything'],
	['--udp_encapsulation=tcp', 'pass'],
	['--udp_encapsulation=sctp', '1 unsupported option --udp_encapsulation=sctp'],
	['--nobody_knows=1', 'pass'],
] as const)
	test(`${option}: ${wanted}`, () => assert.equal(outcomeOf(`${option}\n${listening}`), wanted));

test('the MTU decides about the MSS, the ports about who is called', () => {
	assert.equal(outcomeOf(`--mtu=9000\n${listening}+0 < S 0:0(0) win 1000\n+0 > S. 0:0(0) ack 1 <mss 8960>`), 'pass');
	const text = `--connect_port=99\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0...1 connect(3, ..., ...) = 0\n+0 > S 0:0(0) <...>\n`;
	const {history} = drillText(text);
	assert.equal(history.world.trace.packets.dport[0], 99);
});

test('the cleanup command is looked at, too', () => {
	assert.equal(outcomeOf(`${listening}\`/tmp/sysctl_restore_1.sh\``), 'pass');
	assert.equal(outcomeOf(`${listening}\`reboot\``), '4 unsupported command reboot');
	assert.equal(outcomeOf(`${listening}+0 close(3) = 1\n\`reboot\``), '4 call result');
});

test('every event is checked at its step of the history', () => {
	const {checks, history} = drillText(`${accepted}+0 write(4, ..., 10) = 10\n+0 > P. 1:11(10) ack 1`);
	assert.deepEqual(
		checks.map(({event}) => event),
		[0, 1, 2, 3, 4, 5, 6, 7, 8],
	);
	assert.deepEqual(
		checks.map(({verdict}) => verdict.kind),
		Array.from({length: 9}, () => 'passed'),
	);
	const last = checks.at(-1);
	assert.deepEqual(last?.verdict.kind === 'passed' && last.verdict.packets, [4]);
	assert.ok(checks.every(({step}, at) => step <= (checks[at + 1]?.step ?? history.world.steps)));
});
