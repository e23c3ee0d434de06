/** What differs between stacks, as data: the engine asks the profile, never "is this Linux?". Values: host/profiles. */
import type {SocketManners} from './socket-manners.js';

/** What the user of a connection is told of its end. */
export type Failure =
	| 'refused'
	| 'reset'
	| 'timed-out'
	| 'host-unreachable'
	| 'net-unreachable'
	| 'no-protocol'
	| 'denied'
	| 'protocol-error';

export type ProfileName = 'textbook' | 'linux' | 'freebsd';

/** Congestion control: RFC 5681 with RFC 6582, or RFC 9438. */
export type CongestionName = 'newreno' | 'cubic';

/** What a person may change while a world runs (by a statement `HOST KNOB VALUE`, by a sysctl or by an option of its socket). Times in microseconds, sizes in octets. */
export type Knobs = {
	/** Announced in the SYN; does not limit what is sent. */
	mss: number;
	rcvbuf: number;
	sndbuf: number;
	nagle: boolean;
	/** TCP_CORK, TCP_NOPUSH: only full segments leave. */
	cork: boolean;
	/** TCP_NOTSENT_LOWAT: a writer is let in only while less than that waits to be sent. */
	notsentLowat: number;
	delayedAck: boolean;
	keepalive: boolean;
	sack: boolean;
	timestamps: boolean;
	wscale: boolean;
	/** Duplicate selective acknowledgments (RFC 2883). */
	dsack: boolean;
	/** Explicit congestion notification (RFC 3168): asked for in the SYN, or only granted to a peer that asks. */
	ecn: 'off' | 'on' | 'passive';
	/** Retransmitted SYNs that still ask for it. */
	ecnRetries: number;
	/** IP below TCP. Addresses stay what they are; lengths, the MSS of who announces none and ICMP go by it. */
	ipVersion: 4 | 6;
	/** Of the largest IP datagram: what is sent fits into it. */
	mtu: number;
	/** TCP inside UDP: the port at which it is taken (0: nowhere), and octets that it costs each segment. */
	udpPort: number;
	udpOverhead: number;
	/** TCP_MAXSEG: limits both what is announced and what is sent; 0: no limit. */
	maxSegment: number;
	/** TCP_NOOPT: no option in any segment. */
	noOptions: boolean;
	/** The largest receive buffer that a socket may be given: the window scale is large enough for it (RFC 7323 § 2.2). */
	rcvbufMax: number;
	/** The largest buffers that a program may ask for (Linux's net.core.rmem_max, wmem_max); 0: no limit of that kind. */
	rcvbufLimit: number;
	sndbufLimit: number;
	/** The program has set the size of its receive buffer: it stays as it is. */
	isRcvbufFixed: boolean;
	/** Else it grows with what is read, up to `rcvbufMax` (Linux's tcp_moderate_rcvbuf). */
	growsRcvbuf: boolean;
	/** When memory runs short a window that was offered may be taken back (RFC 7323 § 2.4; Linux's tcp_shrink_window). */
	shrinksWindow: boolean;
	/** Text of each segment on the wire where the interface puts several together before it hands them up; 0: it does not. */
	coalescedFrom: number;
	/** From the fourth on a SYN announces its MSS alone. */
	synDropsOptions: boolean;
	/** Are segments without a timestamp taken where timestamps were agreed (RFC 7323 § 3.2 says no)? */
	tolerateMissingTimestamps: boolean;
	challengeAck: boolean;
	/** A RST anywhere in the window is believed, a SYN in the window resets (RFC 793, before RFC 5961). */
	insecureRst: boolean;
	insecureSyn: boolean;
	/** Is a SYN with a FIN dropped? */
	dropSynFin: boolean;
	/** What a closed port does not answer: nothing is left out, SYNs, or every segment. */
	blackhole: 'off' | 'syn' | 'all';
	/** The path is asked what it carries (RFC 4821): 0 never, 1 once everything seems to get lost, 2 always (tcp_mtu_probing). */
	mtuProbing: number;
	/** Text of a segment to begin with, and the least; how exact the search is (octets), and when it begins anew. */
	mtuBase: number;
	mtuFloor: number;
	mtuThreshold: number;
	mtuInterval: number;
	/** Are routers believed that say how large a datagram may be (RFC 1191)? */
	pathMtuDiscovery: boolean;
	/** Hard ICMP errors end a connection in SYN_SENT. */
	icmpMayReset: boolean;
	/** Of later connections. */
	congestion: CongestionName;
	/** A probe asks for the tail of a flight before the time-out does (RFC 8985 § 7). */
	tailLossProbe: boolean;
	/** Segments by which the network is expected to change their order, before it has shown what it does (tcp_reordering). */
	reordering: number;
	/** RFC 5681 § 4.1. */
	slowStartAfterIdle: boolean;
	/** Segments that a burst may have at any pace, and the share of the window (1/n) that is worth a burst (tcp_min_tso_segs, tcp_tso_win_divisor). */
	minBurst: number;
	burstDivisor: number;
	/** When the SYN queue is full, answer with a cookie and keep nothing (RFC 4987 § 3.6). */
	synCookies: boolean;
	/** One MSL of silence after a restart (RFC 9293 § 3.4.3). */
	quietTime: boolean;
	msl: number;
	rtoMin: number;
	rtoMax: number;
	/** Before the first sample (RFC 6298 § 2.1), and after the first SYN. */
	rtoInitial: number;
	/** Added to every retransmission interval (FreeBSD's rexmit_slop); to those of a SYN from the second on. */
	rtoSlop: number;
	/** The longest wait of a delayed acknowledgment. */
	ackDelay: number;
	/** Acknowledgments of text behind a hole that one may wait for; how long at most, how much of the round trip (per cent), and how much more. */
	sacksHeld: number;
	sackDelay: number;
	sackDelayShare: number;
	sackSlack: number;
	/** Given up that long after the first SYN, whatever the retries; undefined: by retries alone. */
	openTimeout: number | undefined;
	/** Keepalive: silence before the first probe, between probes, and probes without an answer. */
	keepIdle: number;
	keepInterval: number;
	keepProbes: number;
	/** Since the oldest unacknowledged octet was first sent; undefined: none (RFC 9293 § 3.9.1.1). */
	userTimeout: number | undefined;
	/** Retransmissions of a SYN, and of a SYN,ACK, then one more wait. */
	synRetries: number;
	synAckRetries: number;
	/** Retransmissions of data and FIN, then one more wait; undefined: the user time-out alone decides. */
	retries: number | undefined;
};

