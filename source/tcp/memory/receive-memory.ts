import {type Seq, seq} from '../seq.js';

/** A run of octets and the memory that it takes. */
export type Held = {from: Seq /** One past the last octet. */; to: Seq; memory: number /** Octets of room behind it. */; slack: number};

/**
 * A receive buffer counted in memory, as Linux does: what arrived segments take, headers and slack included. Its limit is the capacity
 * of the receive buffer. Idle where the profile counts octets. Sizes in octets, times in microseconds.
 */
export type ReceiveMemory = {
	/** Taken by what arrived and was not read. */
	used: number;
	/** Of 256 octets of memory so many hold text, by the last change of segment size. */
	ratio: number;
	/** No larger window is ever offered; none larger than `ceiling` yet: that grows with the traffic. */
	clamp: number;
	ceiling: number;
	/** The text of the peer's segments, by what has arrived; the last that was smaller (0: none). */
	segment: number;
	smaller: number;
	/** The window last offered, the acknowledgment that it counts from, and the furthest edge ever offered. */
	offered: number;
	offeredFrom: Seq;
	edge: Seq;
	/** What can be read, a segment each: its end and its memory; where the first begins; and the slack behind the last. */
	start: Seq;
	ends: Seq[];
	sizes: number[];
	slack: number;
	/** More text in order is expected, and taken without a look at the limit while its memory is reserved (the kernel's header prediction). */
	isPredicting: boolean;
	/** What waits behind a hole, in order. */
	early: Held[];
	/** Octets that are read in a round trip; since when, and from where on, they are counted. */
	reading: {perRoundTrip: number; since: number; from: Seq};
	/** The round trip as a receiver can tell it, eightfold; 0: unknown. A window's worth of octets takes one: until when, since when. */
	roundTrip: {eightfold: number; until: Seq; since: number; lastEcho: number};
};

const zero = seq(0);

/** Half of all memory is taken for housekeeping until a segment has shown better. */
const firstRatio = 128;

/** RFC 9293 § 3.7.1: what a segment holds at least until one has come. */
const assumedSegment = 536;

/** Before the handshake; `startMemory` sets what follows from it. */
export const newReceiveMemory = (now: number): ReceiveMemory => ({
	used: 0,
	ratio: firstRatio,
	clamp: 0,
	ceiling: 0,
	segment: assumedSegment,
	smaller: 0,
	offered: 0,
	offeredFrom: zero,
	edge: zero,
	start: zero,
	ends: [],
	sizes: [],
	slack: 0,
	isPredicting: false,
	early: [],
	reading: {perRoundTrip: 0, since: now, from: zero},
	roundTrip: {eightfold: 0, until: zero, since: 0, lastEcho: 0},
});
