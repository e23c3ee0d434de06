import {catalogues, whyLines} from '../locale/index.js';
import type {Drill} from '../packetdrill/run/drill.js';
import type {Check} from '../packetdrill/run/verdict.js';
import type {ProfileName} from '../tcp/profile.js';
import {culpritItems} from '../view/watch/culprit-why.js';
import {labInput} from '../view/watch/watch-input.js';
import type {Settings} from './command.js';

type Asked = {readonly profile: ProfileName; readonly lang: Settings['lang']};

/** Which rules made the endpoint send what was not expected, or nothing until then, as sentences; none where nothing tells. */
export function why(drill: Drill, culprit: Check, {profile, lang}: Asked): readonly string[] {
	const watched = {name: '', lines: [], profile, drill};
	const size = {columns: 80, rows: 24};
	const input = labInput({watched, at: drill.checks.length, size, numbers: 'relative', isPlaying: false, boost: 1});
	const words = catalogues[lang];
	const gap = words.screen.sentenceGap;
	return whyLines({items: culpritItems(input, drill, culprit)}, words).map(({text, ref}) => (ref ? `${text}${gap}[${ref}]` : text));
}
