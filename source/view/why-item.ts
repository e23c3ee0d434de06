/** What there is to tell, as codes and values; the languages make sentences of it. Times in virtual microseconds. */
import type {Errno} from '../host/errno.js';
import type {CallName, CallRecord} from '../host/socket.js';
import type {Action, HostName, Mischief, Refusal, Words} from '../sim/action.js';
import type {Origin} from '../sim/trace.js';
import type {NoteCode} from '../tcp/notes.js';
import type {Reason, State} from '../tcp/state.js';
import type {TimerName} from '../tcp/timers.js';

/** A packet as a sentence speaks of it. */
export type PacketBrief = {
	readonly n: number;
	/** The side whose end of the wire it entered. */
	readonly from: HostName;
	/** `SYN,ACK`, `DATA 1460`: the same in every language. */
	readonly word: string;
	readonly seq: number;
	readonly origin: Origin;
	readonly of: number | undefined;
	readonly isAgain: boolean;
	/** How long its sender had waited for an answer before it sent this again. */
	readonly waited: number | undefined;
};

/** Where it happened, and how numbers are to be read there. */
export type Place = {
	readonly host: HostName;
	/** The other end: the peer, or a stranger's address. */
	readonly peer: HostName | {readonly address: string};
	/** Descriptor, 0 for none. */
	readonly socket: number;
	readonly t: number;
	/** The packet that came in. */
	readonly packet: PacketBrief | undefined;
	/** What went out here in the same event. */
	readonly sent: PacketBrief | undefined;
	/** Octets of the largest segment that this side takes; undefined: no connection. */
	readonly mss: number | undefined;
	/** Initial numbers of this side and of its peer; undefined: numbers are shown as they are. */
	readonly relative: {readonly own: number /** Undefined before its SYN came. */; readonly far: number | undefined} | undefined;
};

/** What the sender of a packet does now that it will not arrive. */
export type Effect =
	| {readonly kind: 'waits'; readonly host: HostName; readonly rto: number /** Was it doubled already? */; readonly isDoubled: boolean}
	| {readonly kind: 'probes'; readonly host: HostName}
	/** An ACK alone; its receiver waits for it, or does not. */
	| {readonly kind: 'ack'; readonly to: HostName; readonly isMissed: boolean}
	| {readonly kind: 'rst'; readonly to: HostName}
	| {readonly kind: 'none'};

/** Why nothing comes by itself: what a person or a program has to do. */
export type Awaited =
	| {readonly kind: 'call'; readonly host: HostName; readonly call: 'connect' | 'accept' | 'recv' | 'send'}
	| {readonly kind: 'app'; readonly host: HostName; readonly what: 'accept' | 'recv' | 'close' | 'restart'; readonly state: State}
	| {readonly kind: 'listen' | 'connect'; readonly host: HostName}
	/** Open on both sides; open on one, which does not know. */
	| {readonly kind: 'open'}
	| {readonly kind: 'half-open'; readonly host: HostName};

export type Next =
	| {
			readonly kind: 'packet';
			readonly packet: PacketBrief;
			readonly to: HostName;
			readonly after: number;
			readonly isBroken: boolean;
			readonly reachesNobody: boolean;
	  }
	| {readonly kind: 'timer'; readonly host: HostName; readonly timer: TimerName; readonly after: number; readonly will: TimerWill}
	/** In the past: somebody acted then. */
	| {readonly kind: 'recorded'; readonly after: number}
	/** A script does what comes next: when (undefined: it is not known), which statement (undefined: it speaks); or its `pause` waits. */
	| {readonly kind: 'script'; readonly after: number | undefined; readonly statement: string | undefined}
	| {readonly kind: 'script-waits'}
	| {readonly kind: 'nothing'; readonly awaited: Awaited};

/** What the end of a timer will bring. */
export type TimerWill =
	| 'again'
	| 'fin-again'
	| 'syn-again'
	| 'syn-ack-again'
	| 'give-up'
	| 'probe'
	| 'loss-probe'
	| 'judge'
	| 'keepalive'
	| 'ack'
	| 'closed';

/** The actions that are told of themselves; calls, states and rules tell of the others. */
export type ToldAction = Extract<
	Action,
	{
		do: 'link' | 'knob' | 'tune' | 'profile' | 'arm' | 'disarm' | 'crash' | 'restart' | 'inject-rst' | 'inject' | 'icmp' | 'flood';
	}
>;

/** `ref`: where the rule is written. */
export type WhyItem = {readonly ref?: string} & (
	| {readonly kind: 'say'; readonly words: Words}
	/** Nothing has happened: the first keys, where nothing but a person will make something happen. */
	| {readonly kind: 'first'; readonly focus: HostName}
	| {readonly kind: 'nothing-yet'}
	| {
			readonly kind: 'mischief';
			readonly mischief: Mischief;
			readonly packet: PacketBrief /** Done with the last key. */;
			readonly isYours: boolean;
	  }
	| {readonly kind: 'effect'; readonly effect: Effect}
	/** `place`: where what was forged is aimed at. */
	| {readonly kind: 'action'; readonly action: ToldAction; readonly packet: PacketBrief | undefined; readonly place: Place | undefined}
	| {readonly kind: 'refused'; readonly refusal: Refusal}
	| {
			readonly kind: 'state';
			readonly place: Place;
			readonly from: State;
			readonly to: State;
			readonly why: Reason;
			readonly port: number;
			readonly isFromListener: boolean;
	  }
	| {
			readonly kind: 'note';
			readonly place: Place;
			readonly code: NoteCode;
			readonly values: Readonly<Record<string, number>>;
			readonly isRangeTold: boolean;
	  }
	| {readonly kind: 'call'; readonly place: Place; readonly call: CallName; readonly record: CallRecord}
	| {readonly kind: 'error'; readonly place: Place; readonly call: string; readonly error: Errno; readonly argument: number | undefined}
	/** send(): what of it leaves at once. */
	| {
			readonly kind: 'send';
			readonly place: Place;
			readonly asked: number;
			readonly taken: number;
			readonly from: number;
			readonly to: number;
	  }
	| {readonly kind: 'parked'; readonly place: Place; readonly call: 'connect' | 'accept' | 'recv' | 'send'; readonly taken: number}
	/** Nothing else tells what an arrival did. `win`: the window, octets, where it is another one than before, or still 0. */
	| {readonly kind: 'arrival'; readonly place: Place; readonly packet: PacketBrief; readonly win: number | undefined}
	/** The segments sent say what is still missing. */
	| {readonly kind: 'missing'; readonly place: Place; readonly ack: number; readonly lost: number | undefined; readonly kept: number}
	| {readonly kind: 'rto-armed'; readonly place: Place; readonly srtt: number; readonly rttvar: number; readonly rto: number}
	/** It ended and was only set again. */
	| {readonly kind: 'timer'; readonly place: Place; readonly timer: TimerName}
	| {readonly kind: 'wait-2msl'; readonly place: Place; readonly last: number | undefined; readonly wait: number}
	| {readonly kind: 'next'; readonly next: Next}
);

export type WhyView = {readonly items: readonly WhyItem[]};
