import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import {patching} from './patch.js';
import {patches} from './patches.js';

export const project = resolve(import.meta.dirname, '../..');

/** ASCII only, so that V8 keeps the text in one byte a character. */
const common: BuildOptions = {
	absWorkingDir: project,
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	charset: 'ascii',
	legalComments: 'none',
	minify: true,
	logLevel: 'warning',
	// A vm.Script has no import() of its own. A literal in a function is compiled once, a call of RegExp each time.
	supported: {'dynamic-import': false, 'regexp-set-notation': true},
	alias: Object.fromEntries(['recent-map', 'plain-text', 'plain-row'].map(name => [name, join(project, `source/build/${name}.ts`)])),
};

async function bundle(options: BuildOptions): Promise<string> {
	const {outputFiles} = await build({...common, ...options, write: false});
	const [file] = outputFiles;
	if (!file) throw new Error('the bundle is empty');
	return file.text;
}

type Program = {
	readonly text: string;
	/** Files of dependencies that are patched, but not part of the program. */
	readonly unusedPatches: readonly string[];
};

/** A program of this project with all that it needs of others, patched, as one CommonJS text. */
export async function bundleProgram(entry: string, wrapping: Pick<BuildOptions, 'banner' | 'footer'> = {}): Promise<Program> {
	const {version} = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
	const unused = new Set(patches);
	const text = await bundle({
		...wrapping,
		entryPoints: [entry],
		plugins: [patching(unused, project)],
		define: {'process.env.NODE_ENV': '"production"', 'import.meta': '{"url":"file:"}', packageVersion: JSON.stringify(version)},
	});
	return {text, unusedPatches: Array.from(unused, ({file}) => file)};
}

/** What starts the bundle with that digest. */
export const bundleLoader = (bundleDigest: string): Promise<string> =>
	bundle({
		entryPoints: ['source/build/loader.ts'],
		define: {bundleDigest: JSON.stringify(bundleDigest)},
		banner: {js: '#!/usr/bin/env node'},
	});
