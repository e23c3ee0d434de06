import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {relative, resolve, sep} from 'node:path';
import type {Plugin} from 'esbuild';

/** A change to one file of a dependency, made while bundling. */
export type Patch = {
	/** Below node_modules, with slashes. */
	readonly file: string;
	/** First 16 hexadecimal digits of the SHA-256 of the file that the change was written for. */
	readonly sha256: string;
	readonly why: string;
	/** Each `find` stands exactly once in the file. */
	readonly edits: readonly {readonly find: string; readonly put: string}[];
};

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The file with the change; throws when the file is not the one that the change was written for. */
export function applyPatch(patch: Patch, text: string): string {
	if (digest(text) !== patch.sha256) throw new Error(`${patch.file} changed (now ${digest(text)}): read it and write the patch anew`);
	let patched = text;
	for (const {find, put} of patch.edits) {
		const [before, after, ...more] = patched.split(find);
		if (before === undefined || after === undefined || more.length > 0)
			throw new Error(`${patch.file}: ${JSON.stringify(find)} must stand there once`);
		patched = before + put + after;
	}
	return patched;
}

/** Applies the patches while bundling, and takes those that it applied out of `unused`. */
export const patching = (unused: Set<Patch>, projectFolder: string): Plugin => ({
	name: 'patching',
	setup(build) {
		const folder = resolve(projectFolder, 'node_modules');
		const patches = new Map([...unused].map(patch => [patch.file, patch]));
		build.onLoad({filter: /[\\/]node_modules[\\/].*\.js$/}, async ({path}) => {
			const patch = patches.get(relative(folder, path).split(sep).join('/'));
			if (!patch) return undefined;
			unused.delete(patch);
			return {contents: applyPatch(patch, await readFile(path, 'utf8')), loader: 'js'};
		});
	},
});
