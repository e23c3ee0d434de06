/** Linux 6.18 with the kernel's own defaults (Documentation/networking/ip-sysctl.rst); the rest was measured on such a host. */
import type {Profile} from '../../tcp/profile.js';
import {common, commonKnobs, commonSockets} from './common.js';
import {milliseconds, seconds} from './units.js';

/** Four linear time-outs come before the doubling (tcp_syn_linear_timeouts) and are not counted by tcp_syn_retries, 6. */
const linearTimeouts = 4;

/** ICMP errors as errno values (icmp_err_convert); those of a router that knows the network are as hard as any other before the handshake. */
const linuxErrors: Profile['hardErrors'][4] = {
	'3/0': 'net-unreachable',
	'3/1': 'host-unreachable',
	'3/2': 'no-protocol',
	'3/3': 'refused',
	'3/6': 'net-unreachable',
	'3/9': 'net-unreachable',
	'3/10': 'host-unreachable',
	'3/11': 'net-unreachable',
	'3/12': 'host-unreachable',
	'3/13': 'host-unreachable',
	'3/14': 'host-unreachable',
	'3/15': 'host-unreachable',
	'11/0': 'host-unreachable',
	'11/1': 'host-unreachable',
	'12/0': 'protocol-error',
	'12/1': 'protocol-error',
	'12/2': 'protocol-error',
};

/** The same of ICMPv6 (icmpv6_err_convert). */
const linuxErrors6: Profile['hardErrors'][6] = {
	'1/0': 'net-unreachable',
	'1/1': 'denied',
	'1/2': 'host-unreachable',
	'1/3': 'host-unreachable',
	'1/4': 'refused',
	'1/5': 'denied',
	'1/6': 'denied',
	'3/0': 'host-unreachable',
	'3/1': 'host-unreachable',
	'4/0': 'protocol-error',
	'4/1': 'protocol-error',
	'4/2': 'protocol-error',
};

export const linux: Profile = {
	...common,
	name: 'linux',
	knobs: {
		...commonKnobs,
		// tcp_rmem, tcp_wmem; rmem_max and wmem_max limit what a program may ask for.
		rcvbuf: 131_072,
		sndbuf: 16_384,
		rcvbufMax: 6_291_456,
		rcvbufLimit: 4_194_304,
		sndbufLimit: 4_194_304,
		growsRcvbuf: true,
		congestion: 'cubic',
		tailLossProbe: true,
		synCookies: true,
		// TCP_RTO_MIN, tcp_rto_max_ms, TCP_DELACK_MIN.
		rtoMin: milliseconds(200),
		rtoMax: seconds(120),
		ackDelay: milliseconds(40),
		// tcp_comp_sack_nr, tcp_comp_sack_slack_ns.
		sacksHeld: 44,
		sackSlack: 100,
		// tcp_syn_retries, tcp_synack_retries, tcp_retries2.
		synRetries: 6 + linearTimeouts,
		synAckRetries: 5,
		retries: 15,
	},
	ephemeralPorts: {first: 32_768, last: 60_999},
	// The term 4·rttvar never falls below tcp_rto_min, so that it takes the place of the clock's granularity.
	rto: {granularity: milliseconds(200), afterSyn: seconds(3)},
	syn: {intervals: Array.from({length: linearTimeouts + 1}, () => seconds(1)), max: seconds(120)},
	synAck: {intervals: [], max: seconds(120)},
	cwndUnit: 'segments',
	segmentLimit: 'half-window',
	oldAcks: 'acknowledged',
	unsentAcks: 'challenged',
	dsackOfFin: true,
	// tcp_min_snd_mss, ip_rt_min_pmtu.
	leastSegment: 48,
	leastPathMtu: 552,
	keepaliveEnd: 'reset',
	// tcp_orphan_retries is 0, which means 8.
	orphanRetries: 8,
	laterErrors: 'remembered',
	synInSynRcvd: 'reset',
	finAfterFin: 'ignored',
	delayedAck: {atOnceAfter: 'adaptive', isBeforeReader: true},
	receiveWindow: 'memory',
	ackOfOldText: 'at-edge',
	overrun: 'whole',
	windowUpdate: 'doubled',
	persist: {min: milliseconds(200), max: seconds(120), probe: 'empty'},
	// tcp_invalid_ratelimit.
	challenge: {limit: 1, per: milliseconds(500)},
	resetInCloseWait: 'EPIPE',
	// tcp_rfc1337 is 0.
	rstInTimeWait: 'close',
	rstAtFin: 'believed',
	reopenIssStep: 65_537,
	crossedSynWindow: 'scaled',
	shutdownInSynRcvd: 'when-open',
	synWithFin: {listen: 'drop'},
	synData: {listen: 'drop', synSent: 'drop'},
	abortWindow: 'last',
	reuseNeedsBoth: true,
	sockets: {
		...commonSockets,
		connectAgain: 'once',
		isEofFirst: true,
		timeWaitShown: 'CLOSED',
		writeUnconnected: 'EPIPE',
		shutdownWhileConnecting: 'close',
		bufferFactor: 2,
	},
	connectOnListener: 'EISCONN',
	synOptions: 'linux',
	simultaneousOptions: 'own',
	timestampNeedsGoodAck: true,
	synAgainAfterBadAck: milliseconds(12),
	// tcp_invalid_ratelimit too.
	synAnswerEvery: milliseconds(500),
	sackMemory: {mostTold: 4, tellsWhole: false},
	timeWaitAnswers: 'news-limited',
	hardErrors: {4: linuxErrors, 6: linuxErrors6},
};
