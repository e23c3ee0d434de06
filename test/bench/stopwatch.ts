import {readdirSync, readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {Terminal} from '../terminal/harness.js';

const size = {columns: 120, rows: 36};

/** What Node would read at each start on some machines says nothing about the program. */
const env = {NODE_EXTRA_CA_CERTS: undefined};

const frameEnd = '\x1b[?2026l';
const framesIn = (output: string): number => output.split(frameEnd).length - 1;

export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN)) / 2;
};

/** Milliseconds on a processor so far, all threads together (Linux). */
const cpuMsOf = (processId: number): number => {
	const tasks = `/proc/${processId}/task`;
	return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
};

/** Milliseconds from the start of a program to what it is to show. */
export async function timeToShow(command: readonly string[], shown: RegExp): Promise<number> {
	const began = performance.now();
	const terminal = new Terminal({command, ...size, env});
	await terminal.until(shown);
	const taken = performance.now() - began;
	await terminal.close();
	return taken;
}

type Scene = {
	readonly command: readonly string[];
	readonly ready: RegExp;
	/** A key that changes something small. */
	readonly key: string;
};

type Motion = {
	readonly command: readonly string[];
	readonly ready: RegExp;
	/** Keys that set things moving for more than ten seconds. */
	readonly keys: string;
};

/** Longer gaps are not between frames of a motion: nothing moved. */
const longestGapMs = 100;

type StillCosts = {
	/** Median, milliseconds from a key to the end of its frame. */
	readonly keyMs: number;
	readonly idleBytes: number;
	/** Share of a processor, 0 … 1. */
	readonly idleCpu: number;
};

type MotionCosts = {
	/** While something moves. */
	readonly framesPerSecond: number;
	readonly cpuMsPerFrame: number;
	readonly bytesPerFrame: number;
};

const keyPresses = 20;
const idleMs = 2000;
const warmUpMs = 4000;
const movingMs = 5000;

async function timeOfKey(terminal: Terminal, key: string): Promise<number> {
	const before = framesIn(terminal.output);
	const began = performance.now();
	terminal.type(key);
	await terminal.until(({output}) => framesIn(output) > before && output.endsWith(frameEnd));
	const taken = performance.now() - began;
	await pause(60);
	return taken;
}

async function measureWindow(terminal: Terminal, ms: number): Promise<{frames: number; bytes: number; cpuMs: number; seconds: number}> {
	const {output, processId} = terminal;
	const began = performance.now();
	const cpuBefore = cpuMsOf(processId);
	const written = await terminal.writesWithin(ms);
	return {
		frames: framesIn(terminal.output) - framesIn(output),
		bytes: Buffer.byteLength(written),
		cpuMs: cpuMsOf(processId) - cpuBefore,
		seconds: (performance.now() - began) / 1000,
	};
}

/** One that waits for keys. */
export async function measureStill({command, ready, key}: Scene): Promise<StillCosts> {
	const terminal = new Terminal({command, ...size, env});
	try {
		await terminal.until(ready);
		await pause(500);
		const idle = await measureWindow(terminal, idleMs);
		const keyTimes: number[] = [];
		for (let press = 0; press < keyPresses; press++) keyTimes.push(await timeOfKey(terminal, key));
		return {keyMs: median(keyTimes), idleBytes: idle.bytes, idleCpu: idle.cpuMs / 1000 / idle.seconds};
	} finally {
		await terminal.close();
	}
}

/** One that moves; measured when V8 has compiled what it moves with. */
export async function measureMotion({command, ready, keys}: Motion): Promise<MotionCosts> {
	let arrivals: number[] = [];
	const watch = (written: string) => {
		if (written.includes(frameEnd)) arrivals.push(performance.now());
	};
	const terminal = new Terminal({command, ...size, env, watch});
	try {
		await terminal.until(ready);
		terminal.type(keys);
		await pause(warmUpMs);
		arrivals = [];
		const {cpuMs, frames, bytes} = await measureWindow(terminal, movingMs);
		const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
		return {
			framesPerSecond: 1000 / median(gaps.filter(gap => gap <= longestGapMs)),
			cpuMsPerFrame: cpuMs / frames,
			bytesPerFrame: bytes / frames,
		};
	} finally {
		await terminal.close();
	}
}
