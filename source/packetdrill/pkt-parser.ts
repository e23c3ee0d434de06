/** Text to packetdrill script, or to the first thing that is wrong with it. Events are not line based: each runs to the next time. */
import type {PktAction, PktCommand, PktEvent, PktFeature, PktOptionLine, PktScript, PktUnsupported} from './pkt.js';
import {takeCall} from './pkt-call.js';
import {checkEvents} from './pkt-check.js';
import {isKind, isNext, NotSupported, next, type PktCursor, peek, refuse, unexpected} from './pkt-cursor.js';
import {firstLineProfile, hintsOf} from './pkt-guess.js';
import {lexPkt, type PktToken} from './pkt-lexer.js';
import {type PktAllowed, type PktMistake, PktRefused} from './pkt-mistake.js';
import {takePacket} from './pkt-packet.js';
import {takeEnd, takeTime} from './pkt-time.js';

type PktParsed = {readonly script: PktScript; readonly mistake?: undefined} | {readonly script?: undefined; readonly mistake: PktMistake};

export type PktParseOptions = {
	readonly file: string;
	/** Names that `#ifdef` finds defined, beside those of `definitions`. */
	readonly defined?: Iterable<string>;
	/** What words of these names stand for. */
	readonly definitions?: ReadonlyMap<string, string>;
};

export function parsePkt(text: string, {file, defined = [], definitions = new Map()}: PktParseOptions): PktParsed {
	try {
		const names = new Set(defined);
		const tokens = lexPkt(text, {isDefined: name => names.has(name), definitions});
		return {script: {file, firstLineProfile: firstLineProfile(text), ...takeScript({tokens, at: 0, depth: 0, isIpv6: false}, text)}};
	} catch (error) {
		if (!(error instanceof PktRefused)) throw error;
		return {mistake: error.mistake};
	}
}

function takeScript(cursor: PktCursor, text: string): Omit<PktScript, 'file' | 'firstLineProfile'> {
	const optionTokens = takeWhile(cursor, () => isKind(cursor, 'option'), next);
	cursor.isIpv6 = optionTokens.findLast(({text: name}) => name === 'ip_version')?.value === 'ipv6';
	const init = takeCommand(cursor);
	const events = takeWhile(cursor, () => !isKind(cursor, 'end', 'command'), takeEvent);
	const cleanup = takeCommand(cursor);
	if (!isKind(cursor, 'end')) unexpected(cursor, [{value: 'end'}]);
	if (events.length === 0) refuse(cursor, {code: 'no-events'});
	checkEvents(events);
	const inEvents = events.flatMap(({action}) => (action.kind === 'unsupported' ? [action] : []));
	const unsupported = [...optionTokens.flatMap(unsupportedOption), ...inEvents];
	const parts = {options: optionTokens.map(optionLine), init, events, cleanup, unsupported};
	return {...parts, dialectHints: hintsOf(parts, text)};
}

function takeWhile<Part>(cursor: PktCursor, isMore: () => boolean, take: (cursor: PktCursor) => Part): Part[] {
	const parts: Part[] = [];
	while (isMore()) parts.push(take(cursor));
	return parts;
}

const optionLine = ({text, value, place}: PktToken): PktOptionLine => ({
	name: text,
	value: value?.replace(/^"(.*)"$/s, '$1'),
	place,
});

const unsupportedOptions: ReadonlyMap<string, PktFeature> = new Map([['tcp_md5_secret', 'md5']]);

function unsupportedOption({text, raw, place}: PktToken): readonly PktUnsupported[] {
	const feature = unsupportedOptions.get(text);
	return feature ? [{kind: 'unsupported', feature, text: raw, place}] : [];
}

function takeCommand(cursor: PktCursor): PktCommand | undefined {
	if (!isKind(cursor, 'command')) return undefined;
	const {text, place} = next(cursor);
	return {text, place};
}

function takeEvent(cursor: PktCursor): PktEvent {
	const {place} = peek(cursor);
	const time = takeTime(cursor, [{value: 'time'}, {value: 'end'}]);
	const end = takeEnd(cursor, time);
	return {place, time, end, action: takeAction(cursor)};
}

function takeAction(cursor: PktCursor): PktAction {
	try {
		return takeSupported(cursor);
	} catch (error) {
		if (!(error instanceof NotSupported)) throw error;
		passEvent(cursor);
		const {feature, token} = error;
		return {kind: 'unsupported', feature, text: token.raw, place: token.place};
	}
}

const actionStarts: readonly PktAllowed[] = [{value: 'event'}];

function takeSupported(cursor: PktCursor): PktAction {
	const {kind, text, place} = peek(cursor);
	if (isNext(cursor, '<')) return {kind: 'inbound', packet: takePacket(cursor)};
	if (isNext(cursor, '>')) return {kind: 'outbound', packet: takePacket(cursor)};
	if (kind === 'word' && isNext(cursor, '(', 1)) return takeCall(cursor);
	if (kind !== 'command' && kind !== 'code') return unexpected(cursor, actionStarts);
	next(cursor);
	return kind === 'command' ? {kind, text} : {kind, text, place};
}

const brackets: ReadonlyMap<string, number> = new Map([
	...['(', '[', '{'].map(sign => [sign, 1] as const),
	...[')', ']', '}'].map(sign => [sign, -1] as const),
]);

/** To a time or a command that begins a line outside of brackets. */
function passEvent(cursor: PktCursor): void {
	for (let depth = 0; !isKind(cursor, 'end'); ) {
		const {kind, text} = next(cursor);
		if (kind === 'sign') depth = Math.max(0, depth + (brackets.get(text) ?? 0));
		if (depth === 0 && startsEvent(cursor)) return;
	}
}

const startsEvent = (cursor: PktCursor): boolean =>
	peek(cursor).startsLine && (isKind(cursor, 'integer', 'real', 'command') || isNext(cursor, '+') || isNext(cursor, '*'));
