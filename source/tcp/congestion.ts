/**
 * Congestion control behind an interface, so that another algorithm can join. NewReno: RFC 5681 (slow start, congestion
 * avoidance, fast retransmit), RFC 6582 (partial ACKs), RFC 6928 (initial window). Sizes in octets.
 */
import {note} from './out.js';
import {span} from './seq.js';
import type {Congestion, Env, Tcb} from './tcb.js';

export type Algorithm = {
	/** The connection is established: snd.mss is known. */
	readonly start: (tcb: Tcb) => void;
	/** New data was acknowledged outside recovery. */
	readonly onAck: (tcb: Tcb, octets: number, env: Env) => void;
	/** ssthresh after a loss. */
	readonly threshold: (tcb: Tcb) => number;
};

const newreno: Algorithm = {
	/** RFC 6928 § 2 (1); after a lost SYN one segment (RFC 5681 § 3.1). */
	start({congestion, snd, wasSynRetransmitted}) {
		const initial = Math.min(10 * snd.mss, Math.max(2 * snd.mss, 14_600));
		congestion.cwnd = wasSynRetransmitted ? snd.mss : initial;
	},
	/** RFC 5681 (2) and (3). */
	onAck({congestion, snd}, octets, env) {
		const isSlowStart = congestion.cwnd < congestion.ssthresh;
		const step = isSlowStart ? Math.min(octets, snd.mss) : Math.max(1, Math.floor((snd.mss * snd.mss) / congestion.cwnd));
		congestion.cwnd = Math.min(congestion.cwnd + step, 2 ** 30);
		note(env.out, isSlowStart ? 'slow-start' : 'congestion-avoidance', congestion.cwnd, congestion.ssthresh);
	},
	/** RFC 5681 (4). */
	threshold: ({snd}) => Math.max(Math.floor(span(snd.una, snd.max) / 2), 2 * snd.mss),
};

const algorithms: Readonly<Record<Congestion['algorithm'], Algorithm>> = {newreno};

export const algorithmOf = ({congestion}: Tcb): Algorithm => algorithms[congestion.algorithm];

/** RFC 5681 § 3.1: a time-out leaves one segment; the threshold only the first time for the same data. */
export function collapse(tcb: Tcb, env: Env): void {
	const {congestion, snd} = tcb;
	if (tcb.retries === 1) congestion.ssthresh = algorithmOf(tcb).threshold(tcb);
	congestion.cwnd = snd.mss;
	congestion.inRecovery = false;
	congestion.dupAcks = 0;
	congestion.recover = snd.max;
	note(env.out, 'cwnd-collapsed', congestion.ssthresh, congestion.cwnd);
}
