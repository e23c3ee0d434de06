/** What CUBIC and HyStart remember of a connection: plain data. Windows in segments, times in virtual microseconds unless said. */
import type {Seq} from './seq.js';

/** How a round of slow start goes (a round ends when what was sent at its beginning is acknowledged). */
type HyStart = {
	/** The end of slow start was found: no more looking. */
	isFound: boolean;
	roundStart: number;
	/** snd.nxt when the round began. */
	roundEnd: Seq;
	/** When the last ACK of an unbroken train came. */
	lastAckAt: number;
	/** Least round trip of this round; Infinity before the first. */
	roundRtt: number;
	samples: number;
};

/** Which of the three parts of RFC 9438 § 4.2 decides about growth. */
export type CubicRegion = 'friendly' | 'concave' | 'convex';

export type Cubic = {
	/** Acknowledged segments that let cwnd grow by one. */
	perSegment: number;
	region: CubicRegion;
	/** W_max: cwnd before the last reduction (lowered by fast convergence); 0: none is known. */
	wMax: number;
	/** cwnd and the tick when `perSegment` was computed last. */
	lastCwnd: number;
	lastTick: number;
	/** Tick in which the epoch began; undefined: the next acknowledgment begins one. */
	epochTick: number | undefined;
	/** Height of the plateau, and how long the curve takes to it from the epoch's beginning, in 1/1024 s. */
	origin: number;
	k: number;
	/** W_est, what Reno would have, and acknowledged segments that have not made it grow yet. */
	wEst: number;
	acked: number;
	/** Least round trip; 0: none is known. */
	delayMin: number;
	/** Acknowledged octets that are no whole segment yet, where cwnd counts octets. */
	rest: number;
	hystart: HyStart;
};

/** Before anything was sent or lost. */
export const newCubic = (iss: Seq): Cubic => ({
	perSegment: 0,
	region: 'convex',
	wMax: 0,
	lastCwnd: 0,
	lastTick: 0,
	epochTick: undefined,
	origin: 0,
	k: 0,
	wEst: 0,
	acked: 0,
	delayMin: 0,
	rest: 0,
	hystart: {isFound: false, roundStart: 0, roundEnd: iss, lastAckAt: 0, roundRtt: Number.POSITIVE_INFINITY, samples: 0},
});

/** After a time-out nothing of what was learnt holds (RFC 9438 § 4.8). */
export function resetCubic(cubic: Cubic): void {
	cubic.perSegment = 0;
	cubic.wMax = 0;
	cubic.lastCwnd = 0;
	cubic.lastTick = 0;
	cubic.epochTick = undefined;
	cubic.origin = 0;
	cubic.k = 0;
	cubic.wEst = 0;
	cubic.acked = 0;
	cubic.delayMin = 0;
	cubic.rest = 0;
	cubic.hystart.isFound = false;
}

export const copyCubic = (cubic: Cubic): Cubic => ({...cubic, hystart: {...cubic.hystart}});
