import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {type BuildOptions, build, type Plugin} from 'esbuild';
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

/** Gives Ink the layout of flex.ts where it asks for yoga. */
const flexForYoga: Plugin = {
	name: 'flex for yoga',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^yoga-layout$/}, ({path}) => ({path, namespace: 'flex for yoga'}));
		onLoad({filter: /.*/, namespace: 'flex for yoga'}, () => ({
			contents: "export {flex as default} from './flex.js';",
			resolveDir: join(project, 'source/build'),
		}));
	},
};

async function bundle(options: BuildOptions): Promise<string> {
	const {outputFiles} = await build({...common, ...options, write: false});
	const [file] = outputFiles;
	if (!file) throw new Error('the bundle is empty');
	return escaped(file.text);
}

/** esbuild leaves regular expressions as they are; there an escape means the same. */
const escaped = (text: string): string =>
	text.replace(/[\u0080-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

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
		plugins: [patching(unused, project), flexForYoga],
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
