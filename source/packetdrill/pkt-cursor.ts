/** Walks the tokens of a packetdrill script; every refusal says what stands there and what would have been allowed. */
import type {PktFeature, Place} from './pkt.js';
import type {PktToken, PktTokenKind} from './pkt-lexer.js';
import {type PktAllowed, type PktComplaint, PktRefused} from './pkt-mistake.js';

/** The last token is of kind `end` and is never passed. `depth`: of brackets, so that none is deeper than the stack. */
export type PktCursor = {readonly tokens: readonly PktToken[]; at: number; depth: number /** The script is for IPv6. */; isIpv6: boolean};

const nothing: PktToken = {kind: 'end', text: '', raw: '', place: {line: 1, column: 1}, startsLine: true};

/** The token at the cursor, or so many behind it. */
export const peek = ({tokens, at}: PktCursor, ahead = 0): PktToken => tokens[at + ahead] ?? tokens.at(-1) ?? nothing;

/** Takes whatever stands there. */
export function next(cursor: PktCursor): PktToken {
	const token = peek(cursor);
	if (token.kind !== 'end') cursor.at++;
	return token;
}

export function refuse(cursor: PktCursor, complaint: PktComplaint): never {
	return refuseAt(peek(cursor).place, complaint);
}

export function refuseAt(place: Place, complaint: PktComplaint): never {
	throw new PktRefused({...place, ...complaint});
}

export const words = (literals: readonly string[]): readonly PktAllowed[] => literals.map(word => ({word}));

export function unexpected(cursor: PktCursor, allowed: readonly PktAllowed[]): never {
	return refuse(cursor, {code: 'unexpected', found: peek(cursor).raw, allowed});
}

export const isKind = (cursor: PktCursor, ...kinds: readonly PktTokenKind[]): boolean => kinds.includes(peek(cursor).kind);

const matches = ({kind, text}: PktToken, wanted: string): boolean => (kind === 'word' || kind === 'sign') && text === wanted;

/** This word or sign stands there, or so many tokens behind. */
export const isNext = (cursor: PktCursor, wanted: string, ahead = 0): boolean => matches(peek(cursor, ahead), wanted);

/** Takes the word or sign if it stands there. */
export function skip(cursor: PktCursor, wanted: string): boolean {
	if (!isNext(cursor, wanted)) return false;
	cursor.at++;
	return true;
}

/** `or`: what else might have followed. */
export function expect(cursor: PktCursor, wanted: string, or: readonly PktAllowed[] = []): void {
	if (!skip(cursor, wanted)) unexpected(cursor, [{word: wanted}, ...or]);
}

type NumberRange = {readonly field: string; readonly min: number; readonly max: number};

/** Decimal or 0x, within the bounds. */
export function takeNumber(cursor: PktCursor, range: NumberRange): number {
	const value = isKind(cursor, 'integer', 'hex') ? Number(peek(cursor).text) : Number.NaN;
	if (!(value >= range.min && value <= range.max)) refuse(cursor, {code: 'number', found: peek(cursor).raw, ...range});
	cursor.at++;
	return value;
}

export const bits8 = {min: 0, max: 0xff} as const;
export const bits16 = {min: 0, max: 0xffff} as const;
export const bits32 = {min: 0, max: 0xffffffff} as const;

/** Thrown where packetdrill could go on and this program cannot; the event is passed over. */
export class NotSupported extends Error {
	readonly feature: PktFeature;
	readonly token: PktToken;

	constructor(feature: PktFeature, token: PktToken) {
		super(feature);
		this.feature = feature;
		this.token = token;
	}
}

export function notSupported(cursor: PktCursor, feature: PktFeature): never {
	throw new NotSupported(feature, peek(cursor));
}
