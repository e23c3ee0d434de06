/** The two buffers of a connection, part by part, in octets. The ui draws them in proportion. */
import {placeOf} from '../tcp/output.js';
import {freeSpace, outOfOrderOctets} from '../tcp/receive-buffer.js';
import {sendRoom} from '../tcp/send-buffer.js';
import {span} from '../tcp/seq.js';
import type {Tcb} from '../tcp/tcb.js';

export type SendView = {
	/** Has anything ever been acknowledged? */
	readonly hasAcknowledged: boolean;
	/** In flight; waits to be sent; free. */
	readonly fly: number;
	readonly wait: number;
	readonly free: number;
};

export type ReceiveView = {
	readonly hasRead: boolean;
	/** Readable; from there to the last octet, what is missing and what is there already. */
	readonly readable: number;
	readonly gaps: readonly {readonly missing: number; readonly outOfOrder: number}[];
	readonly outOfOrder: number;
	readonly free: number;
};

export function buildSend(tcb: Tcb): SendView {
	const {sendBuffer, snd} = tcb;
	const fly = Math.min(sendBuffer.length, Math.max(0, placeOf(tcb, snd.nxt)));
	return {hasAcknowledged: sendBuffer.acknowledged > 0, fly, wait: sendBuffer.length - fly, free: sendRoom(sendBuffer)};
}

export function buildReceive({receiveBuffer, rcv}: Tcb): ReceiveView {
	const outOfOrder = outOfOrderOctets(receiveBuffer);
	let from = rcv.nxt;
	const gaps = receiveBuffer.outOfOrder.map(range => {
		const gap = {missing: span(from, range.from), outOfOrder: span(range.from, range.to)};
		from = range.to;
		return gap;
	});
	const free = Math.max(0, freeSpace(receiveBuffer) - outOfOrder);
	return {hasRead: receiveBuffer.read > 0, readable: receiveBuffer.length, gaps, outOfOrder, free};
}
