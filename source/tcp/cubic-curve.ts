/**
 * The cubic function of RFC 9438 § 4.2 in the fixed point that Linux uses, so that windows agree to the segment: times in 1/1024 s,
 * C = 0.4 as 410/1024. Pure.
 */

/** Fraction bits of a time. */
const timeBits = 10;

/** C in 1/1024. */
const scaledC = 410;

/** 1/C for times in 1/1024 s: 2^(10 + 3·timeBits) / 410. */
const inverseC = Math.floor(2 ** (10 + 3 * timeBits) / scaledC);

/** Ticks of 1 ms in 1/1024 s. */
export const curveTime = (ticks: number): number => Math.floor((ticks * 2 ** timeBits) / 1000);

/** C·|t − K|³, whole segments; times in 1/1024 s. */
export function curveRise(t: number, k: number): number {
	const distance = Math.abs(t - k);
	return Math.floor((scaledC * distance * distance * distance) / 2 ** (10 + 3 * timeBits));
}

/** K: how long the curve takes to rise by so many segments, in 1/1024 s. */
export const timeToRise = (segments: number): number => Math.floor(Math.cbrt(inverseC * segments));
