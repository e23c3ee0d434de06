/** What a sentence needs to know of where it happened: whose numbers, which names. Made by explain.ts, used by the languages. */
import type {NoteCode, NoteValues} from '../tcp/notes.js';

export type Teller = {
	/** The host it happened at, inside a sentence, at its beginning, and as an owner. */
	readonly here: string;
	readonly Here: string;
	readonly heres: string;
	readonly Heres: string;
	readonly peer: string;
	readonly Peer: string;
	readonly peers: string;
	readonly Peers: string;
	/** The packet that came in, `#7`, or the language's word for an unknown one. */
	readonly packet: string;
	/** What this host sent in answer, `#3 SYN`, or the language's word for what waits longest. */
	readonly sent: string;
	/** A sequence number counted by this host, as the panes show it. */
	readonly own: (seq: number) => string;
	/** The same, counted by the peer. */
	readonly far: (seq: number) => string;
	/** Numbers `from` up to, but without, `to`. */
	readonly ownRange: (from: number, to: number) => string;
	readonly farRange: (from: number, to: number) => string;
	/** Octets of the largest segment that this host takes, where a connection is known. */
	readonly mss: number | undefined;
	/** So many octets, in words. */
	readonly octets: (count: number) => string;
	/** Microseconds, in words. */
	readonly time: (us: number) => string;
	/** What is left, in words. */
	readonly left: (us: number) => string;
	/** From the moment it happened to this virtual time. */
	readonly until: (at: number) => string;
	/** The same, as what is left. */
	readonly leftUntil: (at: number) => string;
	/** Was the range that left already told by the sentence before? */
	readonly isRangeTold: boolean;
};

/** A sentence for every rule that can fire. */
export type NoteSentences = {readonly [Code in NoteCode]: (values: NoteValues<Code>, teller: Teller) => string};
