/** Challenge ACKs and their limit (RFC 5961 § 7): a blind attacker must not make us shout. */
import {sendAck} from './emit.js';
import {note} from './out.js';
import type {Env, Tcb} from './tcb.js';

/** At most `limit` in any span of `per`. */
export function challenge(tcb: Tcb, env: Env): void {
	const {limit, per} = env.profile.challenge;
	const recent = tcb.challenges.filter(at => env.now - at < per);
	if (recent.length >= limit) {
		note(env.out, 'challenge-limited', limit, per);
		return;
	}
	tcb.challenges = [...recent, env.now];
	sendAck(tcb, env);
}
