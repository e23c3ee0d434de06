/** The script's text around the event that the picture is of, each line with what came of it. */
import type {Check} from '../../packetdrill/run/verdict.js';
import {visible} from '../../script/escape.js';
import {currentCheck, type WatchInput} from './watch-input.js';

export type LineMark = 'passed' | 'failed' | 'tolerated' | 'unsupported' /** A call that has not come back. */ | 'waits';

export type ScriptRow = {
	/** From 1. */
	readonly line: number;
	readonly text: string;
	/** Undefined: nothing yet, or never anything. */
	readonly mark: LineMark | undefined;
	readonly isCurrent: boolean;
};

export type ScriptView = {
	readonly rows: readonly ScriptRow[];
	/** Undefined: all of it is seen. */
	readonly part: {readonly first: number; readonly last: number; readonly total: number} | undefined;
};

export function markOf({verdict, isWarning}: Check): LineMark {
	if (isWarning) return 'tolerated';
	return verdict.kind;
}

function marksOf({watched: {drill}, at}: WatchInput): ReadonlyMap<number, LineMark> {
	const marks = new Map<number, LineMark>();
	const made = drill.checks.slice(0, at);
	const settled = new Set(made.map(({event}) => event));
	const last = made.reduce((most, {event}) => Math.max(most, event), -1);
	for (const [index, {place, end}] of drill.run.script.events.entries()) {
		if (index < last && end !== undefined && !settled.has(index)) marks.set(place.line, 'waits');
	}
	for (const check of made) marks.set(check.place.line, markOf(check));
	return marks;
}

/** Two thirds of the rows stand above the current line: what led there. */
function firstLine(current: number, rows: number, total: number): number {
	const wished = current - Math.floor((rows * 2) / 3);
	return Math.max(1, Math.min(wished, total - rows + 1));
}

export function buildScript(input: WatchInput, rows: number): ScriptView {
	const {lines} = input.watched;
	const current = currentCheck(input)?.place.line ?? 0;
	const first = firstLine(current, rows, lines.length);
	const marks = marksOf(input);
	const shown = lines.slice(first - 1, first - 1 + rows).map((text, index): ScriptRow => {
		const line = first + index;
		return {line, text: visible(text.replaceAll('\t', '  ').trimEnd()), mark: marks.get(line), isCurrent: line === current};
	});
	const last = first + shown.length - 1;
	return {rows: shown, part: shown.length < lines.length ? {first, last, total: lines.length} : undefined};
}
