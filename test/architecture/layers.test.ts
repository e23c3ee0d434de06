import assert from 'node:assert/strict';
import {test} from 'node:test';
import {complaintsAbout} from './layers.js';
import {sourceFiles} from './source-files.js';

test('imports point downwards only; tcp, net, host and sim know no clock, timer, chance or process', () => {
	assert.deepEqual(sourceFiles.flatMap(complaintsAbout), []);
});

for (const [name, text, complaint] of [
	['tcp/a.ts', "import {b} from '../sim/b.js';", /above it/],
	['sim/a.ts', "export {b} from '../view/b.js';", /above it/],
	['view/a.ts', "import type {Props} from '../ui/b.js';", /above it/],
	['app/a.ts', "const b = await import('../locale/b.js');", /above it/],
	['host/a.ts', "import {readFile} from 'node:fs';", /not for host/],
	['view/a.ts', "import {useState} from 'react';", /not for view/],
	['script/a.ts', "import {Box} from 'ink';", /not for script/],
	['ui/a.tsx', "import meow from 'meow';", /not for ui/],
	['ui/a.tsx', "import leftPad from 'left-pad';", /not for ui/],
	['commands/a.ts', "import {patches} from '../build/patches.js';", /makes the bundle/],
	['tcp/a.ts', 'const now = Date.now();', /knows a clock/],
	['net/a.ts', 'const chance = Math.random();', /knows chance/],
	['host/a.ts', 'setTimeout(wake, 10);', /knows a timer/],
	['sim/a.ts', 'console.log(world);', /knows the process/],
	['more/a.ts', '', /no layer/],
] as const) {
	test(`a file ${name} with "${text}" is complained about`, () => assert.match(complaintsAbout({name, text}).join('\n'), complaint));
}

for (const [name, text] of [
	['sim/a.ts', "import {b} from '../tcp/b.js';\nimport {c} from './c.js';"],
	['host/a.ts', '// No Date here, and no setTimeout.\n/** Nor Math.random. */'],
	['cli.tsx', "import process from 'node:process';"],
] as const) {
	test(`a file ${name} with "${text}" is not`, () => assert.deepEqual(complaintsAbout({name, text}), []));
}
