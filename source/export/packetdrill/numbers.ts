/**
 * Sequence numbers as a .pkt script counts them: each side's SYN is 0, its first octet 1, whatever the lab's ISNs are. A pair of ports
 * keeps its numbers until this host calls connect() from it anew.
 */
import type {SegmentRecord} from '../../sim/index.js';
import {ACK, SYN} from '../../tcp/segment.js';

/** What is taken off a side's numbers; undefined: nothing is known yet, and the numbers are the wire's own. */
export type Bases = {
	local: number | undefined;
	remote: number | undefined;
	/** First values of the timestamps. */
	localStamp: number | undefined;
	remoteStamp: number | undefined;
	/** Those that the host has sent. */
	readonly stamps: Set<number>;
	/** Descriptor in the lab that called connect(); 0: nobody did. */
	socket: number;
};

/** By the peer's address and the two ports. */
export type Numbers = Map<string, Bases>;

const noBases = (): Bases => ({
	local: undefined,
	remote: undefined,
	localStamp: undefined,
	remoteStamp: undefined,
	stamps: new Set(),
	socket: 0,
});

function basesAt(numbers: Numbers, key: string): Bases {
	const bases = numbers.get(key) ?? noBases();
	numbers.set(key, bases);
	return bases;
}

/** Before a segment that arrives is written. A SYN tells the peer's ISN. */
export function basesOfInbound(numbers: Numbers, packet: SegmentRecord): Bases {
	const {src, sport, dport} = packet;
	const bases = basesAt(numbers, `${src}:${sport} ${dport}`);
	if (packet.flags & SYN) bases.remote ??= packet.seq;
	bases.remoteStamp ??= stampOf(packet);
	return bases;
}

/** After it: to a listener, or to nobody, whatever comes first begins the numbers. */
export function learnFirst(bases: Bases, {seq}: SegmentRecord): void {
	if (bases.socket === 0) bases.remote ??= seq;
}

/** Numbers of a segment that the host sends. */
export function basesOfOutbound(numbers: Numbers, packet: SegmentRecord): Bases {
	const {dst, dport, sport, flags, seq, socket} = packet;
	const key = `${dst}:${dport} ${sport}`;
	const isConnecting = (flags & (SYN | ACK)) === SYN;
	if (isConnecting && basesAt(numbers, key).socket !== socket) numbers.set(key, {...noBases(), socket});
	const bases = basesAt(numbers, key);
	if (flags & SYN) bases.local ??= seq;
	const stamp = stampOf(packet);
	bases.localStamp ??= stamp;
	if (stamp !== undefined) bases.stamps.add(stamp);
	return bases;
}

function stampOf({options}: SegmentRecord): number | undefined {
	for (const option of options) if (option.kind === 'TS') return option.val;
	return undefined;
}

export const relative = (number: number, base: number | undefined): number => (number - (base ?? 0)) >>> 0;

/** So that no value is the 0 that stands for "none" (RFC 7323 § 3.2). */
const firstStamp = 100;

export const relativeStamp = (stamp: number, base: number | undefined): number =>
	base === undefined ? stamp : (stamp - base + firstStamp) >>> 0;
