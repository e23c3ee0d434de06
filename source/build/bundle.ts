import {readFile, realpath} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {type BuildOptions, build, type Plugin} from 'esbuild';
import {minify} from 'terser';
import {flatProgram, withDeferred} from './defer.js';
import {patching} from './patch.js';
import {patches} from './patches.js';

export const project = resolve(import.meta.dirname, '../..');
/** It may be a link to another folder's. */
const modules = await realpath(join(project, 'node_modules'));
const aliases = {
	...Object.fromEntries(['recent-map', 'plain-text', 'plain-row'].map(name => [name, join(project, `source/build/${name}.ts`)])),
	// Of two versions the newer one serves all.
	...Object.fromEntries(['slice-ansi', 'ansi-styles'].map(name => [name, join(modules, `cli-truncate/node_modules/${name}/index.js`)])),
};

const common: BuildOptions = {
	absWorkingDir: project,
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	legalComments: 'none',
	minifySyntax: true,
	logLevel: 'warning',
	// A vm.Script has no import() of its own. A literal in a function is compiled once, a call of RegExp each time.
	supported: {'dynamic-import': false, 'regexp-set-notation': true},
	alias: aliases,
};

/** What others are given instead of what they ask for. */
const substitutes: Readonly<Record<string, string>> = {
	'yoga-layout': "export {flex as default} from './flex.js';",
	// Else each import would make a copy of it, with all its properties.
	'node:process': 'export default process; export const {cwd, env} = process;',
};

const substituting: Plugin = {
	name: 'substitutes',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^(?:yoga-layout|node:process)$/}, ({path}) => ({path, namespace: 'substitute'}));
		onLoad({filter: /.*/, namespace: 'substitute'}, ({path}) => ({contents: substitutes[path] ?? '', resolveDir: import.meta.dirname}));
	},
};

/** ASCII only, so that V8 keeps the text in one byte a character. esbuild and terser leave letters in regular expressions; there an escape means the same. */
const escaped = (text: string): string =>
	text.replace(/[\x7f-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * esbuild joins the modules, terser makes the text small: it leaves out what is never used within functions and objects, too. A function that is
 * called in one place stays a function: put in that place, it would be made anew for each call, and the engine a tenth slower.
 */
async function bundle(entry: string, options: BuildOptions): Promise<string> {
	const {outputFiles, metafile} = await build({...common, ...options, entryPoints: [entry], metafile: true, write: false});
	const {code} = await minify(withDeferred(outputFiles[0]?.text ?? '', metafile, entry), {
		ecma: 2020,
		toplevel: true,
		compress: {passes: 2, pure_getters: true, reduce_funcs: false, inline: 1},
		format: {ascii_only: true},
	});
	if (!code) throw new Error('the bundle is empty');
	return escaped(code);
}

type Program = {
	readonly text: string;
	/** Files of dependencies that are patched, but not part of the program. */
	readonly unusedPatches: readonly string[];
};

/** A program of this project with all that it needs of others, patched, as one CommonJS text. */
export async function bundleProgram(entry: string): Promise<Program> {
	const {version} = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
	const unused = new Set(patches);
	const text = await bundle(entry, {
		plugins: [patching(unused, modules), substituting, flatProgram],
		define: {'process.env.NODE_ENV': '"production"', 'import.meta': 'undefined', packageVersion: JSON.stringify(version)},
	});
	return {text, unusedPatches: Array.from(unused, ({file}) => file)};
}

/** What starts the bundle with that digest. */
export const bundleLoader = async (bundleDigest: string): Promise<string> =>
	`#!/usr/bin/env node\n${await bundle('source/build/loader.ts', {
		define: {bundleDigest: JSON.stringify(bundleDigest)},
	})}\n`;
