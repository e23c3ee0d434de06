/** A script being written: events with their times, words between them. */
import type {PktAction, PktEvent} from '../../packetdrill/pkt.js';
import type {Place} from './deeds.js';

export type Item =
	/** `remark`: said behind the event. */
	| {readonly kind: 'event'; readonly event: PktEvent; readonly remark: string | undefined}
	| {readonly kind: 'comment'; readonly text: string}
	| {readonly kind: 'blank'};

export type Draft = {
	readonly items: Item[];
	/** When the last event was, virtual µs; undefined: none yet. */
	now: number | undefined;
};

export const newDraft = (): Draft => ({items: [], now: undefined});

const nowhere = {line: 1, column: 1};

type Extra = {/** When a call that waits is over. */ readonly end?: number | undefined; readonly remark?: string | undefined};

/** The first event is at time 0, the others count from the one before. */
export function addEvent(draft: Draft, at: Place['at'], action: PktAction, {end, remark}: Extra = {}): void {
	const {now} = draft;
	const origin = now ?? 0;
	const due = Math.max(at, origin);
	const time = {kind: now === undefined ? 'absolute' : 'relative', at: due - origin} as const;
	const event: PktEvent = {place: nowhere, time, ...(end !== undefined && {end: Math.max(end, due) - origin}), action};
	draft.items.push({kind: 'event', event, remark});
	draft.now = due;
}

/** A line of its own, behind an empty one. */
export function addComment(draft: Draft, text: string): void {
	addBlank(draft);
	draft.items.push({kind: 'comment', text});
}

/** Between what belongs together and the next; never two, never first. */
export function addBlank({items}: Draft): void {
	const last = items.at(-1)?.kind;
	if (last === 'event') items.push({kind: 'blank'});
}
