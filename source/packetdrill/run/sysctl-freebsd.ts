/** FreeBSD's (tcp(4)); times in milliseconds. */
import {choice, count, ecn, milliseconds, noEffect, only, type Read, toggle} from './sysctl-values.js';

const blackhole = choice({0: {blackhole: 'off'}, 1: {blackhole: 'syn'}, 2: {blackhole: 'all'}, 3: {blackhole: 'all'}});

/** 2 and 3 turn on one of the two. */
const rfc1323 = choice({
	0: {wscale: false, timestamps: false},
	1: {wscale: true, timestamps: true},
	2: {wscale: true, timestamps: false},
	3: {wscale: false, timestamps: true},
});

const tcp: Readonly<Record<string, Read>> = {
	rfc1323,
	'sack.enable': toggle('sack'),
	'ecn.enable': ecn,
	'ecn.maxretries': count('ecnRetries'),
	rexmit_initial: milliseconds('rtoInitial'),
	rexmit_min: milliseconds('rtoMin'),
	rexmit_slop: milliseconds('rtoSlop'),
	rexmit_drop_options: toggle('synDropsOptions'),
	delayed_ack: toggle('delayedAck'),
	delacktime: milliseconds('ackDelay'),
	keepinit: milliseconds('openTimeout'),
	keepidle: milliseconds('keepIdle'),
	keepintvl: milliseconds('keepInterval'),
	keepcnt: count('keepProbes'),
	always_keepalive: toggle('keepalive'),
	recvspace: count('rcvbuf'),
	sendspace: count('sndbuf'),
	blackhole,
	insecure_rst: toggle('insecureRst'),
	insecure_syn: toggle('insecureSyn'),
	drop_synfin: toggle('dropSynFin'),
	path_mtu_discovery: toggle('pathMtuDiscovery'),
	icmp_may_rst: toggle('icmpMayReset'),
	msl: milliseconds('msl'),
	tolerate_missing_ts: toggle('tolerateMissingTimestamps'),
	syncookies: noEffect,
	syncookies_only: noEffect,
	'cc.algorithm': choice({newreno: {congestion: 'newreno'}, cubic: {congestion: 'cubic'}}),
	functions_default: only('freebsd'),
	'hostcache.enable': noEffect,
	'hostcache.purgenow': noEffect,
	'hostcache.purge': noEffect,
	udp_tunneling_port: count('udpPort', {max: 65_535}),
	udp_tunneling_overhead: count('udpOverhead', {min: 8, max: 1024}),
};

export const freebsdSysctls: Readonly<Record<string, Read>> = {
	...Object.fromEntries(Object.entries(tcp).map(([name, read]) => [`net.inet.tcp.${name}`, read])),
	'kern.ipc.maxsockbuf': count('rcvbufMax'),
};
