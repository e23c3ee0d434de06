import {seq} from '../seq.js';
import type {ReceiveMemory} from '../tcb.js';

const zero = seq(0);

/** Half of all memory is taken for housekeeping until a segment has shown better. */
const firstRatio = 128;

/** RFC 9293 § 3.7.1: what a segment holds at least until one has come. */
const assumedSegment = 536;

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
	ends: [],
	sizes: [],
	slack: 0,
	early: [],
	reading: {perRoundTrip: 0, since: now, from: zero},
	roundTrip: {eightfold: 0, until: zero, since: 0, lastEcho: 0},
});
