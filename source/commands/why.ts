import {catalogues, whyLines} from '../locale/index.js';
import type {Drill} from '../packetdrill/run/drill.js';
import type {ProfileName} from '../tcp/profile.js';
import {buildDetails} from '../view/details.js';
import {labInput} from '../view/watch/watch-input.js';
import type {Settings} from './command.js';

type Asked = {readonly packet: number; readonly profile: ProfileName; readonly lang: Settings['lang']};

/** Which rules made the endpoint send a packet, as sentences; none where nothing tells. */
export function why(drill: Drill, {packet, profile, lang}: Asked): readonly string[] {
	const watched = {name: '', lines: [], profile, drill};
	const size = {columns: 80, rows: 24};
	const input = labInput({watched, at: drill.checks.length, size, numbers: 'relative', isPlaying: false, boost: 1});
	return whyLines(buildDetails(input, packet).because, catalogues[lang]).map(({text, ref}) => (ref ? `${text} [${ref}]` : text));
}
