/**
 * A segment as the octets of its IPv4 datagram, and back (RFC 791 § 3.1, RFC 9293 § 3.1). Only where octets are shown, saved or
 * checked: between the hosts of one world segments travel as data.
 */
import {checksum, sumWords} from './checksum.js';
import {decodeOptions, encodeOptions, maxOptionOctets} from './option-codec.js';
import type {Segment} from './segment.js';
import {seq} from './seq.js';

export const ipHeaderOctets = 20;
export const tcpHeaderOctets = 20;
const protocolTcp = 6;
const dontFragment = 0x4000;

/**
 * Why octets are not a segment: fewer than their headers claim; a checksum of either header does not fit; not IPv4, with IPv4
 * options, a fragment, or not TCP; a data offset or an option length that cannot be.
 */
export type DecodeError = 'truncated' | 'checksum' | 'not-tcp' | 'data-offset' | 'option-length';

export type Decoded = {readonly segment: Segment; readonly error?: undefined} | {readonly error: DecodeError; readonly segment?: undefined};

/** Sum of the pseudo header (RFC 9293 § 3.1) in front of so many octets of TCP. */
const pseudoSum = (src: number, dst: number, octets: number): number =>
	(src >>> 16) + (src & 0xffff) + (dst >>> 16) + (dst & 0xffff) + protocolTcp + octets;

function writeIpHeader(octets: Uint8Array, {src, dst, tos, ttl}: Segment): void {
	const view = new DataView(octets.buffer);
	view.setUint16(0, 0x4500 | tos);
	view.setUint16(2, octets.length);
	view.setUint16(6, dontFragment);
	view.setUint16(8, (ttl << 8) | protocolTcp);
	view.setUint32(12, src);
	view.setUint32(16, dst);
	view.setUint16(10, checksum(sumWords(octets.subarray(0, ipHeaderOctets))));
}

function writeTcpHeader(octets: Uint8Array, segment: Segment, headerOctets: number): void {
	const view = new DataView(octets.buffer, ipHeaderOctets);
	view.setUint16(0, segment.sport);
	view.setUint16(2, segment.dport);
	view.setUint32(4, segment.seq);
	view.setUint32(8, segment.ack);
	view.setUint16(12, (headerOctets << 10) | segment.flags);
	view.setUint16(14, segment.wnd);
	view.setUint16(18, segment.urg);
}

/** @throws RangeError when the options take more than 40 octets or the datagram more than 65535. */
export function encode(segment: Segment): Uint8Array {
	const options = encodeOptions(segment.options);
	const headerOctets = tcpHeaderOctets + options.length;
	const total = ipHeaderOctets + headerOctets + segment.text.length;
	if (options.length > maxOptionOctets) throw new RangeError(`options take ${options.length} octets, at most ${maxOptionOctets}`);
	if (total > 0xffff) throw new RangeError(`a datagram of ${total} octets, at most 65535`);
	const octets = new Uint8Array(total);
	octets.set(options, ipHeaderOctets + tcpHeaderOctets);
	octets.set(segment.text, ipHeaderOctets + headerOctets);
	writeIpHeader(octets, segment);
	writeTcpHeader(octets, segment, headerOctets);
	const sum = sumWords(octets.subarray(ipHeaderOctets), pseudoSum(segment.src, segment.dst, total - ipHeaderOctets));
	new DataView(octets.buffer).setUint16(ipHeaderOctets + 16, checksum(sum));
	return octets;
}

/** Octets behind the datagram (a frame's padding) are left alone. The text of the segment is a copy. */
export function decode(octets: Uint8Array): Decoded {
	if (octets.length < ipHeaderOctets + tcpHeaderOctets) return {error: 'truncated'};
	const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
	if (checksum(sumWords(octets.subarray(0, ipHeaderOctets))) !== 0) return {error: 'checksum'};
	const isFragment = (view.getUint16(6) & ~dontFragment) !== 0;
	if (view.getUint8(0) !== 0x45 || view.getUint8(9) !== protocolTcp || isFragment) return {error: 'not-tcp'};
	const total = view.getUint16(2);
	if (total > octets.length || total < ipHeaderOctets + tcpHeaderOctets) return {error: 'truncated'};
	const sum = sumWords(octets.subarray(ipHeaderOctets, total), pseudoSum(view.getUint32(12), view.getUint32(16), total - ipHeaderOctets));
	return checksum(sum) === 0 ? decodeTcp(octets.subarray(0, total), view) : {error: 'checksum'};
}

function decodeTcp(octets: Uint8Array, view: DataView): Decoded {
	const textAt = ipHeaderOctets + (view.getUint8(ipHeaderOctets + 12) >>> 4) * 4;
	if (textAt < ipHeaderOctets + tcpHeaderOctets || textAt > octets.length) return {error: 'data-offset'};
	const options = decodeOptions(octets.subarray(ipHeaderOctets + tcpHeaderOctets, textAt));
	if (!options) return {error: 'option-length'};
	const segment = {
		src: view.getUint32(12),
		dst: view.getUint32(16),
		sport: view.getUint16(ipHeaderOctets),
		dport: view.getUint16(ipHeaderOctets + 2),
		seq: seq(view.getUint32(ipHeaderOctets + 4)),
		ack: seq(view.getUint32(ipHeaderOctets + 8)),
		flags: view.getUint8(ipHeaderOctets + 13),
		wnd: view.getUint16(ipHeaderOctets + 14),
		urg: view.getUint16(ipHeaderOctets + 18),
		tos: view.getUint8(1),
		ttl: view.getUint8(8),
		options,
		text: octets.slice(textAt),
	};
	return {segment};
}
