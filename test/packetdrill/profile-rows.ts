/** The list of behaviours, each with the scripts that hold the stacks to it: names in scripts/STACK/, without `.pkt`. */
import type {ProfileName} from '../../source/tcp/profile.js';

/** What is done, and by which stacks, as the list says it; a stack that the list is silent about has no scripts. */
export type Rows = readonly (readonly [row: string, scripts: Readonly<Partial<Record<ProfileName, string>>>])[];

/** Of the textbook where the RFCs leave a choice. */
export const textbookRows: Rows = [
	['n-th connection of a host', {textbook: 'numbers-and-ports numbers-of-a-server'}],
	['buffers', {textbook: 'buffers conversation'}],
	['cwnd', {textbook: 'initial-window initial-window-large initial-window-no-mss cwnd-growth'}],
	['RTO', {textbook: 'losses rto data-after-syn-retransmission data-retransmission'}],
	['SYN, SYN,ACK', {textbook: 'syn-retransmission syn-ack-retransmission'}],
	['data, FIN', {textbook: 'data-retransmission user-timeout-fin window-probe-long'}],
	['delayed ACK', {textbook: 'delayed-ack'}],
	['zero-window probe', {textbook: 'window-probe window-probe-long silly-window'}],
	['MSL, FIN_WAIT_2', {textbook: 'time-wait fin-wait-2'}],
	['keepalive', {textbook: 'keepalive keepalive-end'}],
	['challenge ACKs', {textbook: 'challenge-limit challenge-scope'}],
	['TIME_WAIT', {textbook: 'time-wait time-wait-syns time-wait-acknowledgments'}],
	['abort', {textbook: 'abort'}],
	['bind on a used port', {linux: 'address-in-use', textbook: 'address-in-use address-in-time-wait'}],
];

/** § 1: SYN, SYN-ACK, options, window. */
export const optionRows: Rows = [
	['SYN options, all on', {freebsd: 'syn-options', linux: 'syn-options', textbook: 'syn-options'}],
	['same, no SACK', {freebsd: 'syn-options', linux: 'syn-options'}],
	['no TS, no wscale', {freebsd: 'syn-options', linux: 'syn-options'}],
	['no TS, wscale + SACK', {freebsd: 'syn-options', linux: 'syn-options'}],
	['wscale only', {freebsd: 'syn-options', linux: 'syn-options'}],
	['TS + SACK, no wscale', {freebsd: 'syn-options', linux: 'syn-options'}],
	['packing rule', {freebsd: 'syn-options', linux: 'syn-options'}],
	['non-SYN options', {freebsd: 'paws sack-block-count', linux: 'timestamps sack-blocks', textbook: 'sack-blocks'}],
	['SYN-ACK offers', {freebsd: 'syn-ack-options offered-options', linux: 'syn-ack-options', textbook: 'offered-options'}],
	['SYN-ACK of a simultaneous open', {freebsd: 'simultaneous-open', linux: 'simultaneous-open', textbook: 'offered-options'}],
	['wscale value', {freebsd: 'window-scale', linux: 'window-scale', textbook: 'offered-options'}],
	[
		'MSS sent',
		{
			freebsd: 'ipv6-open mss-mtu-72 mss-mtu-576 mss-mtu-9000 mss-mtu-65535',
			linux: 'mss-mtu-576 mss-mtu-9000 mss-option',
			textbook: 'initial-window-large',
		},
	],
	['MSS if peer sends none', {freebsd: 'mss-none no-options', linux: 'mss-none', textbook: 'initial-window-no-mss'}],
	['TCP_NOOPT', {freebsd: 'no-options no-options-passive'}],
	['window in SYN / SYN-ACK', {freebsd: 'buffer-and-window syn-ack-options', linux: 'buffers window-first'}],
	['receive buffer', {freebsd: 'buffer-and-window window-scaled', linux: 'buffers', textbook: 'buffers'}],
	['window field later', {freebsd: 'buffer-and-window window-scaled', linux: 'window-first window-memory', textbook: 'buffers'}],
	['window in RST', {freebsd: 'closed close-unread', linux: 'closed close-unread', textbook: 'closed close-unread'}],
	['receive window used to test segments', {freebsd: 'reset-right-edge', linux: 'window-edge', textbook: 'buffers'}],
	['window update after read', {freebsd: 'window-update', linux: 'window-memory', textbook: 'buffers'}],
	['ECN', {freebsd: 'ecn-active ecn-passive ecn-echo ecn-retries', linux: 'ecn', textbook: 'ecn'}],
	['initial cwnd', {freebsd: 'initial-window', linux: 'initial-window', textbook: 'initial-window'}],
];

