import assert from 'node:assert/strict';
import {test} from 'node:test';
import {linesOf} from '../../source/commands/scenarios.js';
import {cells} from '../../source/export/cells.js';

const rows = [
	['handshake', '三次握手', '两台主机商定各自的起始序号：SYN、SYN+ACK、ACK。'],
	['mss', 'MSS', 'Each SYN announces the largest segment its sender can take: here 1460 and 1024.'],
];

for (const [columns, lines] of [
	[
		undefined,
		[
			'handshake  三次握手  两台主机商定各自的起始序号：SYN、SYN+ACK、ACK。',
			'mss        MSS       Each SYN announces the largest segment its sender can take: here 1460 and 1024.',
		],
	],
	[60, ['handshake  三次握手  两台主机商定各自的起始序号：SYN、SYN...', 'mss        MSS       Each SYN announces the largest segme...']],
	[50, ['handshake  三次握手', 'mss        MSS']],
] as const)
	test(`where a line has ${columns ?? 'any number of'} cells none is longer`, () => {
		assert.deepEqual(linesOf(rows, columns), lines);
		for (const line of lines) assert.ok(cells(line) <= (columns ?? 200));
	});
