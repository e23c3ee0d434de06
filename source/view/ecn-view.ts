/** What a packet says of congestion (RFC 3168): the codepoint in its IP header, and the flags that a word for text leaves out. */
import type {SegmentRecord} from '../sim/trace.js';
import {ecnBits} from '../tcp/ecn.js';
import {CWR, ECE} from '../tcp/segment.js';

/** § 5, by value; 0: its sender knows nothing of ECN. */
const codepoints = [undefined, 'ECT(1)', 'ECT(0)', 'CE'] as const;

type Codepoint = NonNullable<(typeof codepoints)[number]>;

export type EcnView = {
	readonly sent: Codepoint | undefined;
	/** What it carries now: another one behind a router that marked it. */
	readonly now: Codepoint | undefined;
	/** Beside the word of a segment with text, which names no flags. */
	readonly flags: readonly string[];
};

const sentCodepoint = ({tos}: Pick<SegmentRecord, 'tos'>): Codepoint | undefined => codepoints[tos & ecnBits];

export function ecnView(packet: SegmentRecord, now: number): EcnView {
	const {flags, len, markedAt} = packet;
	const sent = sentCodepoint(packet);
	const isMarked = markedAt !== undefined && markedAt <= now;
	const hidden = len > 0 ? flags : 0;
	return {
		sent,
		now: isMarked ? 'CE' : sent,
		flags: [...(hidden & ECE ? ['ECE'] : []), ...(hidden & CWR ? ['CWR'] : [])],
	};
}