/** § 2: timers. */
export const timerRows: Rows = [
	[
		'SYN retransmission',
		{freebsd: 'syn-retransmission syn-retransmission-long', linux: 'syn-retransmission', textbook: 'syn-retransmission'},
	],
	[
		'SYN give-up',
		{
			freebsd: 'syn-retransmission syn-retransmission-knobs syn-retransmission-long',
			linux: 'syn-retransmission',
			textbook: 'syn-retransmission',
		},
	],
	[
		'options on SYN retries',
		{freebsd: 'syn-retransmission-options', linux: 'syn-retransmission-options', textbook: 'syn-retransmission-options'},
	],
	['SYN-ACK retransmission', {freebsd: 'syn-ack-retransmission', linux: 'syn-ack-retransmission', textbook: 'syn-ack-retransmission'}],
	['data RTO', {freebsd: 'data-retransmission', linux: 'data-retransmission no-loss-probe', textbook: 'rto data-retransmission'}],
	['tail loss probe', {freebsd: 'data-retransmission', linux: 'loss-probe no-loss-probe', textbook: 'rto'}],
	[
		'delayed ACK',
		{freebsd: 'delayed-ack delayed-ack-knob', linux: 'ack-first-segments ack-turns ack-after-read ack-fin', textbook: 'delayed-ack'},
	],
	['FIN-WAIT-2', {freebsd: 'fin-wait-2', linux: 'fin-wait-2', textbook: 'fin-wait-2'}],
	['TIME-WAIT', {freebsd: 'time-wait', linux: 'time-wait', textbook: 'time-wait'}],
	['keepalive', {freebsd: 'keepalive', linux: 'keepalive', textbook: 'keepalive'}],
	['zero-window probe', {freebsd: 'window-probe', linux: 'window-probe', textbook: 'window-probe'}],
	['user timeout', {linux: 'user-timeout user-timeout-fin', textbook: 'data-retransmission user-timeout-fin'}],
];

/** § 3: segments for nobody, LISTEN, SYN-SENT, SYN-RECEIVED. */
export const openingRows: Rows = [
	['CLOSED (bound port, no listener), no ACK bit', {freebsd: 'closed closed-blackhole', linux: 'closed'}],
	['CLOSED, ACK bit', {freebsd: 'closed', linux: 'closed'}],
	['CLOSED/LISTEN, RST', {freebsd: 'closed listen', linux: 'closed listen'}],
	['LISTEN, ACK without SYN (also F.)', {freebsd: 'listen', linux: 'listen'}],
	['LISTEN, SYN-ACK', {freebsd: 'listen', linux: 'listen'}],
	['LISTEN, no SYN/ACK/RST (F, none)', {freebsd: 'listen', linux: 'listen'}],
	['LISTEN, SYN with data', {freebsd: 'listen', linux: 'listen'}],
	['LISTEN, SYN+FIN', {freebsd: 'listen-syn-fin', linux: 'listen'}],
	['SYN-SENT, ACK not in (ISS, SND.NXT]', {freebsd: 'syn-sent', linux: 'syn-sent syn-sent-bad-ack'}],
	['SYN-SENT, good ACK + RST', {freebsd: 'syn-sent', linux: 'syn-sent'}],
	['SYN-SENT, RST without ACK; FIN; good ACK without SYN', {freebsd: 'syn-sent', linux: 'syn-sent'}],
	['SYN-SENT, SYN-ACK with data', {freebsd: 'syn-sent-text', linux: 'syn-sent-text'}],
	['SYN-SENT, SYN', {freebsd: 'simultaneous-open read-while-connecting', linux: 'simultaneous-open syn-sent-text'}],
	['SYN-SENT, SYN+FIN', {freebsd: 'simultaneous-open', linux: 'syn-sent-text'}],
	['SYN-RECEIVED (passive), RST', {freebsd: 'syn-received reset-right-edge', linux: 'syn-received'}],
	['SYN-RECEIVED (via SYN-SENT), exact RST', {freebsd: 'syn-received-active'}],
	['SYN-RECEIVED, bad ACK', {freebsd: 'syn-received-bad-ack', linux: 'syn-received'}],
	['SYN-RECEIVED, same SYN again', {freebsd: 'syn-received', linux: 'challenges'}],
];

