/** Makes of what was built what the package holds. */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {project} from './bundle.js';
import {packed} from './packing.js';

await writeFile(join(project, 'dist/bundle.br'), packed(await readFile(join(project, 'dist/bundle.js'), 'latin1')));
