/** FreeBSD as its public packetdrill suite has it (tcp(4) for the sysctl names), defaults elsewhere. */
import type {Profile} from '../../tcp/profile.js';
import {common, commonKnobs, commonSockets} from './common.js';
import {milliseconds, seconds} from './units.js';

export const freebsd: Profile = {
	...common,
	name: 'freebsd',
	knobs: {
		...commonKnobs,
		// recvspace, sendspace; kern.ipc.maxsockbuf.
		rcvbuf: 65_536,
		sndbuf: 32_768,
		rcvbufMax: 2_097_152,
		// always_keepalive, keepcnt.
		keepalive: true,
		keepProbes: 8,
		// rexmit_drop_options.
		synDropsOptions: true,
		// rexmit_min, TCPTV_REXMTMAX, rexmit_slop, delacktime.
		rtoMin: milliseconds(30),
		rtoMax: seconds(64),
		rtoSlop: milliseconds(200),
		ackDelay: milliseconds(40),
		// keepinit: a SYN is given up by time, before its retransmissions are used up.
		openTimeout: seconds(75),
		synRetries: 12,
		synAckRetries: 3,
		retries: 12,
	},
	ephemeralPorts: {first: 10_000, last: 65_535},
	rto: {granularity: milliseconds(1), afterSyn: seconds(1)},
	syn: {intervals: [], max: seconds(64)},
	synAck: {intervals: [], max: seconds(64)},
	delayedAck: {atOnceAfter: '2-segments', isBeforeReader: false},
	ackOfOldText: 'counts',
	rcvbufRounding: 'mss',
	acceptance: 'free',
	windowUpdate: '2-mss',
	// persmin, persmax.
	persist: {min: seconds(5), max: seconds(60), probe: 'octet'},
	// ack_war_cnt, ack_war_timewindow.
	challenge: {limit: 5, per: seconds(1)},
	oldSynInTimeWait: 'silence',
	synAckInListen: 'silence',
	synData: {listen: 'drop', synSent: 'keep'},
	closingAnswer: 'fin',
	sockets: {
		...commonSockets,
		connectAfterEnd: 'ECONNREFUSED',
		writeAfterError: 'EPIPE',
		writeWhileConnecting: 'ENOTCONN',
		shutRead: 'discard',
		acceptReset: 'ECONNABORTED',
		nonblockFlag: 0x4,
		isNonblockInherited: true,
		isFlagShownAsBit: true,
		maxSegment: 'size',
	},
	connectOnListener: 'EOPNOTSUPP',
	sackMemory: {mostTold: 6, tellsWhole: true},
	timeWaitAnswers: 'news',
	hardErrors: {
		4: {'3/2': 'refused', '3/3': 'refused', '3/9': 'refused', '3/10': 'refused', '3/13': 'refused', '11/0': 'host-unreachable'},
		6: {'1/1': 'refused', '1/4': 'refused', '3/0': 'host-unreachable'},
	},
};
