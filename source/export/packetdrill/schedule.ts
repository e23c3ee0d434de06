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
	if (done?.record.error === 'ECONNABORTED' && action.do !== 'connect') return 'never-done';
	switch (action.do) {
		case 'connect':
			return done && !isCrossed(call, calls) ? 'waits' : 'in-background';
		case 'accept':
		case 'recv':
			if (!done) return 'never-done';
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

/** The deeds in the order of the script; what is never over is left out. */
export function inOrder(deeds: readonly Deed[], manners: ReadonlyMap<Call, Manner>): readonly Deed[] {
	const placed = deeds.flatMap((deed): readonly Deed[] => {
		const manner = deed.kind === 'call' ? manners.get(deed.call) : undefined;
		if (deed.kind !== 'call' || manner === undefined || manner === 'waits' || manner === 'in-background') return [deed];
		return manner === 'when-done' && deed.call.done ? [{...deed, row: deed.call.done.row, at: deed.call.done.at}] : [];
	});
	return placed.sort((one, other) => one.row - other.row);
}
