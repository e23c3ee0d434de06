/** Durations as virtual microseconds. */
export const milliseconds = (count: number): number => count * 1000;
export const seconds = (count: number): number => milliseconds(count * 1000);
export const minutes = (count: number): number => seconds(count * 60);
