/** Runs all checks; with words only the tests whose path contains one of them: `npm test -- tcp terminal`. */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import process from 'node:process';
import {run} from 'node:test';
import {inspect} from 'node:util';

const project = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

type Tally = {passed: number; failed: number; skipped: number};

function step(name: string): boolean {
	const began = performance.now();
	const {status, stdout} = spawnSync('npm', ['run', '--silent', name], {
		cwd: project,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	if (status !== 0) say(stdout.trimEnd());
	say(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(began)})`);
	return status === 0;
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

const testFiles = (): string[] =>
	readdirSync(join(project, 'test'), {recursive: true, encoding: 'utf8'})
		.filter(file => /\.test\.tsx?$/.test(file) && (words.length === 0 || words.some(word => file.includes(word))))
		.sort()
		.map(file => join(project, 'test', file));

/** The error itself, without the values that its message tells already. */
function reasonOf(error: Error): string {
	const cause = error.cause ?? error;
	return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

async function runTests(files: string[]): Promise<Map<string, Tally>> {
	const tallies = new Map(files.map(file => [file, {passed: 0, failed: 0, skipped: 0}]));
	for await (const {type, data} of run({files, concurrency: 2})) {
		if (type !== 'test:pass' && type !== 'test:fail') continue;
		const tally = data.file === undefined ? undefined : tallies.get(data.file);
		// A file that fails as a whole is reported under its own name.
		if (!tally || (data.name === data.file && type === 'test:pass')) continue;
		if (type === 'test:fail') {
			tally.failed++;
			say(`\nFAILED ${relative(project, data.file ?? '')}: ${data.name}\n${reasonOf(data.details.error)}\n`);
		} else if (data.skip !== undefined) {
			tally.skipped++;
			say(`skipped ${relative(project, data.file ?? '')}: ${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}`);
		} else tally.passed++;
	}
	return tallies;
}

function sum(tallies: Iterable<Tally>): Tally {
	const total = {passed: 0, failed: 0, skipped: 0};
	for (const {passed, failed, skipped} of tallies) {
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
	}
	return total;
}

const began = performance.now();
const steps = words.length > 0 ? [] : ['types', 'lint', 'build'].map(step);
const tallies = await runTests(testFiles());
const {passed, failed, skipped} = sum(tallies.values());
say(`${tallies.size} files of tests`);
say(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
say(`all of it took ${seconds(began)}`);
process.exitCode = failed === 0 && steps.every(Boolean) ? 0 : 1;
