/** The JSON lines of `run --format json`: one object a line, keys in a fixed order, times in virtual seconds. */
import type {CallRecord} from '../host/socket.js';
import {posixText} from '../packetdrill/call-notation.js';
import {flagLetters, optionWords} from '../packetdrill/notation.js';
import {portsWords} from '../packetdrill/pkt-print-action.js';
import {escapeOctets, latin1} from '../script/escape.js';
import type {Mark, Words} from '../sim/action.js';
import {packetAt, type Row, rowAt, rowCount, type SegmentRecord, type Trace, type World} from '../sim/index.js';
import {ecnBits} from '../tcp/ecn.js';
import {notes} from '../tcp/notes.js';
import {ACK} from '../tcp/segment.js';

type Run = {
	readonly world: World;
	readonly title: Words | undefined;
	readonly lang: 'en' | 'zh';
	/** Failed lines. */
	readonly failed: number;
};

/** Without line ends. */
export function* jsonLines({world, title, lang, failed}: Run): Generator<string> {
	const {seed, profile} = world.setup;
	const {client, server} = profile;
	yield line({t: 0, type: 'start', format: 1, title: title ? inLanguage(title, lang) : null, seed, profile: {client, server}});
	for (let index = 0; index < rowCount(world.trace); index++) {
		const object = rowObject(world.trace, index, lang);
		if (object) yield line(object);
	}
	yield line({t: seconds(world.now), type: 'end', failed});
}

type Json = null | boolean | number | string | {readonly [key: string]: Json | undefined};

/** Characters that JSON lets through and a terminal would obey. */
const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const line = (object: {readonly [key: string]: Json | undefined}): string =>
	JSON.stringify(object).replace(unsafe, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const seconds = (us: number): number => us / 1_000_000;

export const inLanguage = ({en, zh}: Words, lang: 'en' | 'zh'): string => (lang === 'zh' ? (zh ?? en) : en);

/** Undefined for rows that the lines do not tell: what was asked, and the ends of packets, which stand with their beginnings. */
function rowObject(trace: Trace, index: number, lang: 'en' | 'zh'): {readonly [key: string]: Json | undefined} | undefined {
	const row = rowAt(trace, index);
	const t = seconds(row.t);
	const place = {host: row.host ?? null, socket: row.socket || null};
	switch (row.kind) {
		case 'segment':
			return segmentObject(packetAt(trace, row.n));
		case 'state':
			return {t, type: 'state', ...place, from: row.from, to: row.to, why: row.why};
		case 'call':
			return {t, type: 'call', ...place, ...callFields(row.call)};
		case 'timer':
			return {t, type: 'timer', ...place, timer: row.timer, event: row.event, at: row.at === undefined ? null : seconds(row.at)};
		case 'queue':
			return {t, type: 'queue', ...place, queue: row.queue, length: row.length, limit: row.limit};
		case 'note':
			return {t, type: 'note', ...place, code: row.code, values: noteValues(row), ref: row.ref};
		case 'mark':
			return {t, ...markFields(row.mark, lang)};
		case 'host':
			return {t, type: 'host', host: place.host, event: row.event};
		case 'fate':
		case 'action':
			return undefined;
	}
}

const address = (addr: number, port: number): string =>
	`${[addr >>> 24, (addr >>> 16) & 255, (addr >>> 8) & 255, addr & 255].join('.')}:${port}`;

/** In packetdrill's words, as it was sent; undefined: not capable of ECN. */
const codepoints = [undefined, 'ect1', 'ect0', 'ce'] as const;

const segmentObject = (record: SegmentRecord): {readonly [key: string]: Json | undefined} => ({
	t: seconds(record.sentAt),
	type: 'segment',
	n: record.n,
	from: record.from,
	to: record.to,
	src: address(record.src, record.sport),
	dst: address(record.dst, record.dport),
	udp: record.udp && portsWords(record.udp),
	flags: flagLetters(record.flags),
	seq: record.seq,
	ack: record.flags & ACK ? record.ack : null,
	len: record.len,
	win: record.win,
	ecn: codepoints[record.tos & ecnBits],
	marked: record.markedAt === undefined ? undefined : true,
	options: optionWords(record.options),
	origin: record.origin,
	of: record.origin === 'duplicate' ? record.of : undefined,
	retransmission: record.isRetransmission,
	fate: record.fate,
	arrived: arrivedAt(record),
});

const arrivedAt = ({fate, settledAt}: SegmentRecord): number | null =>
	(fate === 'delivered' || fate === 'corrupted') && settledAt !== undefined ? seconds(settledAt) : null;

const callFields = ({
	call,
	began,
	result,
	error,
	failed,
	data,
	isCut,
	posix,
	values,
}: CallRecord): {readonly [key: string]: Json | undefined} => ({
	call,
	posix: posix && posixText(posix, values),
	began: seconds(began),
	result,
	error: error ?? null,
	failed,
	data: call === 'recv' && !posix && result >= 0 ? escapeOctets(latin1(data ?? new Uint8Array())) : undefined,
	cut: isCut || undefined,
});

/** Times in seconds, as everywhere. */
function noteValues({code, values}: Extract<Row, {kind: 'note'}>): {readonly [key: string]: Json} {
	const kinds: Readonly<Record<string, string>> = notes[code].values;
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, kinds[name] === 'time' ? seconds(value) : value]));
}

function markFields(mark: Mark, lang: 'en' | 'zh'): {readonly [key: string]: Json | undefined} {
	if (mark.kind !== 'expect') return {type: mark.kind, line: mark.line, text: inLanguage(mark.text, lang)};
	const {line: number, ok, text, found} = mark;
	return {type: 'expect', line: number, ok, text, found};
}
