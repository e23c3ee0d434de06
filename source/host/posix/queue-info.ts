/** The part of TCP_INFO that a sender has which works in chunks: segments and what became of them, and what it waited for. */
import type {SendQueue} from '../../tcp/chunks/chunk.js';
import type {Env} from '../../tcp/tcb.js';

/** `enum tcp_ca_state` of Linux. */
const phaseNumbers: Readonly<Record<SendQueue['phase'], number>> = {open: 0, disorder: 1, cwr: 2, recovery: 3, loss: 4};

const segmentInfo = (queue: SendQueue) => ({
	tcpi_unacked: queue.packetsOut,
	tcpi_sacked: queue.sackedOut,
	tcpi_lost: queue.lostOut,
	tcpi_retrans: queue.repeatedOut,
	tcpi_total_retrans: queue.repeatedEver,
	tcpi_delivered: queue.delivered,
	tcpi_dsack_dups: queue.dsacks,
	tcpi_reordering: queue.reordering,
	tcpi_reord_seen: queue.reorderingSeen,
	tcpi_ca_state: phaseNumbers[queue.phase],
});

/** What Linux shows before the first sample. */
const noRtt = 0xffff_ffff;

const running = (since: number | undefined, now: number): number => (since === undefined ? 0 : now - since);

const timeInfo = (queue: SendQueue, {now}: Env) => ({
	tcpi_min_rtt: queue.minRtt ?? noRtt,
	tcpi_busy_time: queue.busyTime + running(queue.busySince, now),
	tcpi_rwnd_limited: queue.rwndTime + running(queue.rwndSince, now),
	tcpi_sndbuf_limited: queue.sndbufTime + running(queue.sndbufSince, now),
});

export const queueInfo = (queue: SendQueue, env: Env): Readonly<Record<string, number>> => ({
	...segmentInfo(queue),
	...timeInfo(queue, env),
});
