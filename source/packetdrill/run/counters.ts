/** Counters of the Linux kernel (SNMP and TcpExt, as `nstat` shows them), counted from the rules that fired. */
import {type Row, rowAt, rowCount} from '../../sim/index.js';
import type {NoteCode} from '../../tcp/notes.js';
import {add, before, seq} from '../../tcp/seq.js';
import type {Run} from './run.js';

type NoteRow = Row & {readonly kind: 'note'};

const isBeyond = ({values: {seq: first = 0, len = 0, rcvNxt = 0, rcvWnd = 0}}: NoteRow): boolean =>
	before(add(seq(rcvNxt), rcvWnd), add(seq(first), len));

/** Every firing of such a rule counts, or those that the test picks. */
type Counter = {readonly code: NoteCode; readonly picks?: (row: NoteRow) => boolean};

const counters: Readonly<Record<string, Counter>> = {
	TcpExtBeyondWindow: {code: 'unacceptable', picks: isBeyond},
	TcpExtTCPZeroWindowDrop: {code: 'window-full'},
	TcpExtDelayedACKs: {code: 'delayed-ack-fired'},
	TcpExtDelayedACKLost: {code: 'old-data'},
	TcpExtTCPOFOQueue: {code: 'data-out-of-order'},
	TcpExtTCPTimeouts: {code: 'rto-fired'},
	TcpExtTCPKeepAlive: {code: 'keepalive-sent'},
	TcpExtTCPDSACKRecv: {code: 'dsack-arrived'},
	TcpExtPAWSEstab: {code: 'paws-dropped'},
	TcpExtSyncookiesSent: {code: 'cookie-sent'},
	TcpExtSyncookiesRecv: {code: 'cookie-accepted'},
	TcpExtSyncookiesFailed: {code: 'cookie-refused'},
};

/** Since the counters were looked at last; undefined: not a counter that is kept. */
export function countSince({history: {world}, host, countedRows}: Run, name: string): number | undefined {
	const counter = counters[name];
	if (!counter) return undefined;
	let count = 0;
	for (let index = countedRows; index < rowCount(world.trace); index++) {
		const row = rowAt(world.trace, index);
		if (row.kind === 'note' && row.host === host && row.code === counter.code && (counter.picks?.(row) ?? true)) count++;
	}
	return count;
}

/** `nstat` shows what has come since it was run last. */
export function forgetCounts(run: Run): void {
	run.countedRows = rowCount(run.history.world.trace);
}
