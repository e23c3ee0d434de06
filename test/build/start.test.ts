import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {packed} from '../../source/build/packing.js';
import {onTerminal} from '../terminal/harness.js';

const dist = resolve(import.meta.dirname, '../../dist');

/** A copy of the built program without compiled code. */
async function withProgram(story: (folder: string) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'tcp-tui-'));
	try {
		for (const name of ['bundle.js', 'cli.cjs']) await cp(join(dist, name), join(folder, name));
		await story(folder);
	} finally {
		await rm(folder, {recursive: true});
	}
}

const runLab = (folder: string) =>
	onTerminal({command: [process.execPath, join(folder, 'cli.cjs')]}, async terminal => {
		await terminal.until(/CLOSED/);
		terminal.type('q');
		assert.equal((await terminal.ended).exitCode, 0);
	});

const cachesIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter(name => name.endsWith('.cache'));

/** The name that compiled code has here. */
const cacheName = async (): Promise<string> => (await readdir(dist)).find(name => name.endsWith('.cache')) ?? '';

test('the first lab leaves compiled code for the next', () =>
	withProgram(async folder => {
		await runLab(folder);
		const [name = '', ...more] = await cachesIn(folder);
		assert.deepEqual(more, []);
		const written = await readFile(join(folder, name));
		await runLab(folder);
		assert.deepEqual(await readFile(join(folder, name)), written, 'it was accepted');
	}));

for (const [what, damage] of [
	['rubbish', () => Buffer.from('rubbish')],
	['nothing', () => Buffer.alloc(0)],
	['half of it', (good: Buffer) => good.subarray(0, good.length / 2)],
	['code of another V8', (good: Buffer) => Buffer.concat([Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), good.subarray(8)])],
] as const) {
	test(`with ${what} in the place of compiled code it starts, and writes it anew`, () =>
		withProgram(async folder => {
			const place = join(folder, await cacheName());
			const damaged = damage(await readFile(join(dist, await cacheName())));
			await writeFile(place, damaged);
			await runLab(folder);
			assert.notDeepEqual(await readFile(place), damaged);
		}));
}

test('the packed bundle is unpacked by the first start, and kept', () =>
	withProgram(async folder => {
		const bundle = await readFile(join(folder, 'bundle.js'));
		await writeFile(join(folder, 'bundle.br'), packed(bundle.toString('latin1')));
		await rm(join(folder, 'bundle.js'));
		await runLab(folder);
		assert.deepEqual(await readFile(join(folder, 'bundle.js')), bundle);
	}));

test('the packed bundle starts where it cannot be kept', () =>
	withProgram(async folder => {
		await writeFile(join(folder, 'bundle.br'), packed(await readFile(join(folder, 'bundle.js'), 'latin1')));
		await rm(join(folder, 'bundle.js'));
		await mkdir(join(folder, 'bundle.js'));
		await runLab(folder);
		assert.deepEqual(await readdir(join(folder, 'bundle.js')), []);
	}));

test('the bundle is ASCII, as the loader reads it', async () => {
	assert.equal(
		(await readFile(join(dist, 'bundle.js'))).findIndex(octet => octet > 0x7e),
		-1,
	);
});

test('where compiled code cannot be written it starts, and leaves nothing', () =>
	withProgram(async folder => {
		await mkdir(join(folder, await cacheName()));
		await runLab(folder);
		assert.deepEqual(await cachesIn(folder), [await cacheName()]);
	}));
