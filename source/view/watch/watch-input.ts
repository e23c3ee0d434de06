/** What a picture of a packetdrill script's run is made from. */
import type {Drill} from '../../packetdrill/run/drill.js';
import type {Check} from '../../packetdrill/run/verdict.js';
import type {ProfileName} from '../../tcp/profile.js';
import type {ScreenInput, Size} from '../screen-input.js';

/** A script that has been run. */
export type Watched = {
	/** The file's name, fit for a terminal. */
	readonly name: string;
	/** Its text. */
	readonly lines: readonly string[];
	readonly profile: ProfileName;
	readonly drill: Drill;
};

export type WatchInput = {
	readonly watched: Watched;
	/** Checks that have been made; the history stands behind the last of them. */
	readonly at: number;
	readonly size: Size;
	readonly numbers: 'relative' | 'absolute';
	/** Goes on by itself; times the usual pace. */
	readonly isPlaying: boolean;
	readonly boost: number;
};

/** The one that the picture is of; undefined at the beginning. */
export const currentCheck = ({watched, at}: Pick<WatchInput, 'watched' | 'at'>): Check | undefined => watched.drill.checks[at - 1];

/** Steps of the history, and virtual µs. */
export const placeOf = (input: Pick<WatchInput, 'watched' | 'at'>): {readonly step: number; readonly now: number} => {
	const check = currentCheck(input);
	return {step: check?.step ?? 0, now: check?.at ?? 0};
};

/** The lab's own views look at the same history. */
export const labInput = (input: WatchInput): ScreenInput => ({
	history: input.watched.drill.history,
	now: placeOf(input).now,
	size: input.size,
	focus: input.watched.drill.host,
	picked: {client: undefined, server: undefined},
	chosen: undefined,
	numbers: input.numbers,
	pace: {kind: 'paused'},
	isWatched: false,
	script: undefined,
	title: input.watched.name,
	last: undefined,
});
