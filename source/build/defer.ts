/**
 * One flat program, but for what only one of its parts needs: that becomes a function within, which runs when the part is asked for. The names in
 * esbuild's output differ from one another, so the function sees all it needs of the rest.
 */
import {readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import type {Metafile, Plugin} from 'esbuild';

/** What `cli.tsx` imports when it is asked for is a part of the flat program, but for the lab: React, Ink and the screens. */
const deferred = './commands/lab.js';
const deferredModule = `deferred:${deferred}`;

/** Makes static imports of those in cli.tsx. */
export const flatProgram: Plugin = {
	name: 'flat program',
	setup({onLoad, onResolve}) {
		onLoad({filter: /[\\/]source[\\/]cli\.tsx$/}, async ({path}) => {
			const imports: string[] = [`import '${deferredModule}';`];
			const text = (await readFile(path, 'utf8')).replace(/\(await import\('(.+?)'\)\)\.(\w+)/g, (_, file, name) => {
				if (file === deferred) return 'loadDeferred()';
				imports.push(`import {${name}} from '${file}';`);
				return name;
			});
			return {contents: [...imports, text].join('\n'), loader: 'tsx', pluginData: dirname(path)};
		});
		onResolve({filter: /^deferred:/}, ({path, importer}) => ({
			path: path.slice('deferred:'.length),
			namespace: 'deferred',
			pluginData: dirname(importer),
		}));
		onLoad({filter: /.*/, namespace: 'deferred'}, ({path, pluginData}) => ({
			contents: `import {lab} from '${path}'; giveDeferred(lab);`,
			resolveDir: pluginData,
		}));
	},
};

/** What is reached from a module, not through the deferred one. */
function reachable({inputs}: Metafile, from: string, reached = new Set<string>()): ReadonlySet<string> {
	if (from === deferredModule || reached.has(from)) return reached;
	reached.add(from);
	for (const {path} of inputs[from]?.imports ?? []) reachable({inputs, outputs: {}}, path, reached);
	return reached;
}

/** Moves into a function what only the deferred part needs. esbuild names each module in a comment before it. */
export function withDeferred(text: string, metafile: Metafile, entry: string): string {
	if (!metafile.inputs[deferredModule]) return text;
	const atOnce = reachable(metafile, entry);
	const pieces: {readonly rest: string[]; readonly later: string[]} = {rest: [], later: []};
	let isLater = false;
	for (const line of text.split('\n')) {
		const module = line.startsWith('// ') ? line.slice(3) : '';
		if (metafile.inputs[module]) isLater = !atOnce.has(module);
		(isLater ? pieces.later : pieces.rest).push(line);
	}
	return [
		...pieces.rest,
		'function loadDeferred() { let given; const giveDeferred = value => { given = value; };',
		...pieces.later,
		'return given; }',
	].join('\n');
}
