/** Parts of a TCB that belong to what both ends have agreed, and to the way between them. Plain data, as the TCB itself. */
import type {Option, UdpPorts} from './segment.js';
import type {Seq} from './seq.js';

/** RFC 7323. The clock counts milliseconds; times are virtual microseconds. */
export type Timestamps = {
	/** Of our clock: TSval = now + offset. */
	offset: number;
	/** TS.Recent: echoed in every segment. */
	recent: number;
	/** When it was taken over. */
	recentAt: number;
	/** Last.ACK.sent. */
	lastAckSent: Seq;
	/** The option as it was sent last: replaced, never written in place. */
	sent: {readonly val: number; readonly ecr: number; readonly options: readonly Option[]};
};

/** What this connection asks of IP, and whether UDP lies between. */
export type Ip = {
	tos: number;
	ttl: number;
	/** Of the path: the largest datagram (RFC 1191). */
	mtu: number;
	/** Ports as we send; undefined: no UDP. */
	udp: UdpPorts | undefined;
};

/** RFC 3168. */
export type Ecn = {
	/** CE arrived: ECE is set until the peer's CWR (§ 6.1.3). */
	isEchoing: boolean;
	/** cwnd was reduced: the next new data carries CWR (§ 6.1.2). */
	isCwrDue: boolean;
	/** Up to there one reduction has answered: ECE for older octets changes nothing. */
	reducedTo: Seq;
};
