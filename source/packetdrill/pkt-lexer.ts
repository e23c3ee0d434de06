/** Takes a packetdrill script apart, both dialects: tokens with their places; blanks, line ends and comments only separate them. */
import type {Place} from './pkt.js';
import {PktRefused} from './pkt-mistake.js';

export type PktTokenKind = 'option' | 'integer' | 'hex' | 'real' | 'word' | 'string' | 'command' | 'code' | 'sign' | 'end';

export type PktToken = {
	readonly kind: PktTokenKind;
	/** The word, number or sign; what stands between the quotes, backticks or `%{ }%`; the name of an option. */
	readonly text: string;
	/** As written. */
	readonly raw: string;
	/** Behind the `=` of an option. */
	readonly value?: string | undefined;
	readonly place: Place;
	/** The first token of its line. */
	readonly startsLine: boolean;
};

type LexOptions = {
	/** Whether `#ifdef` of this name keeps what follows. */
	readonly isDefined: (name: string) => boolean;
	/** A word of that name is replaced: by an integer, a word, a "string" or a `command`. */
	readonly definitions: ReadonlyMap<string, string>;
};

type Lexer = {
	readonly text: string;
	readonly isDefined: (name: string) => boolean;
	/** Those given, and those of `--define` lines. */
	readonly definitions: Map<string, string>;
	at: number;
	line: number;
	column: number;
	/** Only options were seen so far. */
	isHead: boolean;
	/** Where an `#ifdef` stands that is still open. */
	open: Place | undefined;
	readonly tokens: PktToken[];
};

type Lexeme = {readonly match: readonly string[]; readonly place: Place};
type Rule = {
	/** Its first character. */
	readonly starts: RegExp;
	readonly pattern: RegExp;
	readonly read: (lexer: Lexer, lexeme: Lexeme) => void;
};

/** Ends with a token of kind `end`. Throws PktRefused. */
export function lexPkt(text: string, options: LexOptions): readonly PktToken[] {
	const definitions = new Map(options.definitions);
	const {isDefined} = options;
	const lexer: Lexer = {isDefined, definitions, text, at: 0, line: 1, column: 1, isHead: true, open: undefined, tokens: []};
	if (text.startsWith('\uFEFF')) lexer.at++;
	while (lexer.at < text.length) lexOne(lexer);
	if (lexer.open) throw new PktRefused({...lexer.open, code: 'unclosed', opened: '#ifdef', closing: '#endif'});
	push(lexer, {kind: 'end', text: '', raw: '', place: placeOf(lexer)});
	return lexer.tokens;
}

const placeOf = ({line, column}: Lexer): Place => ({line, column});

/** Characters, not UTF-16 units. */
const characters = (text: string): number => (text.length === 1 ? 1 : text.length - (text.match(/[\uDC00-\uDFFF]/g)?.length ?? 0));

function advance(lexer: Lexer, passed: string): void {
	const lastBreak = passed.lastIndexOf('\n');
	lexer.at += passed.length;
	if (lastBreak >= 0) {
		lexer.line += passed.split('\n').length - 1;
		lexer.column = 1;
	}
	lexer.column += characters(passed.slice(lastBreak + 1));
}

function push(lexer: Lexer, token: Omit<PktToken, 'startsLine'>): void {
	lexer.tokens.push({...token, startsLine: lexer.tokens.at(-1)?.place.line !== token.place.line});
	lexer.isHead &&= token.kind === 'option';
}

const take =
	(kind: PktTokenKind) =>
	(lexer: Lexer, {match, place}: Lexeme): void => {
		const [raw = '', text = raw, value] = match;
		push(lexer, {kind, text, raw, value, place});
	};

const skip = (): void => undefined;

const unclosed =
	(closing: string) =>
	(_: Lexer, {match: [opened = ''], place}: Lexeme): never => {
		throw new PktRefused({...place, code: 'unclosed', opened, closing});
	};

