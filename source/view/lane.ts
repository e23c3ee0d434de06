/** The wire between the panes: every packet at its place by time, captions as long as there is room, a crowd beyond that. */
import type {FlagFilter, Mischief} from '../sim/action.js';
import {packetAt} from '../sim/index.js';
import type {SegmentRecord} from '../sim/trace.js';
import type {OneShot} from '../sim/world.js';
import {glyphOf} from './glyph.js';
import type {Layout} from './layout.js';
import {type Ending, fateAt, isDead, type PacketView, packetView, type Seen, seenBy} from './packet-view.js';
import type {ScreenInput} from './screen-input.js';
import {type Placed, placePackets} from './slots.js';
import {buildWaiting, type WaitingView} from './waiting.js';

export type LanePacket = PacketView & {
	/** Row of its track inside the lane, 0 being the title; its caption stands one above. */
	readonly row: number;
	readonly hasCaption: boolean;
	/** Brackets, signs and word. */
	readonly glyph: string;
	/** Cells of the line between it and its sender. */
	readonly at: number;
	/** The one that d u y Enter mean: a double line. */
	readonly isMarked: boolean;
};

/** Everything that found no row of its own: a sign a packet, at its cell. */
export type CrowdView = {readonly row: number; readonly marks: readonly {readonly cell: number; readonly mark: '>' | '<' | 'x'}[]};

export type ArmedView = {readonly host: 'client' | 'server'; readonly filter: FlagFilter; readonly mischief: Mischief};

export type LaneView = {
	readonly inFlight: number;
	/** How many ended in which way and still lie there. */
	readonly dead: readonly {readonly fate: Ending; readonly count: number}[];
	readonly packets: readonly LanePacket[];
	readonly crowd: CrowdView | undefined;
	/** One-shots, in the last row when there are any. */
	readonly armed: readonly ArmedView[];
	/** What everybody waits for when nothing is to be seen. */
	readonly waiting: WaitingView | undefined;
};

/** The packet that d, u, y and Enter mean: the chosen one, else the newest in flight. */
export function markedPacket({history, chosen}: Pick<ScreenInput, 'history' | 'chosen'>): number | undefined {
	if (chosen !== undefined) return chosen;
	const newest = history.world.flight.reduce((highest, {n}) => Math.max(highest, n), 0);
	return newest === 0 ? undefined : newest;
}

/** Rows of one slot: caption, track and, where there is room, a blank one. */
const slotRows = ({paneRows}: Layout): number => (paneRows >= 16 ? 3 : 2);

type Rows = {readonly count: number; readonly slots: number; readonly slotRows: number};

function rowsOf(layout: Layout, hasArmed: boolean): Rows {
	const count = layout.paneRows - 1 - (hasArmed ? 1 : 0);
	const height = slotRows(layout);
	return {count, slots: Math.floor((count + height - 2) / height), slotRows: height};
}

export function buildLane(input: ScreenInput, layout: Layout): LaneView {
	const {world} = input.history;
	const armed = world.armed.map(({host, filter, mischief}: OneShot) => ({host, filter, mischief}));
	const rows = rowsOf(layout, armed.length > 0);
	const {placed, older} = placePackets(world, input.now, rows.count);
	const {single, crowd, isRoomy} = distribute(placed, rows, older);
	const seen = seenBy(input);
	const draw = drawer(seen, markedPacket(input), layout);
	return {
		...countPackets(seen, placed, older),
		packets: single.map(({n, place}) => draw(n, isRoomy ? 2 + place * rows.slotRows : 1 + place, isRoomy)),
		crowd: crowd.length > 0 ? crowdOf(crowd, seen, {row: rows.count, lane: layout.lane}) : undefined,
		armed,
		waiting: placed.length + older === 0 ? buildWaiting(input) : undefined,
	};
}

type Distribution = {readonly single: readonly Placed[]; readonly crowd: readonly Placed[]; readonly isRoomy: boolean};

/** Captions while every packet has a slot, then a row each; what is left over shares the last row. */
function distribute(placed: readonly Placed[], rows: Rows, older: number): Distribution {
	if (older === 0 && placed.every(({place}) => place < rows.slots)) return {single: placed, crowd: [], isRoomy: true};
	const last = rows.count - 1;
	const beyond = placed.filter(({place}) => place >= last);
	const isCrowded = older > 0 || beyond.length > 1 || beyond.some(({place}) => place > last);
	if (!isCrowded) return {single: placed, crowd: [], isRoomy: false};
	return {single: placed.filter(({place}) => place < last), crowd: beyond, isRoomy: false};
}

function drawer(seen: Seen, marked: number | undefined, {lane}: Layout): (n: number, row: number, hasCaption: boolean) => LanePacket {
	return (n, row, hasCaption) => {
		const packet = packetAt(seen.world.trace, n);
		const view = packetView(packet, seen);
		const glyph = glyphOf(view, lane);
		return {...view, row, hasCaption, glyph, at: cellOf(packet, seen.now, lane - glyph.length), isMarked: n === marked};
	};
}

/** Share of the way it has gone, or had gone when it ended. */
function progressOf({sentAt, dueAt, settledAt, fate}: SegmentRecord, now: number): number {
	const way = dueAt - sentAt;
	const share = (time: number): number => (way > 0 ? Math.max(0, Math.min(1, (time - sentAt) / way)) : 0);
	switch (fate) {
		case 'in-flight':
		case 'delivered':
		case 'corrupted':
			return share(now);
		case 'lost':
			return Math.min(0.5, share(now));
		case 'dropped':
			return share(settledAt ?? now);
		case 'queue-full':
			return 0;
		case 'unreachable':
			return 1;
	}
}

const cellOf = (packet: SegmentRecord, now: number, room: number): number => Math.round(progressOf(packet, now) * Math.max(0, room));

function crowdOf(
	beyond: readonly Placed[],
	{world, now, damaged}: Seen,
	{row, lane}: {readonly row: number; readonly lane: number},
): CrowdView {
	const marks = beyond.map(({n}) => {
		const packet = packetAt(world.trace, n);
		const at = cellOf(packet, now, lane - 1);
		const isClients = packet.from === 'client';
		return {cell: isClients ? at : lane - 1 - at, mark: isDead(fateAt(packet, now, damaged)) ? 'x' : isClients ? '>' : '<'} as const;
	});
	return {row, marks};
}

/** Damaged packets fly on: they count as in flight. */
function countPackets({world, now, damaged}: Seen, placed: readonly Placed[], older: number): Pick<LaneView, 'inFlight' | 'dead'> {
	const counts = new Map<Ending, number>();
	let inFlight = older;
	for (const {n} of placed) {
		const fate = fateAt(packetAt(world.trace, n), now, damaged);
		if (isDead(fate) && fate !== 'corrupted') counts.set(fate, (counts.get(fate) ?? 0) + 1);
		else inFlight++;
	}
	return {inFlight, dead: [...counts].map(([fate, count]) => ({fate, count}))};
}
