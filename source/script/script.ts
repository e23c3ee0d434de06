/** A script of the lab language, parsed. */
import type {Errno} from '../host/errno.js';
import type {Action, HostName, Payload, SocketRef, Words} from '../sim/action.js';
import type {Option} from '../tcp/segment.js';
import type {State} from '../tcp/state.js';

/** Sequence numbers and sizes of a connection that a condition may ask for. */
export const variables = ['snd.una', 'snd.nxt', 'snd.wnd', 'rcv.nxt', 'rcv.wnd', 'iss', 'irs', 'cwnd', 'ssthresh'] as const;
export type Variable = (typeof variables)[number];

/** What a sent segment must look like; what is undefined matches anything. */
export type SegmentPattern = {
	readonly sport: number | undefined;
	readonly dport: number | undefined;
	/** Bits of tcp/segment, all of them compared. */
	readonly flags: number;
	/** First sequence number and octets of text. */
	readonly place: {readonly seq: number; readonly len: number} | undefined;
	readonly ack: number | undefined;
	readonly win: number | undefined;
	readonly urg: number | undefined;
	readonly options: readonly Option[] | undefined;
};

export type Condition =
	| {readonly test: 'not'; readonly condition: Condition}
	| {readonly test: 'state'; readonly socket: SocketRef; readonly state: State}
	/** All that its application has read: the octets, or their number. */
	| {readonly test: 'received'; readonly socket: SocketRef; readonly payload: Payload}
	| {readonly test: 'readable'; readonly socket: SocketRef; readonly octets: number}
	| {readonly test: 'eof'; readonly socket: SocketRef}
	| {readonly test: 'error'; readonly socket: SocketRef; readonly errno: Errno}
	| {readonly test: 'variable'; readonly socket: SocketRef; readonly variable: Variable; readonly value: number}
	/** Microseconds. */
	| {readonly test: 'rto'; readonly socket: SocketRef; readonly rto: number}
	| {readonly test: 'sent'; readonly host: HostName; readonly pattern: SegmentPattern}
	| {readonly test: 'queue'; readonly host: HostName; readonly queue: 'syn' | 'accept'; readonly length: number}
	| {readonly test: 'idle' | 'quiet'};

/** Times in virtual microseconds. */
export type Deed =
	| {readonly kind: 'title' | 'intro' | 'say'; readonly words: Words}
	| {readonly kind: 'cue'; readonly words: Words}
	| {readonly kind: 'seed'; readonly seed: number}
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'run'; readonly duration: number}
	| {readonly kind: 'step'; readonly count: number}
	| {readonly kind: 'until'; readonly condition: Condition /** Undefined: an hour. */; readonly within: number | undefined}
	| {readonly kind: 'expect'; readonly condition: Condition}
	| {readonly kind: 'pause'};

/** A deed and where it stands; line and column count from 1. */
export type Statement = Deed & {
	readonly line: number;
	readonly column: number;
	/** As written: words one blank apart, without the comment. */
	readonly text: string;
};

export type Script = {readonly statements: readonly Statement[]};

/** What the first `title` says. */
export function titleOf({statements}: Script): Words | undefined {
	for (const statement of statements) if (statement.kind === 'title') return statement.words;
	return undefined;
}

export const seedOf = ({statements}: Script): number | undefined => statements.find(one => one.kind === 'seed')?.seed;
