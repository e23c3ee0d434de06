/** What is wrong with a script, as codes and values; `locale` turns them into sentences. */

import type {NotationError} from '../packetdrill/notation.js';

/** What may stand at a place. `word` is literal; a `value` is any of its kind, within its bounds. */
export type Allowed =
	| {readonly word: string}
	| {readonly value: ValueKind}
	| {readonly value: 'count'; readonly min: number; readonly max: number};

export type ValueKind = 'port' | 'duration' | 'size' | 'rate' | 'share' | 'seq' | 'string' | 'socket' | 'name' | 'host-port' | 'end';

/** Lines and columns count from 1, columns in characters. */
export type Mistake = {readonly line: number; readonly column: number} & Complaint;

export type Complaint =
	/** Something that cannot stand there, as written. */
	| {readonly code: 'unexpected'; readonly found: string; readonly allowed: readonly Allowed[]}
	/** The line ends too early. */
	| {readonly code: 'missing'; readonly allowed: readonly Allowed[]}
	| {readonly code: 'unclosed-string'}
	| {readonly code: 'bad-escape'; readonly found: string}
	| {readonly code: 'bad-segment'; readonly found: string; readonly reason: NotationError}
	/** No line above names a socket of this host so. */
	| {readonly code: 'unknown-name'; readonly host: string; readonly name: string; readonly known: readonly string[]}
	| {readonly code: 'name-taken'; readonly name: string; readonly firstLine: number}
	| {readonly code: 'cue-taken'; readonly name: string; readonly firstLine: number}
	/** A statement that a script has once. */
	| {readonly code: 'twice'; readonly word: string; readonly firstLine: number}
	/** A statement of the head below one that acts. */
	| {readonly code: 'head-late'; readonly word: string; readonly firstLine: number};

/** More are not listed. */
export const maxMistakes = 20;

/** Thrown inside the parser, caught at the end of each line. */
export class Refused extends Error {
	readonly mistake: Mistake;

	constructor(mistake: Mistake) {
		super(mistake.code);
		this.mistake = mistake;
	}
}

export const word = (literal: string): Allowed => ({word: literal});
export const words = (literals: readonly string[]): readonly Allowed[] => literals.map(word);
export const end: Allowed = {value: 'end'};
