/**
 * The pane that says why: the newest event, or the chosen packet's sending and arrival, as codes and values; `locale` makes the
 * sentences. The most telling comes first, since a small screen shows two rows of it; what comes next is always last.
 */

import type {SegmentRecord, World} from '../sim/index.js';
import {packetAt, packetCount} from '../sim/index.js';
import {ACK, FIN, RST, SYN} from '../tcp/segment.js';
import {rowsOfStep} from './host-event.js';
import type {ScreenInput} from './screen-input.js';
import type {WhyItem, WhyView} from './why-item.js';
import {buildNext, nextTimer} from './why-next.js';
import {packetStory} from './why-packet.js';
import {placeAt, seenBy} from './why-place.js';
import {sayOf} from './why-say.js';
import {readStep, tell} from './why-tell.js';

export type {WhyItem, WhyView} from './why-item.js';

export function buildWhy(input: ScreenInput): WhyView {
	const {world} = input.history;
	const say = sayOf(input);
	const isChosen = input.chosen !== undefined && input.chosen <= packetCount(world.trace);
	if (world.steps === 0 && !isChosen) return {items: [...say, ...beginning(input)]};
	const story = input.chosen !== undefined && isChosen ? packetStory(input, input.chosen) : newestStory(input);
	return {items: [...(isChosen ? [] : say), ...story, buildNext(input)]};
}

/** A scenario, and what was done before a rewind, go on without those keys. */
function beginning(input: ScreenInput): readonly WhyItem[] {
	if (input.title === 'lab' && input.history.journal.length === 0) return [{kind: 'first', focus: input.focus}];
	return [{kind: 'nothing-yet'}, buildNext(input)];
}

function newestStory(input: ScreenInput): readonly WhyItem[] {
	const {world} = input.history;
	const rows = rowsOfStep(world, world.steps);
	const story = tell(readStep(seenBy(input), rows, true));
	return [...lastAckItems(input, rows[0]?.t ?? 0), ...story];
}

/** Once the wire is empty and time goes on, TIME_WAIT is what there is to explain. */
function lastAckItems(input: ScreenInput, since: number): readonly WhyItem[] {
	const {world} = input.history;
	const timer = nextTimer(world);
	if (world.flight.length > 0 || timer?.timer !== '2msl' || input.now <= since) return [];
	const {host, socket, at} = timer;
	const {from} = socket.tcb.timers['2msl'];
	const place = placeAt(seenBy(input), {host, socket: socket.number, t: input.now, arrived: undefined});
	const last = lastAckOf(world, host, socket.number);
	return [{kind: 'wait-2msl', place, last, wait: at - from, ref: 'RFC 9293 § 3.6.1'}];
}

/** It was sent not long ago: nothing but ACKs leaves TIME_WAIT. */
const lookBack = 64;

const isBareAck = ({flags, len}: SegmentRecord): boolean => (flags & (SYN | FIN | RST | ACK)) === ACK && len === 0;

function lastAckOf({trace}: World, host: string, socket: number): number | undefined {
	for (let n = packetCount(trace); n > Math.max(0, packetCount(trace) - lookBack); n--) {
		const packet = packetAt(trace, n);
		if (packet.from === host && packet.socket === socket && isBareAck(packet)) return n;
	}
	return undefined;
}