/** § 4: synchronized states. */
export const synchronizedRows: Rows = [
	['RST, SEG.SEQ = RCV.NXT', {freebsd: 'resets', linux: 'resets', textbook: 'resets'}],
	['RST in window, not exact', {freebsd: 'resets resets-insecure reset-right-edge', linux: 'resets', textbook: 'resets'}],
	['RST outside', {freebsd: 'resets resets-insecure reset-right-edge', linux: 'resets', textbook: 'resets'}],
	['SYN (with or without ACK), any seq', {freebsd: 'syns syns-insecure', linux: 'syns', textbook: 'syns'}],
	['challenge-ACK limit', {freebsd: 'challenge-limit', linux: 'challenge-limit challenges', textbook: 'challenge-limit'}],
	['no ACK bit, no RST/SYN', {freebsd: 'acknowledgments', linux: 'acknowledgments', textbook: 'acknowledgments'}],
	['ACK > SND.NXT', {freebsd: 'acknowledgments', linux: 'acknowledgments', textbook: 'acknowledgments'}],
	['ACK < SND.UNA - max window', {freebsd: 'acknowledgments', linux: 'acknowledgments', textbook: 'acknowledgments'}],
	['data/FIN left of window', {freebsd: 'acknowledgments delayed-ack', linux: 'acknowledgments', textbook: 'acknowledgments sack-blocks'}],
	['right of window', {freebsd: 'acknowledgments', linux: 'acknowledgments', textbook: 'acknowledgments'}],
	['out of order', {freebsd: 'sack-blocks sack-block-count', linux: 'sack-blocks', textbook: 'sack-blocks'}],
	['DSACK block (first)', {freebsd: 'sack-blocks', linux: 'sack-blocks', textbook: 'sack-blocks'}],
	['hole filled', {freebsd: 'delayed-ack sack-blocks', linux: 'sack-blocks', textbook: 'delayed-ack'}],
	['data after close()', {freebsd: 'data-after-close', linux: 'data-after-close', textbook: 'data-after-close'}],
	['close() with unread data', {freebsd: 'close-unread', linux: 'close-unread', textbook: 'close-unread'}],
	['close(), nothing unread', {freebsd: 'close-unread', linux: 'close-unread'}],
	['close() in SYN-SENT', {freebsd: 'close-while-connecting', linux: 'close-while-connecting'}],
	['write after SHUT_WR / read after SHUT_RD', {freebsd: 'shutdowns', linux: 'shutdowns'}],
	['FIN in FIN-WAIT-1, own FIN not acked', {freebsd: 'closing', linux: 'closing', textbook: 'closing'}],
	['FIN + ACK of FIN in FIN-WAIT-1', {freebsd: 'closing', linux: 'closing', textbook: 'closing'}],
	['3 duplicate ACKs', {freebsd: 'fast-retransmit', linux: 'fast-retransmit', textbook: 'fast-retransmit'}],
	['PSH', {freebsd: 'fast-retransmit', linux: 'bursts deferred-bursts fast-retransmit', textbook: 'fast-retransmit'}],
	['Nagle / cork', {freebsd: 'nagle', linux: 'nagle', textbook: 'nagle'}],
];

