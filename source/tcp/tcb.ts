/**
 * Transmission control block (RFC 9293 § 3.3.1). Plain data: no methods, no clock, no callbacks; only `tcp` writes it.
 * Absolute times are virtual microseconds.
 */

import type {AckHabit} from './ack-habit-state.js';
import type {SendQueue} from './chunks/chunk.js';
import type {Cubic} from './cubic-state.js';
import type {ReceiveMemory} from './memory/receive-memory.js';
import type {Ecn, Ip, Timestamps} from './negotiated.js';
import type {OctetQueue} from './octet-queue.js';
import type {Out} from './out.js';
import type {CongestionName, Failure, Knobs, Profile} from './profile.js';
import type {Scoreboard} from './scoreboard.js';
import type {Seq} from './seq.js';
import type {State} from './state.js';
import type {Timers} from './timers.js';

/** IPv4 address as a 32-bit number, and a port. */
export type Endpoint = {readonly addr: number; readonly port: number};

/** Octets from snd.una on. The first `span(snd.una, snd.nxt)` of them are in flight, the rest waits. */
export type SendBuffer = {
	queue: OctetQueue;
	length: number;
	capacity: number;
	/** Ends (one past) of the SENDs that are not yet acknowledged: the segment with the last octet of one carries PSH. */
	pushes: Seq[];
	/** Octets ever acknowledged. */
	acknowledged: number;
};

/** A run of octets that arrived before the ones in front of it. */
export type Range = {from: Seq /** One past the last octet. */; to: Seq};

/** Text that waits behind a hole; pieces never overlap. */
type EarlyText = {readonly seq: Seq; readonly text: Uint8Array};

/** Octets up to rcv.nxt that the user has not read, and those that came too early. */
export type ReceiveBuffer = {
	queue: OctetQueue;
	/** Readable octets: the last one is rcv.nxt − 1 (before a FIN is counted). */
	length: number;
	capacity: number;
	/** What came early, sorted, disjoint, not touching. */
	outOfOrder: Range[];
	/** The same, as it arrived; sorted. */
	early: EarlyText[];
	/** Octets ever read by the user. */
	read: number;
	/** The ranges of `outOfOrder` as SACK tells of them: the one that grew last comes first (RFC 2018 § 4). */
	told: Range[];
	/** So many of them are remembered; one that comes to mind again is known whole, or only by what has joined it since. */
	mostTold: number;
	tellsWhole: boolean;
	/** Octets that came twice, for the next acknowledgment (RFC 2883). */
	twice: Range | undefined;
};

/** How much of cwnd is made use of, over about a window's worth of data. */
type CwndUsage = {
	/** Did cwnd hold anything back? */
	isLimited: boolean;
	/** The most segments that were out, when it did not. */
	most: number;
	/** snd.nxt then: with that acknowledged, what is seen next counts. */
	upTo: Seq;
};

/** Congestion control (RFC 5681, 6582, 9438), sizes in octets. The algorithm is behind congestion.ts. */
export type Congestion = {
	algorithm: CongestionName;
	cwnd: number;
	ssthresh: number;
	/** Acknowledged segments that have not made cwnd grow yet, where it counts segments. */
	credit: number;
	usage: CwndUsage;
	cubic: Cubic;
	/** When text was last sent. */
	lastSentAt: number;
	/** Duplicate acknowledgments in a row. */
	dupAcks: number;
	/** Octets sent on the first two of them (RFC 3042): cwnd does not count them. */
	limited: number;
	/** RFC 6582: snd.nxt when recovery began; meaningful while `inRecovery`, and after a time-out. */
	recover: Seq;
	inRecovery: boolean;
	/** The first partial ACK of a recovery restarts the RTO (RFC 6582 § 3.2, step 3). */
	hadPartialAck: boolean;
};

/** RFC 6298, in microseconds. */
type Rtt = {
	/** Undefined before the first sample. */
	srtt: number | undefined;
	rttvar: number;
	/** Current RTO, backed off. */
	rto: number;
	/** The octet being timed; undefined: none. */
	timing: {seq: Seq; sentAt: number} | undefined;
	/** Where the variance falls once a round only (chunks/rtt.ts): mean deviation, 4·RTTVAR, the largest deviation of the round, its end. */
	deviation: number;
	variation: number;
	most: number;
	roundEnd: Seq;
};

