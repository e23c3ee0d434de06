/** The packets of the trace, in columns: a bulk transfer leaves many, and few are ever looked at. */
import type {Segment} from '../tcp/segment.js';
import {type Fate, fates, type PacketColumns} from './trace.js';

export const startOctets = 32;

/** Few steps, since each copies the past; memory that nobody has touched costs nothing. */
const growth = 16;

const sized = (capacity: number) => ({
	from: new Uint8Array(capacity),
	origin: new Uint8Array(capacity),
	fate: new Uint8Array(capacity),
	isRetransmission: new Uint8Array(capacity),
	tos: new Uint8Array(capacity),
	ttl: new Uint8Array(capacity),
	udpSport: new Uint16Array(capacity),
	udpDport: new Uint16Array(capacity),
	flags: new Uint16Array(capacity),
	win: new Uint16Array(capacity),
	urg: new Uint16Array(capacity),
	sport: new Uint16Array(capacity),
	dport: new Uint16Array(capacity),
	src: new Uint32Array(capacity),
	dst: new Uint32Array(capacity),
	seq: new Uint32Array(capacity),
	ack: new Uint32Array(capacity),
	len: new Uint32Array(capacity),
	of: new Uint32Array(capacity),
	socket: new Uint32Array(capacity),
	sentInStep: new Uint32Array(capacity),
	arrivedInStep: new Uint32Array(capacity),
	row: new Uint32Array(capacity),
	sentAt: new Float64Array(capacity),
	dueAt: new Float64Array(capacity),
	settledAt: new Float64Array(capacity),
	markedAt: new Float64Array(capacity),
	start: new Uint8Array(capacity * startOctets),
});

export const newPackets = (): PacketColumns => ({length: 0, ...sized(512), options: []});

function grow(columns: PacketColumns): void {
	const bigger = sized(columns.fate.length * growth);
	for (const name of Object.keys(bigger) as (keyof typeof bigger)[]) bigger[name].set(columns[name]);
	Object.assign(columns, bigger);
}

/** Gives the packet its number, from 1 on; the caller fills in what the columns below the header say of it. */
export function addPacket(columns: PacketColumns, segment: Segment, from: 0 | 1, now: number): number {
	if (columns.length === columns.fate.length) grow(columns);
	const at = columns.length++;
	columns.from[at] = from;
	columns.fate[at] = 0;
	columns.arrivedInStep[at] = 0;
	columns.sentAt[at] = now;
	columns.dueAt[at] = now;
	columns.settledAt[at] = Number.NaN;
	columns.markedAt[at] = Number.NaN;
	addHeader(columns, at, segment);
	return at + 1;
}

function addHeader(columns: PacketColumns, at: number, segment: Segment): void {
	columns.flags[at] = segment.flags;
	columns.win[at] = segment.wnd;
	columns.urg[at] = segment.urg;
	columns.tos[at] = segment.tos;
	columns.ttl[at] = segment.ttl;
	columns.udpSport[at] = segment.udp?.sport ?? 0;
	columns.udpDport[at] = segment.udp?.dport ?? 0;
	columns.sport[at] = segment.sport;
	columns.dport[at] = segment.dport;
	columns.src[at] = segment.src;
	columns.dst[at] = segment.dst;
	columns.seq[at] = segment.seq;
	columns.ack[at] = segment.ack;
	columns.len[at] = segment.text.length;
	const {text} = segment;
	const shown = Math.min(text.length, startOctets);
	const {start} = columns;
	for (let from = 0, to = at * startOctets; from < shown; from++) start[to++] = text[from] as number;
	columns.options[at] = segment.options;
}

/** The packet's story ends (or, on the way back in time, begins again). */
export function setFate(columns: PacketColumns, n: number, fate: Fate, settledAt: number): void {
	columns.fate[n - 1] = fates.indexOf(fate);
	columns.settledAt[n - 1] = settledAt;
}
