/** A send() hands its octets over to the send buffer, as far as that takes them. */
import {queueText} from '../tcp/calls.js';
import type {SendQueue} from '../tcp/chunks/chunk.js';
import {addText, endWrite, roomForText} from '../tcp/chunks/enqueue.js';
import {isWriteable} from '../tcp/chunks/room.js';
import {sendRoom} from '../tcp/send-buffer.js';
import type {Env, Tcb} from '../tcp/tcb.js';
import {pattern} from './pattern.js';
import type {PayloadSource} from './socket.js';

/** A send() that is under way. `isMore`: MSG_MORE; `isEor`: MSG_EOR; `isWaiting`: it found no room, and is woken by the profile's rule. */
export type Sending = {
	readonly source: PayloadSource;
	taken: number;
	readonly isMore?: boolean;
	readonly isEor?: boolean;
	isWaiting?: boolean;
};

/** Octets. */
export const sizeOf = (source: PayloadSource): number => ('bytes' in source ? source.bytes.length : source.pattern);

/** Octets of the stream so far. */
export const streamPlace = ({sendBuffer}: Tcb): number => sendBuffer.acknowledged + sendBuffer.length;

const piece = (source: PayloadSource, from: number, len: number, place: number): Uint8Array =>
	'bytes' in source ? source.bytes.subarray(from, from + len) : pattern(place, len);

/** True when all is taken. */
export function handOver(tcb: Tcb, sending: Sending, env: Env): boolean {
	if (tcb.chunks) return handOverChunks(tcb, tcb.chunks, sending, env);
	const total = sizeOf(sending.source);
	while (sending.taken < total) {
		const room = Math.min(sendRoom(tcb.sendBuffer), total - sending.taken);
		if (room === 0) return false;
		const octets = piece(sending.source, sending.taken, room, streamPlace(tcb));
		sending.taken += octets.length;
		queueText(tcb, octets, sending.taken === total, env);
	}
	return true;
}

function handOverChunks(tcb: Tcb, queue: SendQueue, sending: Sending, env: Env): boolean {
	const {source, isMore = false, isEor = false} = sending;
	const total = sizeOf(source);
	if (sending.isWaiting && !isWriteable(tcb, queue, env)) return false;
	sending.isWaiting = false;
	while (sending.taken < total) {
		const room = Math.min(roomForText(tcb, queue, env), total - sending.taken);
		if (room === 0) {
			sending.isWaiting = true;
			queue.isShortOfRoom = true;
			if (sending.taken > 0) endWrite(tcb, {isMore: false, isWaiting: true}, env);
			return false;
		}
		const octets = piece(source, sending.taken, room, streamPlace(tcb));
		const isFirst = sending.taken === 0;
		sending.taken += octets.length;
		addText(tcb, octets, {isFirst, isLast: sending.taken === total, isRecordEnd: isEor}, env);
	}
	endWrite(tcb, {isMore, isWaiting: false}, env);
	return true;
}
