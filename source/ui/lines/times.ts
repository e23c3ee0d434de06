/** Times as the main screen writes them: figures that stand still where they can. Arguments in virtual microseconds. */
import {countdown, duration} from '../../locale/duration.js';

const compact = (text: string): string => text.replaceAll(' ', '');

/** Narrow rows leave out the blank before the unit. */
export const left = (us: number, isWide: boolean): string => (isWide ? countdown(us) : compact(countdown(us)));

export const total = (us: number, isWide: boolean): string => (isWide ? duration(us) : compact(duration(us)));

/** Measured values: milliseconds are fine enough. */
export const measured = (us: number, isWide: boolean): string => total(us < 1000 ? us : Math.round(us / 1000) * 1000, isWide);

function seconds(us: number, digits: number): string {
	const unit = 10 ** digits;
	return (Math.floor((us / 1_000_000) * unit + 1e-6) / unit).toFixed(digits);
}

/** The header's clock: `0 s`, `2.600 s`, `95.85 s`. */
export function clock(us: number): string {
	if (us === 0) return '0 s';
	const digits = us < 10_000_000 ? 3 : us < 100_000_000 ? 2 : us < 1_000_000_000 ? 1 : 0;
	return `${seconds(us, digits)} s`;
}

/** A moment in the ladder, at most eight cells: `0.050`, `123456.7`. */
export function moment(us: number): string {
	const digits = us < 10_000_000_000 ? 3 : us < 100_000_000_000 ? 2 : us < 1_000_000_000_000 ? 1 : 0;
	return seconds(us, digits);
}

/** How long a call has waited: `0 s`, `1.4 s`, `12 s`. */
export function elapsed(us: number, isWide: boolean): string {
	const text = us < 100_000 ? '0 s' : us < 10_000_000 ? `${seconds(us, 1)} s` : `${seconds(us, 0)} s`;
	return isWide ? text : compact(text);
}
