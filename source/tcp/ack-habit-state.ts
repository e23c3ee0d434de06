import {type Seq, seq} from './seq.js';

/** What the traffic has taught about acknowledging, as Linux learns it. Times in microseconds. */
export type AckHabit = {
	/** Something has arrived that wants an acknowledgment. */
	isDue: boolean;
	/** So many segments more get theirs at once. */
	quick: number;
	/** How long one may wait; 0 before the first text. */
	wait: number;
	/** Text was answered with text: the next acknowledgment probably gets a ride. */
	isTalking: boolean;
	/** Short segments since the last acknowledgment; 2: two or more. */
	shorts: 0 | 1 | 2;
	/** There was no memory for what arrived: the next window is 0. */
	isStarved: boolean;
	/** When text arrived last, or the connection was opened. */
	lastTextAt: number;
	/** Segments behind a hole whose acknowledgment waits; those that got theirs at once, and the rcv.nxt at which. */
	compressed: number;
	duplicates: number;
	duplicatesAt: Seq;
};

const zero = seq(0);

/** Of a connection that begins now (µs). */
export const newAckHabit = (now: number): AckHabit => ({
	isDue: false,
	quick: 0,
	wait: 0,
	isTalking: false,
	shorts: 0,
	isStarved: false,
	lastTextAt: now,
	compressed: 0,
	duplicates: 0,
	duplicatesAt: zero,
});
