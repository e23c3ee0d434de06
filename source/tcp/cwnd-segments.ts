/** The congestion window in whole segments, as Linux counts it; it is kept in octets like everything else. */
import type {Tcb} from './tcb.js';

/** As large as the window can grow: windows stop at 2³⁰ octets (RFC 7323 § 2.3). */
const largest = 2 ** 30;

/** cwnd in whole segments, one at least. */
export const segmentsOf = ({congestion, snd}: Tcb): number => Math.max(1, Math.floor(congestion.cwnd / snd.mss));

/** RFC 5681 § 3.1. */
export const isSlowStart = ({congestion}: Tcb): boolean => congestion.cwnd < congestion.ssthresh;

function addSegments({congestion, snd}: Tcb, segments: number): void {
	congestion.cwnd = Math.min(congestion.cwnd + segments * snd.mss, Math.max(congestion.cwnd, largest));
}

/** One segment for each acknowledged one, up to ssthresh; what is left over counts for congestion avoidance. */
export function slowStart(tcb: Tcb, acked: number): number {
	const {congestion, snd} = tcb;
	const room = Math.max(0, Math.floor((congestion.ssthresh - congestion.cwnd) / snd.mss));
	const grown = Math.min(acked, room);
	addSegments(tcb, grown);
	return acked - grown;
}

/**
 * One segment for every `per` acknowledged ones; what was saved up under a larger `per` is spent a segment at a time. True when cwnd
 * grew.
 */
export function growEvery(tcb: Tcb, per: number, acked: number): boolean {
	const {congestion} = tcb;
	const before = congestion.cwnd;
	if (congestion.credit >= per) {
		congestion.credit = 0;
		addSegments(tcb, 1);
	}
	congestion.credit += acked;
	const grown = Math.floor(congestion.credit / per);
	congestion.credit -= grown * per;
	addSegments(tcb, grown);
	return congestion.cwnd > before;
}
