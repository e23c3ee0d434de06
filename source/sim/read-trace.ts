/** Objects for the rows and packets that somebody looks at. */

import {type NoteCode, noteCodes, notes} from '../tcp/notes.js';
import {type Block, blockRows, poolValues, type RowKind, type Rows, rowKinds, timerEvents} from '../tcp/out.js';
import {noOptions, type UdpPorts} from '../tcp/segment.js';
import {reasons, states} from '../tcp/state.js';
import {timerNames} from '../tcp/timers.js';
import {hostNames} from './action.js';
import {startOctets} from './packets.js';
import {fates, origins, type PacketColumns, type Row, type SegmentRecord, type Trace} from './trace.js';
import {errorOf} from './trace-values.js';

const cell = ({blocks}: Rows, column: keyof Block, index: number): number =>
	blocks[(index / blockRows) | 0]?.[column][index % blockRows] ?? errorOf(index);

/** The row's n-th value, from 0; 0 where it has fewer. */
function valueAt(rows: Rows, index: number, nth: number): number {
	const at = cell(rows, 'at', index);
	return rows.pools[(at / poolValues) | 0]?.[(at % poolValues) + nth] ?? 0;
}

export const rowCount = ({out}: Trace): number => out.rows.length;

export const packetCount = ({packets}: Trace): number => packets.length;

/** Cheap: makes no object. */
export const rowKindAt = ({out}: Trace, index: number): RowKind => rowKinds[out.rows.kind[index] as number] ?? errorOf(index);

/** The code of a note row without making its object. */
export const noteCodeAt = ({out}: Trace, index: number): NoteCode => noteCodes[valueAt(out.rows, index, 0)] ?? errorOf(index);

/** The first row of a step, or where it would stand. */
export function firstRowOfStep({out}: Trace, step: number): number {
	const {rows} = out;
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (cell(rows, 'step', middle) < step) low = middle + 1;
		else high = middle;
	}
	return low;
}

export function rowAt(trace: Trace, index: number): Row {
	const {rows} = trace.out;
	const at = {
		index,
		t: cell(rows, 't', index),
		step: cell(rows, 'step', index),
		host: hostNames[rows.host[index] as number],
		socket: cell(rows, 'socket', index),
	};
	return {...at, ...contentAt(trace, index)} as Row;
}

/** What a to e mean, by kind. */
function contentAt(trace: Trace, index: number): object {
	const {rows} = trace.out;
	const a = valueAt(rows, index, 0);
	const b = valueAt(rows, index, 1);
	const c = valueAt(rows, index, 2);
	const kind = rowKindAt(trace, index);
	switch (kind) {
		case 'segment':
			return {kind, n: a};
		case 'fate':
			return {kind, n: a, fate: fates[b]};
		case 'state':
			return {kind, from: states[a], to: states[b], why: reasons[c]};
		case 'call':
			return {kind, call: trace.calls[a]};
		case 'timer':
			return {kind, timer: timerNames[a], event: timerEvents[b], at: b === 0 ? c : undefined};
		case 'queue':
			return {kind, queue: a === 0 ? 'syn' : 'accept', length: b, limit: c};
		case 'note':
			return noteAt(trace, index);
		case 'mark':
			return {kind, mark: trace.marks[a]};
		case 'host':
			return {kind, event: a === 0 ? 'crash' : 'restart'};
		case 'action':
			return {kind, action: trace.actions[a]?.action, refusal: trace.actions[a]?.refusal};
	}
}

function noteAt(trace: Trace, index: number): object {
	const {rows} = trace.out;
	const code = noteCodeAt(trace, index);
	const names = Object.keys(notes[code].values);
	return {
		kind: 'note',
		code,
		values: Object.fromEntries(names.map((name, place) => [name, valueAt(rows, index, place + 1)])),
		ref: notes[code].ref,
	};
}

/** `n` from 1. */
export function packetAt({packets}: Trace, n: number): SegmentRecord {
	const at = n - 1;
	const from = hostNames[packets.from[at] as 0 | 1];
	const fate = fates[packets.fate[at] as number] ?? errorOf(n);
	const settledAt = packets.settledAt[at] as number;
	const markedAt = packets.markedAt[at] as number;
	const len = packets.len[at] as number;
	return {
		n,
		from,
		to: from === 'client' ? 'server' : 'client',
		src: packets.src[at] as number,
		dst: packets.dst[at] as number,
		sport: packets.sport[at] as number,
		dport: packets.dport[at] as number,
		flags: packets.flags[at] as number,
		seq: packets.seq[at] as number,
		ack: packets.ack[at] as number,
		len,
		win: packets.win[at] as number,
		urg: packets.urg[at] as number,
		tos: packets.tos[at] as number,
		ttl: packets.ttl[at] as number,
		udp: udpOf(packets, at),
		options: packets.options[at] ?? noOptions,
		origin: origins[packets.origin[at] as number] ?? errorOf(n),
		of: (packets.of[at] as number) || undefined,
		isRetransmission: packets.isRetransmission[at] === 1,
		socket: packets.socket[at] as number,
		sentAt: packets.sentAt[at] as number,
		dueAt: packets.dueAt[at] as number,
		fate,
		settledAt: Number.isNaN(settledAt) ? undefined : settledAt,
		markedAt: Number.isNaN(markedAt) ? undefined : markedAt,
		start: packets.start.slice(at * startOctets, at * startOctets + Math.min(len, startOctets)),
		sentInStep: packets.sentInStep[at] as number,
		arrivedInStep: packets.arrivedInStep[at] || undefined,
		row: packets.row[at] as number,
	};
}

function udpOf({udpSport, udpDport}: PacketColumns, at: number): UdpPorts | undefined {
	const sport = udpSport[at] as number;
	const dport = udpDport[at] as number;
	return sport === 0 && dport === 0 ? undefined : {sport, dport};
}
