/** The words of the text ladder: `locale` has them in each language. */

import type {Fate} from '../sim/index.js';
import type {NoteCode} from '../tcp/notes.js';
import type {TimerName} from '../tcp/timers.js';

/** Rules whose firing can be seen neither from a segment nor from a state: they get a row. */
export const toldNotes = [
	'syn-queue-full',
	'cookie-sent',
	'accept-queue-full-syn',
	'accept-queue-full-ack',
	'rst-challenged',
	'rst-outside',
	'syn-challenged',
	'time-wait-restarted',
	'quiet-time-dropped',
	'checksum-failed',
	'paws-dropped',
	'fast-retransmit',
	'unread-data-reset',
	'data-after-close-reset',
] as const satisfies readonly NoteCode[];

export type ToldNote = (typeof toldNotes)[number];

export type LadderWords = {
	readonly client: string;
	readonly server: string;
	readonly again: string;
	readonly copy: string;
	readonly forged: string;
	/** What became of a packet that did not arrive whole. */
	readonly fates: Readonly<Record<Exclude<Fate, 'delivered' | 'in-flight'>, string>>;
	readonly timers: Readonly<Record<TimerName, string>>;
	readonly notes: Readonly<Record<ToldNote, string>>;
	readonly crash: string;
	readonly restart: string;
	/** The peer has closed: what a recv() of 0 means. */
	readonly eof: string;
	readonly ok: string;
	readonly failed: string;
	readonly found: string;
	/** Of a script that has none. */
	readonly untitled: string;
	/** How it was set up, in the language's statements. */
	readonly setup: (profile: string, seed: number, link: string) => string;
	readonly summary: (packets: number, lost: number, time: string) => string;
};
