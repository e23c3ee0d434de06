/** One script at work: the world with its one endpoint, and what the script knows of it. Plain data, changed in place. */
import type {PosixCall} from '../../host/posix/call.js';
import type {CallRecord} from '../../host/socket.js';
import type {HostName} from '../../sim/action.js';
import type {History} from '../../sim/index.js';
import type {Seq} from '../../tcp/seq.js';
import type {PktCall, PktEvent, PktScript} from '../pkt.js';
import type {DrillConfig} from './config.js';
import type {Check} from './verdict.js';

/** A connection as both sides of the script number it: the script's own numbers, and those on the wire. */
export type Connection = {
	/** Ports; 0 while unknown. */
	localPort: number;
	remotePort: number;
	/** The endpoint's ISN in the script and on the wire; undefined before it has sent a SYN. */
	iss: {readonly script: Seq; readonly live: Seq} | undefined;
	/** The remote peer's ISN, the same in both. */
	irs: Seq | undefined;
	/** Any first segment sets `irs`, not only a SYN: nobody has called connect(). */
	isPassive: boolean;
	/** The first timestamp that the endpoint sent, and all of them by the script's numbers. */
	firstStamp: {readonly script: number; readonly live: number} | undefined;
	readonly stamps: Map<number, number>;
};

/** A call that has not come back. */
export type Waiting = {
	readonly event: PktEvent;
	readonly index: number;
	readonly pkt: PktCall;
	readonly call: PosixCall;
	readonly startedAt: number;
	/** When it has to end. */
	readonly endsAt: number;
	record: CallRecord | undefined;
	/** When it came back. */
	endedAt: number;
};

export type Run = {
	readonly script: PktScript;
	readonly config: DrillConfig;
	readonly history: History;
	/** The endpoint under test; the other one is the script. */
	readonly host: HostName;
	/** Under test: the one that the last listen(), connect() or segment to a listener made. */
	current: Connection | undefined;
	readonly connections: Connection[];
	/** The port that listens, or is bound; undefined before bind(). */
	boundPort: number | undefined;
	nextRemotePort: number;
	/** The script's descriptors, and what the host calls them. */
	readonly descriptors: Map<number, number>;
	/** The one that the last socket() or connect() named: asked when there is no connection yet. */
	newestDescriptor: number | undefined;
	/** Packets up to this number have been looked at. */
	seenPackets: number;
	/** Of these the ones that were not for the connection then under test, by number. */
	readonly passedBy: number[];
	/** Packets with an octet that is not zero. */
	readonly nonZero: Set<number>;
	/** Packets up to this number have been searched for such octets. */
	searchedPackets: number;
	/** When the event before was due, and when it was done: virtual µs. */
	lastAt: number;
	doneAt: number;
	waiting: Waiting | undefined;
	/** Rows of the trace that counters have been read up to. */
	countedRows: number;
	readonly checks: Check[];
};
