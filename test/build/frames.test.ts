import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import headless, {type IBufferCell} from '@xterm/headless';
import fc from 'fast-check';
import {bundleProgram} from '../../source/build/bundle.js';
import {tries} from '../property/tries.js';
import type {play, Size, Tree} from './frame-player.js';

type Play = typeof play;

// Read when Ink is loaded.
process.env.FORCE_COLOR = '1';
const {play: playUnchanged} = await import('./frame-player.js');

/** The same player with the Ink of the bundle in it. */
async function loadBundled(): Promise<Play> {
	const {text} = await bundleProgram('test/build/frame-player.tsx');
	const module: {exports: {play?: Play}} = {exports: {}};
	new Function('require', 'module', 'exports', text)(createRequire(import.meta.url), module, module.exports);
	assert.ok(module.exports.play);
	return module.exports.play;
}

const playBundled = await loadBundled();

const write = (terminal: InstanceType<typeof headless.Terminal>, text: string) => new Promise<void>(done => terminal.write(text, done));

const attributesOf = (cell: IBufferCell): string =>
	[cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isDim(), cell.isInverse()].join(',').replace('-1,-1,0,0,0', '');

/** What a terminal shows after each frame: the rows, and the attributes of the cells that have some. */
async function screensOf(written: readonly string[], {columns, rows}: Size): Promise<string[]> {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	const screens: string[] = [];
	for (const text of written) {
		await write(terminal, text);
		const {active} = terminal.buffer;
		const lines = Array.from({length: rows}, (_, row) => active.getLine(active.viewportY + row));
		const attributes = lines.map(line =>
			Array.from({length: columns}, (_, column) => line?.getCell(column))
				.map(cell => (cell ? attributesOf(cell) : ''))
				.join(' ')
				.trimEnd(),
		);
		screens.push(lines.map((line, row) => `${line?.translateToString().trimEnd()}|${attributes[row]}`).join('\n'));
	}
	terminal.dispose();
	return screens;
}

async function assertSameFrames(frames: readonly Tree[], size: Size): Promise<{unchanged: number; bundled: number}> {
	const unchanged = await playUnchanged(frames, size);
	const bundled = await playBundled(frames, size);
	const shown = await screensOf(bundled, size);
	for (const [frame, screen] of (await screensOf(unchanged, size)).entries()) assert.equal(shown[frame], screen, `frame ${frame}`);
	return {unchanged: unchanged.join('').length, bundled: bundled.join('').length};
}

const size = {columns: 40, rows: 12};
const column = (...lines: readonly Tree[]): Tree => ({box: lines, flexDirection: 'column', width: size.columns, height: size.rows});
type Place = readonly [x: number, y: number, tree: Tree];

/** A column of rows, and trees laid over them: boxes without height, each put back up to its place. */
function overlaid(rows: readonly Tree[], places: readonly Place[]): Tree {
	const over = places.map(
		([x, y, tree], index): Tree => ({
			box: [tree],
			marginLeft: x,
			marginTop: y - (places[index - 1]?.[1] ?? rows.length),
			height: 0,
			flexShrink: 0,
		}),
	);
	return column(...rows, ...over);
}

