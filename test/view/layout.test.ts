import assert from 'node:assert/strict';
import {test} from 'node:test';
import {layoutOf} from '../../source/view/layout.js';

/** columns, rows: pane and lane cells, rows of panes, ladder and why. */
const table = [
	[80, 24, 27, 24, 12, 6, 4],
	[120, 36, 41, 36, 20, 8, 6],
	[60, 16, 18, 22, 8, 3, 3],
	[81, 24, 27, 25, 12, 6, 4],
	[200, 60, 69, 60, 28, 22, 8],
	[400, 100, 169, 60, 28, 62, 8],
	[100, 29, 34, 30, 14, 9, 4],
	[100, 30, 34, 30, 17, 6, 5],
] as const;

for (const [columns, rows, pane, lane, paneRows, ladderRows, whyRows] of table) {
	test(`${columns} x ${rows}: panes of ${pane} x ${paneRows}, lane ${lane}, ladder ${ladderRows}, why ${whyRows}`, () => {
		const layout = layoutOf({columns, rows});
		assert.deepEqual(layout, {columns, rows, pane, lane, paneRows, ladderRows, whyRows, isWide: columns >= 120});
	});
}

test('every size from 60 x 16 on is filled exactly', () => {
	for (let columns = 60; columns <= 250; columns++) {
		for (let rows = 16; rows <= 80; rows++) {
			const layout = layoutOf({columns, rows});
			assert.ok(layout);
			assert.equal(2 * layout.pane + layout.lane + 2, columns);
			assert.equal(2 + layout.paneRows + layout.ladderRows + layout.whyRows, rows);
			assert.ok(layout.lane >= 22 && layout.lane <= 61 && layout.pane >= 18 && layout.ladderRows >= 3 && layout.whyRows >= 3);
		}
	}
});

for (const [columns, rows] of [
	[59, 16],
	[60, 15],
	[1, 1],
] as const)
	test(`${columns} x ${rows} is too small`, () => assert.equal(layoutOf({columns, rows}), undefined));
