/** What the endpoint sent, in the script's words and numbers. */
import type {SegmentRecord} from '../../sim/index.js';
import {ACK} from '../../tcp/segment.js';
import {add, seq} from '../../tcp/seq.js';
import type {PktTcp} from '../pkt.js';
import {packetWords} from '../pkt-print-action.js';
import {scriptAck, scriptSeq} from './compare.js';
import {pktOptions, scriptOptions} from './compare-options.js';
import type {Connection} from './run.js';

/** Ports only where the script wrote some. */
export function sentWords(connection: Connection, sent: SegmentRecord, {sport}: Pick<PktTcp, 'sport'>): string {
	const first = scriptSeq(connection, sent);
	const hasAck = (sent.flags & ACK) !== 0 || sent.ack !== 0;
	return packetWords({
		kind: 'tcp',
		ip: {},
		...(sport !== undefined && {sport: sent.sport, dport: sent.dport}),
		flags: sent.flags,
		seq: first,
		last: add(seq(first), sent.len),
		len: sent.len,
		isSeqLiteral: false,
		isSeqUnchecked: false,
		ack: hasAck ? scriptAck(connection, sent) : undefined,
		win: sent.win,
		urg: sent.urg || undefined,
		options: pktOptions(scriptOptions(connection, sent)),
		udp: sent.udp,
	});
}
