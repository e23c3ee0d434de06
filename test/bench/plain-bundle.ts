import {join} from 'node:path';
import {build} from 'esbuild';
import {project} from '../../source/build/bundle.js';

/** A program with the unchanged Ink, bundled and minified as anybody would: the production build, one file. */
export async function bundlePlain(entry: string, outfile: string): Promise<void> {
	await build({
		absWorkingDir: project,
		entryPoints: [join('test/bench', entry)],
		outfile,
		bundle: true,
		minify: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		define: {'process.env.NODE_ENV': '"production"'},
		banner: {js: 'import {createRequire} from "node:module"; const require = createRequire(import.meta.url);'},
		plugins: [
			{
				name: 'no-devtools',
				setup({onResolve, onLoad}) {
					onResolve({filter: /^react-devtools-core$/}, () => ({path: 'none', namespace: 'none'}));
					onLoad({filter: /.*/, namespace: 'none'}, () => ({contents: 'export default {};'}));
				},
			},
		],
	});
}