/** Options come before everything else; later `--` is two signs. */
const optionRule: Rule = {
	starts: /-/,
	pattern: /--(\w+)(?:\s*=\s*((?:"[^"]*"|`[^`]*`|(?!\/\/|\/\*)\S)+))?/y,
	read: takeOption,
};

/** The first that matches is taken. A real number ends before `...`: `0...0.1` has three tokens. */
const rules: readonly Rule[] = [
	{starts: /[\s/]/, pattern: /\s+|\/\/.*/y, read: skip},
	{starts: /\//, pattern: /\/\*[\s\S]*?\*\//y, read: skip},
	{starts: /\//, pattern: /\/\*/y, read: unclosed('*/')},
	{starts: /#/, pattern: /#[ \t]*(\w*)(?:[ \t]+(\w+))?/y, read: direct},
	{starts: /\./, pattern: /\.{3}/y, read: take('sign')},
	{starts: /[\d.]/, pattern: /\d*\.\d+|\d+\.(?!\.)/y, read: take('real')},
	{starts: /0/, pattern: /0[xX][\da-fA-F]+(?!\w)/y, read: take('hex')},
	{starts: /\d/, pattern: /\d+(?!\w)/y, read: take('integer')},
	{starts: /\w/, pattern: /\w+/y, read: takeWord},
	{starts: /"/, pattern: /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y, read: take('string')},
	{starts: /`/, pattern: /`([^`\\]*(?:\\[\s\S][^`\\]*)*)`/y, read: take('command')},
	{starts: /%/, pattern: /%\{([\s\S]*?)\}%/y, read: take('code')},
	{starts: /"/, pattern: /"/y, read: unclosed('"')},
	{starts: /`/, pattern: /`/y, read: unclosed('`')},
	{starts: /%/, pattern: /%\{/y, read: unclosed('}%')},
	{starts: /[\s\S]/, pattern: /[\s\S]/uy, read: take('sign')},
];

const startingWith = (all: readonly Rule[]): readonly (readonly Rule[])[] =>
	Array.from({length: 128}, (_, code) => all.filter(({starts}) => starts.test(String.fromCharCode(code))));

/** By code of the first character, so that few have to be tried. */
const inHead = startingWith([optionRule, ...rules]);
const behindHead = startingWith(rules);

function lexOne(lexer: Lexer): void {
	const candidates = (lexer.isHead ? inHead : behindHead)[lexer.text.charCodeAt(lexer.at)] ?? rules;
	for (const {pattern, read} of candidates) {
		pattern.lastIndex = lexer.at;
		const match = pattern.exec(lexer.text);
		if (!match) continue;
		const place = placeOf(lexer);
		advance(lexer, match[0]);
		read(lexer, {match, place});
		return;
	}
}

/** `--define=NAME=VALUE` holds for what follows. */
function takeOption(lexer: Lexer, lexeme: Lexeme): void {
	const [, option, value = ''] = lexeme.match;
	const [, name, given = ''] = /^(\w+)=([\s\S]*)$/.exec(value) ?? [];
	take('option')(lexer, lexeme);
	if (option === 'define' && name !== undefined) lexer.definitions.set(name, given);
}

function takeWord(lexer: Lexer, {match: [word = ''], place}: Lexeme): void {
	const given = lexer.definitions.get(word);
	push(lexer, {...(given === undefined ? {kind: 'word', text: word} : replacement(given)), raw: word, place});
}

/** What stands for a defined word. */
function replacement(given: string): Pick<PktToken, 'kind' | 'text'> {
	const [, quoted, command] = /^"([^"]*)"$|^`([^`]*)`$/.exec(given) ?? [];
	if (quoted !== undefined) return {kind: 'string', text: quoted};
	if (command !== undefined) return {kind: 'command', text: command};
	if (/^\d+$/.test(given)) return {kind: 'integer', text: given};
	return {kind: /^0x[\da-f]+$/i.test(given) ? 'hex' : 'word', text: given};
}

/** `#ifdef NAME` … `#endif`, not nested: what stands between them is passed over unless the name is defined. */
function direct(lexer: Lexer, {match: [found = '', word, name], place}: Lexeme): void {
	const isOpening = word === 'ifdef' && name !== undefined && !lexer.open;
	if (!isOpening && !(word === 'endif' && lexer.open)) {
		throw new PktRefused({...place, code: 'directive', found: found.trim(), allowed: lexer.open ? '#endif' : '#ifdef NAME'});
	}
	lexer.open = isOpening ? place : undefined;
	if (isOpening && !lexer.isDefined(name) && !lexer.definitions.has(name)) passOver(lexer);
}

/** To the next directive, which has to be an `#endif`. */
function passOver(lexer: Lexer): void {
	const next = /^[ \t]*#[ \t]*(?:ifdef|ifndef|else|elif|endif)\b/gm;
	next.lastIndex = lexer.at;
	advance(lexer, lexer.text.slice(lexer.at, next.exec(lexer.text)?.index ?? lexer.text.length));
}
