/** How long something lasts, in figures that are the same in every language. Arguments in virtual microseconds. */

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** A value as it was set or measured: `20 ms`, `1.5 s`, `240 s`, `2 h`. */
export function duration(us: number): string {
	const whole = Math.round(us);
	if (whole === 0) return '0 s';
	if (whole < 1000) return `${whole} us`;
	if (whole < 999_500) return `${trimmed(whole / 1000, whole < 10_000 ? 1 : 0)} ms`;
	if (whole >= 3_600_000_000 && whole % 3_600_000_000 === 0) return `${whole / 3_600_000_000} h`;
	return `${trimmed(whole / 1_000_000, 2)} s`;
}

/** What is left until a moment, never less than it really is: `20 ms`, `0.40 s`, `1.6 s`, `151 s`. */
export function countdown(us: number): string {
	const left = Math.max(0, Math.round(us));
	if (left < 100_000) return duration(left < 1000 ? left : Math.ceil(left / 1000) * 1000);
	if (left < 1_000_000) return `${(Math.ceil(left / 10_000) / 100).toFixed(2)} s`;
	if (left < 10_000_000) return `${trimmed(Math.ceil(left / 100_000) / 10, 1)} s`;
	if (left < 6_000_000_000) return `${Math.ceil(left / 1_000_000)} s`;
	return `${Math.ceil(left / 60_000_000)} min`;
}
