import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCommands, type ScriptCommand} from '../../source/packetdrill/commands.js';

const sysctl = (name: string, value: string): ScriptCommand => ({kind: 'sysctl', name, value});
const unsupported = (text: string): ScriptCommand => ({kind: 'unsupported', text});
const nothing: ScriptCommand = {kind: 'nothing'};

for (const [text, commands] of [
	['', []],
	[' \n ; # nothing\n', []],
	['sysctl -w net.inet.tcp.sack.enable=1', [sysctl('net.inet.tcp.sack.enable', '1')]],
	['/sbin/sysctl net.inet.tcp.msl=30000 kern.ipc.maxsockbuf=1', [sysctl('net.inet.tcp.msl', '30000'), sysctl('kern.ipc.maxsockbuf', '1')]],
	['sysctl -q net.ipv4.tcp_rmem="4096  131072 $((2*1024 + (3 - 1)))"', [sysctl('net.ipv4.tcp_rmem', '4096 131072 2050')]],
	["sysctl -q -w net/ipv4/tcp_rmem='1\t2 3'", [sysctl('net.ipv4.tcp_rmem', '1 2 3')]],
	['sysctl -w net.inet.tcp.msl=$((1 | 2))', [sysctl('net.inet.tcp.msl', '3')]],
	['sysctl -n net.inet.tcp.msl', [nothing]],
	['sysctl -q a.b=1 > /dev/null 2>&1', [sysctl('a.b', '1')]],
	['sysctl -q a.b=1 &>/dev/null; sysctl a.c=2&&sysctl a.d=3', [sysctl('a.b', '1'), sysctl('a.c', '2'), sysctl('a.d', '3')]],
	[
		'../common/defaults.sh\n ../common/set_sysctls.py /proc/sys/net/ipv4/a=1 \\\n\t/proc/sys/net/core/b=2\n',
		[{kind: 'defaults'}, sysctl('net.ipv4.a', '1'), sysctl('net.core.b', '2')],
	],
	['. ./defaults.sh', [{kind: 'defaults'}]],
	['sh ../../common/defaults.sh # ours', [{kind: 'defaults'}]],
	['/tmp/sysctl_restore_$\u007bPPID}.sh', [{kind: 'restore'}]],
	['ethtool -K tun0 tso off gso off', [{kind: 'no-offload'}]],
	['ethtool -K tun0 gro off', [nothing]],
	['tc qdisc replace dev tun0 root pfifo', [{kind: 'qdisc', isIgnorable: true, text: 'tc qdisc replace dev tun0 root pfifo'}]],
	['tc qdisc add dev tun0 root netem delay 5ms', [{kind: 'qdisc', isIgnorable: false, text: 'tc qdisc add dev tun0 root netem delay 5ms'}]],
	['nstat -n', [{kind: 'counter-reset'}]],
	['nstat | grep TcpExtTCPTimeouts | grep -q " 12 "', [{kind: 'counter', name: 'TcpExtTCPTimeouts', count: 12}]],
	['nstat -az TcpRetransSegs | grep TcpRetransSegs | grep 0', [{kind: 'counter', name: 'TcpRetransSegs', count: 0}]],
	[
		'sockstat -4 -P tcp -s | grep packetdril | grep -c TIME_WAIT | grep 1',
		[{kind: 'sockstat', port: undefined, state: 'TIME_WAIT', count: 1}],
	],
	['sockstat -4 -P tcp -s -p 8080 | grep -c SYN_RCVD | grep 0', [{kind: 'sockstat', port: 8080, state: 'SYN_RCVD', count: 0}]],
	['tcpdrop -s TIME_WAIT', [{kind: 'tcpdrop', state: 'TIME_WAIT'}]],
	['tcp-tui knob nagle off', [{kind: 'knob', change: {knob: 'nagle', value: false}}]],
	['ip tcp_metrics flush all > /dev/null 2>&1', [nothing]],
	['true; :; echo done', [nothing, nothing, nothing]],
	['echo 1 > /proc/sys/net/ipv4/tcp_sack', [sysctl('net.ipv4.tcp_sack', '1')]],
	// More than is understood is never half done.
	['sleep 1', [unsupported('sleep 1')]],
	['true; rm -rf "$HOME" ;true', [nothing, unsupported('rm -rf "$HOME"'), nothing]],
	['sysctl -w a=$X', [unsupported('sysctl -w a=$X')]],
	['sysctl -w a=`cat b`', [unsupported('sysctl -w a=`cat b`')]],
	['sysctl -w a=$(cat b)', [unsupported('sysctl -w a=$(cat b)')]],
	['sysctl -w a=$((1 << 3))', [unsupported('sysctl -w a=$((1 << 3))')]],
	['sysctl -w a=$((b))', [unsupported('sysctl -w a=$((b))')]],
	['sysctl -p a', [unsupported('sysctl -p a')]],
	['sysctl -w', [unsupported('sysctl -w')]],
	['sysctl -w a=1 | tee b', [unsupported('sysctl -w a=1 | tee b')]],
	['sysctl -w a=1 || true', [unsupported('sysctl -w a=1 || true')]],
	['sysctl -w a=1 > b', [unsupported('sysctl -w a=1 > b')]],
	['sysctl -w a=1 &', [unsupported('sysctl -w a=1 &')]],
	['sysctl -w a="1', [unsupported('sysctl -w a="1')]],
	['echo 1 > /etc/passwd', [unsupported('echo 1 > /etc/passwd')]],
	['../common/defaults.sh | true', [unsupported('../common/defaults.sh | true')]],
	['| true', [unsupported('| true')]],
	['ethtool -K tun0 tso on', [unsupported('ethtool -K tun0 tso on')]],
	['ethtool -K tun0 tso', [unsupported('ethtool -K tun0 tso')]],
	['nstat', [unsupported('nstat')]],
	['nstat | grep A | grep B | grep 1', [unsupported('nstat | grep A | grep B | grep 1')]],
	['nstat | grep -v A | grep 1', [unsupported('nstat | grep -v A | grep 1')]],
	['sockstat -4 | grep TIME_WAIT', [unsupported('sockstat -4 | grep TIME_WAIT')]],
	['sockstat -p x | grep -c CLOSED | grep 1', [unsupported('sockstat -p x | grep -c CLOSED | grep 1')]],
	['tcpdrop -a', [unsupported('tcpdrop -a')]],
	['tcp-tui knob nagle maybe', [unsupported('tcp-tui knob nagle maybe')]],
	['tc -s class show', [unsupported('tc -s class show')]],
	['ip route add default via 192.0.2.1', [unsupported('ip route add default via 192.0.2.1')]],
] as const satisfies readonly (readonly [string, readonly ScriptCommand[]])[])
	test(`the command ${JSON.stringify(text)}`, () => assert.deepEqual(readCommands(text), commands));
