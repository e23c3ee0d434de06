import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {relative, sep} from 'node:path';
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
	/** Functions, methods and exports that are never called here. A call would fail at once: the name is known nowhere. */
	readonly without?: readonly string[];
	/** Variables and other expressions of the file that never have another value here: where one is read, its value is put. */
	readonly known?: Readonly<Record<string, string>>;
};

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The file with the change; throws when the file is not the one that the change was written for. */
export function applyPatch(patch: Patch, text: string): string {
	const {file, sha256, edits, without = [], known = {}} = patch;
	if (digest(text) !== sha256) throw new Error(`${file} changed (now ${digest(text)}): read it and write the patch anew`);
	let patched = text;
	for (const {find, put} of edits) {
		const [before, after, ...more] = patched.split(find);
		if (before === undefined || after === undefined || more.length > 0)
			throw new Error(`${file}: ${JSON.stringify(find)} must stand there once`);
		patched = before + put + after;
	}
	for (const name of without) {
		const rest = patched.replace(definitionOf(name), '');
		if (rest === patched) throw new Error(`${file}: ${name} is defined nowhere`);
		patched = rest;
	}
	for (const [expression, value] of Object.entries(known)) {
		if (!readingOf(expression).test(patched)) throw new Error(`${file}: ${expression} is read nowhere`);
		patched = patched.replace(readingOf(expression), value);
	}
	return patched;
}

/** From the line that begins to define a function or a method to the line that closes it, indented alike. */
const definitionOf = (name: string): RegExp =>
	new RegExp(
		String.raw`^([ \t]*)(?:function ${name}\(.*|(?:exports\.${name} =|${name}:) function \(.*|(?:async )?${name}\(.*\) \{)\n(?:.*\n)*?\1\}.*\n`,
		'gm',
	);

/** Where an expression is read: not where it is declared or assigned to, nor as a part of a longer name. */
const readingOf = (expression: string): RegExp =>
	new RegExp(String.raw`(?<![\w$.]|function )${expression.replace(/[.$()[\]]/g, '\\$&')}(?![\w$]| = |:)`, 'g');

/** Applies the patches to what lies in the folder `modules` while bundling, and takes those that it applied out of `unused`. */
export const patching = (unused: Set<Patch>, modules: string): Plugin => ({
	name: 'patching',
	setup(build) {
		const patches = new Map([...unused].map(patch => [patch.file, patch]));
		build.onLoad({filter: /[\\/]node_modules[\\/].*\.js$/}, async ({path}) => {
			const patch = patches.get(relative(modules, path).split(sep).join('/'));
			if (!patch) return undefined;
			unused.delete(patch);
			return {contents: applyPatch(patch, await readFile(path, 'utf8')), loader: 'js'};
		});
	},
});
