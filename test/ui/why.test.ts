import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cells} from '../../source/export/cells.js';
import {catalogues} from '../../source/locale/index.js';
import {textOf} from '../../source/ui/line.js';
import {whyLines} from '../../source/ui/lines/why-lines.js';
import {type Look, screenOf} from './stage.js';
import {closed, dataBothWays, midHandshake, type Scene, scenes} from './worlds.js';

const why = ({history, look}: Scene, more: Look = {}, lang: 'en' | 'zh' = 'en'): readonly string[] =>
	whyLines(screenOf(history(), {...look, ...more}), catalogues[lang]).map(line => textOf(line).trimEnd());

test('the heading names the last key and the statement that it stood for', () => {
	assert.match(why(dataBothWays)[0] ?? '', /^-- why -- +s: server:4 send 500 bytes$/);
	assert.equal(why(closed)[0], '-- why --');
});

test('what comes next stands last, a section at the right of it where there is room', () => {
	assert.match(why(midHandshake)[3] ?? '', /^Next: #2 SYN,ACK reaches the client in 0\.40 s\. +RFC 6298 \(5\.5\)$/);
});

test('wide rows give every sentence its own section', () => {
	const rows = why(dataBothWays, {columns: 120, rows: 36}).slice(1);
	assert.ok(rows.filter(row => /RFC \d+ [\d.]+$/.test(row)).length >= 2);
	assert.match(rows.filter(row => row !== '').at(-1) ?? '', /^Next: /);
});

test('short of rows the first sentence stays whole, and what is cut says so', () => {
	const rows = why(midHandshake, {columns: 60, rows: 16});
	assert.equal(rows.length, 3);
	assert.match(rows.slice(1).join(' '), /\.$/);
});

for (const [name, scene] of Object.entries(scenes))
	test(`${name}: no row is wider than the screen, none begins with a blank`, () => {
		for (const [columns, rows] of [
			[60, 16],
			[80, 24],
			[120, 36],
			[200, 60],
		] as const) {
			for (const lang of ['en', 'zh'] as const) {
				for (const row of why(scene, {columns, rows}, lang)) assert.ok(cells(row) <= columns && !row.startsWith(' '), row);
			}
		}
	});
