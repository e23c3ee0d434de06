/** What the watcher remembers; only its store changes it. */
import {seek} from '../../sim/index.js';
import type {Size} from '../../view/screen-input.js';
import {placeOf, type Watched, type WatchInput} from '../../view/watch/watch-input.js';
import type {RunAgain, WatchFile, WatchMessage} from './watch-type.js';

type OpenOverlay =
	| {readonly kind: 'help'}
	| {readonly kind: 'details'; readonly packet: number}
	| {readonly kind: 'files'; readonly highlight: number; readonly top: number};

export type Watch = {
	files: readonly WatchFile[];
	/** Of the open file. */
	index: number | undefined;
	watched: Watched | undefined;
	/** Checks made so far. */
	at: number;
	numbers: WatchInput['numbers'];
	isPlaying: boolean;
	/** Times the usual pace. */
	boost: number;
	/** Wall ms until the next event. */
	beat: number;
	overlay: OpenOverlay | undefined;
	message: WatchMessage | undefined;
	size: Size;
};

/** Wall ms that an event is shown. */
export const eventMs = 900;

export const newWatch = (files: readonly WatchFile[], size: Size): Watch => ({
	files,
	index: undefined,
	watched: undefined,
	at: 0,
	numbers: 'relative',
	isPlaying: false,
	boost: 1,
	beat: eventMs,
	overlay: {kind: 'files', highlight: 0, top: 0},
	message: undefined,
	size,
});

export const checkCount = ({watched}: Watch): number => watched?.drill.checks.length ?? 0;

/** Which check decided it, counted from 1; undefined: none went wrong. */
export function culpritAt({watched}: Watch): number | undefined {
	const {culprit, checks = []} = watched?.drill ?? {};
	const index = culprit ? checks.indexOf(culprit) : -1;
	return index < 0 ? undefined : index + 1;
}

/** Moves the history along. */
export function goTo(watch: Watch, at: number): void {
	watch.at = Math.max(0, Math.min(checkCount(watch), at));
	watch.beat = eventMs;
	if (watch.watched) seek(watch.watched.drill.history, placeOf({watched: watch.watched, at: watch.at}).step);
}

/** Begins where something went wrong, else at the beginning. */
export function openScript(watch: Watch, index: number, watched: Watched): void {
	Object.assign(watch, {index, watched, isPlaying: false, overlay: undefined});
	goTo(watch, culpritAt(watch) ?? 0);
}

/** The new run stands in the place of the old one: where it goes wrong, else where the old one was looked at. */
export function reopen(watch: Watch, index: number, {file, opened}: RunAgain): void {
	watch.files = watch.files.with(index, file);
	if (watch.index !== index) return;
	watch.message = typeof opened === 'string' ? {key: 'r', code: 'unreadable', error: opened} : {key: 'r', code: 'again'};
	if (typeof opened === 'string') return;
	Object.assign(watch, {watched: opened, isPlaying: false, overlay: undefined});
	goTo(watch, culpritAt(watch) ?? watch.at);
}

/** Is this event about a packet? */
export function hasPacket({watched}: Watch, at: number): boolean {
	const check = watched?.drill.checks[at - 1];
	const kind = check && watched.drill.run.script.events[check.event]?.action.kind;
	if (kind === 'inbound') return true;
	return kind === 'outbound' && check?.verdict.kind !== 'unsupported' && (check?.verdict.packets?.length ?? 0) > 0;
}

/** The packet that the event is about: the one that was looked at, or that came. */
export function currentPacket(watch: Watch): number | undefined {
	const {watched, at} = watch;
	const check = watched?.drill.checks[at - 1];
	if (!watched || !check || !hasPacket(watch, at)) return undefined;
	const packets = check.verdict.kind === 'unsupported' ? undefined : check.verdict.packets;
	return packets?.[0] ?? arrivedIn(watched, check.step);
}

/** The newest packet that had reached the endpoint by then. */
function arrivedIn({drill: {history, host}}: Watched, step: number): number | undefined {
	const {packets} = history.world.trace;
	const side = host === 'client' ? 1 : 0;
	for (let n = packets.length; n > 0; n--) {
		if (packets.from[n - 1] === side && (packets.sentInStep[n - 1] ?? 0) <= step) return n;
	}
	return undefined;
}

export const inputOf = ({watched, at, size, numbers, isPlaying, boost}: Watch): WatchInput | undefined =>
	watched && {watched, at, size, numbers, isPlaying, boost};
