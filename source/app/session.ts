/** The session as a scenario: the journal in the lab language with the time between its lines, so that playing it gives the same trace. */
import {defaultLink, type LinkSettings} from '../net/packet.js';
import {quoteText} from '../script/escape.js';
import {printLink} from '../script/link.js';
import {printAction} from '../script/print.js';
import {printDuration} from '../script/print-values.js';
import {type Action, type HostName, hostNames} from '../sim/action.js';
import {firstRowOfStep, type History, type JournalEntry, nextAt, rowAt, rowCount, type Setup, seek} from '../sim/index.js';

/** As many as one `step` may take. */
const mostSteps = 1_000_000;

/** A place in the run: steps made, events among them, and the time. */
type Point = {readonly steps: number; readonly events: number; readonly now: number};

/** `acted`: the steps that were actions, the others were events. */
type Run = {readonly history: History; readonly acted: ReadonlySet<number>};

/** A refused action is not part of what happened. */
function wasRefused({world: {trace}}: History, {step, action}: JournalEntry): boolean {
	if (action.do === 'mark') return false;
	const index = firstRowOfStep(trace, step + 1);
	const row = index < rowCount(trace) ? rowAt(trace, index) : undefined;
	return row?.kind === 'action' && row.step === step + 1 && row.refusal !== undefined;
}

const isSameShot = (a: Action, b: Action): boolean => JSON.stringify({...a, do: ''}) === JSON.stringify({...b, do: ''});

/** The language cannot disarm, so a one-shot that was taken back is left out, and so is its taking back. */
function withoutDisarmed<Entry extends JournalEntry>(entries: readonly Entry[]): readonly Entry[] {
	const kept: Entry[] = [];
	for (const entry of entries) {
		const armed =
			entry.action.do === 'disarm' ? kept.findLastIndex(({action}) => action.do === 'arm' && isSameShot(action, entry.action)) : -1;
		if (armed >= 0) kept.splice(armed, 1);
		else kept.push(entry);
	}
	return kept;
}

/** What a script's player left: its words and its expectations; a `run until` was time, and time is written anyway. */
const isLine = ({action}: JournalEntry): boolean =>
	action.do !== 'mark' || action.mark.kind !== 'expect' || action.mark.text.startsWith('expect ');

/** When a step was made; undefined: it left no row. */
function timeOf({world: {trace}}: History, step: number): number | undefined {
	const index = firstRowOfStep(trace, step);
	const row = index < rowCount(trace) ? rowAt(trace, index) : undefined;
	return row?.step === step ? row.t : undefined;
}

/**
 * The lines that let time pass from one place to the next. `run` plays all that is due at its last instant too; where somebody
 * acted between two events of one instant, the events have to be counted.
 */
function timeBetween(run: Run, from: Point, to: Point): readonly string[] {
	const events = to.events - from.events;
	const time = to.now - from.now;
	if (events === 0) return time > 0 ? [`run ${printDuration(time)}`] : [];
	if (isWhole(run, to)) return [`run ${printDuration(time)}`];
	return Array.from({length: Math.ceil(events / mostSteps)}, (_, at) => `step ${Math.min(mostSteps, events - at * mostSteps)}`);
}

/** Was everything played that was due up to and including this time? */
function isWhole({history, acted}: Run, {steps, now}: Point): boolean {
	let last = steps;
	while (acted.has(last)) last--;
	const lastAt = timeOf(history, last);
	let next = steps + 1;
	while (acted.has(next)) next++;
	const nextTime = next > history.end.steps ? nextAt(history.world) : timeOf(history, next);
	return lastAt !== undefined && (lastAt < now || (nextTime !== undefined && nextTime > now));
}

const isDefault = (link: LinkSettings): boolean => JSON.stringify(link) === JSON.stringify(defaultLink);

/** Only what differs from a new lab. */
function head({seed, profile, link}: Setup, title: string): readonly string[] {
	const isSame = JSON.stringify(link.client) === JSON.stringify(link.server);
	const links = isSame ? [printLink(link.client)] : hostNames.map((host: HostName) => printLink(link[host], host));
	return [
		`title ${quoteText(title)}`,
		`seed ${seed}`,
		...hostNames.map(host => `profile ${host} ${profile[host]}`),
		...(hostNames.every(host => isDefault(link[host])) ? [] : links.map(words => `link ${words}`)),
	];
}

/** Each entry of the journal with its place; marks are no steps. */
function placed({journal}: History): readonly (JournalEntry & {readonly here: Point; readonly after: Point})[] {
	let actions = 0;
	return journal.map(entry => {
		const here = {steps: entry.step, events: entry.step - actions, now: entry.at};
		const isStep = entry.action.do !== 'mark';
		if (isStep) actions++;
		return {...entry, here, after: {...here, steps: here.steps + (isStep ? 1 : 0)}};
	});
}

function body(history: History): readonly string[] {
	const actions = history.journal.filter(({action}) => action.do !== 'mark');
	const run: Run = {history, acted: new Set(actions.map(({step}) => step + 1))};
	const told = withoutDisarmed(placed(history).filter(entry => isLine(entry) && !wasRefused(history, entry)));
	const lines: string[] = [];
	let at: Point = {steps: 0, events: 0, now: 0};
	for (const {here, after, action} of told) {
		lines.push(...timeBetween(run, at, here), printAction(action));
		at = after;
	}
	const {steps, now} = history.end;
	return [...lines, ...timeBetween(run, at, {steps, events: steps - actions.length, now})];
}

/** The present branch, whole, also from the past. */
export function printSession(history: History, title: string): string {
	const {steps} = history.world;
	seek(history, history.end.steps);
	const lines = [...head(history.setup, title), ...body(history)];
	seek(history, steps);
	return `${lines.join('\n')}\n`;
}
