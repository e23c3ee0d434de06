/**
 * All that can be asked of the world. A key, a line of a scenario and a recorded session are the same `Action`;
 * the lab language (script/) is its written form. Times in virtual microseconds, sizes in octets.
 */

import type {PosixCall} from '../host/posix/call.js';
import type {IcmpError} from '../tcp/icmp.js';
import type {Knobs, ProfileName} from '../tcp/profile.js';
import type {Option, Segment} from '../tcp/segment.js';
import type {State} from '../tcp/state.js';

export type HostName = 'client' | 'server';
export const hostNames = ['client', 'server'] as const satisfies readonly HostName[];
export const otherHost = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

/** `client`, `server:web` or `server:4`; without `name` and `number` the newest that fits is meant (`findSocket`). */
export type SocketRef = {readonly host: HostName; readonly name?: string; readonly number?: number};

/** What send() is given: octets as a Latin-1 string (one character an octet), or so many octets of the counting pattern. */
export type Payload = {readonly text: string} | {readonly pattern: number};

/** Only what is given changes; delays in µs, rate in bits a second (0: unlimited), shares 0 … 1. */
export type LinkChange = {
	readonly delay?: number;
	readonly jitter?: number;
	readonly rate?: number;
	readonly queue?: number;
	readonly loss?: number;
	readonly duplicate?: number;
	readonly corrupt?: number;
	readonly reorder?: number;
};

export type App = 'manual' | 'reader' | 'echo';

/** The knobs that the lab language has words for. */
export type LabKnob =
	| 'mss'
	| 'rcvbuf'
	| 'sndbuf'
	| 'nagle'
	| 'delayedAck'
	| 'keepalive'
	| 'sack'
	| 'timestamps'
	| 'wscale'
	| 'ecn'
	| 'challengeAck'
	| 'quietTime'
	| 'synCookies'
	| 'congestion'
	| 'msl'
	| 'rtoMin'
	| 'synRetries'
	| 'retries';

export type KnobChange =
	| {readonly knob: 'isn'; readonly value: number}
	| {readonly knob: 'app'; readonly value: App}
	| {[Name in LabKnob]: {readonly knob: Name; readonly value: NonNullable<Knobs[Name]>}}[LabKnob];

/** Which segment a one-shot waits for. `any` matches every one. */
export type FlagFilter = 'SYN' | 'SYN,ACK' | 'ACK' | 'FIN' | 'RST' | 'data' | 'any';

export type Mischief =
	| {readonly kind: 'drop'}
	| {readonly kind: 'duplicate'}
	| {readonly kind: 'corrupt'}
	/** A router sets CE (RFC 3168 § 5); a one-shot waits for a segment that says it may. */
	| {readonly kind: 'mark'}
	| {readonly kind: 'delay'; readonly by: number};

export type RstPlace = 'exact' | 'in-window' | 'outside' | {readonly seq: number};

/** A forged segment; what is absent is filled in from the connection (ports) or is 0. */
export type ForgedSegment = {
	readonly sport?: number;
	readonly dport?: number;
	/** Bits of tcp/segment. */
	readonly flags: number;
	readonly seq: number;
	readonly len: number;
	readonly ack: number;
	readonly win: number;
	readonly urg: number;
	readonly options: readonly Option[];
};

/** A segment with every field as given; its text is `len` octets of zero. */
export type ArrivingSegment = Omit<Segment, 'text'> & {readonly len: number};

/** One language's text, or both. */
export type Words = {readonly en: string; readonly zh?: string};

/** What the script layer leaves in the trace; it changes nothing in the world. */
export type Mark =
	| {readonly kind: 'say' | 'cue'; readonly line: number; readonly text: Words}
	| {readonly kind: 'expect'; readonly line: number; readonly ok: boolean; readonly text: string; readonly found?: string};

