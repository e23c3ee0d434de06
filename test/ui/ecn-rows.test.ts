/** Where ECN was agreed the panes say so, and marks are seen on the wire. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../source/sim/index.js';
import {type Deed, draw, type Look, play} from './stage.js';
import {client, connect, listen} from './worlds.js';

const know = (host: 'client' | 'server'): Action => ({do: 'knob', host, change: {knob: 'ecn', value: 'on'}});
const deeds: readonly Deed[] = [
	[0, know('client')],
	[0, know('server')],
	[0, {do: 'knob', host: 'server', change: {knob: 'app', value: 'reader'}}],
	[0, listen],
	[0, connect],
	[200, {do: 'arm', host: 'client', filter: 'data', mischief: {kind: 'mark'}}],
	[200, {do: 'send', socket: client, payload: {pattern: 2920}}],
	[310, {do: 'send', socket: client, payload: {text: 'hello'}}],
];

/** All rows in one text; as if nothing had been asked for after `until` milliseconds. */
const seen = (until: number, look: Look = {}): string =>
	draw(
		play(
			deeds.filter(([at]) => at <= until),
			until,
		),
		look,
	).join('\n');

const small = {columns: 80, rows: 24};
const large = {columns: 120, rows: 36};

for (const [what, until, look, shown] of [
	['a small pane names ECN once it is agreed', 160, small, /ECN WND 65535 {2}cwnd\*?14600\b/],
	['a wide one does, too', 160, large, /RCV\.NXT\*?8001 {2}WND 65535 {2}ECN\b/],
	['before the router a packet says that it may be marked', 210, large, /#4 DATA 1460 seq=1001 ack=8001 win=65535 ECT\(0\) -/],
	['and nothing of a mark', 210, large, /─\[DATA 1460\]>/],
	['behind it the lane shows CE', 230, small, /─\[DATA 1460 CE\]>/],
	['and so does the ladder', 230, small, /#4 DATA 1460 CE seq=1001 /],
	['while the receiver echoes, its pane says ECE', 251, small, /ECE WND 65535 /],
	['a wide one, ECN ECE', 251, large, /ECN ECE/],
	['the first new data after it says CWR', 320, large, /#7 DATA 5 CWR seq=3921 /],
	['when it has arrived, the echo is over', 365, large, /ECN(?! ECE)/],
] as const)
	test(what, () => assert.match(seen(until, look), shown));

test('without ECN no pane speaks of it', () => {
	const plain = play([deeds[3] as Deed, deeds[4] as Deed, [200, {do: 'send', socket: client, payload: {pattern: 2920}}]], 251);
	for (const look of [small, large]) assert.doesNotMatch(draw(plain, look).join('\n'), /EC[NT]|CE\b/);
});
