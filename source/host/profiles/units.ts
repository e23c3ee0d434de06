/** Durations as virtual microseconds. */
export const milliseconds = (count: number): number => count * 1000;
export const seconds = (count: number): number => milliseconds(count * 1000);
export const minutes = (count: number): number => seconds(count * 60);

/** As much as a 32-bit number says. */
export const unlimited = 0xffff_ffff;
