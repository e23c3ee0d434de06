/**
 * Which row of the ladder shows a change of state. All rows of a step have one cause; the state stands at the packet that
 * arrived, else at the one that left, else at the call or timer.
 */
import {firstRowOfStep, type HostName, type Row, rowAt, rowCount, type SegmentRecord, type Trace} from '../sim/index.js';
import type {State} from '../tcp/state.js';

/** What happened to one host in one step. */
type StepRows = {
	readonly states: readonly State[];
	/** A packet came in. */
	readonly hasArrival: boolean;
	/** Index of the row of the first segment that it sent. */
	readonly segment: number | undefined;
	/** Index of the first call, fired timer, crash or restart. */
	readonly event: number | undefined;
};

/** The last step that was looked at: a flood has thousands of rows in one. */
export type StepCache = {key: string; rows: StepRows | undefined};
export const newStepCache = (): StepCache => ({key: '', rows: undefined});

type Place = {readonly step: number; readonly host: HostName};

function stepRows(trace: Trace, {step, host}: Place, cache: StepCache): StepRows {
	const key = `${step} ${host}`;
	if (cache.key === key && cache.rows) return cache.rows;
	const all: Row[] = [];
	for (let index = firstRowOfStep(trace, step); index < rowCount(trace); index++) {
		const row = rowAt(trace, index);
		if (row.step !== step) break;
		all.push(row);
	}
	const own = all.filter(row => row.host === host);
	cache.key = key;
	cache.rows = {
		states: own.flatMap(row => (row.kind === 'state' ? [row.to] : [])),
		hasArrival: all.some(row => row.kind === 'fate' && row.fate === 'delivered'),
		segment: own.find(row => row.kind === 'segment')?.index,
		event: own.find(isEvent)?.index,
	};
	return cache.rows;
}

/** Has a row of its own in the ladder, beside segments. */
export const isEvent = (row: Row): boolean => row.kind === 'call' || row.kind === 'host' || (row.kind === 'timer' && row.event === 'fired');

/** The state that a packet's arrival led to. */
export function stateOnArrival(trace: Trace, {to, arrivedInStep, fate}: SegmentRecord, cache: StepCache): State | undefined {
	if (arrivedInStep === undefined || fate !== 'delivered') return undefined;
	const {states, segment} = stepRows(trace, {step: arrivedInStep, host: to}, cache);
	return segment === undefined ? states.at(-1) : states[0];
}

/** The state in which a packet was sent, if it was entered just then. */
export function stateOnSending(trace: Trace, {from, origin, sentInStep, row}: SegmentRecord, cache: StepCache): State | undefined {
	if (origin !== 'tcp') return undefined;
	const {states, hasArrival, segment} = stepRows(trace, {step: sentInStep, host: from}, cache);
	if (segment !== row) return undefined;
	return hasArrival && states.length < 2 ? undefined : states.at(-1);
}

/** The state that a call or timer led to without sending anything. */
export function stateOnEvent(trace: Trace, {step, host, index}: Row, cache: StepCache): State | undefined {
	if (host === undefined) return undefined;
	const {states, hasArrival, segment, event} = stepRows(trace, {step, host}, cache);
	return hasArrival || segment !== undefined || event !== index ? undefined : states.at(-1);
}

/** A change of state that no other row shows. */
export function isLonely(trace: Trace, {step, host}: Row, cache: StepCache): boolean {
	if (host === undefined) return false;
	const {hasArrival, segment, event} = stepRows(trace, {step, host}, cache);
	return !hasArrival && segment === undefined && event === undefined;
}
