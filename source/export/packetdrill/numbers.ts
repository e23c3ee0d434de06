/** Sequence numbers as a .pkt script counts them: each side's SYN is 0, its first octet 1, whatever the lab's ISNs are. */
import type {SegmentRecord} from '../../sim/index.js';
import {ACK, SYN} from '../../tcp/segment.js';

/** What is taken off a side's numbers; undefined: nothing is known yet, and the numbers are the wire's own. */
export type Bases = {
	local: number | undefined;
	remote: number | undefined;
	/** First values of the timestamps. */
	localStamp: number | undefined;
	remoteStamp: number | undefined;
	/** Descriptor in the lab of the connection at this end. */
	socket: number;
};

/** By the peer's address and the two ports. */
export type Numbers = Map<string, Bases>;

const noBases = (socket: number): Bases => ({local: undefined, remote: undefined, localStamp: undefined, remoteStamp: undefined, socket});

const keyOf = ({src, sport, dport, dst}: SegmentRecord, isInbound: boolean): string =>
	isInbound ? `${src}:${sport} ${dport}` : `${dst}:${dport} ${sport}`;

const basesAt = (numbers: Numbers, key: string): Bases => {
	const bases = numbers.get(key) ?? noBases(0);
	numbers.set(key, bases);
	return bases;
};

/** Numbers of a segment that arrives. `opens`: with it a new connection begins. */
export function basesOfInbound(numbers: Numbers, packet: SegmentRecord, opens: boolean): Bases {
	const key = keyOf(packet, true);
	if (opens && packet.flags & SYN && basesAt(numbers, key).remote !== packet.seq) numbers.set(key, noBases(0));
	const bases = basesAt(numbers, key);
	if (packet.flags & SYN) bases.remote ??= packet.seq;
	bases.remoteStamp ??= stampOf(packet);
	return bases;
}

/** Numbers of a segment that the host sends. A SYN of another descriptor begins a new connection: its own, or that of the SYN it answers. */
export function basesOfOutbound(numbers: Numbers, packet: SegmentRecord): Bases {
	const key = keyOf(packet, false);
	const known = basesAt(numbers, key);
	if (packet.flags & SYN && known.local !== undefined && known.socket !== packet.socket) {
		const {remote, remoteStamp} = known;
		numbers.set(key, {...noBases(packet.socket), ...(packet.flags & ACK && {remote, remoteStamp})});
	}
	const bases = basesAt(numbers, key);
	if (packet.flags & SYN) {
		bases.local ??= packet.seq;
		bases.socket = packet.socket;
	}
	bases.localStamp ??= stampOf(packet);
	return bases;
}

const stampOf = ({options}: SegmentRecord): number | undefined => {
	for (const option of options) if (option.kind === 'TS') return option.val;
	return undefined;
};

export const relative = (number: number, base: number | undefined): number => (number - (base ?? 0)) >>> 0;

/** So that no value is the 0 that stands for "none" (RFC 7323 § 3.2). */
const firstStamp = 100;

export const relativeStamp = (stamp: number, base: number | undefined): number =>
	base === undefined || stamp === 0 ? stamp : (stamp - base + firstStamp) >>> 0;
