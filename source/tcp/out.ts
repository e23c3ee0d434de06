/**
 * What an engine call did, written down in the order in which it happened: columns instead of objects, since a bulk transfer
 * leaves several rows a packet. The world owns one `Out` and never clears its rows: they are the trace (sim/trace reads them).
 */
import {type NoteCode, noteIndex} from './notes.js';
import type {Segment} from './segment.js';
import {type Reason, reasons, type State, states} from './state.js';
import {type TimerName, timerNames} from './timers.js';

export const rowKinds = ['segment', 'state', 'call', 'timer', 'queue', 'note', 'mark', 'host', 'action', 'fate'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Growable columns; a row is the same index in each. */
export type Rows = {
	length: number;
	kind: Uint8Array;
	/** 0 client, 1 server, 2 the link or nobody. */
	host: Uint8Array;
	/** Descriptor, 0 for none. */
	socket: Uint32Array;
	/** The step of the world in which it happened. */
	step: Uint32Array;
	/** Virtual microseconds. */
	t: Float64Array;
	a: Float64Array;
	b: Float64Array;
	c: Float64Array;
	d: Float64Array;
	e: Float64Array;
};

/** Where the engine writes. `host`, `socket` and `now` are set by the caller before it enters the engine. */
export type Out = {
	now: number;
	step: number;
	host: number;
	socket: number;
	rows: Rows;
	/** To be put on the wire, in order, when the engine call is over; the three arrays go together. */
	segments: Segment[];
	/** Was some of it sent before? */
	again: boolean[];
	/** The descriptor that sent it. */
	senders: number[];
};

export function newRows(capacity = 256): Rows {
	return {
		length: 0,
		kind: new Uint8Array(capacity),
		host: new Uint8Array(capacity),
		socket: new Uint32Array(capacity),
		step: new Uint32Array(capacity),
		t: new Float64Array(capacity),
		a: new Float64Array(capacity),
		b: new Float64Array(capacity),
		c: new Float64Array(capacity),
		d: new Float64Array(capacity),
		e: new Float64Array(capacity),
	};
}

export const newOut = (): Out => ({now: 0, step: 0, host: 2, socket: 0, rows: newRows(), segments: [], again: [], senders: []});

/** Hands a segment to the world. */
export function sendOut(out: Out, segment: Segment, isRetransmission = false): void {
	out.segments.push(segment);
	out.again.push(isRetransmission);
	out.senders.push(out.socket);
}

function grow(rows: Rows): void {
	const bigger = newRows(rows.kind.length * 2);
	bigger.kind.set(rows.kind);
	bigger.host.set(rows.host);
	bigger.socket.set(rows.socket);
	bigger.step.set(rows.step);
	for (const column of ['t', 'a', 'b', 'c', 'd', 'e'] as const) bigger[column].set(rows[column]);
	Object.assign(rows, bigger, {length: rows.length});
}


/** Appends a row; the meaning of a to e depends on the kind (see the writers below and sim/trace). */
export function write(out: Out, kind: number, a: number, b = 0, c = 0, d = 0, e = 0): void {
	const {rows} = out;
	if (rows.length === rows.kind.length) grow(rows);
	const at = rows.length++;
	rows.kind[at] = kind;
	rows.host[at] = out.host;
	rows.socket[at] = out.socket;
	rows.step[at] = out.step;
	rows.t[at] = out.now;
	rows.a[at] = a;
	rows.b[at] = b;
	rows.c[at] = c;
	rows.d[at] = d;
	rows.e[at] = e;
}

const kindIndex = Object.fromEntries(rowKinds.map((kind, index) => [kind, index])) as Record<RowKind, number>;
export const rowKind = kindIndex;

/** A rule fired; the values in the order of notes.ts. */
export const note = (out: Out, code: NoteCode, a = 0, b = 0, c = 0, d = 0): void => write(out, kindIndex.note, noteIndex(code), a, b, c, d);

export const noteState = (out: Out, from: State, to: State, why: Reason): void =>
	write(out, kindIndex.state, states.indexOf(from), states.indexOf(to), reasons.indexOf(why));

export const timerEvents = ['armed', 'fired', 'stopped'] as const;
export type TimerEvent = (typeof timerEvents)[number];

/** `at`: the deadline when armed. */
export const noteTimer = (out: Out, timer: TimerName, event: TimerEvent, at = 0): void =>
	write(out, kindIndex.timer, timerNames.indexOf(timer), timerEvents.indexOf(event), at);
