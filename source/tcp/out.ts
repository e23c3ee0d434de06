/**
 * What an engine call did, written down in the order in which it happened: columns instead of objects, since a bulk transfer
 * leaves several rows a packet. The world owns one `Out` and never clears its rows: they are the trace (sim/trace reads them).
 */
import {type NoteCode, noteIndex, noteWidths} from './notes.js';
import type {Segment} from './segment.js';
import {type Reason, reasons, type State, states} from './state.js';
import {type TimerName, timerNames} from './timers.js';

export const rowKinds = ['segment', 'state', 'call', 'timer', 'queue', 'note', 'mark', 'host', 'action', 'fate'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The wide columns come in blocks of so many rows: a bulk transfer must not copy its past each time it needs room. */
export const blockRows = 8192;

export type Block = {
	/** Descriptor, 0 for none. */
	socket: Uint32Array;
	/** The step of the world in which it happened. */
	step: Uint32Array;
	/** Virtual microseconds. */
	t: Float64Array;
	/** Where its values begin. */
	at: Uint32Array;
};

/** Values come in pools of so many; those of one row stand in one pool. */
export const poolValues = 16_384;

/** Row n stands at n in the narrow columns, at n % blockRows of block n / blockRows in the wide ones. */
export type Rows = {
	length: number;
	kind: Uint8Array<ArrayBuffer>;
	/** 0 client, 1 server, 2 the link or nobody. */
	host: Uint8Array<ArrayBuffer>;
	blocks: Block[];
	/** Where the next row's values go: value v stands at v % poolValues of pool v / poolValues. */
	valuesEnd: number;
	pools: Float64Array[];
};

/** Where the engine writes. `host`, `socket` and `now` are set by the caller before it enters the engine. */
export type Out = {
	now: number;
	step: number;
	host: number;
	socket: number;
	rows: Rows;
	/** So many segments are to be put on the wire, in order, when the engine call is over; the three arrays go together and keep their length. */
	waiting: number;
	segments: Segment[];
	/** Was some of it sent before? */
	again: boolean[];
	/** The descriptor that sent it. */
	senders: number[];
};

const newRows = (): Rows => ({
	length: 0,
	kind: new Uint8Array(blockRows),
	host: new Uint8Array(blockRows),
	blocks: [newBlock()],
	valuesEnd: 0,
	pools: [new Float64Array(poolValues)],
});

const newBlock = (): Block => ({
	socket: new Uint32Array(blockRows),
	step: new Uint32Array(blockRows),
	t: new Float64Array(blockRows),
	at: new Uint32Array(blockRows),
});

export const newOut = (): Out => ({now: 0, step: 0, host: 2, socket: 0, rows: newRows(), waiting: 0, segments: [], again: [], senders: []});

/** Hands a segment to the world. */
export function sendOut(out: Out, segment: Segment, isRetransmission = false): void {
	const at = out.waiting++;
	out.segments[at] = segment;
	out.again[at] = isRetransmission;
	out.senders[at] = out.socket;
}

function addBlock({blocks}: Rows): Block {
	const block = newBlock();
	blocks.push(block);
	return block;
}

function grow(rows: Rows): void {
	rows.kind = doubled(rows.kind);
	rows.host = doubled(rows.host);
}

function doubled(column: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const bigger = new Uint8Array(column.length * 2);
	bigger.set(column);
	return bigger;
}

function addPool({pools}: Rows): Float64Array {
	const pool = new Float64Array(poolValues);
	pools.push(pool);
	return pool;
}

const mostValues = 5;

/** Appends a row with so many values; what they mean depends on the kind (see the writers below and sim/read-trace). */
export function write(out: Out, kind: number, count: number, a: number, b = 0, c = 0, d = 0, e = 0): void {
	const {rows} = out;
	const row = rows.length++;
	if (row === rows.kind.length) grow(rows);
	rows.kind[row] = kind;
	rows.host[row] = out.host;
	const block = rows.blocks[(row / blockRows) | 0] ?? addBlock(rows);
	const place = row % blockRows;
	block.socket[place] = out.socket;
	block.step[place] = out.step;
	block.t[place] = out.now;
	// All values of a row stand in one pool.
	const left = poolValues - (rows.valuesEnd % poolValues);
	if (left < mostValues) rows.valuesEnd += left;
	const at = rows.valuesEnd % poolValues;
	const pool = rows.pools[(rows.valuesEnd / poolValues) | 0] ?? addPool(rows);
	block.at[place] = rows.valuesEnd;
	rows.valuesEnd += count;
	pool[at] = a;
	if (count > 1) pool[at + 1] = b;
	if (count > 2) pool[at + 2] = c;
	if (count > 3) pool[at + 3] = d;
	if (count > 4) pool[at + 4] = e;
}

const kindIndex = Object.fromEntries(rowKinds.map((kind, index) => [kind, index])) as Record<RowKind, number>;
export const rowKind = kindIndex;

/** A rule fired; the values in the order of notes.ts. */
export function note(out: Out, code: NoteCode, a = 0, b = 0, c = 0, d = 0): void {
	const index = noteIndex(code);
	write(out, kindIndex.note, 1 + (noteWidths[index] as number), index, a, b, c, d);
}

/** `why` is told to people and in the JSON lines. */
export const noteState = (out: Out, from: State, to: State, why: Reason): void =>
	write(out, kindIndex.state, 3, states.indexOf(from), states.indexOf(to), reasons.indexOf(why));

export const timerEvents = ['armed', 'fired', 'stopped'] as const;
export type TimerEvent = (typeof timerEvents)[number];

/** `at`: the deadline when armed. */
export const noteTimer = (out: Out, timer: TimerName, event: TimerEvent, at = 0): void =>
	write(out, kindIndex.timer, 3, timerNames.indexOf(timer), timerEvents.indexOf(event), at);
