import type {Patch} from '../patch.js';

/** How a frame is painted and written: the same cells with less work. */
export const paintingPatches: readonly Patch[] = [
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
		file: 'ink/build/log-update.js',
		sha256: '8a07311e3b10f853',
		why: 'Of a changed row only the changed cells are written. A whole row is erased first: behind its last column a terminal may erase that column.',
		edits: [
			{
				find: 'import ansiEscapes',
				put: 'import * as ansiEscapes',
			},
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
		known: {incremental: 'true', cursorDirty: 'false'},
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
		why: 'Each text is measured anew in each frame. A box with a border never gets here: the layout knows none.',
		edits: [
			{find: "import renderBorder from './render-border.js';", put: ''},
			{find: 'renderBorder(x, y, node, output);', put: ''},
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
];
