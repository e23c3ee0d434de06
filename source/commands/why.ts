import {catalogues, whyLines} from '../locale/index.js';
import type {Drill} from '../packetdrill/run/drill.js';
import type {Check} from '../packetdrill/run/verdict.js';
import {firstRowOfStep, packetAt, rowCount} from '../sim/index.js';
import type {ProfileName} from '../tcp/profile.js';
import {buildDetails} from '../view/details.js';
import type {ScreenInput} from '../view/screen-input.js';
import {labInput} from '../view/watch/watch-input.js';
import type {WhyItem} from '../view/why-item.js';
import {waitingItems} from '../view/why-waiting.js';
import type {Settings} from './command.js';

type Asked = {readonly profile: ProfileName; readonly lang: Settings['lang']};

/** Which rules made the endpoint send what was not expected, or nothing until then, as sentences; none where nothing tells. */
export function why(drill: Drill, culprit: Check, {profile, lang}: Asked): readonly string[] {
	const watched = {name: '', lines: [], profile, drill};
	const size = {columns: 80, rows: 24};
	const input = labInput({watched, at: drill.checks.length, size, numbers: 'relative', isPlaying: false, boost: 1});
	return whyLines({items: itemsOf(input, drill, culprit)}, catalogues[lang]).map(({text, ref}) => (ref ? `${text} [${ref}]` : text));
}

function itemsOf(input: ScreenInput, {checks, history, host}: Drill, culprit: Check): readonly WhyItem[] {
	const {trace} = history.world;
	const {verdict} = culprit;
	const since = checks[checks.indexOf(culprit) - 1]?.at ?? 0;
	if (verdict.kind !== 'failed') return [];
	if (verdict.failure.code === 'no-segment') return waitingItems(input, {host, since, before: rowCount(trace)});
	const [n] = verdict.packets ?? [];
	if (n === undefined) return [];
	const {sentAt, sentInStep} = packetAt(trace, n);
	const isLate = sentAt > since && verdict.fields?.some(({field, isSame}) => field === 'time' && !isSame);
	return [
		...(isLate ? waitingItems(input, {host, since, before: firstRowOfStep(trace, sentInStep)}) : []),
		...buildDetails(input, n).because.items,
	];
}
