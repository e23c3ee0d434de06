/** Values in their canonical form; values.ts reads it back to the same number. */

const trimmed = (value: number, unit: number, digits: number): string => {
	const whole = Math.floor(value / unit);
	const fraction = String(value % unit)
		.padStart(digits, '0')
		.replace(/0+$/, '');
	return fraction === '' ? String(whole) : `${whole}.${fraction}`;
};

/** Whole microseconds: `50ms`, `1.5s`, `2min`, `1h`. */
export function printDuration(us: number): string {
	if (us > 0 && us % 3_600_000_000 === 0) return `${us / 3_600_000_000}h`;
	if (us > 0 && us % 60_000_000 === 0) return `${us / 60_000_000}min`;
	return us >= 1_000_000 ? `${trimmed(us, 1_000_000, 6)}s` : `${trimmed(us, 1000, 3)}ms`;
}

/** Octets: `1000`, `64KiB`, `1MiB`. */
export function printSize(octets: number): string {
	if (octets > 0 && octets % 1024 ** 2 === 0) return `${octets / 1024 ** 2}MiB`;
	return octets > 0 && octets % 1024 === 0 ? `${octets / 1024}KiB` : String(octets);
}

/** Bits a second; `off` is no limit. */
export function printRate(bps: number): string {
	if (bps === 0) return 'off';
	return bps >= 1_000_000 ? `${trimmed(bps, 1_000_000, 6)}Mbps` : `${trimmed(bps, 1000, 3)}kbps`;
}

/** 0 … 1, to a millionth of a percent. */
export const printShare = (share: number): string => `${Number((share * 100).toFixed(6))}%`;
