/**
 * A segment as the octets of its IPv4 datagram, and back (RFC 791 § 3.1, RFC 9293 § 3.1; inside UDP: RFC 768). Only where octets are shown, saved or
 * checked: between the hosts of one world segments travel as data.
 */
import {checksum, sumWords} from './checksum.js';
import {decodeOptions, encodeOptions, maxOptionOctets} from './option-codec.js';
import type {Segment} from './segment.js';
import {seq} from './seq.js';

const ipHeaderOctets = 20;
const tcpHeaderOctets = 20;
/** RFC 768. */
export const udpHeaderOctets = 8;
const protocolTcp = 6;
const protocolUdp = 17;
const dontFragment = 0x4000;

/**
 * Why octets are not a segment: fewer than their headers claim; a checksum of either header does not fit; not IPv4, with IPv4
 * options, a fragment, or not TCP; a data offset or an option length that cannot be.
 */
type DecodeError = 'truncated' | 'checksum' | 'not-tcp' | 'data-offset' | 'option-length';

type Decoded = {readonly segment: Segment; readonly error?: undefined} | {readonly error: DecodeError; readonly segment?: undefined};

/** Sum of the pseudo header (RFC 9293 § 3.1, RFC 768) in front of so many octets of TCP or UDP. */
const pseudoSum = (view: DataView, octets: number): number =>
	view.getUint16(12) + view.getUint16(14) + view.getUint16(16) + view.getUint16(18) + view.getUint8(9) + octets;

/** Of TCP or UDP behind the IP header; 0 where its checksum is right. */
const sumBehindIp = (octets: Uint8Array, view: DataView): number =>
	checksum(sumWords(octets.subarray(ipHeaderOctets), pseudoSum(view, octets.length - ipHeaderOctets)));

function writeIpHeader(octets: Uint8Array, {src, dst, tos, ttl, udp}: Segment): void {
	const view = new DataView(octets.buffer);
	view.setUint16(0, 0x4500 | tos);
	view.setUint16(2, octets.length);
	view.setUint16(6, dontFragment);
	view.setUint16(8, (ttl << 8) | (udp ? protocolUdp : protocolTcp));
	view.setUint32(12, src);
	view.setUint32(16, dst);
	view.setUint16(10, checksum(sumWords(octets.subarray(0, ipHeaderOctets))));
}

function writeTcpHeader(view: DataView, segment: Segment, headerOctets: number): void {
	view.setUint16(0, segment.sport);
	view.setUint16(2, segment.dport);
	view.setUint32(4, segment.seq);
	view.setUint32(8, segment.ack);
	view.setUint16(12, (headerOctets << 10) | segment.flags);
	view.setUint16(14, segment.wnd);
	view.setUint16(18, segment.urg);
}

/** Inside UDP one checksum covers all: UDP's, which then is never 0, for that means none (RFC 768). TCP's own stays 0. */
function writeChecksum(octets: Uint8Array, {udp}: Segment): void {
	const view = new DataView(octets.buffer);
	if (!udp) {
		view.setUint16(ipHeaderOctets + 16, sumBehindIp(octets, view));
		return;
	}
	view.setUint16(ipHeaderOctets, udp.sport);
	view.setUint16(ipHeaderOctets + 2, udp.dport);
	view.setUint16(ipHeaderOctets + 4, octets.length - ipHeaderOctets);
	view.setUint16(ipHeaderOctets + 6, sumBehindIp(octets, view) || 0xffff);
}

/** @throws RangeError when the options take more than 40 octets or the datagram more than 65535. */
export function encode(segment: Segment): Uint8Array {
	const options = encodeOptions(segment.options);
	const tcpAt = ipHeaderOctets + (segment.udp ? udpHeaderOctets : 0);
	const headerOctets = tcpHeaderOctets + options.length;
	const total = tcpAt + headerOctets + segment.text.length;
	if (options.length > maxOptionOctets) throw new RangeError(`options take ${options.length} octets, at most ${maxOptionOctets}`);
	if (total > 0xffff) throw new RangeError(`a datagram of ${total} octets, at most 65535`);
	const octets = new Uint8Array(total);
	octets.set(options, tcpAt + tcpHeaderOctets);
	octets.set(segment.text, tcpAt + headerOctets);
	writeIpHeader(octets, segment);
	writeTcpHeader(new DataView(octets.buffer, tcpAt), segment, headerOctets);
	writeChecksum(octets, segment);
	return octets;
}

/** Octets behind the datagram (a frame's padding) are left alone. The text of the segment is a copy. */
export function decode(octets: Uint8Array): Decoded {
	if (octets.length < ipHeaderOctets + tcpHeaderOctets) return {error: 'truncated'};
	const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
	if (checksum(sumWords(octets.subarray(0, ipHeaderOctets))) !== 0) return {error: 'checksum'};
	const isFragment = (view.getUint16(6) & ~dontFragment) !== 0;
	const protocol = view.getUint8(9);
	if (view.getUint8(0) !== 0x45 || (protocol !== protocolTcp && protocol !== protocolUdp) || isFragment) return {error: 'not-tcp'};
	const total = view.getUint16(2);
	const tcpAt = ipHeaderOctets + (protocol === protocolUdp ? udpHeaderOctets : 0);
	if (total > octets.length || total < tcpAt + tcpHeaderOctets) return {error: 'truncated'};
	const datagram = octets.subarray(0, total);
	if (sumBehindIp(datagram, view) !== 0) return {error: 'checksum'};
	return protocol === protocolUdp ? decodeUdp(datagram, view) : decodeTcp(datagram, view, tcpAt);
}

/** Without a checksum nothing would protect the segment: such a datagram is not taken. */
function decodeUdp(octets: Uint8Array, view: DataView): Decoded {
	if (view.getUint16(ipHeaderOctets + 6) === 0) return {error: 'checksum'};
	if (view.getUint16(ipHeaderOctets + 4) !== octets.length - ipHeaderOctets) return {error: 'not-tcp'};
	const {segment, error} = decodeTcp(octets, view, ipHeaderOctets + udpHeaderOctets);
	const udp = {sport: view.getUint16(ipHeaderOctets), dport: view.getUint16(ipHeaderOctets + 2)};
	return error ? {error} : {segment: {...segment, udp}};
}

function decodeTcp(octets: Uint8Array, view: DataView, tcpAt: number): Decoded {
	const textAt = tcpAt + (view.getUint8(tcpAt + 12) >>> 4) * 4;
	if (textAt < tcpAt + tcpHeaderOctets || textAt > octets.length) return {error: 'data-offset'};
	const options = decodeOptions(octets.subarray(tcpAt + tcpHeaderOctets, textAt));
	if (!options) return {error: 'option-length'};
	const segment = {
		src: view.getUint32(12),
		dst: view.getUint32(16),
		sport: view.getUint16(tcpAt),
		dport: view.getUint16(tcpAt + 2),
		seq: seq(view.getUint32(tcpAt + 4)),
		ack: seq(view.getUint32(tcpAt + 8)),
		flags: view.getUint8(tcpAt + 13),
		wnd: view.getUint16(tcpAt + 14),
		urg: view.getUint16(tcpAt + 18),
		tos: view.getUint8(1),
		ttl: view.getUint8(8),
		options,
		text: octets.slice(textAt),
	};
	return {segment};
}
