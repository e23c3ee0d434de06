/**
 * The trace: all that ever happened, in order of time and cause. Columns below (tcp/out), objects only for the rows somebody looks at.
 */
import type {CallRecord} from '../host/socket.js';
import type {NoteCode} from '../tcp/notes.js';
import type {Out, TimerEvent} from '../tcp/out.js';
import type {Option, UdpPorts} from '../tcp/segment.js';
import type {Reason, State} from '../tcp/state.js';
import type {TimerName} from '../tcp/timers.js';
import type {Action, HostName, Mark, Refusal} from './action.js';

export const origins = ['tcp', 'injected', 'duplicate'] as const;
export type Origin = (typeof origins)[number];

export const fates = ['in-flight', 'delivered', 'lost', 'dropped', 'corrupted', 'queue-full', 'unreachable'] as const;
export type Fate = (typeof fates)[number];

/** A packet's whole story. Times in virtual microseconds. */
export type SegmentRecord = {
	/** From 1 on, every packet counts. */
	readonly n: number;
	/** The side whose end of the wire it entered (forged ones too). */
	readonly from: HostName;
	readonly to: HostName;
	readonly src: number;
	readonly dst: number;
	readonly sport: number;
	readonly dport: number;
	readonly flags: number;
	readonly seq: number;
	readonly ack: number;
	/** Octets of text. */
	readonly len: number;
	readonly win: number;
	readonly urg: number;
	readonly tos: number;
	readonly ttl: number;
	/** Undefined: not inside UDP. */
	readonly udp: UdpPorts | undefined;
	readonly options: readonly Option[];
	readonly origin: Origin;
	/** The packet it is a copy of. */
	readonly of: number | undefined;
	readonly isRetransmission: boolean;
	/** Descriptor that sent it, 0 for none. */
	readonly socket: number;
	readonly sentAt: number;
	/** When it arrives, arrived, or would have. */
	readonly dueAt: number;
	readonly fate: Fate;
	/** When the fate was settled: arrival, drop by hand; undefined in flight. */
	readonly settledAt: number | undefined;
	/** When a router on the way sets CE; `tos` is as it was sent. */
	readonly markedAt: number | undefined;
	/** The first octets of the text, at most 32. */
	readonly start: Uint8Array;
	/** Step in which it was sent, and in which it arrived (undefined: it did not, or not yet). */
	readonly sentInStep: number;
	readonly arrivedInStep: number | undefined;
	/** Index of its row in the trace. */
	readonly row: number;
};

type At = {
	/** Index in the trace. */
	readonly index: number;
	/** Virtual microseconds. */
	readonly t: number;
	readonly step: number;
	/** Undefined: the link, or nobody. */
	readonly host: HostName | undefined;
	/** Descriptor, 0 for none. */
	readonly socket: number;
};

export type Row = At &
	(
		| {readonly kind: 'segment'; readonly n: number}
		/** A packet's end: arrival, or what kept it from arriving. */
		| {readonly kind: 'fate'; readonly n: number; readonly fate: Fate}
		| {readonly kind: 'state'; readonly from: State; readonly to: State; readonly why: Reason}
		| {readonly kind: 'call'; readonly call: CallRecord}
		| {readonly kind: 'timer'; readonly timer: TimerName; readonly event: TimerEvent; readonly at: number | undefined}
		| {readonly kind: 'queue'; readonly queue: 'syn' | 'accept'; readonly length: number; readonly limit: number}
		| {readonly kind: 'note'; readonly code: NoteCode; readonly values: Readonly<Record<string, number>>; readonly ref: string}
		| {readonly kind: 'mark'; readonly mark: Mark}
		| {readonly kind: 'host'; readonly event: 'crash' | 'restart'}
		/** Somebody acted; rows of the same step say what came of it. */
		| {readonly kind: 'action'; readonly action: Action; readonly refusal: Refusal | undefined}
	);

export type Trace = {
	/** The engine writes here. */
	readonly out: Out;
	readonly packets: PacketColumns;
	readonly calls: CallRecord[];
	readonly marks: Mark[];
	readonly actions: {readonly action: Action; refusal: Refusal | undefined}[];
};

/** A packet's columns, index n − 1. */
export type PacketColumns = {
	length: number;
	from: Uint8Array;
	origin: Uint8Array;
	fate: Uint8Array;
	isRetransmission: Uint8Array;
	flags: Uint16Array;
	win: Uint16Array;
	urg: Uint16Array;
	tos: Uint8Array;
	ttl: Uint8Array;
	/** 0 and 0: not inside UDP. */
	udpSport: Uint16Array;
	udpDport: Uint16Array;
	sport: Uint16Array;
	dport: Uint16Array;
	src: Uint32Array;
	dst: Uint32Array;
	seq: Uint32Array;
	ack: Uint32Array;
	len: Uint32Array;
	of: Uint32Array;
	socket: Uint32Array;
	sentInStep: Uint32Array;
	arrivedInStep: Uint32Array;
	row: Uint32Array;
	sentAt: Float64Array;
	dueAt: Float64Array;
	settledAt: Float64Array;
	markedAt: Float64Array;
	/** 32 octets a packet. */
	start: Uint8Array;
	/** Segments of one burst share them. */
	options: (readonly Option[])[];
};
