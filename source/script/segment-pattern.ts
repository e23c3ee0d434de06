/** Segments in packetdrill's notation, as conditions and `inject` use them. */
import {type ParsedSegment, parseSegment} from '../packetdrill/notation.js';
import type {ForgedSegment} from '../sim/action.js';
import {noOptions} from '../tcp/segment.js';
import {type Cursor, peek, refuse, takeString} from './cursor.js';
import type {SegmentPattern} from './script.js';

/** Ports and flags alone: the notation wants a place behind them, a condition does without. */
const withoutPlace = /^((?:\s*\[[^\]]*\]|\s*\d+\s*>\s*\d+)?[\sSFRPUEW.-]+?)(?=\s*(?:ack|win|urg|<|$))/;

export function takePattern(cursor: Cursor): SegmentPattern {
	const text = segmentText(cursor);
	const hasPlace = !withoutPlace.test(text);
	const {sport, dport, flags, seq, len, ack, win, urg, options} = parsed(
		cursor,
		parseSegment(hasPlace ? text : text.replace(withoutPlace, '$1 0:0(0)')),
	);
	return {sport, dport, flags, place: hasPlace ? {seq, len} : undefined, ack, win, urg, options};
}

export function takeForged(cursor: Cursor): ForgedSegment {
	const {sport, dport, ack = 0, win = 0, urg = 0, options = noOptions, ...rest} = parsed(cursor, parseSegment(segmentText(cursor)));
	return {...(sport === undefined ? {} : {sport}), ...(dport === undefined ? {} : {dport}), ...rest, ack, win, urg, options};
}

/** The string at the cursor, which stays there: a mistake in it is found a moment later. */
function segmentText(cursor: Cursor): string {
	const text = takeString(cursor);
	cursor.at--;
	return text;
}

function parsed(cursor: Cursor, {segment, error}: ParsedSegment): NonNullable<ParsedSegment['segment']> {
	const found = peek(cursor)?.raw ?? '';
	if (!segment) return refuse(cursor, {code: 'bad-segment', found, reason: error});
	cursor.at++;
	return segment;
}
