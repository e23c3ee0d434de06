/** What arrived segments teach about the peer's segment size, and about how much of the memory is text. */
import {note} from '../out.js';
import {PSH, type Segment} from '../segment.js';
import {add} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import type {Arrival} from './queue.js';
import {allText, ownMss} from './window.js';

const tcpHeader = 20;
const ipHeader = 20;
/** A text so long is a whole segment, whatever the estimate says; without PSH one of the second length is too. */
const surely = {whole: 536, unpushed: 88};
/** The clamp never falls below this. */
const leastClamp = 1152;

/** The size counts as that of a segment on the wire, where the interface has put several together. */
export function measure(tcb: Tcb, arrival: Arrival, {flags}: Segment, env: Env): void {
	const {receiveMemory: memory} = tcb;
	const {coalescedFrom} = env.knobs;
	const len = coalescedFrom > 0 && arrival.len > coalescedFrom ? coalescedFrom : arrival.len;
	const {smaller} = memory;
	memory.smaller = 0;
	if (len < memory.segment) measureShort(tcb, {len, smaller, header: arrival.header - ipHeader}, (flags & PSH) !== 0);
	else {
		if (len !== memory.segment) measureRatio(tcb, arrival, env);
		memory.segment = Math.min(len, ownMss(tcb));
		if (flags & PSH) tcb.ackHabit.shorts = tcb.ackHabit.shorts || 1;
	}
}

/** Twice in a row the same smaller size: the peer's segments have become smaller. */
function measureShort(tcb: Tcb, {len, smaller, header}: {len: number; smaller: number; header: number}, isPushed: boolean): void {
	const {receiveMemory: memory, ackHabit} = tcb;
	const withHeader = len + header;
	if (withHeader >= surely.whole + tcpHeader || (withHeader >= surely.unpushed + tcpHeader && !isPushed)) {
		memory.smaller = withHeader - tcpHeader - (tcb.hasTimestamps ? 12 : 0);
		if (memory.smaller === smaller) {
			memory.segment = memory.smaller;
			return;
		}
	}
	ackHabit.shorts = ackHabit.shorts === 0 ? 1 : 2;
}

/** Another size: the clamp follows from what a segment of it costs. */
function measureRatio(tcb: Tcb, {len, memory: cost}: Arrival, {out}: Env): void {
	const {receiveMemory: memory} = tcb;
	const before = memory.ratio;
	memory.ratio = Math.max(1, Math.floor((len * 256) / cost));
	if (memory.ratio === before) return;
	const clamp = Math.max(leastClamp, allText(tcb));
	if (clamp < memory.clamp) memory.ceiling = Math.min(memory.ceiling, clamp);
	else if (clamp > memory.clamp) memory.ceiling = Math.max(memory.ceiling, Math.min(memory.offered, clamp));
	memory.clamp = clamp;
	memory.reading.perRoundTrip = Math.min(memory.reading.perRoundTrip, clamp);
	note(out, 'memory-measured', len, cost, clamp);
}

/** A window's worth of octets takes at least a round trip; the shortest time counts. */
export function timeWindow(tcb: Tcb, {now}: Env): void {
	const {rcv, receiveMemory: memory} = tcb;
	const {roundTrip} = memory;
	if (roundTrip.since > 0) {
		if (((rcv.nxt - roundTrip.until) | 0) < 0) return;
		takeShorter(roundTrip, Math.max(1, now - roundTrip.since));
	}
	roundTrip.until = add(rcv.nxt, memory.offered);
	roundTrip.since = now;
}

function takeShorter(roundTrip: Tcb['receiveMemory']['roundTrip'], measured: number): void {
	const eightfold = measured * 8;
	if (roundTrip.eightfold === 0 || eightfold < roundTrip.eightfold) roundTrip.eightfold = eightfold;
}

/** The echo of a timestamp tells more: a smoothed mean, as long as nothing waits to be read (RFC 7323 § 4). */
export function timeEcho(tcb: Tcb, {options, text}: Segment, {now}: Env): void {
	const {receiveMemory: memory, receiveBuffer} = tcb;
	const {roundTrip} = memory;
	const stamp = options.find(option => option.kind === 'TS');
	if (!stamp || stamp.ecr === roundTrip.lastEcho) return;
	roundTrip.lastEcho = stamp.ecr;
	if (text.length < memory.segment) return;
	const ticks = (Math.floor(now / 1000) + tcb.ts.offset - stamp.ecr) | 0;
	if (ticks <= 0) return;
	const measured = ticks * 1000;
	if (roundTrip.eightfold === 0 || measured * 8 < roundTrip.eightfold) roundTrip.eightfold = measured * 8;
	else if (receiveBuffer.length === 0) roundTrip.eightfold += measured - (roundTrip.eightfold >> 3);
}
