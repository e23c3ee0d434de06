import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../source/sim/index.js';
import {RST} from '../../source/tcp/segment.js';
import {type Deed, draw, play} from '../ui/stage.js';
import {client, connect, listen, server} from '../ui/worlds.js';

const open: readonly Deed[] = [
	[0, listen],
	[0, {do: 'accept', socket: server}],
	[0, connect],
];

const text = (pattern: number): Action => ({do: 'send', socket: client, payload: {pattern}});
const rst = (place: 'in-window' | 'outside', socket: typeof client | typeof server = server): Action => ({do: 'inject-rst', socket, place});
const lose = (filter: 'ACK'): Action => ({do: 'arm', host: 'client', filter, mischief: {kind: 'drop'}});
const small: Deed = [0, {do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 10}}];
const noBacklog: Deed = [0, {do: 'listen', host: 'server', port: 80, backlog: 0}];

const cases: readonly (readonly [string, readonly Deed[], number, string, string])[] = [
	['a RST in the window', [...open, [200, rst('in-window')]], 300, 'challenged', '被挑战'],
	['a RST outside the window', [...open, [200, rst('outside')]], 300, 'ignored', '被忽略'],
	['a SYN at a closed port', [[0, connect]], 60, 'refused', '被拒绝'],
	['text for a closed window', [small, ...open, [200, text(30)]], 1600, 'window shut', '窗口关闭'],
	[
		'a SYN for a full accept queue',
		[noBacklog, [0, connect], [200, {do: 'link', change: {delay: 10_000}}], [200, connect]],
		230,
		'queue full',
		'队列满',
	],
	[
		'a copy of what is there already',
		[...open, [200, text(5)], [210, {do: 'packet', packet: 4, mischief: {kind: 'duplicate'}}]],
		260,
		'seen before',
		'已收到过',
	],
	[
		'a damaged segment',
		[...open, [200, text(5)], [210, {do: 'packet', packet: 4, mischief: {kind: 'corrupt'}}]],
		260,
		'bad sum',
		'校验和错',
	],
	[
		'the FIN that comes again to TIME_WAIT',
		[...open, [200, {do: 'close', socket: client}], [400, lose('ACK')], [500, {do: 'close', socket: server}]],
		1600,
		'2MSL anew',
		'2MSL 重计',
	],
	[
		'a RST without a connection',
		[
			[0, listen],
			[0, connect],
			[200, {do: 'inject', socket: server, segment: {sport: 9, dport: 9, flags: RST, seq: 1, len: 0, ack: 0, win: 0, urg: 0, options: []}}],
		],
		300,
		'ignored',
		'被忽略',
	],
];

for (const [what, deeds, until, english, chinese] of cases)
	test(`the ladder tells at its receiver's edge what became of ${what}: ${english}`, () => {
		const history = play(deeds, until);
		for (const [lang, word] of [
			['en', english],
			['zh', chinese],
		] as const) {
			assert.match(draw(history, {lang}).join('\n'), new RegExp(`^${word} +\\d|\\d ${word}$`, 'm'));
			// What is damaged says so on its line anyway.
			const narrow = word === '校验和错' || word === 'bad sum' ? [] : draw(history, {lang, columns: 75});
			assert.ok(narrow.length === 0 || narrow.some(row => row.includes(`> ${word}|`) || row.includes(`|${word} <`)), lang);
		}
	});

test('what was taken, and a state that changed, have no such word', () => {
	const rows = draw(play([...open, [200, text(5)]], 800), {rows: 40}).join('\n');
	assert.doesNotMatch(rows, /challenged|ignored|refused|queue full|bad sum|window shut|seen before|anew/);
});
