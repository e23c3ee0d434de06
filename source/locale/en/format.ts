/** Names and amounts in English. */
import type {HostName, Words} from '../../sim/action.js';

const hosts = {client: 'the client', server: 'the server'} as const satisfies Record<HostName, string>;

export const formatEn = {
	host: (name: HostName): string => hosts[name],
	/** As the owner of something. */
	owner: (name: string): string => `${name}'s`,
	/** At the beginning of a sentence. */
	capital: (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
	octets: (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`),
	/** Between a name and what is said of it. */
	colon: ': ',
	/** A range of sequence numbers. */
	byte: (number: string): string => `byte ${number}`,
	bytes: (first: string, last: string): string => `bytes ${first}-${last}`,
	/** Where no packet is known. */
	segment: 'the segment',
	oldest: 'the oldest segment',
	packet: (n: number): string => `#${n}`,
	forged: (packet: string): string => `the forged ${packet}`,
	/** A presenter's words, in this language where they were given in it. */
	said: ({en}: Words): string => en,
	quote: (words: string): string => `"${words}"`,
};

export type FormatWords = typeof formatEn;
