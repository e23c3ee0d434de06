/**
 * What the peer holds out of order, as its SACK blocks tell (RFC 2018 § 5, RFC 6675 § 4): where snd.nxt alone tells what is out.
 * Ranges lie above snd.una, sorted, disjoint, not touching.
 */
import type {Segment} from './segment.js';
import {atOrBefore, before, later, type Seq, span} from './seq.js';
import type {Range, Tcb} from './tcb.js';

export type Scoreboard = {
	ranges: Range[];
	/** HighRxt: one past the highest octet repeated in this recovery. */
	highRxt: Seq;
	/** RescueRxt: a recovery repeats its last segment once on suspicion alone. */
	isRescueSpent: boolean;
};

/** Nothing was told of yet. */
export const newScoreboard = (una: Seq): Scoreboard => ({ranges: [], highRxt: una, isRescueSpent: false});

export const copyScoreboard = (board: Scoreboard): Scoreboard => ({...board, ranges: board.ranges.map(range => ({...range}))});

/** RFC 6675 § 2. */
const dupThresh = 3;

/** Update() of § 4: true when a block told something new. */
export function takeBlocks({snd, scoreboard}: Tcb, {options}: Segment): boolean {
	const {ranges} = scoreboard;
	forget(ranges, snd.una);
	const known = heldOctets(scoreboard);
	for (const option of options) {
		if (option.kind !== 'sack') continue;
		for (const {from, to} of option.blocks) if (isOurs(snd, from, to)) insert(ranges, {from, to});
	}
	return heldOctets(scoreboard) > known;
}

/** D-SACK tells of what is below snd.una (RFC 2883), a confused peer of what was never sent. */
const isOurs = ({una, max}: Tcb['snd'], from: Seq, to: Seq): boolean => before(from, to) && !before(from, una) && atOrBefore(to, max);

/** What snd.una has passed; and all, when the peer has thrown away what it once told of (RFC 2018 § 8): held octets at snd.una were acknowledged. */
function forget(ranges: Range[], una: Seq): void {
	while (ranges[0] && atOrBefore(ranges[0].to, una)) ranges.shift();
	if (ranges[0] && atOrBefore(ranges[0].from, una)) ranges.length = 0;
}

function insert(ranges: Range[], {from, to}: Range): void {
	let at = 0;
	while (at < ranges.length && before((ranges[at] as Range).to, from)) at++;
	const merged = {from, to};
	let gone = 0;
	for (let next = ranges[at]; next && atOrBefore(next.from, merged.to); next = ranges[at + gone]) {
		if (before(next.from, merged.from)) merged.from = next.from;
		merged.to = later(merged.to, next.to);
		gone++;
	}
	ranges.splice(at, gone, merged);
}

/** Octets that arrived behind a hole. */
const heldOctets = ({ranges}: Scoreboard): number => ranges.reduce((sum, {from, to}) => sum + span(from, to), 0);

/** A run of octets that the peer has not told of, with what lies above it. */
type Hole = {readonly from: Seq; readonly to: Seq; readonly rangesAbove: number; readonly octetsAbove: number};

/** From snd.una to snd.max; the last one has nothing above it. */
function holesOf({snd, scoreboard}: Tcb): readonly Hole[] {
	const {ranges} = scoreboard;
	const holes: Hole[] = [];
	let octetsAbove = heldOctets(scoreboard);
	let from = snd.una;
	for (const [at, range] of ranges.entries()) {
		if (before(from, range.from)) holes.push({from, to: range.from, rangesAbove: ranges.length - at, octetsAbove});
		octetsAbove -= span(range.from, range.to);
		from = range.to;
	}
	if (before(from, snd.max)) holes.push({from, to: snd.max, rangesAbove: 0, octetsAbove: 0});
	return holes;
}

/** IsLost() of § 4. */
const isLost = ({rangesAbove, octetsAbove}: Hole, mss: number): boolean => rangesAbove >= dupThresh || octetsAbove > (dupThresh - 1) * mss;

/** Is the oldest octet lost by what was told of those above it? */
export function isHeadLost(tcb: Tcb): boolean {
	const head = holesOf(tcb)[0];
	return head !== undefined && head.from === tcb.snd.una && isLost(head, tcb.snd.mss);
}

/** SetPipe() of § 4: octets still under way. */
export function pipe(tcb: Tcb): number {
	const {highRxt} = tcb.scoreboard;
	let octets = 0;
	for (const hole of holesOf(tcb)) {
		if (!isLost(hole, tcb.snd.mss)) octets += span(hole.from, hole.to);
		if (before(hole.from, highRxt)) octets += Math.min(span(hole.from, hole.to), span(hole.from, highRxt));
	}
	return octets;
}

/** NextSeg() of § 4: what to repeat; undefined: nothing, new text may go. `isSure`: lost by rule (1), else (3): above it something arrived. */
export function nextHole(tcb: Tcb, isSure: boolean): {readonly from: Seq; readonly len: number} | undefined {
	const {snd, scoreboard} = tcb;
	for (const hole of holesOf(tcb)) {
		const from = later(hole.from, scoreboard.highRxt);
		if (!before(from, hole.to) || hole.rangesAbove === 0) continue;
		if (!isSure || isLost(hole, snd.mss)) return {from, len: Math.min(snd.mss, span(from, hole.to))};
	}
	return undefined;
}

/** Where sending goes on when it went back: behind what the peer holds already, and how far to the next such run. */
export function skipHeld({ranges}: Scoreboard, from: Seq): {readonly from: Seq; readonly room: number} {
	for (const range of ranges) {
		if (before(from, range.from)) return {from, room: span(from, range.from)};
		if (before(from, range.to)) return {from: range.to, room: Number.POSITIVE_INFINITY};
	}
	return {from, room: Number.POSITIVE_INFINITY};
}
