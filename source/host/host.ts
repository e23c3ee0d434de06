/** A host: its address, its sockets by descriptor, its knobs. Plain data; the calls are in calls.ts, arrivals in deliver.ts. */
import type {Knobs, Profile} from '../tcp/profile.js';
import type {Errno} from './errno.js';
import type {ParkedPoll, Socket} from './socket.js';

export type Host = {
	readonly name: 'client' | 'server';
	/** IPv4 as a 32-bit number. */
	readonly addr: number;
	isUp: boolean;
	/** Silent until then after a restart (RFC 9293 § 3.4.3); 0: not. */
	quietUntil: number;
	profile: Profile;
	knobs: Knobs;
	app: 'manual' | 'reader' | 'echo';
	/** The ISN that the next connection takes, once (knob `isn`). */
	nextIss: number | undefined;
	/** Connections made so far: the n-th decides its ISN and "the newest". */
	connections: number;
	nextNumber: number;
	nextPort: number;
	/** Of its SYN cookies, drawn when the first one is needed. */
	cookieKey: number | undefined;
	/** By descriptor, in the order of their numbers. Ended sockets stay: a number stands for its socket for ever (bounded by `maxSockets`). */
	sockets: Socket[];
	/** Sockets of which a timer may run or to which a segment may come: not the ended ones. */
	live: Socket[];
	/** Sockets with a port of their own that neither listen nor are connected. */
	bound: Socket[];
	polls: ParkedPoll[];
	/** Octets that applications were handed in this step; the world checks them against what was sent. */
	handed: {readonly socket: Socket; readonly at: number; readonly octets: Uint8Array}[];
	/** The last call that failed, on any socket. */
	lastError: Errno | undefined;
};
