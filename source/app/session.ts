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

/** A place in the run: steps made, events among them, the time, and that of the last event. */
type Point = {readonly steps: number; readonly events: number; readonly now: number; readonly lastAt: number};

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

/** When the last event up to a step was; `acted`: the steps that were actions. */
function lastEventAt({world: {trace}}: History, step: number, acted: ReadonlySet<number>): number {
	let last = step;
	while (acted.has(last)) last--;
	const index = firstRowOfStep(trace, last);
	return last > 0 && index < rowCount(trace) ? rowAt(trace, index).t : 0;
}

/**
 * The lines that let time pass from one place to the next. `run` plays all that is due at its last instant too; where somebody
 * acted between two events of one instant, the events have to be counted.
 */
function timeBetween(history: History, from: Point, to: Point): readonly string[] {
	const events = to.events - from.events;
	const time = to.now - from.now;
	if (events === 0) return time > 0 ? [`run ${printDuration(time)}`] : [];
	if (isWhole(history, to)) return [`run ${printDuration(time)}`];
	return Array.from({length: Math.ceil(events / mostSteps)}, (_, at) => `step ${Math.min(mostSteps, events - at * mostSteps)}`);
}

/** Was everything played that was due up to and including this time? Only the world as it was then can tell. */
function isWhole(history: History, {steps, now, lastAt}: Point): boolean {
	if (lastAt < now) return true;
	seek(history, steps);
	return nextAt(history.world) > now;
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

type Placed = JournalEntry & {readonly here: Point; readonly after: Point};

/** Each entry of the journal with its place, and the end; marks are no steps. */
function placed(history: History): {readonly entries: readonly Placed[]; readonly end: Point} {
	const acted = new Set(history.journal.flatMap(({step, action}) => (action.do === 'mark' ? [] : [step + 1])));
	let actions = 0;
	const pointAt = (steps: number, now: number): Point => ({
		steps,
		events: steps - actions,
		now,
		lastAt: lastEventAt(history, steps, acted),
	});
	const entries = history.journal.map(entry => {
		const here = pointAt(entry.step, entry.at);
		if (entry.action.do === 'mark') return {...entry, here, after: here};
		actions++;
		return {...entry, here, after: {...here, steps: here.steps + 1}};
	});
	return {entries, end: pointAt(history.end.steps, history.end.now)};
}

/** All that needs the whole trace is asked before the first look into the past. */
function body(history: History): readonly string[] {
	const {entries, end} = placed(history);
	const told = withoutDisarmed(entries.filter(entry => isLine(entry) && !wasRefused(history, entry)));
	const lines: string[] = [];
	let at: Point = {steps: 0, events: 0, now: 0, lastAt: 0};
	for (const {here, after, action} of told) {
		lines.push(...timeBetween(history, at, here), printAction(action));
		at = after;
	}
	return [...lines, ...timeBetween(history, at, end)];
}

/** The present branch, whole, also from the past. */
export function printSession(history: History, title: string): string {
	const {steps} = history.world;
	seek(history, history.end.steps);
	const lines = [...head(history.setup, title), ...body(history)];
	seek(history, steps);
	return `${lines.join('\n')}\n`;
}
