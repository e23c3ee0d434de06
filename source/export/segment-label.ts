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

/**
 * The words of a segment, as many as fit into so many cells. Numbers go first where there is no room: of a bare ACK its seq, which
 * says nothing new, of others from the right. Takes note of what the segment says of its flow.
 */
export function segmentLabel(record: SegmentRecord, {flows, words, most}: LabelContext): string {
	const key = keyOf(record);
	if (record.flags & SYN && record.origin === 'tcp') flows.isns.set(key, record.seq);
	const head = [`#${record.n}`, wordOf(record)];
	const remarks = [originWord(record, words), ecnWord(record), flowWord(record, flows), udpWord(record)].filter(Boolean);
	const told = flows.numbers?.(record);
	const counted = (at: number): number | string => (told ? add(seq(told.ack), at - record.ack) : number(at, flows, keyOf(turned(record))));
	const numbers = [`seq=${told?.seq ?? number(record.seq, flows, key)}`];
	if (record.flags & ACK) numbers.push(`ack=${counted(record.ack)}`);
	const held = blocksOf(record).map(({from, to}, at) => `${at === 0 ? 'sack=' : ''}${counted(from)}-${counted(to)}`);
	if (isWindowTold(record, flows, key)) numbers.push(`win=${record.win}`);
	const isBareAck = record.len === 0 && (record.flags & ~(ECE | CWR | PSH)) === ACK;
	const label = (): string => [...head, ...remarks, ...numbers, ...held].join(' ');
	while (remarks.length + numbers.length > 0 && cells(label()) > most) {
		if (held.length > (isBareAck ? 1 : 0)) held.pop();
		else if (numbers.length > 1 && isBareAck && held.length > 0) numbers.shift();
		else if (held.length > 0) held.pop();
		else if (numbers.length === 0) remarks.pop();
		else if (isBareAck) numbers.shift();
		else numbers.pop();
	}
	return label();
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

/** A stranger by its address, the others by the port of the client. */
function flowWord({src, sport, dst, dport, from}: SegmentRecord, {areMany}: Flows): string {
	if (!isOwn(src)) return dotted(src);
	if (!isOwn(dst)) return dotted(dst);
	return areMany ? `:${from === 'client' ? sport : dport}` : '';
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
