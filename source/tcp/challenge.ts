/** Challenge ACKs and their limit (RFC 5961 § 7): a blind attacker must not make us shout. */
import {sendAck} from './emit.js';
import {note} from './out.js';
import type {Env, Tcb} from './tcb.js';

export function challenge(tcb: Tcb, kind: 'rst' | 'syn' | 'ack', env: Env): void {
	const {limit, per, isPerKind} = env.profile.challenge;
	const window = tcb.challenges[isPerKind ? kind : 'rst'];
	if (env.now - window.since >= per) {
		window.since = env.now;
		window.count = 0;
	}
	if (window.count >= limit) {
		note(env.out, 'challenge-limited', limit, per);
		return;
	}
	window.count++;
	sendAck(tcb, env);
}
