/** After a read: is the new room, or what arrived before it, worth a segment of its own? */
import {freeToOffer, segmentText} from './advertise.js';
import {watchReading} from './memory/grow.js';
import {freeRead, readUpTo} from './memory/queue.js';
import {windowFromMemory} from './memory/window.js';
import {note} from './out.js';
import {span} from './seq.js';
import type {State} from './state.js';
import type {Env, Tcb} from './tcb.js';
import {isRunning} from './timers.js';

const takesText: Partial<Record<State, true>> = {ESTABLISHED: true, FIN_WAIT_1: true, FIN_WAIT_2: true};

/** `isPrompt`: in the instant of arrival, by an application. */
export function afterRead(tcb: Tcb, isPrompt: boolean, env: Env): void {
	if (env.profile.windowUpdate === 'doubled') watchReading(tcb, env);
	// Also what was counted before the host became another stack.
	if (tcb.receiveMemory.used > 0) freeRead(tcb.receiveMemory, readUpTo(tcb));
	if (env.profile.windowUpdate === 'doubled') afterReadingMemory(tcb, env);
	else if (!tcb.hasPeerFin && takesText[tcb.state]) considerUpdate(tcb, isPrompt, env);
}

/** The receiver's silly window avoidance (§ 3.8.6.2.2); a prompt reader leaves the delayed ACK its chance. */
function considerUpdate(tcb: Tcb, isPrompt: boolean, env: Env): void {
	const {rcv} = tcb;
	const free = freeToOffer(tcb);
	if (isWorthwhile(tcb, free, isPrompt, env)) {
		tcb.isAckNow = true;
		note(env.out, 'window-update', free);
	} else if (free > rcv.wnd) {
		note(env.out, 'window-update-held', free, rcv.wnd);
	}
}

function isWorthwhile(tcb: Tcb, free: number, isPrompt: boolean, {profile}: Env): boolean {
	const {rcv, receiveBuffer} = tcb;
	const gain = free - rcv.wnd;
	if (profile.windowUpdate === '2-mss') return !isRunning(tcb.timers['delayed-ack']) && isLargeGain(tcb, free, gain);
	return gain >= Math.min(Math.max(1, Math.floor(receiveBuffer.capacity / 2)), isPrompt ? 2 * rcv.mss : rcv.mss);
}

/** Two segments and a quarter of the buffer, or half of it; in a small or nearly full buffer two segments will do. */
function isLargeGain(tcb: Tcb, free: number, gain: number): boolean {
	const {capacity} = tcb.receiveBuffer;
	const mss = segmentText(tcb);
	if (gain >> tcb.rcv.scale === 0) return false;
	if (2 * gain >= capacity) return true;
	return gain >= 2 * mss && (4 * gain >= capacity || 8 * free <= capacity || capacity <= 8 * mss);
}

function afterReadingMemory(tcb: Tcb, env: Env): void {
	if (isAckOwed(tcb)) {
		tcb.isAckNow = true;
		note(env.out, 'ack-after-read', span(tcb.receiveMemory.offeredFrom, tcb.rcv.nxt));
	} else if (!tcb.hasPeerFin && takesText[tcb.state]) {
		considerDoubling(tcb, env);
	}
}

/** More than a segment was held back until somebody read; or a short one, of which all is read now and no answer is to be expected. */
function isAckOwed({ackHabit, receiveMemory: memory, rcv}: Tcb): boolean {
	if (!ackHabit.isDue) return false;
	if (span(memory.offeredFrom, rcv.nxt) > memory.segment) return true;
	return memory.used === 0 && (ackHabit.shorts === 2 || (ackHabit.shorts === 1 && !ackHabit.isTalking));
}

function considerDoubling(tcb: Tcb, env: Env): void {
	const {rcv, receiveMemory: memory} = tcb;
	if (2 * rcv.wnd > memory.clamp) return;
	const next = windowFromMemory(tcb, env);
	if (next > 0 && next >= 2 * rcv.wnd) {
		tcb.isAckNow = true;
		note(env.out, 'window-update', next);
	} else if (next > rcv.wnd) {
		note(env.out, 'window-update-held', next, rcv.wnd);
	}
}
