/** A host's last event, and the rows of the trace that tell of it. Nothing here looks further back than that event. */
import type {Action, HostName} from '../sim/action.js';
import {firstRowOfStep, rowAt, rowCount} from '../sim/index.js';
import type {Row} from '../sim/trace.js';
import type {World} from '../sim/world.js';

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

/** The host whose program made a call; undefined: no call. */
function callerOf(action: Action): HostName | undefined {
	switch (action.do) {
		case 'listen':
		case 'connect':
		case 'crash':
		case 'restart':
			return action.host;
		case 'accept':
		case 'recv':
		case 'send':
		case 'shutdown':
		case 'close':
		case 'abort':
			return action.socket.host;
		case 'knob':
		case 'profile':
		case 'link':
		case 'arm':
		case 'disarm':
		case 'packet':
		case 'inject-rst':
		case 'inject':
		case 'flood':
		case 'mark':
			return undefined;
	}
}

/** Does this row tell of something that happened in the host itself, not on its end of the wire? */
function happensIn(row: Row, host: HostName, {packets}: World['trace']): boolean {
	switch (row.kind) {
		case 'action':
			return callerOf(row.action) === host && row.refusal === undefined;
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

/** All rows of a step, at most so many. */
export function rowsOfStep({trace}: World, step: number): readonly Row[] {
	const rows: Row[] = [];
	const end = Math.min(rowCount(trace), firstRowOfStep(trace, step) + mostRows);
	for (let index = firstRowOfStep(trace, step); index < end; index++) {
		const row = rowAt(trace, index);
		if (row.step !== step) break;
		rows.push(row);
	}
	return rows;
}

export function lastEventOf(world: World, host: HostName): HostEvent | undefined {
	const last = rowCount(world.trace) - 1;
	for (let index = last; index >= Math.max(0, last - lookBack); index--) {
		const row = rowAt(world.trace, index);
		if (!happensIn(row, host, world.trace)) continue;
		const rows = rowsOfStep(world, row.step).filter(other => other.host === host || happensIn(other, host, world.trace));
		return {host, step: row.step, t: row.t, rows, isNewest: row.step === world.steps};
	}
	return undefined;
}
