/** What can only be judged of whole events: their order in time, and what may be vague about it. */
import type {PktEvent, PktTime} from './pkt.js';
import {refuseAt} from './pkt-cursor.js';

/** Throws PktRefused. */
export function checkEvents(events: readonly PktEvent[]): void {
	let last = 0;
	for (const [index, event] of events.entries()) {
		const {time, place} = event;
		if (index === 0 && startOf(time) !== 0) refuseAt(place, {code: 'first-time'});
		if (isAbsolute(time) && startOf(time) < last) refuseAt(place, {code: 'time-back', last});
		if (isAbsolute(time)) last = startOf(time);
		checkForm(event);
	}
}

const isAbsolute = ({kind}: PktTime): boolean => kind === 'absolute' || kind === 'absolute-range';

function startOf(time: PktTime): number {
	if (time.kind === 'any') return 0;
	return 'at' in time ? time.at : time.from;
}

/** Ranges and `*` are for packets to come, an end is for calls that wait. */
function checkForm({time, end, action, place}: PktEvent): void {
	const isOpen = time.kind !== 'absolute' && time.kind !== 'relative';
	if (isOpen && action.kind !== 'outbound' && action.kind !== 'unsupported') refuseAt(place, {code: 'range-place'});
	if (end !== undefined && action.kind !== 'call') refuseAt(place, {code: 'end-place'});
}
