/** A descriptor of a host and what hangs on it: a listener with its queues, or one connection. Plain data. */
import type {Knobs} from '../tcp/profile.js';
import type {Tcb} from '../tcp/tcb.js';
import type {Errno} from './errno.js';
import type {Sending} from './hand-over.js';
import type {PosixCall, ValueResult} from './posix/call.js';

/** The lab's own calls; its listen stands for socket, bind and listen. */
export type LabCallName = 'listen' | 'connect' | 'accept' | 'recv' | 'send' | 'shutdown' | 'close' | 'abort';

export type CallName = LabCallName | PosixCall['call'];

/** How a call that waits was made: by a POSIX program, or not; one with `mayWait` false ends at once, with what there is. */
type Made = {readonly began: number; readonly posix?: PosixCall; readonly mayWait?: false};

/** A call that waits, as in a thread of its own. */
export type ParkedCall = Made &
	(
		| {readonly call: 'connect'}
		| {readonly call: 'accept' /** Name for the socket it will return. */; readonly name?: string}
		| {readonly call: 'recv'; readonly max?: number /** The octets stay where they are (MSG_PEEK). */; readonly isPeek?: true}
		| ({readonly call: 'send'} & Sending)
	);

/** A poll() that waits: until one of its descriptors is ready, or the virtual microsecond `until` has come. */
export type ParkedPoll = {readonly call: PosixCall & {readonly call: 'poll'}; readonly began: number; readonly until: number};

/** What a send() still has to hand over; the pattern counts on with the stream. */
export type PayloadSource = {readonly bytes: Uint8Array} | {readonly pattern: number};

/** What became of a call. */
export type CallOutcome = {
	/** Virtual microseconds. */
	readonly began: number;
	/** POSIX: −1 on failure; send: octets taken; recv: octets; accept: the new descriptor; listen, connect: 0. */
	readonly result: number;
	readonly error: Errno | undefined;
	/** listen: which POSIX call of socket, bind, listen failed. */
	readonly failed?: 'bind' | 'listen';
	/** listen, connect: the port; recv, send: octets asked for. */
	readonly argument?: number | undefined;
	/** recv: at most 256 octets of what was read, and whether there was more. */
	readonly data?: Uint8Array;
	readonly isCut?: boolean;
	/** What came back besides the result. */
	readonly values?: ValueResult;
};

/** A call that has completed, as the trace keeps it: one of the lab's, or as a POSIX program made it. */
export type CallRecord = CallOutcome &
	({readonly call: LabCallName; readonly posix?: undefined} | {readonly call: PosixCall['call']; readonly posix: PosixCall});

export type Socket = {
	readonly number: number;
	/** `as NAME` of the lab language. */
	name: string | undefined;
	kind: 'listener' | 'connection';
	/** A listener has port and LISTEN in here too; its numbers mean nothing. */
	tcb: Tcb;
	/** May calls name it? False after close, and for a child before accept. */
	isOpen: boolean;
	/** The listener's descriptor when a SYN made it. */
	parent: number | undefined;
	/** A child that accept() has returned. */
	isAccepted: boolean;
	/** The descriptor was closed by its user (or by abort): an orphan if the connection lives on. */
	isClosed: boolean;
	/** Its host crashed: nobody remembers it. */
	isVanished: boolean;
	reuseaddr: boolean;
	/** O_NONBLOCK. */
	isNonblocking: boolean;
	/** connect() did not wait, and nobody has asked yet what became of it. */
	isConnectUntold: boolean;
	/** What its program has set instead of the host's knobs, and all knobs with that; undefined: nothing. Replaced, never written in place. */
	overrides: Partial<Knobs> | undefined;
	knobs: Readonly<Knobs> | undefined;
	/** Options that are only kept and read back, by name. Replaced, never written in place. */
	kept: Readonly<Record<string, number>>;
	/** SO_LINGER with time 0: close aborts. */
	lingerZero: boolean;
	backlog: number;
	/** When this listener last answered with a SYN cookie. */
	cookieSentAt: number | undefined;
	/** Descriptors of the children in SYN_RCVD, and of those that wait for accept(), oldest first. */
	synQueue: number[];
	acceptQueue: number[];
	parked: ParkedCall[];
	/** SO_ERROR: told once to the next call. */
	pendingError: Errno | undefined;
	/** Octets its application has read in all, and the first of them (up to a bound). */
	received: number;
	receivedChunks: Uint8Array[];
	/** What its application gave to send, by place in the stream: the other end's octets are held against it. */
	sentParts: {readonly at: number; readonly source: PayloadSource}[];
	/** A recv returned 0. */
	hasReadEof: boolean;
	/** Errno of the last failed call that named this socket. */
	lastError: Errno | undefined;
	/** Order of birth of connections on the host, for "the newest". */
	readonly born: number;
};