export type Tcb = {
	state: State;
	/** Opened by a listener: RST in SYN_RCVD leads back to LISTEN. */
	isPassive: boolean;
	local: Endpoint;
	remote: Endpoint;
	iss: Seq;
	irs: Seq;
	/** Is irs known (a SYN of the peer arrived)? */
	hasIrs: boolean;
	snd: {
		una: Seq;
		nxt: Seq;
		/** Highest snd.nxt ever: after a time-out snd.nxt may lie behind it. */
		max: Seq;
		/** Octets: the peer's scale is taken into account. */
		wnd: number;
		/** What the peer's window fields are shifted by (RFC 7323 § 2), 0 unless both offered it. */
		scale: number;
		wl1: Seq;
		wl2: Seq;
		/** MAX.SND.WND: the largest window the peer ever offered. */
		maxWnd: number;
		/** The largest text that is sent: what the peer announced, or the 536 of MUST-15, less the options of every segment. */
		mss: number;
		/** What the peer announced, or the 536. */
		peerMss: number;
		/** Did the peer announce an MSS? */
		hasPeerMss: boolean;
		/** SND.UP: one past the last urgent octet (RFC 9293 § 3.8.5); snd.una: none. */
		up: Seq;
	};
	rcv: {
		nxt: Seq;
		/** Octets last advertised, counted from rcv.nxt as it is now. */
		wnd: number;
		/** What our window fields are shifted by, 0 unless both offered it. */
		scale: number;
		/** RCV.UP: one past the last urgent octet, undefined: none is known. */
		up: Seq | undefined;
		/** Announced in our SYN. */
		mss: number;
	};
	/** Agreed in the handshake: window scale, SACK, timestamps, ECN. */
	hasWscale: boolean;
	hasSack: boolean;
	hasTimestamps: boolean;
	hasEcn: boolean;
	ts: Timestamps;
	ecn: Ecn;
	/** Type of service and time to live of the datagrams sent (the two low bits of `tos` belong to ECN). */
	ip: Ip;
	sendBuffer: SendBuffer;
	/** What SACK told of what is out, where it was agreed and there are no chunks. */
	scoreboard: Scoreboard;
	/** What waits and what is out, in chunks, where the profile works so; undefined: snd.nxt alone tells. */
	chunks: SendQueue | undefined;
	receiveBuffer: ReceiveBuffer;
	receiveMemory: ReceiveMemory;
	/** Does a descriptor lead here: connect() was called, or accept() has returned it? */
	hasUser: boolean;
	/** The user has closed his side: FIN follows the last octet. */
	isFinQueued: boolean;
	/** A SEND called before the CLOSE still has octets to hand over: FIN waits for them. */
	isMoreComing: boolean;
	/** Place of our FIN once it was sent. */
	finSeq: Seq | undefined;
	/** The peer's FIN was taken: all it had to say has arrived. */
	hasPeerFin: boolean;
	/** Place of a FIN of the peer that came before the octets in front of it. */
	peerFinSeq: Seq | undefined;
	/** The user has closed (not only shut down): what arrives now has no reader. */
	isReceiveClosed: boolean;
	/** The user wants to read no more, but still has the connection (SHUT_RD). */
	isReadShut: boolean;
	timers: Timers;
	/** The earliest of their deadlines. */
	dueAt: number;
	rtt: Rtt;
	congestion: Congestion;
	/** Retransmissions of the oldest segment in a row. */
	retries: number;
	/** Was the SYN (or SYN,ACK) sent more than once (RFC 6298 § 5.7)? */
	wasSynRetransmitted: boolean;
	/** How often it was sent again, by a time-out or since the peer's came again. */
	synRepeats: number;
	/** Ends of the segments that are not acknowledged yet, and when each was first sent: the user time-out counts from the oldest. */
	unackedTo: Seq[];
	unackedAt: number[];
	/** Zero-window probes sent in a row, and the probe interval. */
	probes: number;
	persistInterval: number;
	/** Keepalive probes without an answer, and when the peer was last heard. */
	keepaliveProbes: number;
	lastHeardAt: number;
	/** Delayed acknowledgment: octets that are not acknowledged yet, and: answer at once. */
	ackPendingOctets: number;
	ackHabit: AckHabit;
	isAckNow: boolean;
	/** When challenge ACKs went out lately (RFC 5961 § 7). Replaced, never written in place. */
	challenges: readonly number[];
	/** When a SYN that came again was answered last. */
	synAnsweredAt: number;
	/** What ICMP said of a connection that goes on: what its user will be told of a time-out; an acknowledgment takes it away. */
	softError: Failure | undefined;
	/** What ended the connection; read by the socket. */
	failure: Failure | undefined;
	/** When `state` was entered. */
	stateSince: number;
};

/** What an engine call needs besides the TCB. One object a host, updated by its owner. */
export type Env = {
	/** Virtual microseconds. */
	now: number;
	readonly profile: Profile;
	/** The host's, or those of the connection in hand where its program has set options. */
	knobs: Readonly<Knobs>;
	readonly out: Out;
};
