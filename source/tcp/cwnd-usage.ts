/**
 * Is cwnd what holds the sender back? A window that is not used up says nothing about the network and does not grow (RFC 9438 § 5.8,
 * RFC 7661 § 4): where cwnd counts segments, as Linux asks.
 */
import {isSlowStart, segmentsOf} from './cwnd-segments.js';
import {atOrBefore} from './seq.js';
import type {Tcb} from './tcb.js';

/**
 * After sending, with `out` segments sent and not acknowledged. Over a window's worth of data the strongest sign counts: that cwnd was
 * the limit, else the most segments that were out.
 */
export function observeUsage(tcb: Tcb, out: number, isLimited: boolean): void {
	const {usage} = tcb.congestion;
	const isOver = atOrBefore(usage.upTo, tcb.snd.una);
	if (!isOver && !isLimited && (usage.isLimited || out <= usage.most)) return;
	usage.isLimited = isLimited;
	usage.most = out;
	usage.upTo = tcb.snd.nxt;
}

/** In slow start half of cwnd in use is enough: it shall be twice of what is acknowledged. */
export function isCwndLimited(tcb: Tcb): boolean {
	const {usage} = tcb.congestion;
	return usage.isLimited || (isSlowStart(tcb) && segmentsOf(tcb) < 2 * usage.most);
}
