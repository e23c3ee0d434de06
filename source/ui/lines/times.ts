/** Times as the main screen writes them: figures that stand still where they can. Arguments in virtual microseconds. */
import {countdown, duration} from '../../locale/duration.js';

const compact = (text: string): string => text.replaceAll(' ', '');

/** Narrow rows leave out the blank before the unit. */
export const left = (us: number, isWide: boolean): string => (isWide ? countdown(us) : compact(countdown(us)));

export const total = (us: number, isWide: boolean): string => (isWide ? duration(us) : compact(duration(us)));

type Unit = {readonly name: string /** Virtual µs. */; readonly size: number};

/** Totals below the limit are told in the unit. */
const units: readonly (Unit & {readonly limit: number})[] = [
	{name: 'us', size: 1, limit: 1000},
	{name: 'ms', size: 1000, limit: 1_000_000},
	{name: 's', size: 1_000_000, limit: 6_000_000_000},
	{name: 'min', size: 60_000_000, limit: Number.POSITIVE_INFINITY},
];

/** Tenths and hundredths of a second count only when few are left. */
function digitsOf({name}: Unit, us: number): number {
	if (name !== 's' || us >= 10_000_000) return 0;
	return us < 1_000_000 ? 2 : 1;
}

/** Never less than there is; zero without digits that mean nothing. */
function inUnit(us: number, unit: Unit): string {
	const scale = 10 ** digitsOf(unit, us);
	const value = Math.ceil((us / unit.size) * scale - 1e-6) / scale;
	return value > 0 && value < 1 ? value.toFixed(digitsOf(unit, us)) : String(value);
}

/** Whole milliseconds from ten on, else two digits. */
const figures = ({name, size}: Unit, us: number): number => Number((us / size).toFixed(name === 'ms' && us >= 10_000 ? 0 : 2));

/** What is left of how much, both in one unit: `170ms` of `200ms`, `0.40s` of `1s`. Never more is left than there was. */
export function part(leftUs: number, totalUs: number, isWide: boolean): {readonly left: string; readonly total: string} {
	const unit = units.find(({limit}) => totalUs < limit) ?? {name: 's', size: 1_000_000};
	const text = (value: string): string => `${value}${isWide ? ' ' : ''}${unit.name}`;
	const whole = figures(unit, totalUs);
	const left = inUnit(leftUs, unit);
	return {left: text(Number(left) > whole ? String(whole) : left), total: text(String(whole))};
}

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

/** A moment in the ladder, at most seven cells, so that a blank stays before it: `0.050`, `3602.55`. */
export function moment(us: number): string {
	const digits = us < 1_000_000_000 ? 3 : us < 10_000_000_000 ? 2 : us < 100_000_000_000 ? 1 : 0;
	return seconds(us, digits);
}

/** How long a call has waited: `0 s`, `1.4 s`, `12 s`. */
export function elapsed(us: number, isWide: boolean): string {
	const text = us < 100_000 ? '0 s' : us < 10_000_000 ? `${seconds(us, 1)} s` : `${seconds(us, 0)} s`;
	return isWide ? text : compact(text);
}
