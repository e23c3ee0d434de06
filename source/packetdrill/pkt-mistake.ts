/** What is wrong with a packetdrill script, as codes and values; `locale` turns them into sentences. */
import type {Place} from './pkt.js';

/** What may stand at a place: a word or sign as it is, or any of a kind. */
export type PktAllowed = {readonly word: string} | {readonly value: PktValueKind};

export type PktValueKind =
	| 'time'
	/** What may follow a time. */
	| 'event'
	| 'number'
	/** An argument of a call. */
	| 'value'
	| 'seq-range'
	/** Of the file. */
	| 'end';

export type PktMistake = Place & PktComplaint;

export type PktComplaint =
	/** `found`: as written; empty at the end of the file. */
	| {readonly code: 'unexpected'; readonly found: string; readonly allowed: readonly PktAllowed[]}
	| {readonly code: 'number'; readonly found: string; readonly field: string; readonly min: number; readonly max: number}
	/** Opened here and never closed. */
	| {readonly code: 'unclosed'; readonly opened: string; readonly closing: string}
	/** A `#` word that is none, or not there: nested, or closing nothing. */
	| {readonly code: 'directive'; readonly found: string; readonly allowed: string}
	/** The second sequence number is not the first one plus the length. */
	| {readonly code: 'last'; readonly found: string; readonly expected: number}
	| {readonly code: 'twice'; readonly found: string}
	| {readonly code: 'options-length'; readonly octets: number; readonly max: number}
	| {readonly code: 'raw-octets'; readonly found: string}
	| {readonly code: 'too-deep'; readonly max: number}
	| {readonly code: 'no-events'}
	| {readonly code: 'first-time'}
	/** An absolute time before the last one, in µs. */
	| {readonly code: 'time-back'; readonly last: number}
	| {readonly code: 'negative-time'; readonly found: string}
	| {readonly code: 'range-back'}
	| {readonly code: 'range-place'}
	| {readonly code: 'end-place'}
	| {readonly code: 'end-back'}
	| {readonly code: 'no-window'}
	| {readonly code: 'no-ack'}
	/** Leaves open what a packet to be injected has to say. */
	| {readonly code: 'inbound-open'; readonly found: string};

/** Thrown inside the parser, caught where it starts. */
export class PktRefused extends Error {
	readonly mistake: PktMistake;

	constructor(mistake: PktMistake) {
		super(mistake.code);
		this.mistake = mistake;
	}
}
