/** One packet as lane, ladder and status show it: its word, its fate so far, its origin. */

import {type Fate, origins, type SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {ACK, CWR, ECE, FIN, RST, type SackBlock, SYN, URG} from '../tcp/segment.js';
import {type EcnView, ecnView} from './ecn-view.js';
import {basesOf, type Numbers, numbersOf, type SeqView, seqText} from './numbers.js';
import type {ScreenInput} from './screen-input.js';

/** Where the segment comes from; undefined: sent by TCP for the first time. */
export type Source = 'again' | 'copy' | 'forged' | undefined;

/** Fates that end a packet before it is read. */
export type Ending = Exclude<Fate, 'in-flight' | 'delivered'>;

export type PacketView = {
	readonly n: number;
	readonly from: 'client' | 'server';
	/** `SYN,ACK`, `DATA 1460`, `FIN 20`: the same in every language. */
	readonly word: string;
	readonly fate: Fate;
	readonly source: Source;
	readonly seq: SeqView;
	/** Undefined without the ACK bit. */
	readonly ack: SeqView | undefined;
	/** What it acknowledges behind a hole, counted as `ack`. */
	readonly sack: readonly {readonly from: SeqView; readonly to: SeqView}[];
	readonly ecn: EcnView;
	/** The header field. */
	readonly win: number;
	/** It shuts the window, or the segment before it did: what it says of it comes before all other numbers. */
	readonly isWindowNews: boolean;
};

const flagNames: readonly (readonly [number, string])[] = [
	[SYN, 'SYN'],
	[FIN, 'FIN'],
	[RST, 'RST'],
	[URG, 'URG'],
	[ECE, 'ECE'],
	[CWR, 'CWR'],
	[ACK, 'ACK'],
];

const flagWords = (flags: number): string =>
	flagNames
		.filter(([bit]) => flags & bit)
		.map(([, name]) => name)
		.join(',') || '-';

/** Flags without PSH; with text, what it came with and how much. */
export function wordOf({flags, len}: Pick<SegmentRecord, 'flags' | 'len'>): string {
	if (len === 0) return flagWords(flags);
	const kind = flags & SYN ? 'SYN' : flags & FIN ? 'FIN' : flags & RST ? 'RST' : 'DATA';
	return `${kind} ${len}`;
}

function sourceOf({origin, isRetransmission}: Pick<SegmentRecord, 'origin' | 'isRetransmission'>): Source {
	switch (origin) {
		case 'tcp':
			return isRetransmission ? 'again' : undefined;
		case 'injected':
			return 'forged';
		case 'duplicate':
			return 'copy';
	}
}

const nobody: ReadonlySet<number> = new Set();

/** Loss and damage strike half way; until then nobody can tell. `damaged`: packets in flight that will not pass their checksum. */
export function fateAt({n, fate, sentAt, dueAt}: SegmentRecord, now: number, damaged: ReadonlySet<number> = nobody): Fate {
	const isBeforeHalf = (now - sentAt) * 2 < dueAt - sentAt;
	if (fate === 'lost') return isBeforeHalf ? 'in-flight' : fate;
	return fate === 'in-flight' && damaged.has(n) && !isBeforeHalf ? 'corrupted' : fate;
}

const damagedIn = ({flight}: World): ReadonlySet<number> => new Set(flight.flatMap(({n, isCorrupted}) => (isCorrupted ? [n] : [])));

export const isDead = (fate: Fate): fate is Ending => fate !== 'in-flight' && fate !== 'delivered';

/** What is needed to look at a packet; the same for all of one picture. */
export type Seen = {readonly world: World; readonly now: number; readonly numbers: Numbers; readonly damaged?: ReadonlySet<number>};

export const seenBy = (input: Pick<ScreenInput, 'history' | 'now' | 'numbers'>): Seen => {
	const {world} = input.history;
	return {world, now: input.now, numbers: numbersOf(input), damaged: damagedIn(world)};
};

const nowhere = {seq: undefined, ack: undefined};

export function packetView(packet: SegmentRecord, {world, now, numbers, damaged = damagedIn(world)}: Seen): PacketView {
	const bases = numbers === 'absolute' ? nowhere : basesOf(world, packet);
	const other = packet.from === 'client' ? 'server' : 'client';
	const hasAck = (packet.flags & ACK) !== 0;
	const countedByOther = (at: number): SeqView => ({text: seqText(at, bases.ack, numbers), countedBy: other});
	return {
		n: packet.n,
		from: packet.from,
		word: wordOf(packet),
		fate: fateAt(packet, now, damaged),
		source: sourceOf(packet),
		seq: {text: seqText(packet.seq, bases.seq, numbers), countedBy: packet.from},
		ack: hasAck ? countedByOther(packet.ack) : undefined,
		sack: sackOf(packet).map(({from, to}) => ({from: countedByOther(from), to: countedByOther(to)})),
		ecn: ecnView(packet, now),
		win: packet.win,
		isWindowNews: isWindowNews(world, packet),
	};
}

const noBlocks: readonly SackBlock[] = [];

function sackOf({options}: SegmentRecord): readonly SackBlock[] {
	for (const option of options) if (option.kind === 'sack') return option.blocks;
	return noBlocks;
}

const saysWindow = ({flags, origin}: Pick<SegmentRecord, 'flags' | 'origin'>): boolean => (flags & (ACK | RST)) === ACK && origin === 'tcp';

const ofTcp = origins.indexOf('tcp');

/** So many packets back the last word of the same sender is looked for. */
const lookBack = 256;

function isWindowNews({trace}: World, packet: SegmentRecord): boolean {
	if (!saysWindow(packet)) return false;
	return packet.win === 0 || winBefore(trace, packet) === 0;
}

/** What the same end of the connection said last before this packet. */
export function winBefore({packets}: World['trace'], {n, from, sport, dport}: SegmentRecord): number | undefined {
	const side = from === 'client' ? 0 : 1;
	for (let at = n - 2; at >= Math.max(0, n - 2 - lookBack); at--) {
		if (packets.from[at] !== side || packets.sport[at] !== sport || packets.dport[at] !== dport) continue;
		if (packets.origin[at] === ofTcp && ((packets.flags[at] ?? 0) & (ACK | RST)) === ACK) return packets.win[at];
	}
	return undefined;
}
