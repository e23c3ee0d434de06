import type {Patch} from './patch.js';

/** Every change that the bundle makes to a dependency. Frames stay those of the unchanged Ink: test/build compares them. */
export const patches: readonly Patch[] = [
	{
		file: 'ink/build/reconciler.js',
		sha256: '8564ed65454e346f',
		why: 'The developer tools need a top-level await, which a CommonJS bundle cannot have.',
		edits: [
			{find: "await import('./devtools.js');", put: ''},
			{find: "import.meta.resolve('react-devtools-core');", put: ''},
			{find: 'const loaded = await loadPackageJson();', put: 'const loaded = packageInfo;'},
		],
	},
	{
		file: 'ink/build/components/ErrorBoundary.js',
		sha256: 'dd320a410df18e2c',
		why: 'The overview of an error (stack-utils, code-excerpt) would be drawn on the alternate screen and vanish with it.',
		edits: [
			{find: "import ErrorOverview from './ErrorOverview.js';", put: ''},
			{find: 'React.createElement(ErrorOverview, { error: this.state.error })', put: 'null'},
		],
	},
	{
		file: 'string-width/index.js',
		sha256: 'abc20775da6b5521',
		why: 'Plain text, most of all text, needs neither Intl.Segmenter nor \\p{RGI_Emoji}.',
		edits: [
			{find: 'const segmenter = new Intl.Segmenter();', put: "import {lateSegmenter as segmenter, plainWidth} from 'plain-text';"},
			{find: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', put: 'const rgiEmojiRegex = {test: text => /^\\p{RGI_Emoji}$/v.test(text)};'},
			{
				find: 'let width = 0;\n\tconst eastAsianWidthOptions',
				put: 'const plain = ambiguousIsNarrow ? plainWidth(string) : undefined;\n\tif (plain !== undefined) return plain;\n\tlet width = 0;\n\tconst eastAsianWidthOptions',
			},
		],
	},
	{
		file: '@alcalzone/ansi-tokenize/build/tokenize.js',
		sha256: '14d08703aecd8dc2',
		why: 'As for string-width.',
		edits: [
			{
				find: 'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
				put: "import {plainSegmenter as segmenter} from 'plain-text';",
			},
		],
	},
	{
		file: 'wrap-ansi/index.js',
		sha256: '0c65e1cad00d994a',
		why: 'Made at the start, Intl.Segmenter costs 13 ms.',
		edits: [{find: 'const segmenter = new Intl.Segmenter();', put: "import {lateSegmenter as segmenter} from 'plain-text';"}],
	},
	...['slice-ansi/tokenize-ansi.js', 'cli-truncate/node_modules/slice-ansi/tokenize-ansi.js'].map(file => ({
		file,
		sha256: file.startsWith('slice') ? 'bf7cb711bf987b5f' : '511a1f1cbf61497d',
		why: 'Made at the start, Intl.Segmenter costs 13 ms.',
		edits: [
			{
				find: "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
				put: "import {lateSegmenter as GRAPHEME_SEGMENTER} from 'plain-text';",
			},
		],
	})),
	{
		file: 'ink/build/output.js',
		sha256: '54d62805875cc064',
		why: 'Ink cuts each painted string into cells again in each frame, which is most of a frame. A row that is one plain text is that text; another whose writes are known is not painted again.',
		edits: [
			{
				find: "import sliceAnsi from 'slice-ansi';",
				put: "import sliceAnsi from 'slice-ansi';\nimport {RecentMap} from 'recent-map';\nimport {isPlainRow} from 'plain-row';",
			},
			{find: '    widths = new Map();', put: '    widths = new RecentMap(4096);\n    rows = new RecentMap(512);'},
			{find: 'blockWidths = new Map();', put: 'blockWidths = new RecentMap(1024);'},
			{find: 'styledChars = new Map();', put: 'styledChars = new RecentMap(256);'},
			{
				find: 'export default class Output {',
				put: "const sharedCaches = new OutputCaches();\nconst blank = {type: 'char', value: ' ', fullWidth: false, styles: []};\nexport default class Output {",
			},
			{find: 'caches = new OutputCaches();', put: 'caches = sharedCaches;'},
			{
				find: `        for (let y = 0; y < this.height; y++) {
            const row = [];
            for (let x = 0; x < this.width; x++) {
                row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });
            }
            output.push(row);
        }
`,
				put: '        const rows = Array.from({length: this.height}, () => []);\n',
			},
			{find: 'const currentLine = output[y + offsetY];', put: 'const currentLine = rows[y + offsetY];'},
			{
				find: 'const characters = this.caches.getStyledChars(line);',
				put: `currentLine.push({x, line});
                    offsetY++;
                }
            }
        }
        for (const writes of rows) {
            if (writes.length === 1 && writes[0].x === 0) {
                const line = writes[0].line.trimEnd();
                if (isPlainRow(line, this.width)) {
                    output.push(line);
                    continue;
                }
            }
            let key = String(this.width);
            for (const {x, line} of writes) key += '\\0' + x + '\\0' + line;
            const known = this.caches.rows.get(key);
            if (known !== undefined) {
                output.push(known);
                continue;
            }
            const currentLine = Array(this.width).fill(blank);
            output.push({key, currentLine});
            {
                for (const {x, line} of writes) {
                    let offsetY = 0;
                    const characters = this.caches.getStyledChars(line);`,
			},
			{
				find: 'output\n            .map(line => {',
				put: "output\n            .map(line => {\n            if (typeof line === 'string') return line;",
			},
			{find: 'const lineWithoutEmptyItems = line.filter(', put: 'const lineWithoutEmptyItems = line.currentLine.filter('},
			{
				find: 'return styledCharsToString(lineWithoutEmptyItems).trimEnd();',
				put: 'const painted = styledCharsToString(lineWithoutEmptyItems).trimEnd();\n            this.caches.rows.set(line.key, painted);\n            return painted;',
			},
		],
	},
	{
		file: 'ink/build/ink.js',
		sha256: 'f632f6176e593183',
		why: `After a resize nothing on the terminal is where it was: all is painted anew, at once, when React has drawn for the new size.
A frame goes out in one write, not in three: each wakes the terminal.`,
		edits: [
			{
				find: `if (sync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);
                if (sync && shouldWrite) {
                    this.options.stdout.write(esu);
                }`,
				put: `this.options.stdout.cork();
                if (sync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);
                if (sync && shouldWrite) {
                    this.options.stdout.write(esu);
                }
                this.options.stdout.uncork();`,
			},
			{
				find: `resized = () => {
        const currentWidth = getWindowSize(this.options.stdout).columns;
        if (currentWidth < this.lastTerminalWidth) {
            // We clear the screen when decreasing terminal width to prevent duplicate overlapping re-renders.
            this.log.clear();
            this.lastOutput = '';
            this.lastOutputToRender = '';
        }`,
				put: `resized = () => setImmediate(() => {
        if (this.isUnmounted || this.isSuspended) return;
        const currentWidth = getWindowSize(this.options.stdout).columns;
        this.options.stdout.write(ansiEscapes.clearTerminal);
        this.log.reset();
        this.lastOutput = '';
        this.lastOutputToRender = '';
        this.lastOutputHeight = 0;`,
			},
			{
				find: `this.onRender();
        this.lastTerminalWidth = currentWidth;
    };`,
				put: `this.onRender();
        this.lastTerminalWidth = currentWidth;
    });`,
			},
		],
	},
	{
		file: 'ink/build/log-update.js',
		sha256: '8a07311e3b10f853',
		why: 'Of a changed row only the changed cells are written. A whole row is erased first: behind its last column a terminal may erase that column.',
		edits: [
			{
				find: "import cliCursor from 'cli-cursor';",
				put: "import cliCursor from 'cli-cursor';\nimport {rowDifference} from 'plain-row';",
			},
			{
				find: `buffer.push(ansiEscapes.cursorTo(0) +
                nextLines[i] +
                ansiEscapes.eraseEndLine +`,
				put: `buffer.push((rowDifference(previousLines[i], nextLines[i])
                ?? ansiEscapes.cursorTo(0) + ansiEscapes.eraseEndLine + nextLines[i]) +`,
			},
		],
	},
	{
		file: 'ink/build/squash-text-nodes.js',
		sha256: '69c8abf36d256f31',
		why: 'Each text is taken apart in each frame to see whether it holds anything but colours.',
		edits: [
			{
				find: "import sanitizeAnsi from './sanitize-ansi.js';",
				put: "import sanitize from './sanitize-ansi.js';\nimport {remembered} from 'recent-map';\nconst sanitizeAnsi = remembered(1024, sanitize);",
			},
		],
	},
	{
		file: 'ink/build/render-node-to-output.js',
		sha256: 'd0c06d2474bd6338',
		why: 'Each text is measured anew in each frame.',
		edits: [
			{
				find: "import widestLine from 'widest-line';",
				put: "import widest from 'widest-line';\nimport {remembered} from 'recent-map';\nconst widestLine = remembered(1024, widest);",
			},
		],
	},
	{
		file: 'ink/build/measure-text.js',
		sha256: '4562d24171af3063',
		why: 'The cache keeps every text for ever.',
		edits: [{find: 'const cache = new Map();', put: "import {RecentMap} from 'recent-map';\nconst cache = new RecentMap(1024);"}],
	},
	{
		file: 'ink/build/wrap-text.js',
		sha256: '79547067e55642b9',
		why: 'The cache keeps every text for ever.',
		edits: [
			{find: 'const cache = {};', put: "import {RecentMap} from 'recent-map';\nconst cache = new RecentMap(1024);"},
			{find: 'const cachedText = cache[cacheKey];', put: 'const cachedText = cache.get(cacheKey);'},
			{find: 'cache[cacheKey] = wrappedText;', put: 'cache.set(cacheKey, wrappedText);'},
		],
	},
	{
		file: 'ansi-escapes/base.js',
		sha256: 'e464e2fb56286617',
		why: "Leaving a full-height frame must not erase the terminal's scrollback; the alternate screen starts in its corner, where the cursor may not be.",
		edits: [
			{find: '{ESC}3J$', put: "{''}$"},
			{find: "ESC + '?1049h'", put: "ESC + '?1049h' + ESC + 'H'"},
		],
	},
	{
		file: 'meow/build/options.js',
		sha256: '54afbbd94c90e585',
		why: 'The package is given; looking for one and putting it in order is a quarter of the bundle.',
		edits: [
			{
				find: "import { a as readPackageUpSync, n as normalizePackageData } from './dependencies.js';",
				put: 'const readPackageUpSync = () => undefined;\nconst normalizePackageData = () => {};',
			},
		],
	},
	{
		file: 'meow/build/dependencies.js',
		sha256: 'b8a6bc10fd20a7a5',
		why: 'What puts a package in order, and what shows where its JSON is wrong, would be loaded at each start.',
		edits: [
			{find: "import { execFile } from 'node:child_process';", put: 'const execFile = () => {};'},
			{find: 'var libExports = requireLib$1();', put: 'var libExports = {};'},
			{find: 'var normalizeExports = requireNormalize();', put: 'var normalizeExports = {};'},
		],
	},
	{
		file: 'terminal-size/index.js',
		sha256: 'e9869170041390b3',
		why: 'Asked only when the terminal tells no size; running programs to find one out would need node:child_process at the start.',
		edits: [
			{find: "import {execFileSync} from 'node:child_process';", put: ''},
			{find: 'return devTty() ?? tput() ?? resize() ?? fallback;', put: 'return fallback;'},
			{find: 'return tput() ?? fallback;', put: 'return fallback;'},
			{find: 'return devTty() ?? tput() ?? fallback;', put: 'return fallback;'},
		],
	},
];
