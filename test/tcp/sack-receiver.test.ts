/** What the receiver tells with SACK: RFC 2018 § 4, RFC 2883. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arrive, lastSent, opened, tune} from './arriving.js';
import {ladder, play, send, tcb} from './play.js';

const child = {host: 'server', number: 4} as const;

/** Plays text `from:to` one after the other and returns the blocks that each is answered with. */
function blocks(arrivals: readonly string[], options = '<mss 1460,sackOK,eol,eol>', isTelling = true): string[] {
	const lab = opened('freebsd', options, tune('server', {dsack: isTelling, delayedAck: false}));
	const stamp = /TS/.test(options) ? '<nop,nop,TS val 102 ecr 0>' : '';
	return arrivals.map(text => {
		const [from = 0, to = 0] = text.split(':').map(Number);
		play(lab, arrive('server', `. ${from}:${to}(${to - from}) ack 8001 win 65535 ${stamp}`), 1);
		const [, ack = '', sack = ''] = /ack (\d+)(?:.*sack (.*)>)?/.exec(lastSent(lab, 'server')) ?? [];
		return `${ack} ${sack}`.trim();
	});
}

for (const [what, arrivals, answers] of [
	[
		'the newest block comes first',
		['1101:1201', '1301:1401', '1501:1601'],
		['1001 1101:1201', '1001 1301:1401 1101:1201', '1001 1501:1601 1301:1401 1101:1201'],
	],
	[
		'a block that grew is the newest',
		['1101:1201', '1301:1401', '1201:1211'],
		['1001 1101:1201', '1001 1301:1401 1101:1201', '1001 1101:1211 1301:1401'],
	],
	[
		'two blocks that are joined become one',
		['1101:1201', '1301:1401', '1201:1301'],
		['1001 1101:1201', '1001 1301:1401 1101:1201', '1001 1101:1401'],
	],
	[
		'a filled hole leaves the blocks behind the next one',
		['1101:1201', '1301:1401', '1001:1101'],
		['1001 1101:1201', '1001 1301:1401 1101:1201', '1201 1301:1401'],
	],
	['old octets are told as far as they were acknowledged', ['1001:1101', '1051:1151'], ['1101', '1151 1051:1101']],
	['octets that are old altogether', ['1001:1101', '1001:1051'], ['1101', '1101 1001:1051']],
	['the same block again, and then as what is there', ['1101:1201', '1101:1201'], ['1001 1101:1201', '1001 1101:1201 1101:1201']],
	['a part of a block, then the block', ['1101:1201', '1131:1161'], ['1001 1101:1201', '1001 1131:1161 1101:1201']],
	[
		'the first of two blocks that it meets',
		['1101:1201', '1301:1401', '1151:1351'],
		['1001 1101:1201', '1001 1301:1401 1101:1201', '1001 1151:1201 1101:1401'],
	],
	['a queued block is met by what fills the hole', ['1101:1201', '1001:1201'], ['1001 1101:1201', '1201 1101:1201']],
	['what came twice is told once', ['1001:1101', '1001:1051', '1201:1301'], ['1101', '1101 1001:1051', '1101 1201:1301']],
] as const)
	test(`${what}: ${arrivals.join(', ')}`, () => assert.deepEqual(blocks(arrivals), answers));

const five = ['1101:1111', '1201:1211', '1301:1311', '1401:1411', '1501:1511'];

test('four blocks fit into an ACK, three beside a timestamp', () => {
	assert.equal(blocks(five).at(-1), '1001 1501:1511 1401:1411 1301:1311 1201:1211');
	assert.equal(blocks(five, '<mss 1460,sackOK,TS val 100 ecr 0>').at(-1), '1001 1501:1511 1401:1411 1301:1311');
});

test('without SACK, or with D-SACK turned off, nothing of it is told', () => {
	assert.deepEqual(blocks(['1101:1201', '1101:1201'], '<mss 1460>'), ['1001', '1001']);
	assert.deepEqual(blocks(['1001:1101', '1001:1051'], undefined, false), ['1101', '1101']);
});

test('linux remembers the age of four ranges, freebsd of six', () => {
	for (const [profile, last] of [
		['linux', '1001 1501:1611 1401:1411 1301:1311'],
		['freebsd', '1001 1501:1611 1401:1411 1301:1311 1201:1211'],
	] as const) {
		const lab = opened(profile, '<mss 1460,sackOK,eol,eol>');
		for (const text of [...five, '1601:1611', '1511:1601']) {
			const [from = 0, to = 0] = text.split(':').map(Number);
			play(lab, arrive('server', `. ${from}:${to}(${to - from}) ack 8001`), 1);
		}
		assert.match(lastSent(lab, 'server'), new RegExp(`ack ${last.replace(' ', ' <nop,nop,sack ')}>$`));
	}
});

test('data carries the blocks where there is room beside it', () => {
	const lab = opened('freebsd', '<mss 1460,sackOK,eol,eol>');
	play(lab, arrive('server', '. 1101:1201(100) ack 8001'), 1, send(child, 100), 1, send(child, 1400 + 1460), 1);
	const sent = ladder(lab, {from: 'server', since: 3, options: true}).map(line => line.replace(/^\S+ \S /, ''));
	assert.match(sent[0] ?? '', /^P\. 8001:8101\(100\) ack 1001 <nop,nop,sack 1101:1201>$/);
	assert.ok(tcb(lab, child).receiveBuffer.told.length === 1);
});
