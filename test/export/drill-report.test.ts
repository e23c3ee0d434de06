/** A failure as `drill` prints it. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reportLines} from '../../source/export/drill-report.js';
import {drillEn} from '../../source/locale/en/drill.js';
import {exportEn} from '../../source/locale/en/export.js';
import {drillZh} from '../../source/locale/zh/drill.js';
import {exportZh} from '../../source/locale/zh/export.js';
import {accepted, drillText} from '../packetdrill/run/play.js';

const data = `${accepted}+0 < P. 1:11(10) ack 1 win 65535\n`;

function report(text: string, lang: 'en' | 'zh' = 'en', because: readonly string[] = []): readonly string[] {
	const [words, ladderWords] = lang === 'en' ? [drillEn, exportEn] : [drillZh, exportZh];
	return [...reportLines({drill: drillText(text), text, because, lang, words, ladderWords})];
}

test('where the time is wrong, it stands before both segments, and what would have been right beside it', () => {
	const lines = report(`${data}+0 > . 1:1(0) ack 11`);
	assert.deepEqual(lines.slice(0, 6), [
		'    +0 > . 1:1(0) ack 11',
		'    expected  0.1 > . 1:1(0) ack 11',
		'    actual    0.3 > . 1:1(0) ack 11 win 65525  #5',
		'',
		'      field    expected           actual',
		'    * time     0.1 (0.096~0.104)  0.3',
	]);
});

test('where it is right, it does not', () => {
	const lines = report(`${data}+.2 > . 1:1(0) ack 12`);
	assert.deepEqual(lines.slice(1, 3), ['    expected  . 1:1(0) ack 12', '    actual    . 1:1(0) ack 11 win 65525  #5']);
});

test('of a call that ended at another time both ends are told', () => {
	const lines = report(`${accepted}+0...0.2 read(4, ..., 10) = 10\n+.1 < P. 1:11(10) ack 1 win 65535`);
	assert.deepEqual(lines.slice(0, 3), [
		'    +0...0.2 read(4, ..., 10) = 10',
		'    expected  0.1...0.3 read(4, ..., 10) = 10',
		'    actual    0.1...0.2 read(4, ..., 10) = 10',
	]);
	assert.ok(lines.includes('    * end     0.3 (0.29~0.31)  0.2'), lines.join('\n'));
});

for (const [line, expected, actual] of [
	['write(4, ..., 9) = -1 EPIPE', 'write(4, ..., 9) = -1 EPIPE', 'write(4, ..., 9) = 9'],
	['fcntl(4, F_GETFL) = 0x3', 'fcntl(4, F_GETFL) = 0x3', 'fcntl(4, F_GETFL) = 0x2'],
	['close(9) = 0', 'close(9) = 0', 'close(9) = -1 EBADF'],
	['ioctl(4, SIOCINQ, [3]) = 0', 'ioctl(4, SIOCINQ, [3]) = 0', 'ioctl(4, SIOCINQ, [0]) = 0'],
	[
		'poll([{fd=4, events=POLLOUT, revents=POLLIN}], 1, 0) = 1',
		'poll([{fd=4, events=POLLOUT, revents=POLLIN}], 1, 0) = 1',
		'poll([{fd=4, events=POLLOUT, revents=POLLOUT}], 1, 0) = 1',
	],
	[
		'getsockopt(4, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0',
		'getsockopt(4, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0',
		'getsockopt(4, SOL_SOCKET, SO_ERROR, [0], [4]) = 0',
	],
	['%{ assert tcpi_state == TCPI_CLOSED }%', 'tcpi_state == TCPI_CLOSED', 'tcpi_state = TCPI_ESTABLISHED'],
	['`sockstat -4 -P tcp -s | grep packetdrill | grep -c LISTEN | grep 2`', '2 sockets in LISTEN', '1 socket in LISTEN'],
] as const)
	test(`${line}: what was done is told as a script would say it`, () => {
		const [, ...told] = report(`${accepted}+0 ${line}`);
		assert.deepEqual(told.slice(0, 2), [`    expected  ${expected}`, `    actual    ${actual}`]);
	});

test('what is too long for the table has lines of its own', () => {
	const text = `${data}+.2 > . 1:1(0) ack 11 <nop,nop,TS val 100 ecr 200,nop,nop,sack 31:41>`;
	const lines = report(text);
	const at = lines.indexOf('    * options');
	assert.deepEqual(lines.slice(at + 1, at + 3), [
		'        expected  <nop,nop,TS val 100 ecr 200,nop,nop,sack 31:41>',
		'        actual    <>',
	]);
});

test('the ladder says which side is held to the script, and that nothing is under way between the two', () => {
	const lines = report(`${data}+0 > . 1:1(0) ack 11`);
	assert.ok(lines.some(line => /^SCRIPT +ENDPOINT \(textbook\)$/.test(line)));
	assert.ok(lines.some(line => line.endsWith('0.300 |<--------------- #5 ACK seq=1 ack=11 -|   0.300')));
	assert.ok(!lines.some(line => line.includes('|...')));
});

test('nothing is wider than 80 cells', () => {
	for (const lang of ['en', 'zh'] as const)
		for (const line of report(`${data}+0 > . 1:1(0) ack 11`, lang)) assert.ok(line.length <= 80, line);
});

test('where a segment is in no line of the script, or one of it was not sent, that is guessed', () => {
	const sending = `${accepted}+0 < P. 1:11(10) ack 1 win 65535\n+.3 write(4, ..., 5) = 5\n`;
	const perhaps = (text: string): string | undefined => report(text).find(line => line.startsWith('    perhaps'));
	assert.equal(perhaps(`${sending}+0 > P. 1:6(5) ack 11`), '    perhaps   #5 stands in no line: #6 is what this line expects');
	const line = sending.trimEnd().split('\n').length + 2;
	assert.equal(
		perhaps(`${sending}+0 > . 1:1(0) ack 7\n* > . 1:1(0) ack 11`),
		`    perhaps   #5 is what line ${line} expects: for this line nothing was sent`,
	);
	for (const last of ['+0 > . 1:1(0) ack 12', '+.4 > . 1:1(0) ack 11', '+0 > P. 1:7(6) ack 11'])
		assert.equal(perhaps(sending + last), undefined);
});

test('the rules of the endpoint stand below, wrapped at 80 columns', () => {
	const sentences = ['Nothing came to carry the delayed ACK: ack=+11 goes alone. [RFC 9293 3.8.6.3]', 'Another one.'];
	assert.deepEqual(report(`${data}+.2 > . 1:1(0) ack 12`, 'en', sentences).slice(2, 6), [
		'    actual    . 1:1(0) ack 11 win 65525  #5',
		'    because   Nothing came to carry the delayed ACK: ack=+11 goes alone. [RFC',
		'              9293 3.8.6.3]',
		'              Another one.',
	]);
});

for (const [line, actual] of [
	['read(4, ..., 10) = 10', 'the call waits: START...END is the form for calls that do'],
	[
		'read(4, ..., 10) = -1 EAGAIN (Resource temporarily unavailable)',
		'the call waits: its socket is not O_NONBLOCK; fcntl(FD, F_SETFL, O_RDWR|O_NONBLOCK) makes it so',
	],
] as const)
	test(`${line} waits, and what could be done about it is told`, () => {
		assert.equal(report(`${accepted}+0 ${line}`)[2], `    actual    ${actual}`);
	});
