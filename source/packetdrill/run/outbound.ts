/** `>`: the oldest segment of the endpoint that nobody has looked at yet, or the next one that it sends. */
import {packetAt, packetCount, type SegmentRecord} from '../../sim/index.js';
import {CWR, FIN, PSH, SYN} from '../../tcp/segment.js';
import {add, seq} from '../../tcp/seq.js';
import {optionWords} from '../notation.js';
import type {PktTcp} from '../pkt.js';
import {secondsWords} from '../pkt-print.js';
import {packetWords} from '../pkt-print-action.js';
import {passUntil, tick} from './clock.js';
import {compareSegment} from './compare.js';
import {recordStamp} from './compare-options.js';
import {strangerOf} from './connection.js';
import type {Connection, Run} from './run.js';
import {type Due, dueText, isAnyTime, toleranceOf, toleratedText} from './schedule.js';
import {sentWords} from './sent-words.js';
import {type FieldCheck, failed, type Verdict} from './verdict.js';

/** Nobody waits longer for a segment that may come at any time: a virtual day. */
const patience = 86_400_000_000;

/** A segment that comes too late is still looked at, so that its time and its fields can be told: that long, in microseconds. */
const grace = 2_000_000;

export function expectOutbound(run: Run, packet: PktTcp, due: Due): Verdict {
	const tolerance = toleranceOf(run.config, due.from - run.lastAt);
	const until = isAnyTime(due) ? run.history.world.now + patience : due.to + tolerance;
	choosePorts(run, packet);
	const first = nextSegment(run, until) ?? (isAnyTime(due) ? undefined : nextSegment(run, until + grace));
	if (!first) return nothingCame(run, packet, isAnyTime(due) ? run.history.world.now : until);
	const parts = addUp(run, {packet, first, until});
	const connection = run.current ?? strangerOf(first);
	learn(connection, packet, first);
	const sent = summed(parts);
	recordStamp(connection, packet.options, sent);
	const packets = parts.map(({n}) => n);
	const fields = [...timeFields(parts, due, tolerance), ...compareSegment({run, connection, expected: packet, sent, packets})];
	if (fields.every(({isSame}) => isSame)) return {kind: 'passed', fields, packets};
	const words = {expected: packetWords(packet), actual: sentWords(connection, sent, packet)};
	return {kind: 'failed', failure: {code: 'segment', ...timed(words, due, fields)}, fields, packets};
}

type Told = {readonly expected: string; readonly actual: string};

/** As lines of a script, where the time is wrong: else the two might be the same. */
function timed({expected, actual}: Told, due: Due, fields: readonly FieldCheck[]): Told {
	const time = fields.find(({field, isSame}) => field === 'time' && !isSame);
	return time ? {expected: `${dueText(due)} > ${expected}`, actual: `${time.actual} > ${actual}`} : {expected, actual};
}

function nothingCame(run: Run, packet: PktTcp, until: number): Verdict {
	passUntil(run, until);
	return failed({code: 'no-segment', expected: packetWords(packet), until});
}

/** Looks at it: it will not be found again. */
function nextSegment(run: Run, until: number): SegmentRecord | undefined {
	const {trace} = run.history.world;
	const passedBy = run.passedBy.findIndex(n => isUnderTest(run, packetAt(trace, n)));
	const [n] = passedBy < 0 ? [] : run.passedBy.splice(passedBy, 1);
	return n === undefined ? freshSegment(run, until) : packetAt(trace, n);
}

function freshSegment(run: Run, until: number): SegmentRecord | undefined {
	do {
		const {trace} = run.history.world;
		while (run.seenPackets < packetCount(trace)) {
			const record = packetAt(trace, ++run.seenPackets);
			if (record.from !== run.host) continue;
			if (isUnderTest(run, record)) return record;
			run.passedBy.push(record.n);
		}
	} while (tick(run, until));
	return undefined;
}

/** Ports that are written name a connection. */
function choosePorts(run: Run, {sport, dport}: PktTcp): void {
	if (sport === undefined) return;
	run.current = run.connections.findLast(({localPort, remotePort}) => localPort === sport && remotePort === dport) ?? run.current;
}

const isUnderTest = ({current}: Run, {sport, dport}: SegmentRecord): boolean =>
	!current || (sport === current.localPort && dport === current.remotePort);

/** The endpoint's ISN, from its first SYN; an unchecked one begins anew. */
function learn(connection: Connection, {flags, seq: first, isSeqUnchecked, isSeqLiteral}: PktTcp, sent: SegmentRecord): void {
	if (!(flags & sent.flags & SYN) || isSeqLiteral) return;
	if (connection.iss === undefined || isSeqUnchecked) connection.iss = {script: seq(first), live: seq(sent.seq)};
}

type Sum = {readonly packet: PktTcp; readonly first: SegmentRecord; readonly until: number};

/** The segment and those behind it, as far as they make up the length that is expected. */
function addUp(run: Run, {packet, first, until}: Sum): readonly SegmentRecord[] {
	const parts = [first];
	let length = first.len;
	while (run.config.mayAddUp && first.len > 0 && length < packet.len) {
		const next = nextSegment(run, until);
		if (!next || !follows(parts, next)) {
			if (next) run.passedBy.unshift(next.n);
			return parts;
		}
		parts.push(next);
		length += next.len;
	}
	return parts;
}

/** All but the last have the same length; everything else is the same, too. */
function follows(parts: readonly SegmentRecord[], next: SegmentRecord): boolean {
	const [first] = parts;
	const last = parts.at(-1);
	if (!first || !last || next.len === 0) return false;
	const isInTurn = add(seq(last.seq), last.len) === next.seq && last.len === first.len && next.len <= first.len && !(last.flags & FIN);
	const isAlike =
		next.udp?.dport === first.udp?.dport &&
		next.ack === first.ack &&
		next.win === first.win &&
		next.tos === first.tos &&
		next.ttl === first.ttl;
	return (
		isInTurn &&
		isAlike &&
		((first.flags ^ next.flags) & ~(PSH | FIN | CWR)) === 0 &&
		optionWords(next.options) === optionWords(first.options)
	);
}

function summed(parts: readonly SegmentRecord[]): SegmentRecord {
	const [first] = parts as readonly [SegmentRecord];
	const last = parts.at(-1) ?? first;
	if (parts.length === 1) return first;
	return {...first, len: parts.reduce((sum, {len}) => sum + len, 0), flags: last.flags | (first.flags & CWR)};
}

/** Each part counts by its own time of sending; the first one that is out of time is told. */
function timeFields(parts: readonly SegmentRecord[], due: Due, tolerance: number): readonly FieldCheck[] {
	if (isAnyTime(due)) return [];
	const isInTime = ({sentAt}: SegmentRecord): boolean => sentAt >= due.from - tolerance && sentAt <= due.to + tolerance;
	const wrong = parts.find(part => !isInTime(part));
	const told = wrong ?? parts[0];
	const [isSame, actual] = [wrong === undefined, told ? secondsWords(told.sentAt) : ''];
	return [{field: 'time', expected: dueText(due), actual, isSame, tolerated: toleratedText(due, tolerance)}];
}
