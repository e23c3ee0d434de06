/** What the ladder says of a segment: `#3 SYN again seq=1000`, in fields, so that a narrow lane can leave some out from the right. */
import {packetAt, packetCount, type SegmentRecord, type Trace} from '../sim/index.js';
import {ecnBits} from '../tcp/ecn.js';
import {ACK, CWR, ECE, FIN, PSH, RST, type SackBlock, SYN, URG} from '../tcp/segment.js';
import {add, seq, span} from '../tcp/seq.js';
import {cells} from './cells.js';
import type {LadderWords} from './ladder-words.js';

/** From here on numbers are too long to be compared at a glance: all are then counted from their ISN. */
const shortIsn = 1_000_000;

/** What earlier segments said: ISNs and windows by direction of a connection. */
export type Flows = {
	readonly isRelative: boolean;
	/** More than one connection: each segment says which. */
	readonly areMany: boolean;
	readonly isns: Map<string, number>;
	readonly windows: Map<string, number>;
	/** Somebody else's way to count; undefined: the flow's own. */
	readonly numbers: ((record: SegmentRecord) => {readonly seq: number; readonly ack: number} | undefined) | undefined;
};

type Direction = {readonly src: number; readonly sport: number; readonly dst: number; readonly dport: number};

const keyOf = ({src, sport, dst, dport}: Direction): string => `${src}:${sport} ${dst}:${dport}`;
const turned = ({src, sport, dst, dport}: Direction): Direction => ({src: dst, sport: dport, dst: src, dport: sport});

export function newFlows(trace: Trace): Flows {
	const connections = new Set<string>();
	let largest = 0;
	for (let n = 1; n <= packetCount(trace); n++) {
		if (((trace.packets.flags[n - 1] ?? 0) & SYN) === 0) continue;
		const record = packetAt(trace, n);
		largest = Math.max(largest, record.seq);
		if ((record.flags & ACK) === 0) connections.add([keyOf(record), keyOf(turned(record))].sort().join());
	}
	return {isRelative: largest >= shortIsn, areMany: connections.size > 1, isns: new Map(), windows: new Map(), numbers: undefined};
}

const ecnFlags = (flags: number): readonly string[] => [...(flags & ECE ? ['ECE'] : []), ...(flags & CWR ? ['CWR'] : [])];

/** Flags without PSH; with text its octets. */
function wordOf({flags, len}: SegmentRecord): string {
	if (len > 0 && (flags & SYN) === 0) return `${flags & FIN ? 'FIN' : 'DATA'} ${len}`;
	const names = [flags & SYN && 'SYN', flags & FIN && 'FIN', flags & RST && 'RST', flags & URG && 'URG'];
	return [...names, ...ecnFlags(flags), flags & ACK && 'ACK'].filter(Boolean).join(',') || 'none';
}

/** A word of a label: where there is no room the lowest ranks stay, 0 always. `needs`: says nothing without that one. */
type Field = {readonly text: string; readonly rank: number; readonly needs?: Field | undefined};

/** The words of a segment, as many as fit into so many cells. Takes note of what the segment says of its flow. */
export function segmentLabel(record: SegmentRecord, {flows, words, most}: LabelContext): string {
	const key = keyOf(record);
	if (record.flags & SYN && record.origin === 'tcp') flows.isns.set(key, record.seq);
	const numbers = numbersOf(record, flows, key);
	const fields = [...headOf(record, words), ...flowFields(record, flows), ...ranked(numbers, record)].filter(({text}) => text !== '');
	const kept = new Set<Field>();
	let room = most + 1;
	for (const field of fields.toSorted((a, b) => a.rank - b.rank)) {
		const isWanted = field.rank === 0 || (cells(field.text) < room && (!field.needs || kept.has(field.needs)));
		if (isWanted) kept.add(field);
		if (isWanted) room -= cells(field.text) + 1;
	}
	return fields
		.filter(field => kept.has(field))
		.map(({text}) => text)
		.join(' ');
}

const headOf = (record: SegmentRecord, words: LadderWords): readonly Field[] => [
	{text: `#${record.n}`, rank: 0},
	{text: wordOf(record), rank: 0},
	{text: originWord(record, words), rank: 1},
	{text: ecnWord(record), rank: 2},
];

