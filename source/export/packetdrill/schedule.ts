/**
 * When each call is made. In the lab every call that waits does so in a thread of its own; a packetdrill script has one thread, in
 * which the next call begins when the one before is over.
 */
import {type Call, type Deed, hasWaited, type Unsayable} from './deeds.js';

/** How a call is written: where it began, waiting until it is over; without waiting for the connection; or where it was over. */
export type Manner = 'waits' | 'in-background' | 'when-done' | 'never-done';

type Scheduled = {readonly manners: ReadonlyMap<Call, Manner>; readonly unsayable: Unsayable | undefined};

const lastRow = (call: Call): number => call.done?.row ?? Number.POSITIVE_INFINITY;

/** Does anything else begin or end while this call waits? */
const isCrossed = (call: Call, calls: readonly Call[]): boolean =>
	hasWaited(call) &&
	calls.some(other => other !== call && (isWithin(other.began.row, call) || (other.done !== undefined && isWithin(other.done.row, call))));

const isWithin = (row: number, call: Call): boolean => call.began.row < row && row < lastRow(call);

export function schedule(calls: readonly Call[]): Scheduled {
	const manners = new Map<Call, Manner>();
	for (const call of calls) {
		const manner = mannerOf(call, calls);
		if (typeof manner !== 'string') return {manners, unsayable: manner};
		manners.set(call, manner);
	}
	return {manners, unsayable: undefined};
}

function mannerOf(call: Call, calls: readonly Call[]): Manner | Unsayable {
	const {action, done} = call;
	// No descriptor, no effect.
	if (done?.record.error === 'EBADF') return 'never-done';
	switch (action.do) {
		case 'connect':
			return done && !isCrossed(call, calls) ? 'waits' : 'in-background';
		case 'accept':
		case 'recv':
			if (!done || hasNoError(call, calls)) return 'never-done';
			return isCrossed(call, calls) ? 'when-done' : 'waits';
		case 'send':
			if (!done) return {code: 'never-done', action};
			return isCrossed(call, calls) ? {code: 'at-once', action} : 'waits';
		case 'listen':
		case 'shutdown':
		case 'close':
		case 'abort':
			return 'waits';
	}
}

/** A socket tells an error once: to the first of the calls that waited for it; to none when it was closed. */
function hasNoError(call: Call, calls: readonly Call[]): boolean {
	const {done, socket} = call;
	if (!done?.record.error || !hasWaited(call)) return false;
	const isFirst = !calls.some(
		other => other.socket === socket && other.done?.step === done.step && other.done.row < done.row && other.done.record.error,
	);
	return done.record.error === 'ECONNABORTED' || !isFirst;
}

/** The deeds in the order of the script; what is never over is left out. */
export function inOrder(deeds: readonly Deed[], manners: ReadonlyMap<Call, Manner>): readonly Deed[] {
	const placed = deeds.flatMap(deed => (deed.kind === 'call' ? placesOf(deed, manners.get(deed.call)) : [deed]));
	return placed.sort((one, other) => one.row - other.row);
}

function placesOf(deed: Deed & {kind: 'call'}, manner: Manner | undefined): readonly Deed[] {
	const {call} = deed;
	const place = call.done && {row: call.done.row, at: call.done.at};
	const error = call.done?.record.error;
	switch (manner) {
		case 'when-done':
			return place ? [{...deed, ...place}] : [];
		case 'in-background':
			return place && error && error !== 'ECONNABORTED' ? [deed, {kind: 'fails', call, error, ...place}] : [deed];
		case 'never-done':
			return [];
		case 'waits':
		case undefined:
			return [deed];
	}
}
