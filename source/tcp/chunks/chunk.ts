/**
 * The send queue of a stack that works in chunks, as Linux does: each write makes chunks of many segments, each transmission takes one
 * or a part of one, and each remembers what became of it. What was sent stands first, then what waits.
 */
import {add, type Seq, span} from '../seq.js';
import type {Tcb} from '../tcb.js';
import {type Chrono, newChrono} from './chrono.js';

/** Marks of a sent chunk (the kernel's TCPCB_*): selectively acknowledged, taken for lost, its repetition is under way, was ever repeated. */
export const sacked = 1;
export const lost = 2;
export const repeated = 4;
export const everRepeated = 8;

export type Chunk = {
	seq: Seq;
	/** One past its last number, a FIN counted. */
	end: Seq;
	hasFin: boolean;
	/** Ends with PSH. */
	isPushed: boolean;
	/** Nothing may be joined to it (MSG_EOR). */
	isRecordEnd: boolean;
	/** How many segments it makes. */
	segments: number;
	marks: number;
	/** Virtual µs of the last transmission, and how many segments had been delivered before it. */
	sentAt: number;
	deliveredBefore: number;
};

/** Phases of the sender: nothing amiss; something out of order; window being reduced (ECN); fast recovery; after a time-out. */
export type Phase = 'open' | 'disorder' | 'cwr' | 'recovery' | 'loss';

/** RFC 8985 § 5.2; times in µs. */
type Rack = {
	/** Transmission time and end of the newest chunk known to have arrived. */
	sentAt: number;
	end: Seq;
	rtt: number;
	hasAdvanced: boolean;
	/** RACK.reo_wnd_mult, and for how many recoveries it stays. */
	windowSteps: number;
	windowKept: number;
	/** `delivered` when the window last grew. */
	grownAt: number;
	hasDsack: boolean;
};

/** The search for what the path carries (RFC 4821): sizes of datagrams between which it looks; the probe that is out (0: none) and its text. */
type MtuSearch = {isOn: boolean; low: number; high: number; since: number; size: number; from: Seq; to: Seq};

export type SendQueue = {
	chunks: Chunk[];
	/** So many of them were sent. */
	sent: number;
	/** Segments sent and not acknowledged, selectively acknowledged, lost, repeated: what is in flight follows. */
	packetsOut: number;
	sackedOut: number;
	lostOut: number;
	repeatedOut: number;
	/** Segments delivered and lost so far, and repeated. */
	delivered: number;
	lostEver: number;
	repeatedEver: number;
	/** Octets and segments of text sent in all, repetitions included, and octets repeated. */
	octetsSent: number;
	segmentsSent: number;
	octetsRepeated: number;
	dsacks: number;
	phase: Phase;
	/** snd.nxt when the phase began. */
	highSeq: Seq;
	/** snd.una when it began, as long as it may be undone; and repetitions not yet reported as needless (−1: none were made). */
	undoFrom: Seq | undefined;
	undoRepeats: number;
	/** Segments: what the phase began with. */
	priorCwnd: number;
	priorSsthresh: number;
	/** Time of the first repetition of this phase (µs). */
	firstRepeatAt: number | undefined;
	/** Proportional rate reduction (RFC 6937): segments delivered and sent since it began. */
	prrDelivered: number;
	prrOut: number;
	/** RFC 5682. */
	isFrto: boolean;
	/** Degree of reordering in segments (the threshold of duplicate ACKs), and how often it was seen. */
	reordering: number;
	reorderingSeen: number;
	rack: Rack;
	mtu: MtuSearch;
	/** RFC 8985 § 7: snd.nxt when the probe left; did it repeat something? */
	probeEnd: Seq | undefined;
	isProbeRepeat: boolean;
	/** How often the time-out, or the interval of window probes, was doubled since the last round trip was measured. */
	backoff: number;
	/** When the first of these probes was due, while the window has not opened (µs). */
	probingSince: number | undefined;
	/** When an acknowledgment arrived last, µs. */
	ackedAt: number;
	/** Smallest round trip, µs. */
	minRtt: number | undefined;
	/** FIN stands in the queue. */
	isFinIn: boolean;
	/** Octets in the queue up to here were pushed. */
	pushedSeq: Seq;
	/** End of the last segment that was not full (Minshall's Nagle). */
	smallEnd: Seq;
	/** Octets a second; undefined before it is known. */
	pacingRate: number | undefined;
	/** What is waited for, and how long for what so far. */
	chrono: Chrono;
	/** A write found no room, and there has been none since. */
	isShortOfRoom: boolean;
};

