/** Linux 6.18 with the kernel's own defaults (Documentation/networking/ip-sysctl.rst); the rest was measured on such a host. */
import type {Profile} from '../../tcp/profile.js';
import {milliseconds, minutes, seconds} from './units.js';

/** Four linear time-outs come before the doubling (tcp_syn_linear_timeouts) and are not counted by tcp_syn_retries, 6. */
const linearTimeouts = 4;

export const linux: Profile = {
	name: 'linux',
	knobs: {
		mss: 1460,
		rcvbuf: 131_072,
		sndbuf: 16_384,
		nagle: true,
		delayedAck: true,
		keepalive: false,
		sack: true,
		timestamps: true,
		wscale: true,
		challengeAck: true,
		quietTime: false,
		// TCP_TIMEWAIT_LEN, 60 s, is 2 MSL.
		msl: seconds(30),
		rtoMin: milliseconds(200),
		synRetries: 6 + linearTimeouts,
		retries: 15,
	},
	firstIss: undefined,
	ephemeralPorts: {first: 32_768, last: 60_999},
	// The term 4·rttvar never falls below tcp_rto_min, so that it takes the place of the clock's granularity.
	rto: {initial: seconds(1), max: seconds(120), granularity: milliseconds(200), afterSyn: seconds(3), slop: 0},
	syn: {intervals: Array.from({length: linearTimeouts + 1}, () => seconds(1)), max: seconds(120), giveUp: undefined, bareFrom: undefined},
	synAck: {intervals: [seconds(1)], max: seconds(120), retries: 5},
	userTimeout: undefined,
	orphanRetries: 8,
	delayedAck: {delay: milliseconds(40), quickAcks: 16, atOnceAfter: '2-mss'},
	rcvbufRounding: 'none',
	acceptance: 'advertised',
	windowUpdate: 'doubled',
	persist: {min: milliseconds(200), max: seconds(120), probe: 'empty'},
	keepalive: {idle: minutes(120), interval: seconds(75), probes: 9},
	finWait2: seconds(60),
	challenge: {limit: 1, per: milliseconds(500), isPerKind: true},
	resetInCloseWait: 'EPIPE',
	rstInTimeWait: 'close',
	synInTimeWait: 'reopen',
	oldSynInTimeWait: 'ack',
	reopenIssStep: 65_537,
	synAckInListen: 'reset',
	synInSynRcvd: 'again',
	sameSynInSynRcvd: 'syn-ack',
	synWithFin: {listen: 'drop'},
	synData: {listen: 'drop', synSent: 'drop'},
	closingAnswer: 'ack',
	abortFlags: 'R.',
	abortWindow: 'last',
	reuseNeedsBoth: true,
	connectOnListener: 'EISCONN',
	synOptions: 'linux',
};
