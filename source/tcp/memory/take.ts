/** Text on its way into a buffer that counts memory: may it come in, and what does it cost? */
import {textArrived, textCameEarly} from '../ack-habit.js';
import {optionOctets} from '../option-codec.js';
import {note} from '../out.js';
import type {Segment} from '../segment.js';
import {add, before} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {costOf, page} from './cost.js';
import {growBuffer, growCeiling} from './grow.js';
import {hasRoom, makeRoom} from './make-room.js';
import {measure, timeEcho, timeWindow} from './measure.js';
import {type Arrival, holdEarly, holdReadable, isHeld, joinReadable} from './queue.js';

/** IPv4 and TCP without options. */
const headers = 40;
/** Shorter texts say nothing of how the traffic grows. */
const telling = 128;

/**
 * False: it is dropped. Where nothing waits to be read a text in order is taken whatever it costs, so that the connection goes on;
 * the window is 0 until it is read.
 */
export function admit(tcb: Tcb, segment: Segment, env: Env): boolean {
	const {seq, text, options} = segment;
	if (options.length > 0) timeEcho(tcb, segment, env);
	const {rcv, receiveBuffer, receiveMemory: memory, ackHabit} = tcb;
	if (hasRoom(tcb, text.length) || isExpected(tcb, segment) || makeRoom(tcb, seq, text.length, env)) return true;
	note(env.out, 'memory-full', memory.used, text.length, receiveBuffer.capacity);
	if (seq !== rcv.nxt) return false;
	ackHabit.isStarved = true;
	ackHabit.isDue = true;
	tcb.isAckNow = true;
	return receiveBuffer.length === 0;
}

/** The segment as it came: what was cut off its front lies in memory, too. */
const arrivalOf = ({seq, text, options, cut = 0}: Segment): Arrival => {
	const header = headers + (options.length > 0 ? optionOctets(options) : 0);
	const len = cut + text.length;
	return {from: add(seq, -cut), to: add(seq, text.length), len, header, memory: costOf(header + len)};
};

/** In order, with nothing behind a hole, and what is left of the pages that were reserved before is enough for it. */
export function isExpected({rcv, receiveMemory: {used, isPredicting}}: Tcb, segment: Segment): boolean {
	if (segment.seq !== rcv.nxt || segment.cut || !isPredicting) return false;
	return arrivalOf(segment).memory <= (page - (used % page)) % page;
}

/** In order; rcv.nxt has moved over it. */
export function takeInOrder(tcb: Tcb, segment: Segment, env: Env): void {
	const arrival = arrivalOf(segment);
	holdReadable(tcb.receiveMemory, arrival);
	measure(tcb, arrival, segment, env);
	timeWindow(tcb, env);
	textArrived(tcb, arrival.len, env);
	if (arrival.len >= telling) growCeiling(tcb, arrival, env);
	const memory = tcb.receiveMemory;
	if (memory.early.length > 0) joinReadable(tcb);
	if (memory.early.length === 0 && memory.used < tcb.receiveBuffer.capacity) memory.isPredicting = true;
}

/** Behind a hole. The buffer grows for those whom a user reads from. */
export function takeEarly(tcb: Tcb, segment: Segment, env: Env): void {
	const arrival = arrivalOf(segment);
	tcb.receiveMemory.isPredicting = false;
	measure(tcb, arrival, segment, env);
	textCameEarly(tcb);
	if (!isHeld(tcb.receiveMemory, arrival)) {
		if (tcb.hasSack) growCeiling(tcb, arrival, env);
		holdEarly(tcb.receiveMemory, arrival);
	}
	if (tcb.hasUser) growBuffer(tcb, tcb.receiveMemory.reading.perRoundTrip, env);
}

/** Is there any window for it at all? */
export const isInOffer = ({rcv, receiveMemory: {edge}}: Tcb, {seq}: Segment): boolean => before(seq, edge) && before(rcv.nxt, edge);
