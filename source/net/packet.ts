/** A segment on its way: what the link knows of it. */
import type {Segment} from '../tcp/segment.js';

export type Side = 0 | 1;

export type Packet = {
	/** Its number in the trace, from 1. */
	readonly n: number;
	/** 0: from the client's end. */
	readonly from: Side;
	readonly segment: Segment;
	/** Virtual microseconds; `dueAt` moves when it is delayed by hand or held back. */
	readonly sentAt: number;
	dueAt: number;
	/** Its octets were damaged on the way: the checksum will tell. */
	isCorrupted: boolean;
	/** Which octet's which bit, drawn when it entered. */
	corruptBit: number;
	/** When a router sets CE in its copy of the datagram (RFC 3168 § 5), virtual µs; undefined: none does. */
	markedAt: number | undefined;
	/** Held until the next one of its direction has passed. */
	isHeld: boolean;
	readonly socket: number;
};

/** What one direction of the link does to packets; times in µs, rate in bits a second (0: unlimited), shares 0 … 1. */
export type LinkSettings = {
	delay: number;
	jitter: number;
	rate: number;
	/** Packets that may wait behind the one being sent. */
	queue: number;
	loss: number;
	duplicate: number;
	corrupt: number;
	reorder: number;
};

export const defaultLink: Readonly<LinkSettings> = {
	delay: 50_000,
	jitter: 0,
	rate: 0,
	queue: 50,
	loss: 0,
	duplicate: 0,
	corrupt: 0,
	reorder: 0,
};
