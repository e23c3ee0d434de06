/** A TCP segment inside its IPv4 datagram, as data (RFC 9293 § 3.1, RFC 791 § 3.1). wire.ts turns it into octets and back. */
import type {Seq} from './seq.js';

/** The control bits, at their places in the header (§ 3.1). */
export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;
export const URG = 32;
export const ECE = 64;
export const CWR = 128;

export type SackBlock = {readonly from: Seq /** One past the last octet. */; readonly to: Seq};

/** In the order of the header; pads are listed too, so that a header can be rebuilt to the octet. */
export type Option =
	| {readonly kind: 'eol'}
	| {readonly kind: 'nop'}
	| {readonly kind: 'mss' /** Octets. */; readonly value: number}
	| {readonly kind: 'wscale'; readonly shift: number}
	| {readonly kind: 'sackOK'}
	| {readonly kind: 'sack'; readonly blocks: readonly SackBlock[]}
	| {readonly kind: 'TS'; readonly val: number; readonly ecr: number}
	| {readonly kind: 'unknown'; readonly code: number; readonly data: readonly number[]};

export const noOptions: readonly Option[] = [];
/** What a datagram carries unless its socket asks otherwise. */
export const plainIp = {tos: 0, ttl: 64};

export const noText = new Uint8Array(0);

/** Of the datagram that a segment is in. */
export type UdpPorts = {readonly sport: number; readonly dport: number};

/** Never written after it was made: the link, the trace and a keyframe may all hold it. */
export type Segment = {
	/** IPv4 addresses as 32-bit numbers. */
	readonly src: number;
	readonly dst: number;
	readonly sport: number;
	readonly dport: number;
	readonly seq: Seq;
	/** Written to the header also when the ACK bit is off (then 0 unless forged). */
	readonly ack: Seq;
	readonly flags: number;
	/** The header field, not scaled. */
	readonly wnd: number;
	readonly urg: number;
	/** IPv4: the whole type-of-service octet (its two low bits are ECN, RFC 3168 § 5) and the time to live. */
	readonly tos: number;
	readonly ttl: number;
	/** Absent: right inside the IPv4 datagram. */
	readonly udp?: UdpPorts | undefined;
	readonly options: readonly Option[];
	/** The payload. */
	readonly text: Uint8Array;
	/** Octets that stood in front of it and were cut off, as they had come before; absent: none. */
	readonly cut?: number;
};

/** SEG.LEN: octets of sequence space, SYN and FIN counted (§ 3.4). */
export const segLen = ({flags, text}: Segment): number => text.length + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);

/** The MSS option's value, if there is one. */
export function mssOf({options}: Segment): number | undefined {
	for (const option of options) if (option.kind === 'mss') return option.value;
	return undefined;
}
