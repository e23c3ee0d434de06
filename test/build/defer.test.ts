import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Metafile} from 'esbuild';
import {withDeferred} from '../../source/build/defer.js';

const imports: Readonly<Record<string, readonly string[]>> = {
	'source/cli.tsx': ['deferred:screens', 'source/run.ts'],
	'deferred:screens': ['source/lab.tsx'],
	'source/lab.tsx': ['node_modules/ink/index.js', 'source/engine.ts'],
	'node_modules/ink/index.js': [],
	'source/run.ts': ['source/engine.ts'],
	'source/engine.ts': [],
};
const metafile: Metafile = {
	inputs: Object.fromEntries(
		Object.entries(imports).map(([path, paths]) => [
			path,
			{bytes: 0, imports: paths.map(path => ({path, kind: 'import-statement'}) as const)},
		]),
	),
	outputs: {},
};

const program = `"use strict";
var ran = [];

// node_modules/ink/index.js
var ink = { made: ran.push("ink") };

// source/engine.ts
ran.push("engine");
var words = `.concat(
	'`',
	`
// node_modules/else.js
`,
	'`',
	`;

// source/lab.tsx
ran.push("lab");
var lab = { ink, words };

// deferred:screens
giveDeferred({lab});

// source/run.ts
ran.push("run");

// source/cli.tsx
ran.push("cli");
`,
);

test('what only the lab needs runs when the lab is asked for, all else at once', () => {
	const run = new Function(`${withDeferred(program, metafile, 'source/cli.tsx')}; return {ran, loadDeferred};`);
	const {ran, loadDeferred} = run();
	assert.deepEqual(ran, ['engine', 'run', 'cli']);
	assert.deepEqual(loadDeferred().lab, {ink: {made: 4}, words: '\n// node_modules/else.js\n'});
	assert.equal(loadDeferred(), loadDeferred());
	assert.deepEqual(ran, ['engine', 'run', 'cli', 'ink', 'lab']);
});

test('a program without a lab stays as it is', () =>
	assert.equal(withDeferred(program, {inputs: {}, outputs: {}}, 'source/cli.tsx'), program));
