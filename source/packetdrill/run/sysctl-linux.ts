/** Linux's (ip-sysctl). */
import {choice, count, ecn, milliseconds, noEffect, only, type Read, seconds, toggle} from './sysctl-values.js';

const congestion = choice({cubic: {congestion: 'cubic'}, reno: {congestion: 'newreno'}});

/** Time-outs before the doubling begins are not counted by the kernel. */
const linearTimeouts = 4;

/** Least, first, most octets. */
const three = (value: string): readonly number[] | undefined => {
	const numbers = value.split(' ').map(Number);
	return numbers.length === 3 && numbers.every(number => Number.isSafeInteger(number) && number >= 0) ? numbers : undefined;
};

const rmem: Read = value => {
	const [, first, most] = three(value) ?? [];
	if (first === undefined || most === undefined) return undefined;
	return {rcvbuf: first, rcvbufMax: most};
};

const wmem: Read = value => {
	const [, first] = three(value) ?? [];
	return first === undefined ? undefined : {sndbuf: first};
};

/** 3 and 4 mean the probe; the other values are history. */
const tailLossProbe = choice({0: {tailLossProbe: false}, 3: {tailLossProbe: true}, 4: {tailLossProbe: true}});

const ipv4: Readonly<Record<string, Read>> = {
	tcp_rmem: rmem,
	tcp_wmem: wmem,
	tcp_moderate_rcvbuf: toggle('growsRcvbuf'),
	tcp_shrink_window: toggle('shrinksWindow'),
	tcp_timestamps: toggle('timestamps'),
	tcp_window_scaling: toggle('wscale'),
	tcp_sack: toggle('sack'),
	tcp_dsack: toggle('dsack'),
	tcp_ecn: ecn,
	tcp_congestion_control: congestion,
	tcp_syn_retries: count('synRetries', {plus: linearTimeouts}),
	tcp_synack_retries: count('synAckRetries'),
	tcp_retries2: count('retries'),
	tcp_keepalive_time: seconds('keepIdle'),
	tcp_keepalive_intvl: seconds('keepInterval'),
	tcp_keepalive_probes: count('keepProbes'),
	tcp_rto_max_ms: milliseconds('rtoMax'),
	tcp_syncookies: toggle('synCookies'),
	tcp_slow_start_after_idle: toggle('slowStartAfterIdle'),
	tcp_early_retrans: tailLossProbe,
	tcp_tso_win_divisor: count('burstDivisor'),
	tcp_min_tso_segs: count('minBurst'),
	tcp_notsent_lowat: count('notsentLowat'),
	tcp_recovery: only('1'),
	tcp_reordering: count('reordering'),
	ip_no_pmtu_disc: choice({0: {pathMtuDiscovery: true}, 1: {pathMtuDiscovery: false}}),
	tcp_no_metrics_save: noEffect,
};

/** What the scripts' `defaults.sh` sets; what it sets besides changes nothing here. */
export const suiteDefaults: readonly (readonly [name: string, value: string])[] = [
	['tcp_rmem', '4096 540000 15728640'],
	['tcp_wmem', '4096 262144 4194304'],
	['tcp_timestamps', '1'],
	['tcp_sack', '1'],
	['tcp_dsack', '1'],
	['tcp_ecn', '0'],
	['tcp_congestion_control', 'cubic'],
	['tcp_syn_retries', '5'],
	['tcp_slow_start_after_idle', '0'],
	['tcp_early_retrans', '4'],
].map(([name, value]) => [`net.ipv4.${name}`, value ?? '']);

/** What of it the kernel has otherwise of its own accord, and so the lab's Linux. */
export const kernelDefaults: readonly (readonly [name: string, value: string])[] = [
	['net.ipv4.tcp_rmem', '4096 131072 6291456'],
	['net.ipv4.tcp_wmem', '4096 16384 4194304'],
	['net.ipv4.tcp_ecn', '2'],
	['net.ipv4.tcp_syn_retries', '6'],
	['net.ipv4.tcp_slow_start_after_idle', '1'],
];

export const linuxSysctls: Readonly<Record<string, Read>> = Object.fromEntries(
	Object.entries(ipv4).map(([name, read]) => [`net.ipv4.${name}`, read]),
);
