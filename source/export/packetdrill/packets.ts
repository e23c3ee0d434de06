/** Packets of the trace as packetdrill's segments. */
import type {PktTcp, PktTcpOption} from '../../packetdrill/pkt.js';
import type {SegmentRecord} from '../../sim/index.js';
import {encodeOption} from '../../tcp/option-codec.js';
import {ACK, type Option} from '../../tcp/segment.js';
import {add, seq} from '../../tcp/seq.js';
import {type Bases, relative, relativeStamp} from './numbers.js';

/** Bases of the side that sent the segment, and of the other one. */
type Sides = {
	readonly own: number | undefined;
	readonly other: number | undefined;
	readonly ownStamp: number | undefined;
	readonly otherStamp: number | undefined;
};

const inboundSides = ({local, remote, localStamp, remoteStamp}: Bases): Sides => ({
	own: remote,
	other: local,
	ownStamp: remoteStamp,
	otherStamp: localStamp,
});

const outboundSides = ({local, remote, localStamp, remoteStamp}: Bases): Sides => ({
	own: local,
	other: remote,
	ownStamp: localStamp,
	otherStamp: remoteStamp,
});

export const inboundSegment = (packet: SegmentRecord, bases: Bases): PktTcp => segment(packet, inboundSides(bases));

export const outboundSegment = (packet: SegmentRecord, bases: Bases): PktTcp => segment(packet, outboundSides(bases));

function segment(packet: SegmentRecord, sides: Sides): PktTcp {
	const {flags, len, win, urg} = packet;
	const first = seq(relative(packet.seq, sides.own));
	return {
		kind: 'tcp',
		ip: {},
		flags,
		seq: first,
		last: add(first, len),
		len,
		isSeqLiteral: false,
		isSeqUnchecked: false,
		...ackOf(packet, sides),
		win,
		...(urg !== 0 && {urg}),
		options: packet.options.map(option => optionOf(option, sides)),
	};
}

/** Without the ACK bit the number is the header's own, and mostly 0. */
function ackOf({flags, ack}: SegmentRecord, {other}: Sides): {readonly ack?: number} {
	if (flags & ACK) return {ack: relative(ack, other)};
	return ack === 0 ? {} : {ack};
}

function optionOf(option: Option, {other, ownStamp, otherStamp}: Sides): PktTcpOption {
	switch (option.kind) {
		case 'sack':
			return {
				kind: 'sack',
				blocks: option.blocks.map(({from, to}) => ({from: seq(relative(from, other)), to: seq(relative(to, other))})),
			};
		case 'TS':
			return {
				kind: 'TS',
				val: relativeStamp(option.val, ownStamp),
				ecr: relativeStamp(option.ecr, otherStamp),
				isEcrLiteral: false,
			};
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
