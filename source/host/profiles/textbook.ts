/**
 * What the RFCs ask for: 9293 with the MSS as its only option, 6298, 5681 and 6582, 6928, 5961, 1337. Where they leave a
 * choice, the one that is easiest to follow on a screen: round ISNs, buffers as large as an unscaled window.
 */
import type {Profile} from '../../tcp/profile.js';
import {common, commonKnobs, commonSockets} from './common.js';
import {milliseconds, minutes, seconds} from './units.js';

export const textbook: Profile = {
	...common,
	name: 'textbook',
	knobs: {
		...commonKnobs,
		rcvbuf: 65_535,
		sndbuf: 65_535,
		rcvbufMax: 65_535,
		sack: false,
		timestamps: false,
		wscale: false,
		// RFC 7323 § 3.2.
		tolerateMissingTimestamps: false,
		ecn: 'off',
		// RFC 9293 § 3.4.2.
		msl: minutes(2),
		// RFC 6298 (2.4), (2.5).
		rtoMin: seconds(1),
		rtoMax: seconds(60),
		ackDelay: milliseconds(200),
		// Given up after 183 s: RFC 9293 § 3.8.3 (MUST-23) asks for three minutes at least.
		synRetries: 7,
		synAckRetries: 7,
		// RFC 9293 § 3.9.1.1: time alone ends a connection, no count of retransmissions.
		userTimeout: minutes(5),
		retries: undefined,
	},
	firstIss: {client: 1000, server: 8000},
	ephemeralPorts: {first: 49_152, last: 65_535},
	rto: {granularity: milliseconds(1), afterSyn: seconds(3)},
	syn: {intervals: [], max: seconds(60)},
	synAck: {intervals: [], max: seconds(60)},
	delayedAck: {atOnceAfter: '2-mss', isBeforeReader: false},
	windowRounding: 'down',
	ackOfOldText: 'ignored',
	windowUpdate: 'mss',
	persist: {min: 0, max: seconds(60), probe: 'octet'},
	finWait2: undefined,
	// RFC 5961 § 7; counted for each connection, which is our own choice.
	challenge: {limit: 10, per: seconds(5)},
	synInTimeWait: 'challenge',
	synFinInTimeWait: 'syn',
	synInSynRcvd: 'listen',
	sameSynInSynRcvd: 'ack',
	synData: {listen: 'keep', synSent: 'keep'},
	abortFlags: 'R',
	sockets: commonSockets,
	connectOnListener: 'open',
	hasTimestampOffset: false,
	sackMemory: {mostTold: 4, tellsWhole: true},
	finInClosedWindow: 'refuse',
	timeWaitAnswers: 'unacceptable',
	hardErrors: {4: {'3/2': 'refused', '3/3': 'refused'}, 6: {'1/1': 'refused', '1/4': 'refused'}},
};
