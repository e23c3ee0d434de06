/** What lies scattered in memory is copied together into pieces that are full (the kernel's tcp_collapse). */
import {add, atOrBefore, before, later, type Seq, span} from '../seq.js';
import type {Tcb} from '../tcb.js';
import {pieceCost, pieceSlack, pieceText} from './cost.js';
import {readUpTo} from './queue.js';
import type {Held, ReceiveMemory} from './receive-memory.js';
import {textIn} from './window.js';

const memoryOf = (list: readonly Held[]): number => list.reduce((sum, {memory}) => sum + memory, 0);

/** What can be read: from the first segment on that costs more than its text is worth, or of which some was read. */
export function gatherReadable(tcb: Tcb): void {
	const {receiveMemory: memory} = tcb;
	const all = readable(memory);
	const pieces = collapse(all, readUpTo(tcb), memory.ratio);
	memory.used += memoryOf(pieces) - memoryOf(all);
	memory.ends = pieces.map(({to}) => to);
	memory.sizes = pieces.map(({memory: size}) => size);
	memory.start = pieces[0]?.from ?? memory.start;
	memory.slack = pieces.at(-1)?.slack ?? 0;
}

function readable({start, ends, sizes, slack}: ReceiveMemory): Held[] {
	return ends.map((to, at) => ({
		from: ends[at - 1] ?? start,
		to,
		memory: sizes[at] as number,
		slack: at === ends.length - 1 ? slack : 0,
	}));
}

/** What waits behind a hole: each run of neighbours. A lone one that is no larger than a piece stays; so do all after too many such. */
export function gatherEarly({receiveMemory: memory, receiveBuffer}: Tcb): void {
	const {early, ratio} = memory;
	const most = receiveBuffer.capacity >> 3;
	const kept: Held[] = [];
	let lone = 0;
	let at = 0;
	for (let head = early[0]; head && lone <= most; head = early[at]) {
		const run = runFrom(early, at);
		at += run.length;
		const isLone = run.length === 1 && span(head.from, head.to) < pieceText;
		if (isLone) lone += head.memory;
		kept.push(...(isLone ? run : collapse(run, head.from, ratio)));
	}
	kept.push(...early.slice(at));
	memory.used += memoryOf(kept) - memoryOf(early);
	memory.early = kept;
}

function runFrom(early: readonly Held[], first: number): Held[] {
	let to = (early[first] as Held).to;
	let next = first + 1;
	for (let held = early[next]; held && atOrBefore(held.from, to); held = early[next]) {
		to = later(to, held.to);
		next++;
	}
	return early.slice(first, next);
}

/** `start`: what lies before it is worth nothing any more. */
function collapse(run: readonly Held[], start: Seq, ratio: number): Held[] {
	const kept: Held[] = [];
	let from = start;
	for (const [at, held] of run.entries()) {
		if (!before(from, held.to)) continue;
		if (isWasteful(held, run[at + 1], from, ratio)) {
			const to = run.slice(at).reduce((end, {to: last}) => later(end, last), held.to);
			return [...kept, ...piecesOf(from, to)];
		}
		kept.push(held);
		from = held.to;
	}
	return kept;
}

/** More memory than its text may take, or some of it is read or lies in its neighbour, too. */
const isWasteful = ({from, to, memory}: Held, next: Held | undefined, start: Seq, ratio: number): boolean =>
	textIn(memory, ratio) > span(from, to) || before(from, start) || (next !== undefined && next.from !== to);

function piecesOf(from: Seq, to: Seq): Held[] {
	const pieces: Held[] = [];
	for (let at = from; before(at, to); at = add(at, pieceText)) {
		const len = Math.min(span(at, to), pieceText);
		pieces.push({from: at, to: add(at, len), memory: pieceCost(len), slack: pieceSlack(len)});
	}
	return pieces;
}
