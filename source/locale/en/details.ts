/** The details of a packet in English. */
import {posixText} from '../../packetdrill/call-notation.js';
import type {Fate} from '../../sim/trace.js';
import type {Cause} from '../../view/details.js';

const fates: Readonly<Record<Fate, string>> = {
	'in-flight': 'in flight',
	delivered: 'delivered',
	lost: 'lost',
	dropped: 'dropped by hand',
	corrupted: 'corrupted',
	'queue-full': 'queue full',
	unreachable: 'unreachable',
};

const ends: Readonly<Record<Fate, (time: string) => string>> = {
	'in-flight': time => `arrives ${time}`,
	delivered: time => `arrived ${time}`,
	lost: time => `lost ${time}`,
	dropped: time => `dropped ${time}`,
	corrupted: time => `arrived ${time}`,
	'queue-full': time => `queue full ${time}`,
	unreachable: time => `unreachable ${time}`,
};

function cause(of: Cause): string {
	switch (of.kind) {
		case 'call':
			return `by ${of.call}(${of.argument === undefined ? '' : of.call === 'connect' ? `:${of.argument}` : of.argument})`;
		case 'posix':
			return `by ${posixText(of.call)}`;
		case 'timer':
			return `by the timer ${of.timer}`;
		case 'packet':
			return `after #${of.n} came`;
		case 'forged':
			return 'forged by you';
		case 'copy':
			return `as a copy of #${of.of}`;
		case 'unknown':
			return '';
	}
}

const hosts = {client: 'client', server: 'server'} as const;

export const detailsEn = {
	/** #7 DATA 1460: client to server, delivered */
	heading: (what: string, from: keyof typeof hosts, fate: Fate): string =>
		`${what}: ${hosts[from]} to ${hosts[from === 'client' ? 'server' : 'client']}, ${fates[fate]}`,
	place: (n: number, count: number): string => `#${n} of ${count}`,
	sent: (time: string, why: Cause): string => `sent ${time} ${cause(why)}`.trimEnd(),
	ended: (fate: Fate, time: string): string => ends[fate](time),
	/** seq 3461 (+2461) to 4920 */
	range: (first: string, last: string): string => `${first} to ${last}`,
	noOptions: 'none',
	checksum: {good: 'checksum good', bad: 'checksum wrong'},
	labels: {seq: 'seq', ack: 'ack', win: 'win', flags: 'flags', options: 'options', data: 'data', udp: 'UDP'},
	noData: 'no data',
	seconds: 's',
	/** Before the sentences about its sending and its arrival. */
	because: 'Sent because',
	did: 'What it did',
	hints: ' [ ] other packet  d drop  u copy  y delay  e mark  Esc back',
	shortHints: ' [ ] other packet  Esc back',
};

export type DetailsWords = typeof detailsEn;