/** Times in microseconds. */
export type Profile = {
	readonly name: ProfileName;
	readonly knobs: Readonly<Knobs>;
	/** First ISN of the client and of the server; undefined: drawn from the seed (RFC 6528). */
	readonly firstIss: {readonly client: number; readonly server: number} | undefined;
	readonly ephemeralPorts: {readonly first: number; readonly last: number};
	readonly rto: {
		/** Clock granularity G (RFC 6298 § 2.3). */
		readonly granularity: number;
		/** RTO for data after a SYN was sent again (RFC 6298 § 5.7). */
		readonly afterSyn: number;
	};
	readonly syn: {
		/** Intervals before the n-th retransmission, `rtoInitial` where there are none; the last one doubles on, up to `max`. */
		readonly intervals: readonly number[];
		readonly max: number;
	};
	readonly synAck: {
		/** As those of `syn`. */
		readonly intervals: readonly number[];
		readonly max: number;
	};
	/** What cwnd counts: octets, or whole segments (which then grows only while it is used up). */
	readonly cwndUnit: 'octets' | 'segments';
	/** Does text of a segment end at half of the largest window that the peer has offered? */
	readonly segmentLimit: 'none' | 'half-window';
	/** How far behind snd.una an acknowledgment is merely old (RFC 5961 § 5.2): a window of the peer's, or what it has acknowledged where that is less. */
	readonly oldAcks: 'window' | 'acknowledged';
	/** An acknowledgment of what was never sent is always answered, or as a challenge is. */
	readonly unsentAcks: 'answered' | 'challenged';
	/** Does a FIN that came twice count in what D-SACK tells? */
	readonly dsackOfFin: boolean;
	/** Segments hold that much at least, options of every one counted, whatever the peer announces (Linux's tcp_min_snd_mss). */
	readonly leastSegment: number;
	/** No router is believed that a path carries less than this (Linux's ip_rt_min_pmtu). */
	readonly leastPathMtu: number;
	/** When keepalive probes find nobody: is the connection reset, should the peer be there after all? */
	readonly keepaliveEnd: 'silence' | 'reset';
	/** Retransmissions once the descriptor is closed (Linux's tcp_orphan_retries); undefined: as before the close. */
	readonly orphanRetries: number | undefined;
	readonly delayedAck: {
		/** What forces an ACK: two full segments' worth of octets (SHLD-19), the second segment of any size, or what the traffic has taught. */
		readonly atOnceAfter: '2-mss' | '2-segments' | 'adaptive';
		/** Does an ACK that is due leave before the program has read, and maybe answered? */
		readonly isBeforeReader: boolean;
	};
	/** What the size of the receive buffer counts: octets, or the memory that segments take. */
	readonly receiveWindow: 'octets' | 'memory';
	/** How a window is fitted to the scale of its field. */
	readonly windowRounding: 'down' | 'up';
	/** Text that begins in the window and ends behind it: cut there, or taken whole where nothing is unread, else refused. */
	readonly overrun: 'cut' | 'whole';
	/** Does the acknowledgment of a segment count whose text has all come before: always, or where it ends no earlier than what was acknowledged last? */
	readonly ackOfOldText: 'ignored' | 'counts' | 'at-edge';
	/** Is the receive buffer of a connection rounded up to whole segments? */
	readonly rcvbufRounding: 'none' | 'mss';
	/** Which octets are acceptable: those of the window as advertised, or of all that is free in the buffer. */
	readonly acceptance: 'advertised' | 'free';
	/** When reading tells the peer of new room: the edge moves by one MSS or half the buffer (RFC 9293 § 3.8.6.2.2), by two MSS, or doubles. */
	readonly windowUpdate: 'mss' | '2-mss' | 'doubled';
	readonly persist: {
		/** Shortest wait before a zero-window probe. */
		readonly min: number;
		readonly max: number;
		/** A new octet, or an empty segment at snd.una − 1. */
		readonly probe: 'octet' | 'empty';
	};
	/** After close, from FIN_WAIT_2; undefined: no limit. */
	readonly finWait2: number | undefined;
	readonly challenge: {
		readonly limit: number;
		readonly per: number;
	};
	/** What the next call hears of a RST in CLOSE_WAIT. */
	readonly resetInCloseWait: 'ECONNRESET' | 'EPIPE';
	readonly rstInTimeWait: 'ignore' | 'close';
	/** A RST at the number of the peer's FIN, right before rcv.nxt: believed, or outside the window as it is. */
	readonly rstAtFin: 'believed' | 'outside';
	/** A SYN after the last octet of the old connection; `reopen` needs a listener. */
	readonly synInTimeWait: 'challenge' | 'reopen';
	/** A SYN at or before rcv.nxt where `synInTimeWait` is `reopen`. */
	readonly oldSynInTimeWait: 'ack' | 'silence';
	/** A SYN,FIN there while the knob `dropSynFin` is on: dropped, or as any other SYN. */
	readonly synFinInTimeWait: 'drop' | 'syn';
	/** The reopened connection's ISN lies that far behind the old snd.nxt; undefined: as any other. */
	readonly reopenIssStep: number | undefined;
	readonly synAckInListen: 'reset' | 'silence';
	/** A SYN in the window of a passive SYN_RCVD: back to LISTEN, in silence or with a RST, or the SYN,ACK again. */
	readonly synInSynRcvd: 'listen' | 'again' | 'reset';
	/** The same SYN once more in SYN_RCVD. */
	readonly sameSynInSynRcvd: 'ack' | 'syn-ack';
	/** The window of the SYN,ACK that ends a simultaneous open: as it stands there (RFC 7323 § 2.2), or scaled. */
	readonly crossedSynWindow: 'plain' | 'scaled';
	/** FIN of a shutdown() in SYN_RCVD: at once (RFC 9293 § 3.10.4), or when the connection is open. */
	readonly shutdownInSynRcvd: 'at-once' | 'when-open';
	readonly synWithFin: {readonly listen: 'accept' | 'drop'};
	/** Data that comes with a SYN: by a listener, and in SYN_SENT. */
	readonly synData: {readonly listen: 'keep' | 'drop'; readonly synSent: 'keep' | 'drop'};
	/** FIN in FIN_WAIT_1 that does not acknowledge ours. */
	readonly closingAnswer: 'ack' | 'fin';
	/** Does an abort carry an ACK bit? */
	readonly abortFlags: 'R' | 'R.';
	/** The window field of an abort's RST: 0, or the one last advertised. */
	readonly abortWindow: 'zero' | 'last';
	/** Does `reuseaddr` free a port only when the old socket had it too? */
	readonly reuseNeedsBoth: boolean;
	readonly sockets: SocketManners;
	/** connect() on a listener: opens from there, or which errno. */
	readonly connectOnListener: 'open' | 'EISCONN' | 'EOPNOTSUPP';
	/** How the options of a SYN are put in order and padded. */
	readonly synOptions: 'linux' | 'freebsd';
	/** The SYN,ACK of a simultaneous open: what the peer offered too, or all of our own once more. */
	readonly simultaneousOptions: 'offered' | 'own';
	/** Clock of the timestamps: does every connection start it at a place of its own (RFC 7323 § 7.1)? */
	readonly hasTimestampOffset: boolean;
	/** Is a timestamp only taken over from a segment with an acknowledgment that is acceptable and not old? */
	readonly timestampNeedsGoodAck: boolean;
	/** After a bad acknowledgment in SYN_SENT the SYN goes out again that much later; undefined: at its time. */
	readonly synAgainAfterBadAck: number | undefined;
	/** A SYN that comes again in SYN_RCVD is answered at most once in so many microseconds; 0: always. */
	readonly synAnswerEvery: number;
	/** Ranges that SACK remembers, and whether it tells of them whole (`tellsWhole` of the receive buffer). */
	readonly sackMemory: {readonly mostTold: number; readonly tellsWhole: boolean};
	/** A FIN behind the peer's FIN: answered, or ignored; one behind a hole, when nobody reads any more: as any other, or late text that resets. */
	readonly finAfterFin: 'answered' | 'ignored';
	/** A bare FIN at rcv.nxt while the window is closed. */
	readonly finInClosedWindow: 'take' | 'refuse';
	/** What TIME_WAIT answers: what the window makes unacceptable, or all but a bare ACK of what both know; limited: empty segments as challenges are. */
	readonly timeWaitAnswers: 'unacceptable' | 'news' | 'news-limited';
	/**
	 * ICMP errors after SYN_SENT: ignored; or remembered for what a time-out will be told as, taken as news of a broken path (RFC 6069), and
	 * the end of what is half open.
	 */
	readonly laterErrors: 'ignored' | 'remembered';
	/** By the version of IP: which ICMP errors (type/code) end a connection in SYN_SENT, and what its user is told. */
	readonly hardErrors: Readonly<Record<4 | 6, Readonly<Record<string, Failure>>>>;
};
