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
import {type Costs, measureScene, median, timeToShow} from './stopwatch.js';

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

async function measureFrames(folder: string): Promise<void> {
	await bundlePlain('baseline.tsx', join(folder, 'baseline.mjs'));
	const baseline = {command: [node, join(folder, 'baseline.mjs')], ready: /RCV\.NXT/, key: 'x', moving: ['a']};
	const lab = {command: builtProgram, ready: closed, key: '\t', moving: ['l', '\t', 'c', 's']};
	const costs: Costs[][] = [[], []];
	for (let run = 0; run < sceneRuns; run++)
		for (const [index, scene] of [baseline, lab].entries()) costs[index]?.push(await measureScene(scene));
	const of = (index: number, cost: keyof Costs): number => median(costs[index]?.map(one => one[cost]) ?? []);
	const ratio = (cost: keyof Costs): number => of(1, cost) / of(0, cost);
	report('key -> frame / Ink 7.1 rows', times(ratio('keyMs')), '<= 0.75x', ratio('keyMs') <= 0.75);
	report('key -> frame', `${of(1, 'keyMs').toFixed(1)} ms`, '<= 20 ms, further 10 ms', of(1, 'keyMs') <= 20);
	report('frames a second in flight', of(1, 'framesPerSecond').toFixed(1), '30', Math.abs(of(1, 'framesPerSecond') - 30) <= 3);
	report('CPU a frame / Ink 7.1 rows', times(ratio('cpuMsPerFrame')), '<= 0.45x', ratio('cpuMsPerFrame') <= 0.45);
	report('CPU a frame', `${of(1, 'cpuMsPerFrame').toFixed(2)} ms`, '(for the record)', true);
	report('octets a frame', of(1, 'bytesPerFrame').toFixed(0), '<= 3000', of(1, 'bytesPerFrame') <= 3000);
	report('octets a second, idle', of(1, 'idleBytes').toFixed(0), '0', of(1, 'idleBytes') === 0);
	report('CPU, idle', `${(of(1, 'idleCpu') * 100).toFixed(3)} %`, '< 0.1 %', of(1, 'idleCpu') < 0.001);
}

async function measurePackage(folder: string): Promise<void> {
	spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {cwd: project});
	const archive = (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? '';
	const {size} = await stat(join(folder, archive));
	report('package, packed', `${(size / 1000).toFixed(0)} KB`, '<= 250 KB', size <= 250_000);
}

const parts: Readonly<Record<string, (folder: string) => Promise<void> | void>> = {
	start: measureStart,
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
