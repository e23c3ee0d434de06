/** When an event is due. All in virtual µs since the script began. */
import type {PktTime} from '../pkt.js';
import {secondsWords} from '../pkt-print.js';
import type {DrillConfig} from './config.js';
import type {Run} from './run.js';

/** Both ends belong to it; a single time has them equal. */
export type Due = {readonly from: number; readonly to: number};

const anyTime: Due = {from: 0, to: Number.POSITIVE_INFINITY};

export const isAnyTime = ({to}: Due): boolean => to === Number.POSITIVE_INFINITY;

/** Where the times of this kind count from: the beginning, or the moment when the event before was done. */
export const originOf = ({kind}: PktTime, {doneAt}: Run): number => (kind === 'relative' || kind === 'relative-range' ? doneAt : 0);

export function dueOf(time: PktTime, run: Run): Due {
	const origin = originOf(time, run);
	if (time.kind === 'any') return anyTime;
	return 'at' in time ? {from: origin + time.at, to: origin + time.at} : {from: origin + time.from, to: origin + time.to};
}

/** The larger of so many µs and so many per cent of the time since the event before. */
export const toleranceOf = ({tolerance, tolerancePercent}: DrillConfig, since: number): number =>
	Math.max(tolerance, Math.floor((tolerancePercent / 100) * since));

export const dueText = ({from, to}: Due): string => (from === to ? secondsWords(from) : `${secondsWords(from)}~${secondsWords(to)}`);

/** Also right, though not quite what is written; undefined: nothing. */
export const toleratedText = (due: Due, tolerance: number): string | undefined =>
	tolerance === 0 ? undefined : dueText({from: Math.max(0, due.from - tolerance), to: due.to + tolerance});
