import {chmod, mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {bundleLoader, bundleProgram, project} from './bundle.js';
import {digest} from './patch.js';
import {warmUp} from './warm-up.js';

const folder = join(project, 'dist');

async function newest(paths: readonly string[]): Promise<number> {
	const times = await Promise.all(paths.map(async path => (await stat(join(project, path))).mtimeMs));
	return Math.max(...times);
}

async function isUpToDate(): Promise<boolean> {
	const sources = await readdir(join(project, 'source'), {recursive: true});
	const made = await stat(join(folder, 'cli.cjs')).catch(() => undefined);
	return (
		made !== undefined && made.mtimeMs > (await newest([...sources.map(path => join('source', path)), 'package.json', 'package-lock.json']))
	);
}

/** Moved into place, so that a program that starts meanwhile finds the old file or the new one. */
async function place(name: string, text: string): Promise<void> {
	const unfinished = join(folder, `${name}.${process.pid}`);
	await writeFile(unfinished, text);
	await chmod(unfinished, 0o755);
	await rename(unfinished, join(folder, name));
}

async function main(): Promise<void> {
	const program = await bundleProgram('source/cli.tsx');
	// The loader runs the text as a function of what it does not find among the globals.
	const text = `(function(require,keepCompiled){${program.text}})`;
	const {unusedPatches} = program;
	if (unusedPatches.length > 0) throw new Error(`patched, but no longer part of the program: ${unusedPatches.join(', ')}`);
	const loader = await bundleLoader(digest(text));
	await mkdir(folder, {recursive: true});
	await place('bundle.js', text);
	await place('cli.cjs', loader);
	const others = (await readdir(folder)).filter(
		name => name !== 'bundle.js' && name !== 'cli.cjs' && !name.startsWith(`bundle-${digest(text)}-`),
	);
	await Promise.all(others.map(name => rm(join(folder, name), {force: true})));
	await warmUp(join(folder, 'cli.cjs'));
}

if (!(process.argv.includes('--if-changed') && (await isUpToDate()))) await main();
