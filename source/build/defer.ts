/**
 * One flat program, but for what only its screens need (React, Ink): that becomes a function within, which runs when a screen is asked for. The
 * names in esbuild's output differ from one another, so the function sees all it needs of the rest.
 */
import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Metafile, Plugin} from 'esbuild';

/** Modules of source/commands, and what they export under the same name; `why` needs the sentences of the screens. */
const screens = ['lab', 'watch', 'why'];
const deferred = 'deferred:screens';

/** What commands import when it is asked for is part of the program from the start; screens come from the function. */
const withoutLateImports = (text: string): string => {
	const imports: string[] = [];
	const flat = text.replace(/await import\('(\..+?)\.js'\)/g, (_, file) => {
		if (screens.includes(basename(file))) return 'loadDeferred()';
		const name = `late${imports.length}`;
		imports.push(`import * as ${name} from '${file}.js';`);
		return name;
	});
	return [...imports, flat].join('\n');
};

export const flatProgram: Plugin = {
	name: 'flat program',
	setup({onLoad, onResolve, initialOptions: {absWorkingDir = ''}}) {
		onLoad({filter: /[\\/]source[\\/](?:cli\.tsx|commands[\\/].*)$/}, async ({path}) => {
			const text = withoutLateImports(await readFile(path, 'utf8'));
			return {contents: basename(path) === 'cli.tsx' ? `${text}\nimport '${deferred}';` : text, loader: path.endsWith('x') ? 'tsx' : 'ts'};
		});
		onResolve({filter: /^deferred:/}, () => ({path: 'screens', namespace: 'deferred'}));
		onLoad({filter: /.*/, namespace: 'deferred'}, () => ({
			contents: [...screens.map(name => `import {${name}} from './${name}.js';`), `giveDeferred({${screens}});`].join('\n'),
			resolveDir: join(absWorkingDir, 'source/commands'),
		}));
	},
};

/** What is reached from a module, not through the deferred one. */
function reachable(inputs: Metafile['inputs'], from: string, reached = new Set<string>()): ReadonlySet<string> {
	if (from === deferred || reached.has(from)) return reached;
	reached.add(from);
	for (const {path} of inputs[from]?.imports ?? []) reachable(inputs, path, reached);
	return reached;
}

/** Moves into a function what only the deferred part needs. esbuild names each module in a comment before it. */
export function withDeferred(text: string, {inputs}: Metafile, entry: string): string {
	if (!inputs[deferred]) return text;
	if (text.includes('__esm(')) throw new Error('a module is imported when it is asked for: it would be wrapped, with all it needs');
	const atOnce = reachable(inputs, entry);
	const [rest, later]: [string[], string[]] = [[], []];
	let isLater = false;
	for (const line of text.split('\n')) {
		const module = line.startsWith('// ') ? line.slice(3) : '';
		if (inputs[module]) isLater = !atOnce.has(module);
		(isLater ? later : rest).push(line);
	}
	const begin = 'var given; function loadDeferred() { if (given) return given; const giveDeferred = all => { given = all; };';
	return [...rest, begin, ...later, 'return given; }'].join('\n');
}
