import {end} from '../move-to.js';
import {note} from '../out.js';
import type {Env, Tcb} from '../tcb.js';

/** Nobody answers. */
export function giveUp(tcb: Tcb, env: Env): void {
	note(env.out, 'gave-up', tcb.retries);
	end(tcb, 'timed-out', env, tcb.softError ?? 'timed-out');
}
