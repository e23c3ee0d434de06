/** What a host holds back, as the rule says that made it wait. */
import {type HostName, rowAt, rowKindAt} from '../sim/index.js';
import type {NoteCode} from '../tcp/notes.js';
import {rowsOfStep} from './host-event.js';
import type {ScreenInput} from './screen-input.js';
import type {WhyItem} from './why-item.js';
import {noteItem} from './why-packet.js';
import {isNote, seenBy} from './why-place.js';

const holds: ReadonlySet<NoteCode> = new Set<NoteCode>([
	'nagle-waits',
	'cork-waits',
	'window-limits',
	'cwnd-limits',
	'sws-waits',
	'window-closed',
	'fin-waits',
	'ack-delayed',
	'sack-held',
	'fin-waits-for-open',
	'window-update-held',
]);

/** Rows that are looked through. */
const patience = 2000;

type Span = {readonly host: HostName /** Virtual µs. */; readonly since: number /** A row of the trace. */; readonly before: number};

/** The newest such rule of a host that fired since then; empty where none did. */
export function waitingItems(input: ScreenInput, {host, since, before}: Span): readonly WhyItem[] {
	const seen = seenBy(input);
	const {trace} = seen.world;
	for (let index = before - 1; index >= Math.max(0, before - patience); index--) {
		if (rowKindAt(trace, index) !== 'note') continue;
		const row = rowAt(trace, index);
		if (row.t < since) break;
		if (isNote(row) && row.host === host && holds.has(row.code)) return [noteItem(seen, row, rowsOfStep(seen.world, row.step))];
	}
	return [];
}
