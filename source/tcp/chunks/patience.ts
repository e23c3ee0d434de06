/** How long a sender goes on without an answer (retransmits_timed_out). Times in µs. */
import type {Env, Tcb} from '../tcb.js';
import type {SendQueue} from './chunk.js';

/**
 * What so many retransmissions would take if the first came after the least time-out and each wait was twice the one before, up to the
 * longest (tcp_model_timeout): a sender with longer round trips repeats less often in the same time.
 */
function timeOf(retransmissions: number, {knobs, profile}: Pick<Env, 'knobs' | 'profile'>): number {
	const least = profile.knobs.rtoMin;
	const doublings = Math.min(retransmissions, Math.floor(Math.log2(Math.max(1, knobs.rtoMax / least))));
	return (2 ** (doublings + 1) - 1) * least + (retransmissions - doublings) * knobs.rtoMax;
}

/** Repetitions have gone unanswered for so long as so many of them stand for. */
export const isSilentFor = ({retries}: Tcb, {firstRepeatAt}: SendQueue, retransmissions: number, env: Env): boolean =>
	retries > 0 && firstRepeatAt !== undefined && env.now - firstRepeatAt >= timeOf(retransmissions, env);

/** Since the first repetition; TCP_USER_TIMEOUT takes the place of a number of retransmissions. */
export function isPatienceOver(
	{retries}: Tcb,
	{firstRepeatAt}: SendQueue,
	limit: number | undefined,
	env: Pick<Env, 'now' | 'knobs' | 'profile'>,
): boolean {
	const most = env.knobs.userTimeout ?? (limit === undefined ? undefined : timeOf(limit, env));
	return retries > 0 && firstRepeatAt !== undefined && most !== undefined && env.now - firstRepeatAt >= most;
}
