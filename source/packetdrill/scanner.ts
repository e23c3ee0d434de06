/** Reads a line of packetdrill's notation from left to right; the first mistake sticks, and nothing is taken after it. */

/** Columns count characters from 1. `found`: the word or sign that stands there, empty at the end. */
export type NotationError = {readonly column: number; readonly found: string} & Mistake;

type Mistake =
	/** One of these words or signs; `end` stands for nothing more. */
	| {readonly code: 'expected'; readonly allowed: readonly string[]}
	| {readonly code: 'number'; readonly field: NumberField; readonly min: number; readonly max: number}
	/** The second sequence number is not the first one plus the length. */
	| {readonly code: 'last'; readonly expected: number}
	| {readonly code: 'twice'; readonly word: string}
	| {readonly code: 'options-length'; readonly octets: number; readonly max: number}
	/** Octets given in hexadecimal are no options: a length is wrong, or a digit is missing. */
	| {readonly code: 'raw-options'};

type NumberField = 'sport' | 'dport' | 'seq' | 'last' | 'len' | 'ack' | 'win' | 'urg' | 'mss' | 'wscale' | 'sack' | 'val' | 'ecr';

export type Scanner = {readonly text: string; at: number; error: NotationError | undefined};

export const startScan = (text: string): Scanner => ({text, at: 0, error: undefined});

function matchHere({text, at}: Scanner, pattern: RegExp): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

export function skipBlanks(scanner: Scanner): void {
	scanner.at += matchHere(scanner, /\s*/y)?.length ?? 0;
}

/** What the (sticky) pattern matches here, behind blanks; undefined when it does not, and after a mistake. */
export function take(scanner: Scanner, pattern: RegExp): string | undefined {
	if (scanner.error) return undefined;
	skipBlanks(scanner);
	const found = matchHere(scanner, pattern);
	scanner.at += found?.length ?? 0;
	return found;
}

export function isNext(scanner: Scanner, pattern: RegExp): boolean {
	skipBlanks(scanner);
	return scanner.error === undefined && matchHere(scanner, pattern) !== undefined;
}

/** `at`: where the mistake stands, if not here. */
export function fail(scanner: Scanner, mistake: Mistake, at?: number): void {
	if (scanner.error) return;
	skipBlanks(scanner);
	scanner.at = at ?? scanner.at;
	const found = matchHere(scanner, /\w+|\.{3}|\S/y) ?? '';
	scanner.error = {column: scanner.at + 1, found, ...mistake};
}

export function expectSign(scanner: Scanner, sign: string): void {
	if (!isNext(scanner, /\S/y) || !scanner.text.startsWith(sign, scanner.at)) fail(scanner, {code: 'expected', allowed: [sign]});
	else scanner.at += sign.length;
}

/** Decimal or 0x; 0 after a mistake. */
export function takeNumber(scanner: Scanner, range: {readonly field: NumberField; readonly min: number; readonly max: number}): number {
	skipBlanks(scanner);
	const {at} = scanner;
	const value = Number(take(scanner, /0x[\da-fA-F]+\b|\d+\b/y));
	if (value >= range.min && value <= range.max) return value;
	fail(scanner, {code: 'number', ...range}, at);
	return 0;
}
