/** A segment that the endpoint sent, in the script's numbers, against the one that the script expects. */
import type {SegmentRecord} from '../../sim/index.js';
import {ACK, SYN, type UdpPorts} from '../../tcp/segment.js';
import {flagLetters} from '../notation.js';
import type {PktIp} from '../pkt.js';
import {compareOptions} from './compare-options.js';
import type {Comparison} from './comparison.js';
import {localOffset, remoteOffset, shifted} from './connection.js';
import type {Connection} from './run.js';
import type {FieldCheck, FieldName} from './verdict.js';

export const same = (field: FieldName, expected: string | number, actual: string | number): FieldCheck => ({
	field,
	expected: String(expected),
	actual: String(actual),
	isSame: expected === actual,
});

/** All that is checked of a segment but its time. */
export const compareSegment = (comparison: Comparison): readonly FieldCheck[] => [
	...comparePorts(comparison),
	...compareIp(comparison.expected.ip, comparison.sent),
	...compareNumbers(comparison),
	...compareOptions(comparison),
	...compareUdp(comparison),
	...comparePayload(comparison),
];

function comparePorts({expected: {sport, dport}, sent}: Comparison): readonly FieldCheck[] {
	return sport === undefined ? [] : [same('ports', `${sport} > ${dport}`, `${sent.sport} > ${sent.dport}`)];
}

const udpText = (udp: UdpPorts | undefined): string => (udp ? `${udp.sport} > ${udp.dport}` : '-');

function compareUdp({expected, sent}: Comparison): readonly FieldCheck[] {
	return expected.udp || sent.udp ? [same('udp', udpText(expected.udp), udpText(sent.udp))] : [];
}

const ecnNames = ['noecn', 'ect1', 'ect0', 'ce'] as const;

function compareIp({ecn, tos, dscp, ttl}: PktIp, sent: SegmentRecord): readonly FieldCheck[] {
	const fields: FieldCheck[] = [];
	const codepoint = ecnNames[sent.tos & 3] ?? 'noecn';
	if (ecn === 'ect01') fields.push({field: 'ecn', expected: ecn, actual: codepoint, isSame: codepoint === 'ect0' || codepoint === 'ect1'});
	else if (ecn !== undefined) fields.push(same('ecn', ecn, codepoint));
	if (tos !== undefined) fields.push(same('tos', hex(tos), hex(sent.tos)));
	if (dscp !== undefined) fields.push(same('dscp', hex(dscp), hex(sent.tos >> 2)));
	if (ttl !== undefined) fields.push(same('ttl', ttl, sent.ttl));
	return fields;
}

const hex = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;

function compareNumbers({connection, expected, sent}: Comparison): readonly FieldCheck[] {
	const fields = [same('flags', flagLetters(expected.flags), flagLetters(sent.flags))];
	const first = expected.isSeqLiteral ? sent.seq : scriptSeq(connection, sent);
	if (!expected.isSeqUnchecked) fields.push(same('seq', expected.seq, first));
	fields.push(same('length', expected.len, sent.len));
	fields.push(same('ack', expected.ack ?? 0, scriptAck(connection, sent)));
	if (expected.win !== undefined) fields.push(same('win', expected.win, sent.win));
	fields.push(same('urg', expected.urg ?? 0, sent.urg));
	return fields;
}

export const scriptSeq = (connection: Connection, {seq: first, flags}: SegmentRecord): number =>
	shifted(first, -localOffset(connection, (flags & SYN) !== 0));

/** Without the ACK bit the field is what it is. */
export const scriptAck = (connection: Connection, {ack, flags}: SegmentRecord): number =>
	flags & ACK ? shifted(ack, -remoteOffset(connection, (flags & SYN) !== 0)) : ack;

/** Both sides send zeros. */
const comparePayload = ({run, packets}: Comparison): readonly FieldCheck[] =>
	packets.some(n => run.nonZero.has(n)) ? [{field: 'payload', expected: '0', actual: '!= 0', isSame: false}] : [];