const stories: Readonly<Record<string, readonly Tree[]>> = {
	'plain rows that change in one place': [column({text: 'SND.UNA 1000  NXT 1001'}), column({text: 'SND.UNA 1000  NXT 2461'})],
	'wide characters that move by one cell': [
		column({text: '客户端 10.0.0.1 已关闭'}),
		column({text: ' 客户端 10.0.0.1 已关闭'}),
		column({text: '客户x端'}),
	],
	'a wide character that becomes two narrow ones and back': [column({text: 'a汉b'}), column({text: 'axyb'}), column({text: 'a汉b'})],
	'combining marks and emoji': [column({text: 'e\u0301tat 👩‍💻 ok'}), column({text: 'etat\u0301 👍🏽 ok'}), column({text: 'état 🇨🇳 ok ☎️'})],
	'half of a wide character is overwritten': [
		overlaid(
			[{text: '汉字汉字汉字'}],
			[
				[3, 0, {text: 'x'}],
				[6, 0, {text: '丁'}],
			],
		),
		overlaid(
			[{text: '汉字汉字汉字'}],
			[
				[2, 0, {text: 'x'}],
				[7, 0, {text: '丁'}],
			],
		),
	],
	'texts over one another, out of the screen on two sides': [
		overlaid(
			[{text: 'under under under'}, {text: 'next'}],
			[
				[4, 0, {text: 'over', color: 'red'}],
				[-2, 1, {text: 'beyond'}],
				[3, -1, {text: 'above'}],
			],
		),
		overlaid(
			[{text: 'under under under'}, {text: 'next'}],
			[
				[5, 0, {text: 'over', color: 'red'}],
				[-3, 0, {text: 'beyond'}],
			],
		),
	],
	'clipped boxes': [3, 4, 5].map(shift => ({
		box: [{box: [{text: '客户端 and more than fits\nsecond', wrap: 'truncate'}], marginLeft: shift - 5, flexShrink: 0}],
		width: 12,
		height: 2,
		overflow: 'hidden',
	})),
	'too long texts, cut and wrapped': [
		column(
			{text: '一二三四五六七八九十'.repeat(5), wrap: 'truncate'},
			{text: 'word '.repeat(20)},
			{text: 'middle '.repeat(20), wrap: 'truncate-middle'},
		),
		column(
			{text: '一二三四五六七八九十'.repeat(4), wrap: 'truncate-start'},
			{text: 'word '.repeat(21), wrap: 'hard'},
			{text: 'x'.repeat(41)},
		),
	],
	'styles that end, begin and nest': [
		column({text: [{text: 'bold', bold: true}, {text: ' dim ', dimColor: true}, {text: 'inverse   ', inverse: true}, {text: 'plain'}]}),
		column({
			text: [{text: 'bold', bold: true, color: 'magenta'}, {text: ' dim '}, {text: 'inverse   ', inverse: true, backgroundColor: 'red'}],
		}),
		column({
			text: [
				{text: 'b', bold: true},
				{text: ['o', 'l'].map(text => ({text, bold: true, dimColor: true})), color: 'cyan'},
			],
		}),
	],
	'rows that are emptied and filled': [
		column({text: 'a'}, {text: 'b'}),
		column({text: ' '}, {text: 'b'}),
		column({text: 'c', inverse: true}, {text: ' '}),
	],
	'frames of other heights, one as tall as the terminal': [3, 12, 5, 12, 1].map(rows => ({
		box: Array.from({length: rows}, (_, row) => ({text: `row ${row} of ${rows}`})),
		flexDirection: 'column',
	})),
	backgrounds: (['blue', 'red'] as const).map((backgroundColor): Tree => ({box: [{text: 'in 框'}], backgroundColor, width: 20, height: 4})),
};

for (const [name, frames] of Object.entries(stories)) {
	test(`the bundled Ink shows what the unchanged one shows: ${name}`, async () => {
		await assertSameFrames([...frames, ...frames], size);
	});
}

const letters = fc.constantFrom('a', ' ', ' ', '─', '█', '汉', '，', '\u3000', 'é', 'e\u0301', '👍', '…');
const texts = fc.string({unit: letters, maxLength: 50});
const styles = fc.record(
	{
		color: fc.constantFrom('red', 'magenta'),
		backgroundColor: fc.constantFrom('red', 'cyan'),
		bold: fc.boolean(),
		dimColor: fc.boolean(),
		inverse: fc.boolean(),
	},
	{requiredKeys: []},
);
const styled = ([text, style]: readonly [string, object]): Tree => ({text, ...style});
const spans = fc.tuple(texts, styles).map(styled);
const shortSpans = fc.tuple(fc.string({unit: letters, maxLength: 10}), styles).map(styled);
const lines = fc.array(spans, {minLength: 1, maxLength: 4}).map((text): Tree => ({text, wrap: 'truncate'}));
// Within the right edge: a wide character across it breaks the row on any terminal.
const overlays = fc.tuple(fc.integer({min: -3, max: 20}), fc.integer({min: 0, max: 11}), shortSpans);
const frames = fc.tuple(fc.array(lines, {maxLength: 12}), fc.array(overlays, {maxLength: 3})).map(([rows, over]) => overlaid(rows, over));

test('the bundled Ink shows what the unchanged one shows, whatever is drawn', () =>
	fc.assert(
		fc.asyncProperty(fc.array(frames, {minLength: 2, maxLength: 4}), async story => {
			await assertSameFrames(story, size);
		}),
		tries(100),
	));

test('one changed value costs the terminal a tenth of what the unchanged Ink writes', async () => {
	const rows = (value: number) =>
		column(...Array.from({length: 12}, (_, row) => ({text: `${row === 3 ? value : row}`.padEnd(38, '.'), wrap: 'truncate'}) as Tree));
	const {unchanged, bundled} = await assertSameFrames([rows(1000), ...Array.from({length: 200}, (_, step) => rows(1001 + step))], size);
	assert.ok(bundled * 1.2 < unchanged, `${bundled} octets, unchanged ${unchanged}`);
});
