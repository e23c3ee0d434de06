/** What SACK tells of the receive buffer (RFC 2018 § 4, RFC 2883). */
import {add, atOrBefore, before, later, type Seq} from './seq.js';
import type {Env, Range, ReceiveBuffer, Tcb} from './tcb.js';

const isIn = ({from, to}: Range, seq: Seq): boolean => atOrBefore(from, seq) && before(seq, to);

/** The range that `seq` belongs to comes first, the others keep their order; those that were joined or read are gone. */
function retell(buffer: ReceiveBuffer, seq: Seq): void {
	const {outOfOrder, mostTold} = buffer;
	const next: Range[] = [];
	for (const place of [seq, ...buffer.told.map(({from}) => from)]) {
		const range = outOfOrder.find(one => isIn(one, place));
		if (range && !next.includes(range)) next.push(range);
	}
	if (next.length > mostTold) next.length = mostTold;
	buffer.told = next;
}

/** After text has come: the ranges as SACK tells of them from now on. */
export function tellOf(buffer: ReceiveBuffer, {seq, len, rcvNxt}: {seq: Seq; len: number; rcvNxt: Seq}): void {
	if (buffer.tellsWhole) {
		retell(buffer, seq);
		return;
	}
	buffer.told = buffer.told.filter(({from}) => before(rcvNxt, from));
	if (before(rcvNxt, seq)) remember(buffer, {from: seq, to: add(seq, len)});
}

const touches = (one: Range, other: Range): boolean => atOrBefore(one.from, other.to) && atOrBefore(other.from, one.to);

/** Where among the remembered ranges the one stands that it would join; behind all: it begins one of its own. */
export function tellingPlace({told}: ReceiveBuffer, seq: Seq, len: number): number {
	const place = told.findIndex(range => touches(range, {from: seq, to: add(seq, len)}));
	return place < 0 ? told.length : place;
}

/** What it touches of the remembered joins it; it comes first (tcp_sack_new_ofo_skb). */
function remember(buffer: ReceiveBuffer, added: Range): void {
	let {from, to} = added;
	const others: Range[] = [];
	for (const range of buffer.told) {
		if (!touches(range, {from, to})) others.push(range);
		else {
			from = before(range.from, from) ? range.from : from;
			to = later(range.to, to);
		}
	}
	buffer.told = [{from, to}, ...others].slice(0, buffer.mostTold);
}

/** Octets of [seq, seq + len) that have come before: those in front of rcv.nxt, else those of the first range it meets (RFC 2883 § 4). */
function findTwice({outOfOrder}: ReceiveBuffer, rcvNxt: Seq, seq: Seq, len: number): Range | undefined {
	const to = add(seq, len);
	if (len > 0 && before(seq, rcvNxt)) return {from: seq, to: before(to, rcvNxt) ? to : rcvNxt};
	for (const range of outOfOrder) {
		const from = later(seq, range.from);
		const end = before(to, range.to) ? to : range.to;
		if (before(from, end)) return {from, to: end};
	}
	return undefined;
}

/** The acknowledgment that the segment provokes will tell of them. */
export function noteTwice({receiveBuffer, rcv, hasSack}: Tcb, seq: Seq, len: number, {knobs}: Env): void {
	if (hasSack && knobs.dsack) receiveBuffer.twice ??= findTwice(receiveBuffer, rcv.nxt, seq, len);
}

/** The same of a segment that begins before rcv.nxt. Where text is taken whole it takes the place of what was to be told. */
export function noteOld(tcb: Tcb, seq: Seq, len: number, env: Env): void {
	if (env.profile.overrun === 'whole') tcb.receiveBuffer.twice = undefined;
	noteTwice(tcb, seq, len, env);
}
