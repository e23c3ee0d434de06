import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues, noteSentence, refText, tellerAt} from '../../source/locale/index.js';
import {type NoteCode, noteCodes, notes, type ValueKind} from '../../source/tcp/notes.js';
import type {PacketBrief, Place} from '../../source/view/why-item.js';
import {rankOf} from '../../source/view/why-rank.js';
import {assertSentence} from './checks.js';

const packet: PacketBrief = {
	n: 137,
	from: 'client',
	word: 'DATA 1460',
	seq: 21_001,
	origin: 'tcp',
	of: undefined,
	isAgain: false,
	waited: undefined,
};

const place: Place = {host: 'server', peer: 'client', socket: 4, t: 3_250_000, packet, sent: packet, mss: 1460, relative: undefined};

const typical: Readonly<Record<ValueKind, number>> = {
	seq: 21_001,
	octets: 14_600,
	time: 3_450_000,
	count: 3,
	packet: 137,
	port: 49_152,
	socket: 12,
};

const large: Readonly<Record<ValueKind, number>> = {
	seq: 4_294_960_000,
	octets: 65_535,
	time: 240_000_000,
	count: 12,
	packet: 9999,
	port: 65_535,
	socket: 104,
};

/** The values of a rule, each by its kind; `to` lies behind `from`, as ranges do. */
function valuesOf(code: NoteCode, from: Readonly<Record<ValueKind, number>>): Record<string, number> {
	const kinds: Readonly<Record<string, ValueKind>> = notes[code].values;
	const values = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, from[kind]]));
	return 'to' in values ? {...values, to: (values.from ?? 0) + 1460} : values;
}

/** Two rows of 80 cells, wrapped between words. */
const twoRows = 150;

for (const language of ['en', 'zh'] as const) {
	const words = catalogues[language];
	test(`every rule has a sentence of at most two screen rows (${language})`, () => {
		for (const code of noteCodes) {
			for (const [values, most] of [
				[typical, twoRows],
				[large, twoRows + 30],
			] as const) {
				const note = {code, values: valuesOf(code, values)};
				assertSentence(noteSentence(note, tellerAt(place, words), words), language, most);
				assertSentence(noteSentence(note, tellerAt({...place, packet: undefined, sent: undefined}, words, true), words), language, most);
			}
		}
	});

	test(`numbers counted from the ISNs stand in the sentences too (${language})`, () => {
		const relative = {...place, relative: {own: 20_000, far: 21_000}};
		const sentence = noteSentence(
			{code: 'data-in-order', values: {seq: 21_001, len: 20, rcvNxt: 21_021}},
			tellerAt(relative, words),
			words,
		);
		assert.match(sentence, /\+1-\+20/);
		assert.match(sentence, /RCV\.NXT.*\+21/);
	});
}

test('numbers wrap at 2^32 inside a range', () => {
	const words = catalogues.en;
	const sentence = noteSentence({code: 'data-in-order', values: {seq: 4_294_967_290, len: 10, rcvNxt: 4}}, tellerAt(place, words), words);
	assert.match(sentence, /^Bytes 4294967290-3 are/);
});

test('every rule has a rank, so that a small screen shows the one that tells most', () => {
	for (const code of noteCodes) assert.ok(rankOf(code) > 0, code);
});

for (const [ref, text] of [
	['RFC 9293 § 3.10.7.4', 'RFC 9293 3.10.7.4'],
	['RFC 6298 § 5.5', 'RFC 6298 (5.5)'],
	['RFC 6298 § 2', 'RFC 6298 2'],
] as const) {
	test(`${ref} is cited as ${text}`, () => assert.equal(refText(ref), text));
}
