/** A packet of the run in the numbers of its script, whichever side sent it. */
import type {SegmentRecord} from '../../sim/index.js';
import {ACK, SYN} from '../../tcp/segment.js';
import {scriptAck, scriptSeq} from './compare.js';
import {localOffset, remoteOffset, shifted} from './connection.js';
import type {Connection, Run} from './run.js';

/** Undefined: of no connection that the script knows. */
export function scriptNumbers({host, connections}: Run, record: SegmentRecord): {readonly seq: number; readonly ack: number} | undefined {
	const isOwn = record.from === host;
	const [local, remote] = isOwn ? [record.sport, record.dport] : [record.dport, record.sport];
	const connection = connections.findLast(({localPort, remotePort}) => localPort === local && remotePort === remote);
	if (!connection) return undefined;
	return isOwn ? {seq: scriptSeq(connection, record), ack: scriptAck(connection, record)} : arrivedNumbers(connection, record);
}

function arrivedNumbers(connection: Connection, {seq, ack, flags}: SegmentRecord): {readonly seq: number; readonly ack: number} {
	const isSyn = (flags & SYN) !== 0;
	return {
		seq: shifted(seq, -remoteOffset(connection, isSyn)),
		ack: flags & ACK ? shifted(ack, -localOffset(connection, isSyn)) : ack,
	};
}
