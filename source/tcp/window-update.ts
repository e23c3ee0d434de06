/** After a read: is the new room worth a segment of its own? */
import {note} from './out.js';
import {freeSpace} from './receive-buffer.js';
import type {Env, Tcb} from './tcb.js';

/** The receiver's silly window avoidance (§ 3.8.6.2.2); a prompt reader leaves the delayed ACK its chance. */
export function considerUpdate(tcb: Tcb, isPrompt: boolean, env: Env): void {
	const {rcv, receiveBuffer} = tcb;
	const free = Math.min(freeSpace(receiveBuffer), 65535);
	if (free - rcv.wnd >= updateStep(tcb, isPrompt, env)) {
		tcb.isAckNow = true;
		note(env.out, 'window-update', free);
	} else if (free > rcv.wnd) {
		note(env.out, 'window-update-held', free, rcv.wnd);
	}
}

function updateStep({rcv, receiveBuffer}: Tcb, isPrompt: boolean, {profile}: Env): number {
	const half = Math.max(1, Math.floor(receiveBuffer.capacity / 2));
	switch (profile.windowUpdate) {
		case 'mss':
			return Math.min(half, isPrompt ? 2 * rcv.mss : rcv.mss);
		case '2-mss':
			return Math.min(half, 2 * rcv.mss);
		case 'doubled':
			return Math.max(rcv.wnd, Math.min(half, rcv.mss));
	}
}
