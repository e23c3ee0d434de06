/** What came of an event of the script, as data: `locale` has the words. */
import type {PktFeature, PktUnsupported, Place} from '../pkt.js';

/** What is compared of a segment or a call. Of `ip` only what the script wrote. */
export type FieldName =
	| 'time'
	| 'ports'
	| 'ecn'
	| 'dscp'
	| 'tos'
	| 'ttl'
	| 'flags'
	| 'seq'
	| 'length'
	| 'ack'
	| 'win'
	| 'urg'
	| 'options'
	| 'udp'
	| 'payload'
	| 'result'
	| 'errno'
	| 'value'
	| 'end';

/** In the words of the script language: numbers of the script, times in seconds. */
export type FieldCheck = {
	readonly field: FieldName;
	readonly expected: string;
	readonly actual: string;
	readonly isSame: boolean;
	/** Between which times it would have been right, too. */
	readonly tolerated?: string | undefined;
};

export type Failure =
	/** Not the segment, result or value that was expected: the fields tell. */
	| {readonly code: 'segment' | 'call'; readonly expected: string; readonly actual: string}
	/** Virtual µs until which it was waited for. */
	| {readonly code: 'no-segment'; readonly expected: string; readonly until: number}
	/** The event could not take place when it was due: virtual µs. */
	| {readonly code: 'late'; readonly due: number; readonly now: number}
	/** A call that is not written as a blocking one would wait. */
	| {readonly code: 'would-block'; readonly expected: string}
	/** A blocking call that has not come back. */
	| {readonly code: 'still-blocked'; readonly expected: string; readonly until: number}
	/** An inbound segment echoes a timestamp that the endpoint never sent. */
	| {readonly code: 'unknown-ecr'; readonly ecr: number}
	/** An assertion of a code block, with the values that it saw. */
	| {readonly code: 'assertion'; readonly expected: string; readonly actual: string}
	/** The engine has caught itself at a mistake. */
	| {readonly code: 'engine'; readonly message: string; readonly now: number}
	/** A command that counts: sockets in a state, a counter of the kernel. */
	| {readonly code: 'count'; readonly of: 'sockets' | 'counter'; readonly what: string; readonly expected: number; readonly actual: number};

/** What this program cannot do: `text` is what asks for it; `near`: a name of something that it can, hardly different. */
export type Unsupported = {
	readonly what: UnsupportedKind;
	readonly text: string;
	readonly feature?: PktFeature;
	readonly near?: string | undefined;
};

type UnsupportedKind =
	| 'feature'
	| 'option'
	| 'call'
	| 'argument'
	| 'socket-option'
	| 'command'
	| 'sysctl'
	| 'counter'
	| 'code'
	| 'raw-options';

export type Verdict =
	| {readonly kind: 'passed'; readonly fields?: readonly FieldCheck[]; readonly packets?: readonly number[]}
	| {
			readonly kind: 'failed';
			readonly failure: Failure;
			readonly fields?: readonly FieldCheck[];
			readonly packets?: readonly number[];
	  }
	| {readonly kind: 'unsupported'; readonly unsupported: Unsupported};

/** An event that was held against the world. */
export type Check = {
	/** Index in the script's events; −1: the init command, events.length: the cleanup command. */
	readonly event: number;
	readonly place: Place;
	readonly verdict: Verdict;
	/** A mismatch that `--non_fatal` lets pass. */
	readonly isWarning: boolean;
	/** Steps of the history that had been made when it was settled, and the virtual time. */
	readonly step: number;
	readonly at: number;
};

export const passed: Verdict = {kind: 'passed'};
export const failed = (failure: Failure): Verdict => ({kind: 'failed', failure});
export const unsupported = (what: UnsupportedKind, text: string, near?: string): Verdict => ({
	kind: 'unsupported',
	unsupported: {what, text, ...(near !== undefined && {near})},
});

export const withoutFeature = ({feature, text}: PktUnsupported): Verdict => ({
	kind: 'unsupported',
	unsupported: {what: 'feature', text, feature},
});
