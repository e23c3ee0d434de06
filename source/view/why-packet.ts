/** One packet: why it was sent, and what it did where it arrived. */
import {packetAt, rowAt, rowCount, rowKindAt} from '../sim/index.js';
import type {Row, SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import type {NoteCode} from '../tcp/notes.js';
import {FIN, RST, SYN} from '../tcp/segment.js';
import {inWindow, seq} from '../tcp/seq.js';
import {rowsOfStep} from './host-event.js';
import {fateAt} from './packet-view.js';
import type {ScreenInput} from './screen-input.js';
import type {WhyItem} from './why-item.js';
import {isNote, type NoteRow, placeAt, type Seen, seenBy} from './why-place.js';
import {readStep, tell} from './why-tell.js';

type Kind = 'syn' | 'rst' | 'text' | 'ack';

const kindOf = ({flags, len}: SegmentRecord): Kind => {
	if (flags & SYN) return 'syn';
	if (flags & RST) return 'rst';
	return len > 0 || flags & FIN ? 'text' : 'ack';
};

/** The rules that make a TCP send such a segment, the one that says most first. */
const causes: Readonly<Record<Kind, readonly NoteCode[]>> = {
	syn: ['rto-fired', 'syn-sent', 'simultaneous-open', 'syn-accepted', 'syn-again', 'cookie-sent'],
	rst: [
		'unread-data-reset',
		'data-after-close-reset',
		'port-closed',
		'udp-elsewhere',
		'listen-rst',
		'cookie-refused',
		'ack-for-nothing',
		'ack-unacceptable-in-syn-rcvd',
		'rst-sent',
	],
	text: [
		'rto-fired',
		'fast-retransmit',
		'loss-probe',
		'recovery-entered',
		'partial-ack',
		'probe-sent',
		'sent-by-override',
		'sent-again',
		'fin-sent',
		'sent-nothing-in-flight',
		'sent-full-segment',
		'sent-without-nagle',
		'sent-half-window',
		'sent-chunk',
		'ack-carried',
	],
	ack: [
		'time-wait-restarted',
		'rst-challenged',
		'syn-challenged',
		'ack-too-old',
		'paws-dropped',
		'ack-unsent',
		'syn-again',
		'old-data',
		'unacceptable',
		'keepalive-sent',
		'probe-sent',
		'delayed-ack-fired',
		'sack-held-over',
		'hole-filled',
		'data-out-of-order',
		'fin-arrived',
		'syn-ack-accepted',
		'ack-every-second',
		'ack-over-segment',
		'ack-quick',
		'sack-held',
		'ack-after-read',
		'window-update',
		'window-full',
		'memory-full',
		'ack-at-once',
		'data-in-order',
	],
};

/** Does a rule about a range of octets speak of this packet? */
function isAbout({seq: first, len}: SegmentRecord, {values: {from, to}}: NoteRow): boolean {
	if (from === undefined || to === undefined || len === 0) return true;
	return inWindow(seq(first), seq(from), Math.max(to - from, 1));
}

/** Why it was sent: one or two items, empty when nothing in the trace tells. */
export function sendingItems(input: ScreenInput, n: number): readonly WhyItem[] {
	const seen = seenBy(input);
	const packet = packetAt(seen.world.trace, n);
	const rows = rowsOfStep(seen.world, packet.sentInStep);
	if (packet.origin !== 'tcp') return byHand(seen, rows);
	const own = rows.filter(isNote).filter(row => row.host === packet.from && isAbout(packet, row));
	const found = causes[kindOf(packet)].map(code => own.find(row => row.code === code)).filter(row => row !== undefined);
	return found.slice(0, 2).map(row => noteItem(seen, row, rows));
}

function byHand(seen: Seen, rows: readonly Row[]): readonly WhyItem[] {
	return tell(readStep(seen, rows, false))
		.filter(({kind}) => kind === 'mischief' || kind === 'action' || kind === 'note')
		.slice(0, 1);
}

export function noteItem(seen: Seen, {code, values, ref, host, socket, t}: NoteRow, rows: readonly Row[]): WhyItem {
	const {arrived} = readStep(seen, rows, false);
	return {kind: 'note', place: placeAt(seen, {host: host ?? 'client', socket, t, arrived}), code, values, ref, isRangeTold: true};
}

const ends: ReadonlySet<NoteCode> = new Set<NoteCode>(['link-lost', 'dropped-by-hand', 'link-queue-full']);

/** What kept it from arriving, or what it did where it arrived; empty while it is in flight. */
export function arrivalItems(input: ScreenInput, n: number): readonly WhyItem[] {
	const seen = seenBy(input);
	const {world} = seen;
	const packet = packetAt(world.trace, n);
	const fate = fateAt(packet, input.now);
	if (fate === 'in-flight') return [];
	const step = packet.arrivedInStep ?? stepOfEnd(world, packet);
	if (step === undefined) return [];
	const rows = rowsOfStep(world, step);
	if (fate !== 'delivered' && fate !== 'corrupted' && fate !== 'unreachable') {
		const end = rows.filter(isNote).find(row => ends.has(row.code) && row.values.packet === n);
		return end ? [noteItem(seen, {...end, host: packet.from}, rows)] : [];
	}
	return tell(readStep(seen, rows, step === world.steps));
}

/** Rows behind its own in which a packet's end is looked for. */
const lookAhead = 20_000;

function stepOfEnd({trace}: World, {n, row: first}: SegmentRecord): number | undefined {
	for (let index = first; index < Math.min(rowCount(trace), first + lookAhead); index++) {
		if (rowKindAt(trace, index) !== 'fate') continue;
		const row = rowAt(trace, index);
		if (row.kind === 'fate' && row.n === n) return row.step;
	}
	return undefined;
}

/** The whole story, for the pane that says why. */
export const packetStory = (input: ScreenInput, n: number): readonly WhyItem[] => [...sendingItems(input, n), ...arrivalItems(input, n)];
