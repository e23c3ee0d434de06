import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cells} from '../../source/export/cells.js';
import {catalogues} from '../../source/locale/index.js';
import {lineCells, textOf} from '../../source/ui/line.js';
import {fileTexts} from '../../source/ui/watch/file-texts.js';
import {watchHelp} from '../../source/ui/watch/watch-lines.js';
import {linesOf} from '../../source/ui/watch/watch-root.js';
import {failing, watcher} from './watcher.js';

test('where a script failed: expected and sent side by side, what differs is marked', () => {
	assert.deepEqual(watcher([failing]).draw(), [
		' tcp-tui  drill  1.pkt                 event 8 of 8  t 0.350 s  textbook  FAILED',
		'SCRIPT, as the client      │                        │SERVER, under test',
		' field   expected actual   │                        │███████ ESTABLISHED ███████',
		'*ack     22       21       │                        │socket 4  :8080 < :50000',
		' time    0.35     0.35     │        expected        │SND UNA +1 NXT +1',
		' flags   .        .        │<[ACK]══════════════════│    WND 65535  cwnd 14600',
		' seq     1        1        │      seq=1 ack=22      │RCV NXT +21 WND 65515',
		' length  0        0        │                        │send ........ empty',
		' urg     0        0        │       *sent: #5        │recv █....... 20 in',
		'                           │<[ACK]──────────────────│no timer',
		'Nothing came to carry the  │                        │ listen(3, 1) = 0',
		'delayed ACK: ack=+21 goes  │                        │ accept(3, ..., ...) = 4',
		'alone.                     │                        │:8080 syn 0/1  accept 0/1',
		'-- script: 1.pkt --                                               lines 4-9 of 9',
		' ...  4  +0...0.15 accept(3, ..., ...) = 4',
		' ok   5  +0.05 < S 0:0(0) win 65535 <mss 1460>',
		' ok   6  +0 > S. 0:0(0) ack 1 win 65535 <mss 1460>',
		' ok   7  +0.1 < . 1:1(0) ack 1 win 65535',
		' ok   8  +0 < P. 1:21(20) ack 1 win 65535',
		'>FAIL 9  +0.2 > . 1:1(0) ack 22',
		'-- line 9: FAILED: ack differs --',
		'expected  . 1:1(0) ack 22',
		'actual    . 1:1(0) ack 21 win 65515',
		' , back  Enter packet  r run again  ? help  q quit',
	]);
});

const sizes = [
	{columns: 60, rows: 16},
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
] as const;

for (const size of sizes)
	for (const lang of ['en', 'zh'] as const)
		test(`every picture fills ${size.columns}x${size.rows} and no more, in ${lang}`, () => {
			const watching = watcher([failing], {size, lang});
			watching.type('home');
			for (let at = 0; at <= 9; at++) {
				for (const lines of [linesOf(watching.store.frame(), catalogues[lang]), watchHelp(watching.store.frame(), catalogues[lang])]) {
					assert.equal(lines.length, size.rows);
					for (const line of lines) assert.equal(lineCells(line), size.columns, textOf(line));
				}
				watching.type('return');
				const details = linesOf(watching.store.frame(), catalogues[lang]);
				assert.equal(details.length, size.rows);
				for (const line of details) assert.equal(lineCells(line), size.columns, textOf(line));
				watching.type('escape', '.');
			}
		});

test('in ASCII only 7-bit characters are drawn', () => {
	const watching = watcher([failing], {isAscii: true});
	assert.match(watching.draw().join('\n'), /^[ -~\n]+$/);
	watching.type('?');
	assert.match(watching.draw().join('\n'), /^[ -~\n]+$/);
});

test('all keys and signs are told in whole words at 80x24', () => {
	for (const lang of ['en', 'zh'] as const) {
		const words = catalogues[lang].watch;
		const watching = watcher([failing], {lang});
		watching.type('?');
		const text = watching.draw().join('\n');
		for (const line of words.legend) assert.ok(text.includes(line) && cells(line) < 80, line);
	}
});

test('below the smallest size only that is said', () => {
	assert.match(
		watcher([failing], {size: {columns: 50, rows: 10}})
			.draw()
			.join(' '),
		/50.*10/,
	);
});

test('a list of scripts names the folder that all are in once, and shows the ends of long paths with the line', () => {
	const folder = '/srv/somewhere/suites/';
	const names = ['syn/rcv-syn-time-wait-using-shutdown-right-edge-insecure.pkt', 'syn/b.pkt', 'c.pkt'];
	const files = names.map((name, index) => ({name: folder + name, result: 'fail' as const, line: 10 * index + 9, error: undefined}));
	assert.deepEqual(fileTexts({kind: 'files', files, top: 0, limit: 2, highlight: 0}, catalogues.en, 70), {
		title: 'drill --watch: 3 scripts in /srv/somewhere/suites/',
		part: '1-2 of 3',
		texts: ['FAILED       ~me-wait-using-shutdown-right-edge-insecure.pkt  line 9', 'FAILED       syn/b.pkt  line 19'],
	});
	const bad = [{name: 'a.pkt', result: 'error' as const, line: 3, error: '3:1: no such word'}];
	assert.deepEqual(fileTexts({kind: 'files', files: bad, top: 0, limit: 2, highlight: 0}, catalogues.en, 70).texts, [
		'ERROR        a.pkt  3:1: no such word',
	]);
});

test('options that begin alike are shown from where they differ', () => {
	const rows = watcher([failing.replace('ack 1 win 65535 <mss 1460>', 'ack 1 win 65535 <mss 1460,nop,nop>')]).draw();
	assert.ok(
		rows.some(row => row.startsWith('*options ~1460,n~ ~1460>')),
		rows.join('\n'),
	);
});
