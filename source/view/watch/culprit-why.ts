/** Why the endpoint did not send what a script expected: the rule that held it back, then those that made it send. */
import type {Drill} from '../../packetdrill/run/drill.js';
import type {Check} from '../../packetdrill/run/verdict.js';
import {firstRowOfStep, packetAt, rowCount} from '../../sim/index.js';
import {buildDetails} from '../details.js';
import type {ScreenInput} from '../screen-input.js';
import type {WhyItem} from '../why-item.js';
import {waitingItems} from '../why-waiting.js';

/** `input`: the run, at the end. Empty where nothing tells, and for calls. */
export function culpritItems(input: ScreenInput, {checks, history, host}: Drill, culprit: Check): readonly WhyItem[] {
	const {trace} = history.world;
	const {verdict} = culprit;
	const since = checks[checks.indexOf(culprit) - 1]?.at ?? 0;
	if (verdict.kind !== 'failed') return [];
	if (verdict.failure.code === 'no-segment') return waitingItems(input, {host, since, before: rowCount(trace)});
	const [n] = verdict.packets ?? [];
	if (n === undefined) return [];
	const {sentAt, sentInStep} = packetAt(trace, n);
	const isLate = sentAt > since && verdict.fields?.some(({field, isSame}) => field === 'time' && !isSame);
	const held = isLate ? waitingItems(input, {host, since, before: firstRowOfStep(trace, sentInStep)}) : [];
	return [...held, ...buildDetails(input, n).because.items];
}