/** A stranger is known by its address alone; a port is left out before the numbers that say what the segment is about. */
const flowFields = (record: SegmentRecord, flows: Flows): readonly Field[] => [
	{text: strangerWord(record), rank: 3},
	{text: portWord(record, flows), rank: 10},
	{text: udpWord(record), rank: 4},
];

type Numbers = {readonly seq: string; readonly ack: string; readonly win: string; readonly held: readonly string[]};

function numbersOf(record: SegmentRecord, flows: Flows, key: string): Numbers {
	const told = flows.numbers?.(record);
	const counted = (at: number): number | string => (told ? add(seq(told.ack), at - record.ack) : number(at, flows, keyOf(turned(record))));
	return {
		seq: `seq=${told?.seq ?? number(record.seq, flows, key)}`,
		ack: record.flags & ACK ? `ack=${counted(record.ack)}` : '',
		win: isWindowTold(record, flows, key) ? `win=${record.win}` : '',
		held: blocksOf(record).map(({from, to}, at) => `${at === 0 ? 'sack=' : ''}${counted(from)}-${counted(to)}`),
	};
}

const isBareAck = ({len, flags}: SegmentRecord): boolean => len === 0 && (flags & ~(ECE | CWR | PSH)) === ACK;

/** The first block has the rank, the others come last; each needs the one before it. */
function chained(held: readonly string[], rank: number): readonly Field[] {
	const fields: Field[] = [];
	for (const text of held) fields.push({text, rank: fields.length === 0 ? rank : 13 + fields.length, needs: fields.at(-1)});
	return fields;
}

/** The seq of a bare ACK says nothing new; of others it is what tells one from the next, of a SYN,ACK both numbers. */
function ranked({seq: first, ack, win, held}: Numbers, record: SegmentRecord): readonly Field[] {
	const isBare = isBareAck(record);
	const own = {text: first, rank: isBare ? 11 : 8};
	return [
		own,
		isBare ? {text: ack, rank: 8} : {text: ack, rank: record.flags & SYN ? 9 : 11, needs: own},
		...chained(held, isBare ? 9 : 13),
		{text: win, rank: isBare ? 7 : 12},
	];
}

const noBlocks: readonly SackBlock[] = [];

function blocksOf({options}: SegmentRecord): readonly SackBlock[] {
	for (const option of options) if (option.kind === 'sack') return option.blocks;
	return noBlocks;
}

type LabelContext = {readonly flows: Flows; readonly words: LadderWords /** Cells. */; readonly most: number};

const originWord = ({origin, isRetransmission}: SegmentRecord, {again, copy, forged}: LadderWords): string =>
	origin === 'injected' ? forged : origin === 'duplicate' ? copy : isRetransmission ? again : '';

/** Flags that the word for text leaves out, and the mark of a router (RFC 3168 § 5). */
const ecnWord = ({flags, len, tos, markedAt}: SegmentRecord): string =>
	[...(len > 0 ? ecnFlags(flags) : []), ...(markedAt !== undefined || (tos & ecnBits) === ecnBits ? ['CE'] : [])].join(' ');

/** The network of the two hosts, 10.0.0.0/8. */
const isOwn = (addr: number): boolean => addr >>> 24 === 10;
const dotted = (addr: number): string => [addr >>> 24, (addr >>> 16) & 255, (addr >>> 8) & 255, addr & 255].join('.');

const strangerWord = ({src, dst}: SegmentRecord): string => (isOwn(src) ? (isOwn(dst) ? '' : dotted(dst)) : dotted(src));

/** One of many connections is known by the port of the client. */
function portWord({src, sport, dst, dport, from}: SegmentRecord, {areMany}: Flows): string {
	return areMany && isOwn(src) && isOwn(dst) ? `:${from === 'client' ? sport : dport}` : '';
}

/** Where it travels inside UDP: the ports of that. */
const udpWord = ({udp}: SegmentRecord): string => (udp ? `udp ${udp.sport}>${udp.dport}` : '');

function number(value: number, {isRelative, isns}: Flows, key: string): string {
	const isn = isns.get(key);
	return isRelative && isn !== undefined ? `+${span(seq(isn), seq(value))}` : String(value);
}

/** A window is told when it closes, and when it opens again. */
function isWindowTold({flags, origin, win}: SegmentRecord, {windows}: Flows, key: string): boolean {
	if (origin !== 'tcp' || flags & RST) return false;
	const before = windows.get(key);
	windows.set(key, win);
	return before !== win && (win === 0 || before === 0);
}
