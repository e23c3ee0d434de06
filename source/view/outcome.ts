/** What became of a segment that arrived and changed no state: a reader would else take it for a delivery. */
import type {SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import type {NoteCode} from '../tcp/notes.js';
import type {RowKind} from '../tcp/out.js';
import {rowsOfStep} from './host-event.js';

export type Outcome = 'queue-full' | 'challenged' | 'ignored' | 'refused' | 'bad-sum' | 'window-shut' | 'seen-before' | '2msl-again';

/** The rules that throw a segment away, in words of a cell's breadth; the first that fired tells. */
const outcomes: readonly (readonly [Outcome, readonly NoteCode[]])[] = [
	['queue-full', ['syn-queue-full', 'accept-queue-full-syn', 'accept-queue-full-ack']],
	['2msl-again', ['time-wait-restarted']],
	[
		'ignored',
		[
			'challenge-limited',
			'rst-outside',
			'rst-ignored-time-wait',
			'rst-ignored-closed',
			'rst-without-ack',
			'no-ack-bit',
			'listen-ignored',
			'segment-without-syn',
			'text-ignored',
			'ack-unsent',
			'quiet-time-dropped',
			'paws-dropped',
			'timestamp-missing',
			'memory-full',
			'syn-fin-dropped',
			'syn-again-limited',
			'time-wait-silent',
			'udp-ignored',
			'blackholed',
		],
	],
	['challenged', ['rst-challenged', 'syn-challenged', 'ack-too-old']],
	['refused', ['port-closed', 'listen-rst', 'cookie-refused', 'ack-for-nothing', 'ack-unacceptable-in-syn-rcvd']],
	['seen-before', ['old-data', 'syn-again']],
];

const noteKind: ReadonlySet<RowKind> = new Set(['note']);

/** Text that a closed window refuses; nothing else of the segment is lost. */
function isShutOut({len}: SegmentRecord, code: NoteCode, values: Readonly<Record<string, number>>): boolean {
	if (len === 0) return false;
	return code === 'window-full' || (code === 'unacceptable' && values.rcvWnd === 0);
}

/** An empty segment in front of the window asks for an ACK (a keepalive, for one) and gets it. */
const isOutside = ({len}: SegmentRecord, code: NoteCode): boolean => code === 'unacceptable' && len > 0;

/** Undefined: it was taken, or has not arrived. */
export function outcomeOf(world: World, packet: SegmentRecord): Outcome | undefined {
	if (packet.arrivedInStep === undefined) return undefined;
	if (packet.fate === 'corrupted') return 'bad-sum';
	const notes = rowsOfStep(world, packet.arrivedInStep, noteKind).flatMap(row =>
		row.kind === 'note' && (row.host === packet.to || row.code === 'quiet-time-dropped') ? [row] : [],
	);
	const found = outcomes.find(([, codes]) => notes.some(({code}) => codes.includes(code)));
	if (found !== undefined) return found[0];
	if (notes.some(({code, values}) => isShutOut(packet, code, values))) return 'window-shut';
	return notes.some(({code}) => isOutside(packet, code)) ? 'ignored' : undefined;
}
