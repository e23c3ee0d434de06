/** The user's side of the protocol (RFC 9293 § 3.10.1–3.10.5). What a call may not do in a state is the host's errno. */
import {openWindow} from './advertise.js';
import {stop} from './arm.js';
import type {SendQueue} from './chunks/chunk.js';
import {addText, endWrite, roomForText, sizeGoal} from './chunks/enqueue.js';
import {sendAbort} from './emit.js';
import {end, limitFinWait2, moveTo} from './move-to.js';
import {note} from './out.js';
import {read} from './receive-buffer.js';
import {sendSyn} from './retransmit.js';
import {startTiming} from './rto.js';
import {append} from './send-buffer.js';
import {add, type Seq} from './seq.js';
import type {Reason, State} from './state.js';
import type {Env, Tcb} from './tcb.js';
import {afterRead} from './window-update.js';

/** § 3.10.1, passive. */
export const openPassive = (tcb: Tcb, env: Env): void => moveTo(tcb, 'LISTEN', 'listen', env);

/** § 3.10.1, active; from LISTEN too. The TCB has its remote end and ISS. */
export function openActive(tcb: Tcb, env: Env): void {
	moveTo(tcb, 'SYN_SENT', 'connect', env);
	openWindow(tcb, env);
	note(env.out, 'syn-sent', tcb.iss, tcb.rcv.mss);
	startTiming(tcb, tcb.iss, env);
	sendSyn(tcb, env);
}

/** § 3.10.2: octets join the send buffer; `isLast`: the SEND ends with them, so they are pushed (MUST-61). `output` sends. */
export function queueText(tcb: Tcb, octets: Uint8Array, isLast: boolean, env: Env): void {
	if (tcb.chunks) {
		writeAll(tcb, tcb.chunks, octets, env);
		return;
	}
	append(tcb.sendBuffer, octets);
	if (isLast) tcb.sendBuffer.pushes.push(endOfData(tcb));
}

/** A SEND that is cut short ends with what it has handed over. */
export function endText(tcb: Tcb): void {
	if (!tcb.chunks) tcb.sendBuffer.pushes.push(endOfData(tcb));
}

/** A write that never waits. */
function writeAll(tcb: Tcb, queue: SendQueue, octets: Uint8Array, env: Env): void {
	for (let at = 0; at < octets.length; ) {
		const len = Math.min(octets.length - at, roomForText(tcb, queue, env) || sizeGoal(tcb));
		const isLast = at + len === octets.length;
		addText(tcb, octets.subarray(at, at + len), {isFirst: at === 0, isLast, isRecordEnd: false}, env);
		at += len;
	}
	endWrite(tcb, {isMore: false, isWaiting: false}, env);
}

/** One past the last octet in the send buffer. */
const endOfData = ({snd, iss, sendBuffer}: Tcb): Seq => add(snd.una, sendBuffer.length + (snd.una === iss ? 1 : 0));

/** § 3.10.3. An ACK follows when the window opens by a worthwhile step; `isPrompt`: read in the instant of arrival, by an application. */
export function receiveText(tcb: Tcb, max: number, env: Env, isPrompt = false): Uint8Array {
	const octets = read(tcb.receiveBuffer, max);
	if (octets.length > 0) afterRead(tcb, isPrompt, env);
	return octets;
}

/** § 3.10.4: FIN follows the last octet. `isFull`: close() gives up receiving too, shutdown() does not. */
export function closeSend(tcb: Tcb, isFull: boolean, env: Env): void {
	const why: Reason = isFull ? 'close' : 'shutdown';
	if (isFull) tcb.isReceiveClosed = true;
	switch (tcb.state) {
		case 'CLOSED':
			return;
		case 'LISTEN':
		case 'SYN_SENT':
			end(tcb, why, env);
			return;
		case 'SYN_RCVD':
			if (isFull || env.profile.shutdownInSynRcvd === 'at-once') startClose(tcb, 'FIN_WAIT_1', why, env);
			else postponeClose(tcb, env);
			return;
		case 'ESTABLISHED':
			startClose(tcb, 'FIN_WAIT_1', why, env);
			return;
		case 'CLOSE_WAIT':
			startClose(tcb, 'LAST_ACK', why, env);
			return;
		case 'FIN_WAIT_2':
			limitFinWait2(tcb, env);
			return;
		case 'FIN_WAIT_1':
		case 'CLOSING':
		case 'LAST_ACK':
		case 'TIME_WAIT':
			return;
	}
}

function postponeClose(tcb: Tcb, env: Env): void {
	tcb.isFinQueued = true;
	note(env.out, 'fin-waits-for-open', tcb.iss);
}

/** FIN will be the last that is sent. */
export function startClose(tcb: Tcb, next: State, why: Reason, env: Env): void {
	const waiting = tcb.sendBuffer.length;
	tcb.isFinQueued = true;
	if (waiting > 0) note(env.out, 'fin-waits', waiting);
	moveTo(tcb, next, why, env);
	stop(tcb, 'keepalive', env);
}

/** § 3.6.1, SHLD-3: what nobody has read is lost, and the peer must not believe otherwise. */
export function closeUnread(tcb: Tcb, env: Env): void {
	note(env.out, 'unread-data-reset', tcb.receiveBuffer.length);
	sendAbort(tcb, env);
	end(tcb, 'unread-data', env);
}

const abortsWithRst: Partial<Record<State, true>> = {
	SYN_RCVD: true,
	ESTABLISHED: true,
	FIN_WAIT_1: true,
	FIN_WAIT_2: true,
	CLOSE_WAIT: true,
};

/** § 3.10.5. */
export function abort(tcb: Tcb, why: Reason, env: Env): void {
	if (tcb.state === 'CLOSED') return;
	if (abortsWithRst[tcb.state]) sendAbort(tcb, env);
	end(tcb, why, env);
}
