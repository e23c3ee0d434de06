/** Timers of a host: when the next one is due, and letting it go. */
import {dueTimer, fire} from '../tcp/fire.js';
import {never} from '../tcp/timers.js';
import type {Host} from './host.js';
import {servePolls} from './posix/poll.js';
import type {Socket} from './socket.js';
import {type Stack, subject} from './stack.js';
import {settle} from './wake.js';

/** Virtual µs; `never` where none runs. */
export function nextTimerAt({live, polls}: Host): number {
	let at = never;
	if (polls.length > 0) for (const {until} of polls) at = Math.min(at, until);
	for (let index = 0; index < live.length; index++) {
		const {dueAt} = (live[index] as Socket).tcb;
		if (dueAt < at) at = dueAt;
	}
	return at;
}

/** Fires one timer that is due: the lowest descriptor first, then in the order of `timerNames`; behind them polls whose time is over. */
export function fireNext(stack: Stack): boolean {
	const due = stack.host.live.filter(({tcb}) => tcb.dueAt <= stack.env.now);
	due.sort((one, other) => one.number - other.number);
	const socket = due[0];
	const name = socket && dueTimer(socket.tcb, stack.env.now);
	if (!socket || !name) {
		servePolls(stack);
		return false;
	}
	subject(stack, socket.number);
	const before = socket.tcb.state;
	fire(socket.tcb, name, stack.env);
	settle(stack, socket, before);
	return true;
}
