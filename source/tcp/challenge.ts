/** Challenge ACKs and their limit (RFC 5961 § 7): a blind attacker must not make us shout. */
import {sendAck} from './emit.js';
import {note} from './out.js';
import type {Env, Tcb} from './tcb.js';

/** At most `limit` in any span of `per`. */
export function challenge(tcb: Tcb, kind: 'rst' | 'syn' | 'ack', env: Env): void {
	const {limit, per, isPerKind} = env.profile.challenge;
	const counted = isPerKind ? kind : 'rst';
	const recent = tcb.challenges[counted].filter(at => env.now - at < per);
	if (recent.length >= limit) {
		note(env.out, 'challenge-limited', limit, per);
		return;
	}
	tcb.challenges[counted] = [...recent, env.now];
	sendAck(tcb, env);
}
