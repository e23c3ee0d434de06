/** The screen of `drill --watch` as plain values: the endpoint's pane, the exchange, the fields compared, the script. */

import {actionWords} from '../../packetdrill/pkt-print-action.js';
import type {Drill} from '../../packetdrill/run/drill.js';
import type {Hint} from '../../packetdrill/run/hint.js';
import type {Check, FieldCheck} from '../../packetdrill/run/verdict.js';
import type {HostName} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';
import {type Layout, layoutOf} from '../layout.js';
import {buildPane, type PaneView} from '../pane.js';
import type {Size} from '../screen-input.js';
import {buildWhy, type WhyView} from '../why.js';
import {culpritItems} from './culprit-why.js';
import {buildExchange, type Exchange} from './exchange.js';
import {buildScript, type LineMark, markOf, type ScriptView} from './script-rows.js';
import {currentCheck, labInput, placeOf, type WatchInput} from './watch-input.js';

/** What came of the event. */
export type Outcome = {
	readonly line: number;
	readonly mark: LineMark;
	/** The event in the script's words; undefined: there is no such event. */
	readonly event: string | undefined;
	readonly verdict: Check['verdict'];
};

export type WatchMain = {
	readonly kind: 'main';
	readonly size: Size;
	readonly layout: Layout;
	readonly header: {
		readonly name: string;
		readonly profile: ProfileName;
		/** Checks made, and how many there are. */
		readonly at: number;
		readonly total: number;
		/** Virtual µs. */
		readonly now: number;
		readonly result: Drill['result'];
		readonly isPlaying: boolean;
		readonly boost: number;
	};
	/** The endpoint under test. */
	readonly host: HostName;
	readonly pane: PaneView;
	readonly exchange: Exchange;
	readonly fields: readonly FieldCheck[];
	/** Where script and endpoint may have parted, of the event that failed. */
	readonly hint: Hint | undefined;
	/** Which rules of the engine made it so. */
	readonly why: WhyView;
	readonly script: ScriptView;
	readonly outcome: Outcome | undefined;
};

export type WatchScreen = WatchMain | {readonly kind: 'too-small'; readonly size: Size};

/** Heading, expected, actual; two more where there is room, for long segments. */
export const outcomeRows = ({rows}: Pick<Layout, 'rows'>): number => (rows >= 30 ? 5 : 3);

/** Rows of the script under its heading. */
export const scriptRows = (layout: Layout): number => layout.rows - 2 - layout.paneRows - outcomeRows(layout) - 1;

/** The history has to stand where `placeOf` says. */
export function buildWatch(input: WatchInput): WatchScreen {
	const layout = layoutOf(input.size);
	if (!layout) return {kind: 'too-small', size: input.size};
	const {watched, at, isPlaying, boost, size} = input;
	const {drill, name, profile} = watched;
	return {
		kind: 'main',
		size,
		layout,
		header: {name, profile, at, total: drill.checks.length, now: placeOf(input).now, result: drill.result, isPlaying, boost},
		host: drill.host,
		pane: buildPane(labInput(input), drill.host),
		exchange: buildExchange(input),
		fields: fieldsOf(input),
		hint: currentCheck(input) === drill.culprit ? drill.hint : undefined,
		why: whyOf(input),
		script: buildScript(input, scriptRows(layout)),
		outcome: outcomeOf(input),
	};
}

/** Of the event that failed what made it fail, of others what happened. */
function whyOf(input: WatchInput): WhyView {
	const {drill} = input.watched;
	const check = currentCheck(input);
	if (!check) return {items: []};
	const items = check === drill.culprit ? culpritItems(labInput(input), drill, check) : [];
	return items.length > 0 ? {items} : buildWhy(labInput(input));
}

function fieldsOf(input: WatchInput): readonly FieldCheck[] {
	const verdict = currentCheck(input)?.verdict;
	return verdict && verdict.kind !== 'unsupported' ? (verdict.fields ?? []) : [];
}

function outcomeOf(input: WatchInput): Outcome | undefined {
	const check = currentCheck(input);
	if (!check) return undefined;
	const event = input.watched.drill.run.script.events[check.event];
	return {line: check.place.line, mark: markOf(check), event: event && actionWords(event.action), verdict: check.verdict};
}
