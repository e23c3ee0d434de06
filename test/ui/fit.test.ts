import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues} from '../../source/locale/index.js';
import {lineCells, toTerminal} from '../../source/ui/line.js';
import {lowerLines, upperLines} from '../../source/ui/screen-lines.js';
import {screenOf} from './stage.js';
import {scenes} from './worlds.js';

const sizes = [
	[60, 16],
	[61, 17],
	[75, 20],
	[76, 22],
	[79, 23],
	[80, 24],
	[80, 40],
	[99, 28],
	[100, 30],
	[119, 33],
	[120, 36],
	[120, 24],
	[161, 47],
	[200, 60],
	[300, 90],
] as const;

for (const [name, {history, look}] of Object.entries(scenes)) {
	test(`${name} fills every size exactly, in both languages`, () => {
		const played = history();
		for (const [columns, rows] of sizes) {
			for (const lang of ['en', 'zh'] as const) {
				const screen = screenOf(played, {...look, columns, rows});
				const lines = [...upperLines(screen, catalogues[lang]), ...lowerLines(screen, catalogues[lang])];
				assert.equal(lines.length, rows - 1, `${columns} x ${rows} ${lang}`);
				for (const line of lines) assert.equal(lineCells(line), columns, `${columns} x ${rows} ${lang}: ${JSON.stringify(line)}`);
			}
		}
	});

	test(`${name} needs nothing but ASCII where only ASCII may be printed`, () => {
		const played = history();
		for (const [columns, rows] of sizes) {
			const screen = screenOf(played, {...look, columns, rows});
			for (const line of [...upperLines(screen, catalogues.en), ...lowerLines(screen, catalogues.en)]) {
				const text = toTerminal(
					line.map(({text: letters}) => ({text: letters})),
					{isAscii: true, hasColor: false},
				);
				assert.match(text, /^[\x20-\x7e]*$/);
				assert.equal(text.length, columns);
			}
		}
	});
}
