/** Prints each row of the speed aimed at as a ratio of this run beside its goal: `npm run bench`, `npm run bench -- engine rewind`. */
import {spawnSync} from 'node:child_process';
import {mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {project} from '../../source/build/bundle.js';
import {builtProgram} from '../terminal/harness.js';
import {measureEngine, measureRewind} from './engine.js';
import {bundlePlain} from './plain-bundle.js';
import {measureMotion, measureStill, median, timeToShow} from './stopwatch.js';

const runs = 9;
const sceneRuns = 3;
const closed = /CLOSED/;
const {execPath: node} = process;

const rows: string[][] = [];
const report = (what: string, measured: string, goal: string, isMet: boolean): void => {
	rows.push([what, measured, goal, isMet ? 'met' : 'MISSED']);
};
const times = (ratio: number): string => `${ratio.toFixed(2)}x`;

/** In turns, so that what slows the machine slows all of them. */
async function measureStart(folder: string): Promise<void> {
	await bundlePlain('hello.tsx', join(folder, 'hello.mjs'));
	await writeFile(join(folder, 'nothing.cjs'), 'console.log("CLOSED")');
	const commands = [[node, join(folder, 'nothing.cjs')], [node, join(folder, 'hello.mjs')], builtProgram];
	const taken: number[][] = [[], [], []];
	for (let run = -1; run < runs; run++)
		for (const [index, command] of commands.entries()) {
			const ms = await timeToShow(command, closed);
			if (run >= 0) taken[index]?.push(ms);
		}
	const [nothing = Number.NaN, hello = Number.NaN, lab = Number.NaN] = taken.map(median);
	report('first frame / bundled Ink hello', times(lab / hello), '<= 1.3x', lab / hello <= 1.3);
	report('first frame / node -e', times(lab / nothing), '<= 6.5x, further 3.5x', lab / nothing <= 6.5);
	report('first frame', `${lab.toFixed(0)} ms`, '(for the record)', true);
}

async function measureKeys(folder: string): Promise<void> {
	const baseline = {command: await baselineIn(folder), ready: /RCV\.NXT/, key: 'x'};
	const lab = {command: builtProgram, ready: closed, key: '\t'};
	const [plain, ours] = await inTurns([baseline, lab], measureStill);
	const ratio = ours('keyMs') / plain('keyMs');
	report('key -> frame / Ink 7.1 rows', times(ratio), '<= 0.75x', ratio <= 0.75);
	report('key -> frame', `${ours('keyMs').toFixed(1)} ms`, '<= 20 ms, further 10 ms', ours('keyMs') <= 20);
	report('octets a second, idle', ours('idleBytes').toFixed(0), '0', ours('idleBytes') === 0);
	report('CPU, idle', `${(ours('idleCpu') * 100).toFixed(3)} %`, '< 0.1 %', ours('idleCpu') < 0.001);
}

/** Data in flight all the time, both ways with its acknowledgements. */
const traffic = `server app reader
server listen 80
client connect 80
run until client ESTABLISHED
${'client send 3000 bytes\nrun 120ms\n'.repeat(100)}`;

async function measureFrames(folder: string): Promise<void> {
	const file = join(folder, 'traffic.txt');
	await writeFile(file, traffic);
	const baseline = {command: await baselineIn(folder), ready: /RCV\.NXT/, keys: 'a'};
	const lab = {command: [...builtProgram, file], ready: /ESTABLISHED/, keys: ''};
	const [plain, ours] = await inTurns([baseline, lab], measureMotion);
	const ratio = ours('cpuMsPerFrame') / plain('cpuMsPerFrame');
	report('frames a second in flight', ours('framesPerSecond').toFixed(1), '30', Math.abs(ours('framesPerSecond') - 30) <= 3);
	report('CPU a frame / Ink 7.1 rows', times(ratio), '<= 0.45x', ratio <= 0.45);
	report('CPU a frame', `${ours('cpuMsPerFrame').toFixed(2)} ms`, '(for the record)', true);
	report('octets a frame', ours('bytesPerFrame').toFixed(0), '<= 3000', ours('bytesPerFrame') <= 3000);
}

async function baselineIn(folder: string): Promise<readonly string[]> {
	const file = join(folder, 'baseline.mjs');
	await bundlePlain('baseline.tsx', file);
	return [node, file];
}

type Medians<Costs> = (cost: keyof Costs) => number;

/** Each scene some times, in turns; the medians. */
async function inTurns<Scene, Costs extends Readonly<Record<keyof Costs, number>>>(
	[first, second]: readonly [Scene, Scene],
	measure: (scene: Scene) => Promise<Costs>,
): Promise<readonly [Medians<Costs>, Medians<Costs>]> {
	const costs: [Costs[], Costs[]] = [[], []];
	for (let run = 0; run < sceneRuns; run++) {
		costs[0].push(await measure(first));
		costs[1].push(await measure(second));
	}
	const mediansOf = (all: readonly Costs[]) => (cost: keyof Costs) => median(all.map(one => one[cost]));
	return [mediansOf(costs[0]), mediansOf(costs[1])];
}

async function measurePackage(folder: string): Promise<void> {
	spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], {cwd: project});
	const archive = (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? '';
	const {size} = await stat(join(folder, archive));
	report('package, packed', `${(size / 1000).toFixed(0)} KB`, '<= 250 KB', size <= 250_000);
}

const parts: Readonly<Record<string, (folder: string) => Promise<void> | void>> = {
	start: measureStart,
	keys: measureKeys,
	frames: measureFrames,
	engine: folder => {
		const {segmentsPerSecond, segments} = measureEngine(folder, 3);
		const thousands = (segmentsPerSecond / 1000).toFixed(0);
		report(`engine, ${segments} segments of 64 MiB`, `${thousands} k/s`, '>= 300 k/s, further 700 k/s', segmentsPerSecond >= 300_000);
	},
	rewind: () => {
		const {worstMs, medianMs} = measureRewind(100_000);
		report('rewind in 100 000 events, worst', `${worstMs.toFixed(1)} ms`, '<= 50 ms, further 16 ms', worstMs <= 50);
		report('rewind in 100 000 events, median', `${medianMs.toFixed(1)} ms`, '(for the record)', true);
	},
	package: measurePackage,
};

const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'tcp-tui-bench-'));
try {
	for (const [name, measure] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await measure(folder);
} finally {
	await rm(folder, {recursive: true});
}
const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
for (const row of rows) process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
process.exitCode = rows.some(row => row.includes('MISSED')) ? 1 : 0;
