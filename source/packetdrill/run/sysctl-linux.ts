/** Linux's (ip-sysctl). */
import {choice, count, ecn, milliseconds, nanoseconds, noEffect, only, type Read, seconds, toggle} from './sysctl-values.js';

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
const tailLossProbe = choice({
	...Object.fromEntries(['0', '1', '2'].map(value => [value, {tailLossProbe: false}])),
	...Object.fromEntries(['3', '4'].map(value => [value, {tailLossProbe: true}])),
});

/** What is done as the kernel does it by default, and not otherwise. */
const fixed: Readonly<Record<string, Read>> = {
	// RACK is the only way to find losses by SACK since 6.17.
	tcp_recovery: only('0', '1'),
	tcp_retrans_collapse: only('1'),
	tcp_frto: only('1', '2'),
	tcp_max_reordering: only('300'),
	tcp_tso_rtt_log: only('9'),
	tcp_pacing_ss_ratio: only('200'),
	tcp_pacing_ca_ratio: only('120'),
	tcp_fin_timeout: only('60'),
	tcp_orphan_retries: only('0', '8'),
	tcp_rfc1337: only('0'),
	tcp_invalid_ratelimit: only('500'),
	tcp_syn_linear_timeouts: only('4'),
	tcp_thin_linear_timeouts: only('0'),
	tcp_abort_on_overflow: only('0'),
	tcp_app_win: only('31'),
	tcp_reflect_tos: only('0'),
	tcp_stdurg: only('0'),
};

/** Of routes, queues, memory of other sockets and what was known of the peer before. */
const elsewhere: readonly string[] = [
	...['tcp_no_metrics_save', 'tcp_no_ssthresh_metrics_save', 'tcp_autocorking', 'tcp_limit_output_bytes', 'tcp_challenge_ack_limit'],
	...[
		'tcp_adv_win_scale',
		'tcp_backlog_ack_defer',
		'tcp_ecn_fallback',
		'tcp_early_demux',
		'tcp_fastopen',
		'tcp_min_rtt_wlen',
		'tcp_retries1',
	],
	...['tcp_tw_reuse', 'tcp_max_tw_buckets', 'tcp_max_syn_backlog', 'tcp_max_orphans', 'tcp_mem', 'tcp_migrate_req'],
	...['tcp_min_snd_mss', 'tcp_workaround_signed_windows'],
];

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
	tcp_reordering: count('reordering'),
	tcp_mtu_probing: count('mtuProbing', {max: 2}),
	tcp_base_mss: count('mtuBase'),
	tcp_mtu_probe_floor: count('mtuFloor'),
	tcp_probe_threshold: count('mtuThreshold'),
	tcp_probe_interval: seconds('mtuInterval'),
	tcp_comp_sack_nr: count('sacksHeld'),
	tcp_comp_sack_delay_ns: nanoseconds('sackDelay'),
	tcp_comp_sack_slack_ns: nanoseconds('sackSlack'),
	tcp_comp_sack_rtt_percent: count('sackDelayShare'),
	ip_no_pmtu_disc: choice({0: {pathMtuDiscovery: true}, 1: {pathMtuDiscovery: false}}),
	tcp_rto_min_us: count('rtoMin'),
	...fixed,
	...Object.fromEntries(elsewhere.map(name => [name, noEffect])),
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

export const linuxSysctls: Readonly<Record<string, Read>> = {
	...Object.fromEntries(Object.entries(ipv4).map(([name, read]) => [`net.ipv4.${name}`, read])),
	'net.core.rmem_max': count('rcvbufLimit'),
	'net.core.wmem_max': count('sndbufLimit'),
};