export type Action =
	| {
			readonly do: 'listen';
			readonly host: HostName;
			readonly port: number;
			readonly backlog?: number;
			readonly reuseaddr?: boolean;
			readonly name?: string;
	  }
	/** With `socket`: connect() on that listener, else a new socket. */
	| {
			readonly do: 'connect';
			readonly host: HostName;
			readonly port: number;
			readonly from?: number;
			readonly name?: string;
			readonly socket?: SocketRef;
	  }
	| {readonly do: 'accept'; readonly socket: SocketRef; readonly name?: string}
	| {readonly do: 'recv'; readonly socket: SocketRef; readonly max?: number}
	| {readonly do: 'send'; readonly socket: SocketRef; readonly payload: Payload}
	| {readonly do: 'shutdown' | 'close' | 'abort'; readonly socket: SocketRef}
	/** A call as a POSIX program makes it; its row in the trace carries the call itself. */
	| {readonly do: 'posix'; readonly host: HostName; readonly call: PosixCall}
	/** An operator ends every connection in that state (tcpdrop). */
	| {readonly do: 'tcpdrop'; readonly host: HostName; readonly state: State}
	| {readonly do: 'crash' | 'restart'; readonly host: HostName}
	| {readonly do: 'knob'; readonly host: HostName; readonly change: KnobChange}
	/** Any knobs of the engine, as a program sets them (sysctl): several at once, without a word of the language. */
	| {readonly do: 'tune'; readonly host: HostName; readonly knobs: Partial<Knobs>}
	| {readonly do: 'profile'; readonly host?: HostName; readonly profile: ProfileName}
	| {readonly do: 'link'; readonly from?: HostName; readonly change: LinkChange}
	/** Armed for the next matching segment that this host sends. */
	| {readonly do: 'arm'; readonly host: HostName; readonly filter: FlagFilter; readonly mischief: Mischief}
	/** Takes back the newest such one-shot. */
	| {readonly do: 'disarm'; readonly host: HostName; readonly filter: FlagFilter; readonly mischief: Mischief}
	/** To a packet in flight, by its number. */
	| {readonly do: 'packet'; readonly packet: number; readonly mischief: Mischief}
	| {readonly do: 'inject-rst'; readonly socket: SocketRef; readonly place: RstPlace}
	| {readonly do: 'inject'; readonly socket: SocketRef; readonly segment: ForgedSegment}
	/** Forged from head to foot, on its way to `host`. */
	| {readonly do: 'arrive'; readonly host: HostName; readonly segment: ArrivingSegment}
	/** An ICMP error reaches `host`, which had sent the segment that it quotes. */
	| {readonly do: 'icmp'; readonly host: HostName; readonly error: IcmpError}
	| {readonly do: 'flood'; readonly host: HostName; readonly port: number; readonly count: number}
	| {readonly do: 'mark'; readonly mark: Mark};

/** A call of the lab's own programs. */
export type CallAction = Extract<Action, {do: 'listen' | 'connect' | 'accept' | 'recv' | 'send' | 'shutdown' | 'close' | 'abort'}>;

/** The host that an action names; undefined: none, or both of them. */
export function hostOf(action: Action): HostName | undefined {
	if ('host' in action) return action.host;
	return 'socket' in action ? action.socket?.host : undefined;
}

/** Why an action could not even be tried; a failing socket call is not that: it completes with an errno. */
export type Refusal =
	| {readonly code: 'no-such-packet' | 'not-ecn-capable'; readonly packet: number}
	| {readonly code: 'no-such-socket'; readonly socket: SocketRef}
	| {readonly code: 'no-connection'; readonly socket: SocketRef}
	| {readonly code: 'name-taken'; readonly name: string}
	| {readonly code: 'not-armed'}
	/** This engine does not do that: an option, by its name. */
	| {readonly code: 'unsupported'; readonly what: string}
	| {readonly code: 'host-is-down' | 'host-is-up'; readonly host: HostName};
