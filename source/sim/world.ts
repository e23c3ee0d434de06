/** The world: two hosts, the wire between them, a clock that only `step` moves, and the trace of all that happened. Plain data. */
import type {Host} from '../host/host.js';
import type {Lane} from '../net/link.js';
import type {LinkSettings, Packet} from '../net/packet.js';
import type {Streams} from '../net/random.js';
import type {ProfileName} from '../tcp/profile.js';
import type {FlagFilter, HostName, Mischief} from './action.js';
import type {Trace} from './trace.js';

/** What a world is made from; the same setup and the same journal give the same run, byte for byte. */
export type Setup = {
	readonly seed: number;
	readonly profile: Readonly<Record<HostName, ProfileName>>;
	readonly link: Readonly<Record<HostName, LinkSettings>>;
	/** Played from outside: what reaches this host is written down, and nothing answers. */
	readonly scripted?: HostName;
};

/** One direction of the wire, named by the host that sends into it. */
export type Direction = Lane & {
	/** Packets held back until the next one has passed. */
	held: number;
};

export type OneShot = {readonly host: HostName; readonly filter: FlagFilter; readonly mischief: Mischief};

export type World = {
	readonly setup: Setup;
	/** Virtual microseconds since the beginning. */
	now: number;
	/** Events and actions so far: the place in history. */
	steps: number;
	hosts: Record<HostName, Host>;
	directions: Record<HostName, Direction>;
	/** By (dueAt, n): only what will arrive (corrupted ones too). */
	flight: Packet[];
	armed: OneShot[];
	streams: Streams;
	/** Somebody forged text: what arrives need not be what was sent. */
	hasForgedText: boolean;
	/** Packets of floods so far: the next forged source. */
	floodCount: number;
	trace: Trace;
};
