/** When an event is: `0.1`, `+0.1`, `0.1~0.2`, `+0.1~+0.2`, `*`; and until when a blocking call waits: `0.1...0.2`. */
import type {PktTime} from './pkt.js';
import {expect, isKind, isNext, next, type PktCursor, peek, refuse, refuseAt, skip, unexpected} from './pkt-cursor.js';
import type {PktAllowed} from './pkt-mistake.js';

/** 11 years, as in the lab: sums of times stay whole numbers. */
const longest = 100_000 * 3600;

const timeAllowed: readonly PktAllowed[] = [{value: 'time'}];

/** Decimal seconds as whole µs, the seventh digit rounded. */
function microseconds(text: string): number {
	const [whole = '', fraction = ''] = text.split('.');
	const digits = fraction.padEnd(7, '0');
	return Number(whole) * 1_000_000 + Number(digits.slice(0, 6)) + (digits.charAt(6) >= '5' ? 1 : 0);
}

function takeSeconds(cursor: PktCursor): number {
	const {raw, text} = peek(cursor);
	if (isNext(cursor, '-') && ['integer', 'real'].includes(peek(cursor, 1).kind)) {
		refuse(cursor, {code: 'negative-time', found: raw + peek(cursor, 1).raw});
	}
	if (!isKind(cursor, 'integer', 'real')) return unexpected(cursor, timeAllowed);
	if (Number(text) > longest) refuse(cursor, {code: 'number', found: raw, field: 'time', min: 0, max: longest});
	return microseconds(next(cursor).text);
}

export function takeTime(cursor: PktCursor, allowed = timeAllowed): PktTime {
	if (skip(cursor, '*')) return {kind: 'any'};
	if (!isKind(cursor, 'integer', 'real') && !isNext(cursor, '+') && !isNext(cursor, '-')) unexpected(cursor, allowed);
	const {place} = peek(cursor);
	const isRelative = skip(cursor, '+');
	const from = takeSeconds(cursor);
	if (!skip(cursor, '~')) return {kind: isRelative ? 'relative' : 'absolute', at: from};
	if (isRelative) expect(cursor, '+');
	const to = takeSeconds(cursor);
	if (to < from) refuseAt(place, {code: 'range-back'});
	return {kind: isRelative ? 'relative-range' : 'absolute-range', from, to};
}

/** Counted like the time before it: a relative one may carry its sign once more. */
export function takeEnd(cursor: PktCursor, time: PktTime): number | undefined {
	const {place} = peek(cursor);
	if (!skip(cursor, '...')) return undefined;
	if (time.kind !== 'absolute' && time.kind !== 'relative') return refuseAt(place, {code: 'end-place'});
	if (time.kind === 'relative') skip(cursor, '+');
	const end = takeSeconds(cursor);
	if (end < time.at) refuseAt(place, {code: 'end-back'});
	return end;
}
