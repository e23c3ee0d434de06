/** What an operator sees and does from outside of the program: sockstat(1), tcpdrop(8). */
import {abort} from '../../tcp/calls.js';
import type {State} from '../../tcp/state.js';
import type {Host} from '../host.js';
import {type Stack, subject} from '../stack.js';
import {settle} from '../wake.js';

/** Connections in a state; CLOSED counts the descriptors that are still open behind an ended one. */
export function socketCount({sockets, live}: Host, state: State, port?: number): number {
	const candidates = state === 'CLOSED' ? sockets.filter(({isOpen}) => isOpen) : live;
	return candidates.filter(({tcb}) => tcb.state === state && (port === undefined || tcb.local.port === port)).length;
}

/** Ends every connection in that state: with a RST where the state has one. */
export function dropAll(stack: Stack, state: State): void {
	for (const socket of stack.host.live.filter(({tcb}) => tcb.state === state)) {
		subject(stack, socket.number);
		abort(socket.tcb, 'abort', stack.env);
		settle(stack, socket, state);
	}
}
