/** The options of a SYN: MSS alone now (RFC 6691). Window scale, SACK and timestamps join here, each at its place by the profile. */
import type {Option} from './segment.js';
import type {Env, Tcb} from './tcb.js';

export function synOptions({rcv}: Tcb, _env: Env): readonly Option[] {
	return [{kind: 'mss', value: rcv.mss}];
}
