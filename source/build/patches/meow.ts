import type {Patch} from '../patch.js';

/** What meow asks of yargs-parser for our flags. */
const yargsSettings = {
	'boolean-negation': true,
	'camel-case-expansion': true,
	'combine-arrays': false,
	'dot-notation': true,
	'duplicate-arguments-array': true,
	'flatten-duplicate-arrays': true,
	'greedy-arrays': false,
	'halt-at-non-option': false,
	'nargs-eats-options': false,
	'parse-numbers': false,
	'populate--': false,
	'set-placeholder-key': false,
	'short-option-groups': true,
	'strip-aliased': false,
	'strip-dashed': false,
	'unknown-options-as-args': false,
};

/** The command line. */
export const meowPatches: readonly Patch[] = [
	{
		file: 'meow/build/options.js',
		sha256: '54afbbd94c90e585',
		why: 'The package is given; looking for one and putting it in order is a quarter of the bundle. The options are always the same right ones.',
		edits: [
			{
				find: "import { a as readPackageUpSync, n as normalizePackageData } from './dependencies.js';",
				put: 'const readPackageUpSync = () => undefined;\nconst normalizePackageData = () => {};',
			},
			{find: 'validateOptions(parsedOptions);', put: ''},
			{find: 'if (!options.importMeta?.url) {', put: 'if (false) {'},
		],
	},
	{
		file: 'meow/build/dependencies.js',
		sha256: 'b8a6bc10fd20a7a5',
		why: 'What puts a package in order, and what shows where its JSON is wrong, would be loaded at each start. The names of some flags need no bounded memory, the kinds of their defaults are the simple ones.',
		edits: [
			{find: "import { execFile } from 'node:child_process';", put: 'const execFile = () => {};'},
			{find: 'createRequire ? createRequire(import.meta.url) : undefined', put: 'undefined'},
			{find: 'var libExports = requireLib$1();', put: 'var libExports = {};'},
			{find: 'var normalizeExports = requireNormalize();', put: 'var normalizeExports = {};'},
			{find: 'new QuickLRU$1({maxSize: 100_000})', put: 'new Map()'},
			{find: 'new QuickLRU({maxSize: 100_000})', put: 'new Map()'},
			{find: 'const kindOf = requireKindOf();', put: "const kindOf = value => (Array.isArray(value) ? 'array' : typeof value);"},
			...[
				'applyEnvVars(argv, true);',
				'applyEnvVars(argv, false);',
				'setConfig(argv);',
				'setConfigObjects();',
				'applyCoercions(argv);',
			].map(find => ({find: `        ${find}`, put: ''})),
			{find: '        checkConfiguration();', put: ''},
		],
		known: {
			...Object.fromEntries(Object.entries(yargsSettings).map(([setting, isOn]) => [`configuration['${setting}']`, String(isOn)])),
			'checkAllAliases(key, flags.nargs)': 'false',
			'checkAllAliases(m[1], flags.nargs)': 'false',
			'checkAllAliases(key, flags.counts)': 'false',
			'opts.narg': 'undefined',
			'opts.coerce': 'undefined',
			'opts.config': 'undefined',
		},
	},
	{
		file: 'meow/build/index.js',
		sha256: '3eec62f9126849f5',
		why: 'Here it is told of no commands, and prints no help.',
		edits: [
			{
				find: 'const {command, input} = parseCommand(argv._, options, parserOptions, showHelp);',
				put: 'const {command, input} = {input: argv._};',
			},
			{find: 'if (options.help) {', put: 'if (false) {'},
			{find: 'if (options.description !== false) {', put: 'if (false) {'},
		],
	},
];
