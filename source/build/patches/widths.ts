import type {Patch} from '../patch.js';

/** Texts cut into characters and measured. */
export const widthPatches: readonly Patch[] = [
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
	{
		file: 'cli-truncate/node_modules/slice-ansi/tokenize-ansi.js',
		sha256: '511a1f1cbf61497d',
		why: 'Made at the start, Intl.Segmenter costs 13 ms.',
		edits: [
			{
				find: "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
				put: "import {lateSegmenter as GRAPHEME_SEGMENTER} from 'plain-text';",
			},
		],
	},
	{
		file: 'chalk/source/index.js',
		sha256: '64b22b1c442e6d46',
		why: 'It brings the table of styles that the others need, too, a second time.',
		edits: [{find: "'#ansi-styles'", put: "'ansi-styles'"}],
	},
];
