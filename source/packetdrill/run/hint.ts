/** Where the script and the endpoint may have parted: a guess from what was sent and what is expected elsewhere, never a verdict. */
import {packetAt, packetCount, type SegmentRecord} from '../../sim/index.js';
import type {PktEvent, PktTcp} from '../pkt.js';
import {compareSegment} from './compare.js';
import type {Run} from './run.js';
import type {Check} from './verdict.js';

export type Hint =
	/** The packet that was looked at is in no line: `fits`, a later one, is what the line expects. */
	| {readonly code: 'unexpected'; readonly packet: number; readonly fits: number}
	/** The packet that was looked at is what a later line of the script expects. */
	| {readonly code: 'left-out'; readonly packet: number; readonly line: number};

/** So many later packets and lines are tried. */
const reach = 4;

/** Undefined: nothing fits, or not for the wrong time alone. */
export function hintOf(run: Run, {event, verdict}: Check): Hint | undefined {
	if (verdict.kind !== 'failed' || verdict.failure.code !== 'segment') return undefined;
	const {fields = [], packets = []} = verdict;
	const [first] = packets;
	const last = packets.at(-1);
	const expected = tcpOf(run.script.events[event]);
	const isOnlyTime = fields.every(({field, isSame}) => isSame || field === 'time');
	if (first === undefined || last === undefined || !expected || isOnlyTime) return undefined;
	const line = lineFor(run, packetAt(run.history.world.trace, first), event);
	if (line !== undefined) return {code: 'left-out', packet: first, line};
	const fits = packetFor(run, expected, last);
	return fits === undefined ? undefined : {code: 'unexpected', packet: first, fits};
}

const tcpOf = (event: PktEvent | undefined): PktTcp | undefined =>
	event?.action.kind === 'outbound' && event.action.packet.kind === 'tcp' ? event.action.packet : undefined;

function isLike(run: Run, expected: PktTcp, sent: SegmentRecord): boolean {
	const {current: connection, host} = run;
	if (!connection || sent.from !== host || sent.sport !== connection.localPort || sent.dport !== connection.remotePort) return false;
	return compareSegment({run, connection, expected, sent, packets: [sent.n]}).every(({isSame}) => isSame);
}

/** The line behind this event that expects such a segment. */
function lineFor(run: Run, sent: SegmentRecord, event: number): number | undefined {
	const later = run.script.events.slice(event + 1).flatMap(one => {
		const expected = tcpOf(one);
		return expected ? [{expected, line: one.place.line}] : [];
	});
	return later.slice(0, reach).find(({expected}) => isLike(run, expected, sent))?.line;
}

/** The packet behind this one that is such a segment. */
function packetFor(run: Run, expected: PktTcp, behind: number): number | undefined {
	const {trace} = run.history.world;
	const most = Math.min(packetCount(trace), behind + reach);
	for (let n = behind + 1; n <= most; n++) if (isLike(run, expected, packetAt(trace, n))) return n;
	return undefined;
}
