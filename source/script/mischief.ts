/** `drop`, `duplicate`, `corrupt`, `mark`, `delay`: one packet in flight, or the next one that matches. */
import type {Action, FlagFilter, HostName, Mischief} from '../sim/action.js';
import {type Cursor, isWord, skipWord, take, takeKeyword} from './cursor.js';
import {word, words} from './mistake.js';
import {readCount, takeDuration, takeHost} from './values.js';

export const flagFilters = ['SYN', 'SYN,ACK', 'ACK', 'FIN', 'RST', 'data'] as const satisfies readonly FlagFilter[];

/** What can be capable of ECN (RFC 3168 § 6.1): a segment with text. */
export const markFilters = ['FIN', 'data'] as const satisfies readonly FlagFilter[];

const packetRange = {min: 1, max: 2 ** 32 - 1};

/** What stands behind the verb. */
export function takeMischief(cursor: Cursor, kind: Mischief['kind']): Action {
	if (skipWord(cursor, 'next')) return takeNext(cursor, kind);
	const packet = takePacket(cursor);
	return {do: 'packet', packet, mischief: takeBy(cursor, kind)};
}

const takePacket = (cursor: Cursor): number =>
	take(cursor, text => readCount(text, packetRange), [{value: 'count', ...packetRange}, word('next')]);

/** `next [FLAGS] from HOST` */
function takeNext(cursor: Cursor, kind: Mischief['kind']): Action {
	const filter = isWord(cursor, 'from') ? 'any' : takeFilter(cursor, kind === 'mark' ? markFilters : flagFilters);
	takeKeyword(cursor, 'from');
	const host: HostName = takeHost(cursor);
	return {do: 'arm', host, filter, mischief: takeBy(cursor, kind)};
}

const takeFilter = (cursor: Cursor, filters: readonly FlagFilter[]): FlagFilter =>
	take(cursor, text => filters.find(filter => filter === text), words([...filters, 'from']));

function takeBy(cursor: Cursor, kind: Mischief['kind']): Mischief {
	if (kind !== 'delay') return {kind};
	takeKeyword(cursor, 'by');
	return {kind, by: takeDuration(cursor)};
}
