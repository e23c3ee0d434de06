/** A host's last event, and the rows of the trace that tell of it. Nothing here looks further back than that event. */
import {type HostName, hostNames} from '../sim/action.js';
import {firstRowOfStep, rowAt, rowCount, rowKindAt} from '../sim/index.js';
import type {Row} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {type RowKind, rowKind} from '../tcp/out.js';
import {doerOf} from './doer.js';

export type HostEvent = {
	readonly host: HostName;
	readonly step: number;
	/** Virtual microseconds. */
	readonly t: number;
	/** Rows of the step that belong to the host. */
	readonly rows: readonly Row[];
	/** Nothing at all has happened since. */
	readonly isNewest: boolean;
};

/** One step of a flood or of a great window writes many rows; the first tell enough. */
const mostRows = 2000;
/** So far back a host may have been silent before its marks are given up. */
const lookBack = 200_000;

/** Does this row tell of something that happened in the host itself, not on its end of the wire? */
function happensIn(row: Row, host: HostName, {packets}: World['trace']): boolean {
	switch (row.kind) {
		case 'action':
			return doerOf(row.action) === host && row.refusal === undefined;
		case 'fate':
			return row.fate === 'delivered' && packets.from[row.n - 1] === (host === 'client' ? 1 : 0);
		case 'state':
		case 'call':
		case 'timer':
		case 'queue':
		case 'note':
		case 'host':
			return row.host === host;
		case 'segment':
		case 'mark':
			return false;
	}
}

/** All rows of a step, at most so many; of some kinds only, where the others would be made for nothing. */
export function rowsOfStep({trace}: World, step: number, kinds?: ReadonlySet<RowKind>): readonly Row[] {
	const rows: Row[] = [];
	const start = firstRowOfStep(trace, step);
	const end = Math.min(firstRowOfStep(trace, step + 1), start + mostRows);
	for (let index = start; index < end; index++) {
		if (kinds === undefined || kinds.has(rowKindAt(trace, index))) rows.push(rowAt(trace, index));
	}
	return rows;
}

/** Cheaper than making the row: can it tell of something that happened in this host? */
function mayHappenIn({out}: World['trace'], index: number, side: number): boolean {
	const kind = out.rows.kind[index];
	if (kind === rowKind.segment || kind === rowKind.mark) return false;
	return kind === rowKind.action || kind === rowKind.fate || out.rows.host[index] === side;
}

export function lastEventOf(world: World, host: HostName): HostEvent | undefined {
	const {trace} = world;
	const last = rowCount(trace) - 1;
	const side = hostNames.indexOf(host);
	for (let index = last; index >= Math.max(0, last - lookBack); index--) {
		if (!mayHappenIn(trace, index, side)) continue;
		const row = rowAt(trace, index);
		if (!happensIn(row, host, trace)) continue;
		const rows = rowsOfStep(world, row.step).filter(other => other.host === host || happensIn(other, host, trace));
		return {host, step: row.step, t: row.t, rows, isNewest: row.step === world.steps};
	}
	return undefined;
}
