/** How eagerly V8 compiles for speed what has run for some time. */
import process from 'node:process';

/** A flag that V8 does not know it complains of on stderr: only where these were seen to work. */
const newestKnownNode = 24;

/**
 * A screen has many functions that run a little each: left to itself V8 spends as much on compiling them as they take in the first
 * minutes.
 */
export const patient = ['--interrupt-budget=500000'];

/** A long run goes the same way from its first packet to its last: the sooner that is compiled, and in the smaller parts, the better. */
export const eager = ['--interrupt-budget=20000', '--max-inlined-bytecode-size-cumulative=300'];

export async function tuneCompiler(flags: readonly string[]): Promise<void> {
	if (Number.parseInt(process.versions.node, 10) > newestKnownNode) return;
	const {setFlagsFromString} = await import('node:v8');
	for (const flag of flags) setFlagsFromString(flag);
}
