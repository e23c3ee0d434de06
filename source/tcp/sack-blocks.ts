/** What SACK tells of the receive buffer (RFC 2018 § 4, RFC 2883). */
import {add, atOrBefore, before, later, type Seq} from './seq.js';
import type {Env, Range, ReceiveBuffer, Tcb} from './tcb.js';

const isIn = ({from, to}: Range, seq: Seq): boolean => atOrBefore(from, seq) && before(seq, to);

/** The range that `seq` belongs to comes first, the others keep their order; those that were joined or read are gone. */
export function retell(buffer: ReceiveBuffer, seq: Seq): void {
	const {outOfOrder, mostTold} = buffer;
	const next: Range[] = [];
	for (const place of [seq, ...buffer.told.map(({from}) => from)]) {
		const range = outOfOrder.find(one => isIn(one, place));
		if (range && !next.includes(range)) next.push(range);
	}
	if (next.length > mostTold) next.length = mostTold;
	buffer.told = next;
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