/** § 5: TIME-WAIT. */
export const timeWaitRows: Rows = [
	['RST, any', {freebsd: 'time-wait-answers', linux: 'time-wait-answers', textbook: 'time-wait-syns'}],
	['pure ACK, seq = RCV.NXT and ack = SND.NXT', {freebsd: 'time-wait-answers', linux: 'time-wait-acknowledgments'}],
	[
		'any other segment with ACK (old ack, other seq, data, FIN)',
		{freebsd: 'time-wait-answers time-wait', linux: 'time-wait-acknowledgments', textbook: 'time-wait-acknowledgments'},
	],
	['no ACK bit, no SYN', {freebsd: 'time-wait-answers', linux: 'time-wait-acknowledgments', textbook: 'time-wait-syns'}],
	['SYN, seq > RCV.NXT, listener there', {freebsd: 'time-wait-reopen', linux: 'time-wait-reopen', textbook: 'time-wait-syns'}],
	['SYN, seq <= RCV.NXT', {freebsd: 'time-wait-answers', linux: 'time-wait-acknowledgments', textbook: 'time-wait-syns'}],
	['SYN+FIN, drop_synfin=1', {freebsd: 'time-wait-answers', textbook: 'time-wait-syns'}],
	['SYN-ACK', {freebsd: 'time-wait-answers', linux: 'time-wait-acknowledgments', textbook: 'time-wait-syns'}],
];

/** § 6: errors and ICMP. */
export const errorRows: Rows = [
	['ICMP unreachable …', {freebsd: 'icmp-hard-errors ipv6-open', linux: 'icmp-errors'}],
	['time_exceeded ttl_exceeded_in_transit, same conditions', {freebsd: 'icmp-hard-errors', linux: 'icmp-errors'}],
	['quoted seq outside (ISS-1, ISS+1), every other type/code, or icmp_may_rst=0', {freebsd: 'icmp-soft-errors icmp-errors'}],
	['ETIMEDOUT on connect', {freebsd: 'syn-retransmission syn-retransmission-knobs', linux: 'syn-retransmission'}],
	['read on a connecting socket', {freebsd: 'read-while-connecting syn-sent'}],
];

/** § 7: knobs. */
export const knobRows: Rows = [
	['rfc1323, sack.enable', {freebsd: 'syn-options'}],
	['ecn.enable, ecn.maxretries', {freebsd: 'ecn-active ecn-echo ecn-retries'}],
	['rexmit_initial, rexmit_slop', {freebsd: 'syn-retransmission-knobs'}],
	['rexmit_drop_options', {freebsd: 'syn-retransmission-options'}],
	['delacktime', {freebsd: 'delayed-ack-knob'}],
	['keepinit', {freebsd: 'syn-retransmission-long'}],
	['keepidle, keepintvl, keepcnt', {freebsd: 'knobs'}],
	['recvspace, sendspace', {freebsd: 'knobs'}],
	['blackhole', {freebsd: 'closed-blackhole'}],
	['insecure_rst, insecure_syn', {freebsd: 'resets-insecure syns-insecure'}],
	['drop_synfin', {freebsd: 'listen-syn-fin simultaneous-open'}],
	['icmp_may_rst', {freebsd: 'icmp-errors icmp-soft-errors'}],
	['msl', {freebsd: 'knobs'}],
	['tolerate_missing_ts', {freebsd: 'paws'}],
	['syncookies, syncookies_only, hostcache.purgenow', {freebsd: 'knobs'}],
	['udp_tunneling_port, udp_tunneling_overhead', {freebsd: 'tcp-in-udp'}],
	['kern.ipc.maxsockbuf', {freebsd: 'window-scale'}],
	['rmem', {linux: 'window-scale window-first buffers'}],
	['wmem', {linux: 'buffers'}],
	['timestamps, sack', {linux: 'syn-options dsack-knob'}],
	['dsack', {linux: 'dsack-knob'}],
	['ecn', {linux: 'ecn'}],
	['syn_retries, synack_retries', {linux: 'syn-retries-knobs'}],
	['reordering', {linux: 'reordering'}],
	['congestion_control', {linux: 'congestion-control'}],
	['slow_start_after_idle', {linux: 'after-idle'}],
	['early_retrans', {linux: 'loss-probe no-loss-probe'}],
	['recovery', {linux: 'reordering'}],
	['tso_win_divisor, min_tso_segs', {linux: 'deferred-bursts bursts'}],
	['notsent_lowat', {linux: 'notsent-lowat'}],
	['rto_max_ms', {linux: 'data-retransmission-longest'}],
	['shrink_window', {linux: 'window-shrink'}],
];
