/** How often a property is tried. */
import process from 'node:process';

const asked = process.env.RUNS;

/** So often, always with the same values: no check fails by chance. With RUNS in the environment that often, with others each time. */
export const tries = (numRuns = 100): {readonly numRuns: number; readonly seed?: number} =>
	asked === undefined ? {numRuns, seed: 7} : {numRuns: Number(asked)};
