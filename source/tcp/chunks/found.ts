/** What one acknowledgment told the sender (the kernel's FLAG_* and sack state). */
import type {Seq} from '../seq.js';

export type Found = {
	/** SND.UNA moves. */
	isAdvance: boolean;
	/** It carries text, or changes the window: no duplicate. */
	hasText: boolean;
	isWindowUpdate: boolean;
	/** Chunks left the queue; some of them had been repeated; some in flight never were and count as proof. */
	isDataAcked: boolean;
	isRepeatAcked: boolean;
	isOriginalAcked: boolean;
	isSacked: boolean;
	isDsack: boolean;
	isProbeDsack: boolean;
	isEce: boolean;
	/** A repetition was lost. */
	isRepeatLost: boolean;
	/** The time-out is to be set anew. */
	setsTimer: boolean;
	/** The head had been acknowledged selectively once: the peer took it back. */
	isReneged: boolean;
	/** Transmission times of the first and last chunk acknowledged so, cumulatively and selectively. */
	firstAckedAt: number | undefined;
	lastAckedAt: number | undefined;
	firstSackedAt: number | undefined;
	lastSackedAt: number | undefined;
	/** The round trip that the timestamp echoed tells (RFC 7323 § 4.1), µs. */
	stampRtt: number | undefined;
	/** The timestamp echoed; 0: none. */
	echo: number;
	/** What it echoes was sent before the first repetition: the original arrived (RFC 3522). */
	isEchoOfOriginal: boolean;
	/** Lowest number that arrived late. */
	low: Seq | undefined;
	/** Of what was acknowledged the chunk sent last: when, its end, and how many segments had been delivered when it left. */
	newestAt: number;
	newestEnd: Seq | undefined;
	newestDelivered: number;
};

/** Nothing yet. */
export const newFound = (): Found => ({
	isAdvance: false,
	hasText: false,
	isWindowUpdate: false,
	isDataAcked: false,
	isRepeatAcked: false,
	isOriginalAcked: false,
	isSacked: false,
	isDsack: false,
	isProbeDsack: false,
	isEce: false,
	isRepeatLost: false,
	setsTimer: false,
	isReneged: false,
	firstAckedAt: undefined,
	lastAckedAt: undefined,
	firstSackedAt: undefined,
	lastSackedAt: undefined,
	stampRtt: undefined,
	echo: 0,
	isEchoOfOriginal: false,
	low: undefined,
	newestAt: -1,
	newestEnd: undefined,
	newestDelivered: 0,
});
