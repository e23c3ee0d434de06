/** What one host did and met in a session, in the order of the trace, before it is put into packetdrill's words. */
import type {Errno} from '../../host/errno.js';
import type {CallRecord} from '../../host/socket.js';
import type {Verdict} from '../../packetdrill/run/verdict.js';
import type {Action, CallAction, HostName, KnobChange, SegmentRecord, Words} from '../../sim/index.js';

/** A place in the trace: the row tells what came first within an instant. Virtual µs. */
export type Place = {readonly row: number; readonly at: number};

/** `step`: of the world. */
type Step = Place & {readonly step: number};

export type Call = {
	readonly action: CallAction;
	readonly began: Step;
	/** Descriptor in the lab; undefined: not known (yet). */
	socket: number | undefined;
	/** Undefined: it still waited when the session ended. */
	done: (Step & {readonly record: CallRecord}) | undefined;
};

/** Was it not over at once? */
export const hasWaited = ({began, done}: Call): boolean => done?.step !== began.step;

export type Deed = Place &
	(
		| {readonly kind: 'call'; readonly call: Call}
		/** A connect() that nobody waited for has failed. */
		| {readonly kind: 'fails'; readonly call: Call; readonly error: Errno}
		| {readonly kind: 'arrives' | 'sends'; readonly packet: SegmentRecord}
		| {readonly kind: 'knob'; readonly change: KnobChange}
		| {readonly kind: 'words'; readonly words: Words}
	);

/** What packetdrill has no words for. `action`: the one to blame. */
export type Unsayable =
	/** Nothing arrived, nothing was sent, nobody called. */
	| {readonly code: 'nothing'}
	| {readonly code: 'host-died' | 'profile-changed' | 'no-descriptor' | 'never-done' | 'at-once'; readonly action: Action}
	/** Written down, it would not come true: packetdrill's own order of things differs from the session's here. */
	| {readonly code: 'differs'; readonly line: string; readonly verdict: Verdict};

/** A host's part for which there is no script. */
export type Wordless = {readonly host: HostName; readonly unsayable: Unsayable};