/** Empty; `una`: the first number behind our SYN. */
export const newSendQueue = (una: Seq, reordering: number): SendQueue => ({
	chunks: [],
	sent: 0,
	packetsOut: 0,
	sackedOut: 0,
	lostOut: 0,
	repeatedOut: 0,
	// The SYN.
	delivered: 1,
	lostEver: 0,
	repeatedEver: 0,
	octetsSent: 0,
	segmentsSent: 0,
	octetsRepeated: 0,
	dsacks: 0,
	phase: 'open',
	highSeq: una,
	undoFrom: undefined,
	undoRepeats: 0,
	priorCwnd: 0,
	priorSsthresh: 0,
	firstRepeatAt: undefined,
	prrDelivered: 0,
	prrOut: 0,
	isFrto: false,
	reordering,
	reorderingSeen: 0,
	rack: {sentAt: -1, end: una, rtt: 0, hasAdvanced: false, windowSteps: 1, windowKept: 0, grownAt: 0, hasDsack: false},
	mtu: {isOn: false, low: 0, high: 0, since: 0, size: 0, from: una, to: una},
	probeEnd: undefined,
	isProbeRepeat: false,
	backoff: 0,
	probingSince: undefined,
	ackedAt: 0,
	minRtt: undefined,
	isFinIn: false,
	pushedSeq: una,
	smallEnd: una,
	pacingRate: undefined,
	chrono: newChrono(),
	isShortOfRoom: false,
});

export const copySendQueue = (queue: SendQueue): SendQueue => ({
	...queue,
	chunks: queue.chunks.map(chunk => ({...chunk})),
	rack: {...queue.rack},
	mtu: {...queue.mtu},
	chrono: {...queue.chrono},
});

/** Octets of text in it. */
export const textLength = ({seq, end, hasFin}: Chunk): number => span(seq, end) - (hasFin ? 1 : 0);

/** A text of so many octets, none included, takes so many segments. */
export const segmentsOf = (octets: number, mss: number): number => Math.max(1, Math.ceil(octets / mss));

/** Segments under way: those sent, less those that arrived or were lost, and their repetitions. */
export const inFlight = ({packetsOut, sackedOut, lostOut, repeatedOut}: SendQueue): number =>
	packetsOut - (sackedOut + lostOut) + repeatedOut;

/** The oldest that was sent. */
export const headOf = ({chunks, sent}: SendQueue): Chunk | undefined => (sent > 0 ? chunks[0] : undefined);

/** The next to be sent. */
export const nextOf = ({chunks, sent}: SendQueue): Chunk | undefined => chunks[sent];

/** Does anything wait to be sent for the first time? */
export const hasUnsent = ({chunks, sent}: SendQueue): boolean => chunks.length > sent;

/** Cuts the chunk at place `at` after so many octets; FIN and PSH stay with the rest. The counters follow when it was sent already. */
export function split(tcb: Tcb, queue: SendQueue, at: number, octets: number): void {
	const first = queue.chunks[at] as Chunk;
	const before = first.segments;
	const rest: Chunk = {...first, seq: add(first.seq, octets)};
	first.end = rest.seq;
	first.hasFin = false;
	first.isPushed = false;
	first.isRecordEnd = false;
	first.segments = segmentsOf(octets, tcb.snd.mss);
	rest.segments = segmentsOf(textLength(rest), tcb.snd.mss);
	queue.chunks.splice(at + 1, 0, rest);
	if (at >= queue.sent) return;
	queue.sent++;
	recount(queue, first.marks, first.segments + rest.segments - before);
}

/** A sent chunk turned out to make more or fewer segments than was counted. */
export function recount(queue: SendQueue, marks: number, more: number): void {
	queue.packetsOut += more;
	if (marks & sacked) queue.sackedOut += more;
	if (marks & lost) queue.lostOut += more;
	if (marks & repeated) queue.repeatedOut += more;
}
