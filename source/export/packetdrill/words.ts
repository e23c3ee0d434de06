/** What a script says to people, in one language. */
import type {HostName, SegmentRecord, Words} from '../../sim/index.js';
import type {Unsayable} from './deeds.js';

export type PacketdrillWords = {
	readonly said: (words: Words) => string;
	/** Why a segment that was sent did not arrive; undefined: it did. */
	readonly fate: (packet: SegmentRecord) => string | undefined;
	/** Whose script it is. */
	readonly seenFrom: (host: HostName) => string;
	/** Why there is none. */
	readonly unsayable: (unsayable: Unsayable, host: HostName) => string;
};
