/** From codes and values to sentences: everything on the screen that says why. Pure; the languages own the words. */

import type {CallRecord} from '../host/socket.js';
import {posixOutcome} from '../packetdrill/call-notation.js';
import type {HostName} from '../sim/action.js';
import type {NoteCode} from '../tcp/notes.js';
import type {State} from '../tcp/state.js';
import type {Place, WhyItem, WhyView} from '../view/why-item.js';
import {duration} from './duration.js';
import type {Catalogue} from './en.js';
import type {Teller} from './teller.js';
import {tellerAt} from './teller-at.js';

/** `text` is a whole sentence or two, not wrapped; `ref` belongs at the right end of its row, or of the last one. */
export type WhyLine = {readonly text: string; readonly ref?: string; readonly kind: 'say' | 'text' | 'next'};

/** As people cite it where cells are dear: `RFC 9293 3.10.7.4`, and RFC 6298's numbered rules as `(5.5)`. */
export const refText = (ref: string): string =>
	ref.replace(/^(RFC \d+) § (.*)$/, (_, rfc: string, section: string) =>
		rfc === 'RFC 6298' && section.includes('.') ? `${rfc} (${section})` : `${rfc} ${section}`,
	);

/** One rule that fired. `values` are those that notes.ts lists for the code. */
export function noteSentence(
	note: {readonly code: NoteCode; readonly values: Readonly<Record<string, number>>},
	teller: Teller,
	{notes}: Catalogue,
): string {
	const sentence: (values: never, teller: Teller) => string = notes[note.code];
	return sentence(note.values as never, teller);
}

const lineOf = (kind: WhyLine['kind'], text: string, ref: string | undefined): readonly WhyLine[] =>
	text === '' ? [] : [ref === undefined ? {text, kind} : {text, kind, ref: refText(ref)}];

/** The rows of "why", most telling first, `next` last; the screen wraps them and shows as many as fit. */
export const whyLines = ({items}: WhyView, words: Catalogue): readonly WhyLine[] => items.flatMap(item => linesOf(item, words));

function linesOf(item: WhyItem, words: Catalogue): readonly WhyLine[] {
	if (item.kind === 'first') return words.why.coming.first(item.focus).map(text => ({text, kind: 'text' as const}));
	const kind = item.kind === 'say' || item.kind === 'next' ? item.kind : 'text';
	return lineOf(kind, sentenceOf(item, words), item.ref);
}

function sentenceOf(item: Exclude<WhyItem, {kind: 'first'}>, words: Catalogue): string {
	const {why, format, refusals} = words;
	switch (item.kind) {
		case 'nothing-yet':
			return why.coming.nothingYet;
		case 'say':
			return format.quote(format.said(item.words));
		case 'mischief':
			return why.actions.mischief(item.mischief, item.packet, item.isYours);
		case 'effect':
			return why.actions.effect(item.effect);
		case 'action':
			return why.actions.told(item.action, item.packet, item.place ? tellerAt(item.place, words).far(item.packet?.seq ?? 0) : '');
		case 'refused':
			return refusals.text(item.refusal);
		case 'next':
			return why.coming.next(item.next);
		case 'state':
		case 'note':
		case 'call':
		case 'error':
		case 'send':
		case 'parked':
		case 'arrival':
		case 'missing':
		case 'rto-armed':
		case 'timer':
		case 'wait-2msl':
			return placedSentence(item, words);
	}
}

type Placed = Extract<WhyItem, {readonly place: Place}>;

function placedSentence(item: Placed, words: Catalogue): string {
	const teller = tellerAt(item.place, words, item.kind === 'note' && item.isRangeTold);
	const {calls, coming} = words.why;
	switch (item.kind) {
		case 'state':
			return stateSentence(item, teller, words);
		case 'note':
			return noteSentence(item, teller, words);
		case 'call':
			return callSentence(item.record, teller, words);
		case 'error':
			return calls.failed(item.call, item.error, item.argument);
		case 'send':
			return sendSentence(item, teller, words);
		case 'parked':
			return calls.waits[item.call](item.taken, teller);
		case 'arrival':
			return coming.arrival(item, teller);
		case 'missing':
			return coming.missing({ack: teller.far(item.ack), lost: item.lost, kept: item.kept});
		case 'rto-armed':
			return coming.rtoArmed(item);
		case 'timer':
			return coming.restarted(item.timer, teller);
		case 'wait-2msl':
			return coming.lastAck(teller, {packet: item.last, wait: item.wait});
	}
}

function callSentence(record: CallRecord, teller: Teller, {why: {calls}}: Catalogue): string {
	return record.posix
		? calls.posix(record.posix, posixOutcome(record.posix, record), teller)
		: calls.completed(record.call, record, teller);
}

function sendSentence({asked, taken, from, to}: Extract<WhyItem, {kind: 'send'}>, teller: Teller, {why: {calls}}: Catalogue): string {
	return calls.sends({asked, taken, range: to === from ? '' : teller.ownRange(from, to), isOne: to - from === 1});
}

function stateSentence(item: Extract<WhyItem, {kind: 'state'}>, teller: Teller, {why: {reasons}}: Catalogue): string {
	const change = {from: item.from, to: item.to, socket: item.place.socket, port: item.port, isFromListener: item.isFromListener};
	return reasons.entering(change, teller, reasons.why[item.why](change, teller));
}

type StateExplained = {
	/** After `NAME: `, at most 76 cells with it. */
	readonly line: string;
	/** At most 14 cells. */
	readonly lasts: string;
	/** What it is; how it ends, with the profiles' differences; what netstat shows of it. At most 100 cells each. */
	readonly long: readonly [string, string, string];
	readonly ref: string;
};

/** `timeWait`: how long TIME_WAIT lasts on that host, µs. */
export function explainState(
	state: State,
	words: Catalogue,
	{peer, timeWait}: {readonly peer: HostName; readonly timeWait: number},
): StateExplained {
	const told = words.states[state];
	const asides = {peer: words.format.host(peer), timeWait: duration(timeWait)};
	return {
		line: told.line(asides),
		lasts: told.lasts(asides),
		long: [told.meaning(asides), told.ends(asides), told.netstat(asides)],
		ref: refText('RFC 9293 § 3.3.2'),
	};
}
