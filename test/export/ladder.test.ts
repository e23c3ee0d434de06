import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cells} from '../../source/export/cells.js';
import {ladderLines} from '../../source/export/ladder.js';
import {exportEn} from '../../source/locale/en/export.js';
import {exportZh} from '../../source/locale/zh/export.js';
import {scenarios} from '../../source/scenarios/index.js';
import {titleOf} from '../../source/script/script.js';
import {played} from '../script/run-script.js';

function ladderOf(text: string, lang: 'en' | 'zh' = 'en'): readonly string[] {
	const {script, history} = played(text);
	return Array.from(ladderLines({world: history.world, title: titleOf(script), lang, words: lang === 'zh' ? exportZh : exportEn}));
}

test('a handshake on a slow link, with words, drops, a copy, a forged segment and a failure', () => {
	const text = `title "Lost"
link delay 900ms
server listen 80
client connect 80
run 1s
duplicate 3
drop 2
say "Now wait."
run 2s
inject rst to client exact
expect client CLOSED
`;
	assert.deepEqual(ladderOf(text), [
		'Lost',
		'profile textbook  seed 1  link delay 50ms',
		'',
		'CLIENT 10.0.0.1                                             SERVER 10.0.0.2',
		'= link delay 900ms',
		'                    |                          listen(:80) |   0.000 LISTEN',
		'SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.900 SYN_RCVD',
		'                    |     dropped x-- #2 SYN,ACK seq=8000 -|   0.900',
		'              1.000 | RTO: no answer                       |',
		'              1.000 |- #3 SYN again seq=1000 ------------->|   1.900',
		'= duplicate 3',
		'              1.000 |- #4 SYN copy seq=1000 -------------->|   1.900',
		'= drop 2',
		'> Now wait.',
		'              2.800 |<---------- #5 ACK seq=8001 ack=1001 -|   1.900',
		'              2.800 |<---------- #6 ACK seq=8001 ack=1001 -|   1.900',
		'                    |                       RTO: no answer |   1.900',
		'ESTABLISHED   2.800 |<--------- #7 SYN,ACK again seq=8000 -|   1.900',
		'              2.800 | connect(:80) = 0                     |',
		'              2.800 |- #8 ACK seq=1001 ack=8001 --------...|',
		'= inject rst to client exact',
		'                    |...---------- #9 RST forged seq=8001 -|   3.000',
		'FAILED 11: expect client CLOSED; found ESTABLISHED',
		'',
		'9 packets, 1 did not arrive, 3s',
	]);
});

test('no line is wider than 80 cells, in either language', () => {
	for (const {name, text} of scenarios) {
		for (const lang of ['en', 'zh'] as const) for (const line of ladderOf(text, lang)) assert(cells(line) <= 80, `${name}: ${line}`);
	}
});

test('the walls stand below each other', () => {
	for (const {name, text} of scenarios) {
		const columns = new Set(
			ladderOf(text, 'zh').flatMap(line => (/^.{20,21}\|.*\|/.test(line) ? [cells(line.slice(0, line.indexOf('|')))] : [])),
		);
		assert.equal(columns.size, 1, name);
	}
});

test('every state that was entered is shown once', () => {
	for (const name of ['four-way-close', 'fin-ack-together', 'simultaneous-close']) {
		const text = scenarios.find(one => one.name === name)?.text ?? '';
		const shown =
			ladderOf(text)
				.filter(line => line.includes('|'))
				.join('\n')
				.match(/\b[A-Z_]+_[A-Z_]*\d?\b|CLOSING|CLOSED|LISTEN|ESTABLISHED/g) ?? [];
		const {trace} = played(text).history.world;
		const entered = Array.from({length: trace.out.rows.length}, (_, at) => trace.out.rows.kind[at]).filter(kind => kind === 1).length;
		assert.equal(shown.length, entered, `${name}: ${shown.join(' ')}`);
	}
});

test('long numbers are counted from their ISN', () => {
	const lines = ladderOf(
		'client isn 4294967290\nserver isn 4000000000\nserver listen 80\nclient connect 80\nclient send 20 bytes\nrun until quiet',
	);
	assert.match(lines.join('\n'), /#1 SYN seq=\+0 /);
	assert.match(lines.join('\n'), /#2 SYN,ACK seq=\+0 ack=\+1 /);
	assert.match(lines.join('\n'), /#3 DATA 20 seq=\+1 ack=\+1 /);
	assert.match(lines.join('\n'), /ACK seq=\+1 ack=\+21 /);
});

test('escape codes in words and data are shown, not obeyed', () => {
	const lines = ladderOf('title "\\x1b[2J"\nsay "\\x1b]0;x\\x07"\nexpect client error EPIPE # \u001b');
	for (const line of lines) assert.doesNotMatch(line, /\p{Cc}/u);
});

test('what a segment says of congestion stands beside its name', () => {
	const text = `client mss 1000
server mss 1000
client ecn on
server ecn on
server app reader
server listen 80
client connect 80
run 200ms
mark next data from client
client send 10000 bytes
run 200ms
client send 10 bytes
run 100ms
`;
	const rows = ladderOf(text);
	for (const row of [
		'SYN_SENT      0.000 |- #1 SYN,ECE,CWR seq=1000 ----------->|   0.050 SYN_RCVD',
		'ESTABLISHED   0.100 |<-- #2 SYN,ECE,ACK seq=8000 ack=1001 -|   0.050',
		'= mark next data from client',
		'              0.200 |- #4 DATA 1000 CE seq=1001 ---------->|   0.250',
		'              0.300 |<----- #14 ECE,ACK seq=8001 ack=3001 -|   0.250',
		'              0.400 |- #19 DATA 10 CWR seq=11001 --------->|   0.450',
	])
		assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`);
});

test('where there is no room for all, the port goes before the numbers that tell segments apart', () => {
	const text = scenarios.find(({name}) => name === 'sack-recovery')?.text ?? '';
	const rows = ladderOf(text);
	for (const row of [
		'              0.250 |- #4 DATA 1460 :32912 seq=1001 ------>|   0.304',
		'              0.250 |- #5 DATA 1460 seq=2461 --x dropped   |',
		'              0.378 |- #21 DATA 1460 again seq=2461 ------>|   0.432',
		'ESTABLISHED   0.990 |<----- #28 SYN,ACK seq=8000 ack=1001 -|   0.940',
		'              1.206 |<--- #42 ACK ack=2461 sack=3921-6841 -|   1.156',
		'              1.330 |<---------- #52 ACK :32913 ack=15601 -|   1.280',
	])
		assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`);
});

test('a segment whose timestamp is too old leaves a row where it was dropped', () => {
	const rows = ladderOf(scenarios.find(({name}) => name === 'timestamps-paws')?.text ?? '');
	assert.ok(rows.includes('                    |               old timestamp: dropped |   4.050'), rows.join('\n'));
});

test('words that are none have a line of their own, too', () => {
	assert.ok(ladderOf('say ""\nserver listen 80\n').includes('> '));
});
