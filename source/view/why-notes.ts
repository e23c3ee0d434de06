/** The rules that fired in one event, each once, with the values of the last time it did. */

import {packetAt} from '../sim/index.js';
import type {NoteCode} from '../tcp/notes.js';
import type {Ranked} from './why-action.js';
import {effectOf} from './why-effect.js';
import {isNote, type NoteRow, placeAt} from './why-place.js';
import {rank, rankOf} from './why-rank.js';
import type {Step} from './why-tell.js';

/** What the link decides is seen half way, not before. */
const hidden: ReadonlySet<NoteCode> = new Set<NoteCode>(['link-lost', 'link-corrupted', 'link-marked']);

const losses: ReadonlySet<NoteCode> = new Set<NoteCode>(['link-lost', 'link-queue-full', 'dropped-by-hand']);

/** What an action on a packet says itself. */
const ofMischief: ReadonlySet<NoteCode> = new Set<NoteCode>([
	'dropped-by-hand',
	'link-corrupted',
	'link-marked',
	'link-delayed',
	'link-duplicated',
]);

export function noteItems(step: Step): readonly Ranked[] {
	const isMischief = step.action?.action.do === 'packet';
	return merged(step.rows.filter(isNote))
		.filter(row => !(isMischief && ofMischief.has(row.code)) && !isSecondary(step, row) && isVisible(step, row))
		.flatMap(row => [noteItem(step, row), ...effectItems(step, row)]);
}

/** One row a rule, host and socket; a range that grew begins where it began. */
function merged(rows: readonly NoteRow[]): readonly NoteRow[] {
	const byRule = new Map<string, NoteRow>();
	for (const row of rows) {
		const key = `${row.code} ${row.host} ${row.socket}`;
		const first = byRule.get(key);
		const from = first?.values.from;
		byRule.set(key, from === undefined ? row : {...row, values: {...row.values, from}});
	}
	return [...byRule.values()];
}

/** An ACK of the SYN or FIN alone is told by the state it leads to; what goes out again after its RTO, by the time-out. */
function isSecondary({rows}: Step, {code, values, host}: NoteRow): boolean {
	const has = (...codes: readonly NoteCode[]) => rows.some(row => isNote(row) && row.host === host && codes.includes(row.code));
	if (code === 'ack-advances') return values.octets === 0 && has('handshake-complete', 'fin-acked', 'syn-ack-accepted');
	if (code === 'sent-again') return has('rto-fired', 'fast-retransmit', 'partial-ack');
	if (code === 'ack-duplicate') return has('fast-retransmit');
	if (code === 'fin-waits') return has('fin-sent');
	if (code === 'unacceptable') return has('time-wait-restarted');
	if (code === 'window-limits') return has('window-closed', 'probe-sent');
	return false;
}

function isVisible({seen}: Step, {code, values}: NoteRow): boolean {
	if (!hidden.has(code)) return true;
	const {sentAt, dueAt} = packetAt(seen.world.trace, values.packet ?? 1);
	return (seen.now - sentAt) * 2 >= dueAt - sentAt;
}

/** What the loss of a packet means to its sender; a person's own drop is told elsewhere. */
function effectItems({seen: {world}, isNewest}: Step, {code, values}: NoteRow): readonly Ranked[] {
	const n = values.packet;
	if (!isNewest || n === undefined || !losses.has(code)) return [];
	const told = effectOf(world, packetAt(world.trace, n));
	return [{rank: (hidden.has(code) ? rank.lost : rankOf(code)) - 0.5, item: {kind: 'effect', ...told}}];
}

function noteItem(step: Step, {code, values, ref, host, socket, t}: NoteRow): Ranked {
	const {seen, action, arrived} = step;
	const packet = values.packet;
	const where = host ?? (packet === undefined ? 'client' : packetAt(seen.world.trace, packet).from);
	const place = placeAt(seen, {host: where, socket, t, arrived, rows: step.rows});
	const isRangeTold = action?.action.do === 'send' && action.action.socket.host === where;
	return {rank: hidden.has(code) ? rank.lost : rankOf(code), item: {kind: 'note', place, code, values, ref, isRangeTold}};
}
