/** Packets of the trace as packetdrill's segments. */
import type {PktTcp, PktTcpOption} from '../../packetdrill/pkt.js';
import type {SegmentRecord} from '../../sim/index.js';
import {encodeOption} from '../../tcp/option-codec.js';
import {ACK, type Option, RST} from '../../tcp/segment.js';
import {add, seq} from '../../tcp/seq.js';
import {type Bases, relative, relativeStamp} from './numbers.js';

/** What the numbers of one segment count from. */
type View = {
	readonly packet: SegmentRecord;
	readonly own: number | undefined;
	readonly other: number | undefined;
	readonly stampWords: (option: Option & {kind: 'TS'}) => PktTcpOption;
};

/** Without the ACK bit what looks like an echo or an acknowledgment is the wire's own. */
export function inboundSegment(packet: SegmentRecord, bases: Bases): PktTcp {
	const hasAck = (packet.flags & ACK) !== 0;
	return segment({
		packet,
		own: bases.remote,
		other: hasAck ? bases.local : undefined,
		stampWords: ({val, ecr}) => {
			const isEcho = hasAck && bases.stamps.has(ecr);
			return {
				kind: 'TS',
				val: relativeStamp(val, bases.remoteStamp),
				ecr: isEcho ? relativeStamp(ecr, bases.localStamp) : ecr,
				isEcrLiteral: hasAck && !isEcho,
			};
		},
	});
}

/** The answer to a segment that acknowledges nothing counts from 0, whatever connection there was (RFC 9293 § 3.10.7.1). */
const countsFromZero = ({flags, seq: first, socket}: SegmentRecord): boolean =>
	(flags & (RST | ACK)) === (RST | ACK) && first === 0 && socket === 0;

export function outboundSegment(packet: SegmentRecord, bases: Bases): PktTcp {
	const isLiteral = bases.local !== undefined && countsFromZero(packet);
	const written = segment({
		packet,
		own: isLiteral ? 0 : bases.local,
		other: bases.remote,
		stampWords: ({val, ecr}) => ({
			kind: 'TS',
			val: relativeStamp(val, bases.localStamp),
			ecr: ecr === 0 ? 0 : relativeStamp(ecr, bases.remoteStamp),
			isEcrLiteral: false,
		}),
	});
	return {...written, isSeqLiteral: isLiteral};
}

function segment(view: View): PktTcp {
	const {flags, len, win, urg, options} = view.packet;
	const first = seq(relative(view.packet.seq, view.own));
	return {
		kind: 'tcp',
		ip: {},
		flags,
		seq: first,
		last: add(first, len),
		len,
		isSeqLiteral: false,
		isSeqUnchecked: false,
		...ackOf(view),
		win,
		...(urg !== 0 && {urg}),
		options: options.map(option => optionOf(option, view)),
	};
}

/** Without the ACK bit the number is the header's own, and mostly 0. */
function ackOf({packet: {flags, ack}, other}: View): {readonly ack?: number} {
	if (flags & ACK) return {ack: relative(ack, other)};
	return ack === 0 ? {} : {ack};
}

function optionOf(option: Option, {other, stampWords}: View): PktTcpOption {
	switch (option.kind) {
		case 'sack':
			return {
				kind: 'sack',
				blocks: option.blocks.map(({from, to}) => ({from: seq(relative(from, other)), to: seq(relative(to, other))})),
			};
		case 'TS':
			return stampWords(option);
		case 'unknown':
			return {kind: 'raw', octets: encodeOption(option)};
		case 'eol':
		case 'nop':
		case 'mss':
		case 'wscale':
		case 'sackOK':
			return option;
	}
}
