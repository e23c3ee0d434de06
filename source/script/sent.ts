/** `HOST sent "SEGMENT"`: looks through what a host has sent since its last match. */
import {optionWords, segmentWords} from '../packetdrill/notation.js';
import type {HostName} from '../sim/action.js';
import {packetAt, packetCount, type SegmentRecord, type Trace} from '../sim/index.js';
import {ACK} from '../tcp/segment.js';
import type {SegmentPattern} from './script.js';

/** How far a run has come in what each host sent. */
export type SentMemory = {
	/** Number of the packet that the last true `sent` matched, by host. */
	readonly matched: Record<HostName, number>;
	/** `run until` asks the same again after every event: up to this packet the answer was no. */
	scanned: {readonly pattern: SegmentPattern; readonly upTo: number} | undefined;
};

export const newSentMemory = (): SentMemory => ({matched: {client: 0, server: 0}, scanned: undefined});

type Sent = {readonly host: HostName; readonly pattern: SegmentPattern};

/** True moves the memory on. */
export function hasSent(trace: Trace, {host, pattern}: Sent, memory: SentMemory): boolean {
	const known = memory.scanned?.pattern === pattern ? memory.scanned.upTo : 0;
	const last = packetCount(trace);
	for (let n = Math.max(memory.matched[host], known) + 1; n <= last; n++) {
		if (trace.packets.flags[n - 1] !== pattern.flags) continue;
		const record = packetAt(trace, n);
		if (!isOwn(record, host) || !matches(record, pattern)) continue;
		memory.matched[host] = n;
		return true;
	}
	memory.scanned = {pattern, upTo: last};
	return false;
}

/** Its TCP sent it: neither forged nor a copy made by the link. */
const isOwn = ({from, origin}: SegmentRecord, host: HostName): boolean => from === host && origin === 'tcp';

const agrees = (wanted: number | undefined, there: number): boolean => wanted === undefined || wanted === there;

function matches(record: SegmentRecord, {sport, dport, flags, place, ack, win, urg, options}: SegmentPattern): boolean {
	if (record.flags !== flags || !agrees(place?.seq, record.seq) || !agrees(place?.len, record.len)) return false;
	if (!agrees(sport, record.sport) || !agrees(dport, record.dport)) return false;
	if (!agrees(ack, record.ack) || !agrees(win, record.win) || !agrees(urg, record.urg)) return false;
	return options === undefined || optionWords(options) === optionWords(record.options);
}

/** What was sent instead, the first of it. */
const shown = 4;

export function sentSince(trace: Trace, host: HostName, memory: SentMemory): string {
	const found: string[] = [];
	for (let n = memory.matched[host] + 1; n <= packetCount(trace) && found.length <= shown; n++) {
		const record = packetAt(trace, n);
		if (isOwn(record, host)) found.push(asNotation(record));
	}
	if (found.length === 0) return 'nothing';
	return found.length > shown ? [...found.slice(0, shown), '...'].join(', ') : found.join(', ');
}

const asNotation = ({flags, seq, len, ack, win}: SegmentRecord): string =>
	segmentWords({
		sport: undefined,
		dport: undefined,
		flags,
		seq,
		len,
		ack: flags & ACK ? ack : undefined,
		win,
		urg: undefined,
		options: undefined,
	});
