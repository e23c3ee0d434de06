/** The part of TCP_INFO that a sender has which works in chunks: segments and what became of them, and what it waited for. */
import {chronoTime} from '../../tcp/chunks/chrono.js';
import type {SendQueue} from '../../tcp/chunks/chunk.js';
import type {Env} from '../../tcp/tcb.js';

/** `enum tcp_ca_state` of Linux. */
const phaseNumbers: Readonly<Record<SendQueue['phase'], number>> = {open: 0, disorder: 1, cwr: 2, recovery: 3, loss: 4};

const segmentInfo = (queue: SendQueue) => ({
	tcpi_unacked: queue.packetsOut,
	tcpi_sacked: queue.sackedOut,
	tcpi_lost: queue.lostOut,
	tcpi_retrans: queue.repeatedOut,
	tcpi_delivered: queue.delivered,
	tcpi_backoff: queue.backoff,
	tcpi_bytes_sent: queue.octetsSent,
	tcpi_bytes_retrans: queue.octetsRepeated,
	tcpi_data_segs_out: queue.segmentsSent,
	tcpi_fackets: 0,
	tcpi_dsack_dups: queue.dsacks,
	tcpi_reordering: queue.reordering,
	tcpi_reord_seen: queue.reorderingSeen,
	tcpi_ca_state: phaseNumbers[queue.phase],
});

/** What Linux shows before the first sample. */
const noRtt = 0xffff_ffff;

const timeInfo = (queue: SendQueue, {now}: Env) => ({
	tcpi_min_rtt: queue.minRtt ?? noRtt,
	tcpi_busy_time: (['busy', 'window', 'buffer'] as const).reduce((sum, kind) => sum + chronoTime(queue.chrono, kind, now), 0),
	tcpi_rwnd_limited: chronoTime(queue.chrono, 'window', now),
	tcpi_sndbuf_limited: chronoTime(queue.chrono, 'buffer', now),
	tcpi_last_ack_recv: Math.floor((now - queue.ackedAt) / 1000),
});

export const queueInfo = (queue: SendQueue, env: Env): Readonly<Record<string, number>> => ({
	...segmentInfo(queue),
	...timeInfo(queue, env),
});
