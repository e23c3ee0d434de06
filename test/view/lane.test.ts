import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Action, act, createHistory, type History, stepOn} from '../../source/sim/index.js';
import {glyphOf} from '../../source/view/glyph.js';
import type {LaneView} from '../../source/view/lane.js';
import {type Deed, draw, ms, play, screenOf} from '../ui/stage.js';
import {client, connect, drop, listen, server} from '../ui/worlds.js';

type Drawn = Parameters<typeof glyphOf>[0];

const packet = (from: 'client' | 'server', more: Partial<Drawn> = {}): Drawn => ({
	word: 'SYN',
	source: undefined,
	fate: 'in-flight',
	from,
	...more,
});

for (const [what, drawn, glyph] of [
	['in flight', packet('client'), '[SYN]>'],
	['in flight to the client', packet('server'), '<[SYN]'],
	['sent again', packet('client', {source: 'again'}), '[[SYN]]>'],
	['a copy', packet('client', {source: 'copy'}), '(SYN)>'],
	['forged', packet('client', {source: 'forged', word: 'RST'}), '{RST}>'],
	['corrupt', packet('client', {fate: 'corrupted'}), '~[SYN]~>'],
	['corrupt on its way to the client', packet('server', {fate: 'corrupted'}), '<~[SYN]~'],
	['dropped', packet('client', {fate: 'dropped', source: 'again'}), 'x[[SYN]]x'],
	['lost', packet('server', {fate: 'lost'}), ':[SYN]:'],
	['refused by the queue', packet('client', {fate: 'queue-full'}), ':[SYN]:'],
	['unreachable and forged', packet('client', {fate: 'unreachable', source: 'forged'}), ':{SYN}:'],
	['capable of ECN', packet('client', {word: 'DATA 1460', ecn: {now: 'ECT(0)'}}), '[DATA 1460]>'],
	['marked by a router', packet('client', {word: 'DATA 1460', ecn: {now: 'CE'}}), '[DATA 1460 CE]>'],
	['marked and too wide for the lane', packet('server', {word: 'SYN,FIN,RST,URG,ECE,CWR,ACK', ecn: {now: 'CE'}}), '<[SFRUEC. CE]'],
	['too wide for the lane', packet('client', {word: 'SYN,FIN,RST,URG,ECE,CWR,ACK'}), '[SFRUEC.]>'],
] as const)
	test(`a packet ${what} is drawn ${glyph}`, () => assert.equal(glyphOf(drawn, 22), glyph));

const laneAt = (history: History, now: number, rows = 24): LaneView => screenOf(history, {now, rows}).lane;

/** Cells that each packet's brackets cover, by row. */
function extents({packets}: LaneView, width: number): readonly {readonly row: number; readonly from: number; readonly to: number}[] {
	return packets.map(({row, at, glyph, from}) =>
		from === 'client' ? {row, from: at, to: at + glyph.length} : {row, from: width - at - glyph.length, to: width - at},
	);
}

test('a dropped packet stays where it was until it would have arrived', () => {
	const history = play(
		[
			[0, listen],
			[0, connect],
			[20, drop(1)],
		],
		20,
	);
	const at = (now: number) => laneAt(history, ms(now)).packets.map(view => [view.at, view.fate]);
	assert.deepEqual(at(20), [[7, 'dropped']]);
	assert.deepEqual(at(49), [[7, 'dropped']]);
	assert.deepEqual(at(50), []);
});

test('a lost packet flies like any other until half way, and lies there dead from then on', () => {
	const history = play(
		[
			[0, {do: 'link', change: {loss: 1}}],
			[0, connect],
		],
		0,
	);
	const at = (now: number) => laneAt(history, ms(now)).packets.map(view => [view.at, view.fate]);
	assert.deepEqual(at(20), [[7, 'in-flight']]);
	assert.deepEqual(at(25), [[9, 'lost']]);
	assert.deepEqual(at(49), [[9, 'lost']]);
	assert.deepEqual(at(50), []);
});

test('damage shows from half way on, and the packet flies on', () => {
	const history = play(
		[
			[0, {do: 'link', change: {corrupt: 1}}],
			[0, connect],
		],
		0,
	);
	const at = (now: number) => laneAt(history, ms(now)).packets.map(view => [view.glyph, view.fate]);
	assert.deepEqual(at(24), [['[SYN]>', 'in-flight']]);
	assert.deepEqual(at(25), [['~[SYN]~>', 'corrupted']]);
	assert.equal(laneAt(history, ms(40)).inFlight, 1);
});

test('an answer takes the place of the packet that it answers', () => {
	const history = play(
		[
			[0, listen],
			[0, connect],
		],
		60,
	);
	assert.deepEqual(
		laneAt(history, ms(60)).packets.map(({n, row}) => [n, row]),
		[[2, 2]],
	);
});

for (const [rows, count, hasCaption] of [
	[24, 5, true],
	[24, 6, false],
	[36, 6, true],
	[36, 7, false],
	[16, 3, true],
	[16, 4, false],
] as const)
	test(`${count} packets at ${rows} rows have ${hasCaption ? 'captions' : 'a row each and no captions'}`, () => {
		const history = play(
			[
				[0, listen],
				[0, {do: 'flood', host: 'server', port: 80, count}],
			],
			10,
		);
		const {packets, crowd} = laneAt(history, ms(10), rows);
		assert.equal(packets.length, count);
		assert.equal(crowd, undefined);
		for (const view of packets) assert.equal(view.hasCaption, hasCaption);
	});

test('what finds no row of its own is a sign in the last one', () => {
	const history = play(
		[
			[0, listen],
			[0, {do: 'flood', host: 'server', port: 80, count: 30}],
		],
		10,
	);
	const {packets, crowd, inFlight} = laneAt(history, ms(10));
	assert.equal(packets.length, 10);
	assert.equal(crowd?.row, 11);
	assert.equal(crowd?.marks.length, 20);
	assert.equal(inFlight, 30);
});

const mess: readonly Action[] = [
	{do: 'link', change: {jitter: 40_000, duplicate: 0.2, reorder: 0.2, loss: 0.1, corrupt: 0.05}},
	{do: 'knob', host: 'server', change: {knob: 'app', value: 'echo'}},
	listen,
	connect,
	{do: 'send', socket: client, payload: {pattern: 20_000}},
	{do: 'send', socket: server, payload: {pattern: 3000}},
];

test('labels never meet, and a packet keeps its row while the lane has room', () => {
	for (let seed = 1; seed <= 25; seed++) {
		const history = createHistory({seed});
		for (const action of mess) act(history, action);
		const rowOf = new Map<number, number>();
		for (let step = 0; step < 120 && stepOn(history); step++) {
			const screen = screenOf(history, {columns: 120, rows: 60});
			const {packets} = screen.lane;
			const seen = extents(screen.lane, screen.layout.lane);
			for (const [index, one] of seen.entries()) {
				for (const other of seen.slice(index + 1))
					assert.ok(one.row !== other.row, `seed ${seed}, step ${history.world.steps}: two in row ${one.row}`);
				assert.ok(one.from >= 0 && one.to <= screen.layout.lane);
			}
			if (packets.some(({hasCaption}) => !hasCaption)) rowOf.clear();
			else for (const {n, row} of packets) assert.equal(rowOf.get(n) ?? row, row, `seed ${seed}: #${n} moved`);
			if (packets.every(({hasCaption}) => hasCaption)) for (const {n, row} of packets) rowOf.set(n, row);
		}
	}
});

for (const [what, history, waiting] of [
	['nobody has done anything', play([], 0), {kind: 'first'}],
	['a server listens', play([[0, listen]], 100), {kind: 'connect', host: 'client'}],
	[
		'a connection waits in the queue',
		play(
			[
				[0, listen],
				[0, connect],
			],
			500,
		),
		{kind: 'call', call: 'accept', host: 'server'},
	],
	[
		'both sides are open',
		play(
			[
				[0, listen],
				[0, {do: 'accept', socket: server}],
				[0, connect],
			],
			500,
		),
		{kind: 'programs'},
	],
	[
		'the server has data to read',
		play(
			[
				[0, listen],
				[0, {do: 'accept', socket: server}],
				[0, connect],
				[200, {do: 'send', socket: client, payload: {text: 'hello'}}],
			],
			900,
		),
		{kind: 'call', call: 'recv', host: 'server'},
	],
	[
		'the server was told to close and does not',
		play(
			[
				[0, listen],
				[0, {do: 'accept', socket: server}],
				[0, connect],
				[200, {do: 'close', socket: client}],
			],
			900,
		),
		{kind: 'call', call: 'close', host: 'server'},
	],
] as const)
	test(`the empty lane says what everybody waits for when ${what}`, () =>
		assert.deepEqual(laneAt(history, history.world.now).waiting, waiting));

test('while a script plays, the empty lane waits for it, not for a first key', () => {
	const script = {kind: 'running', at: 0, next: 'server listen 80'} as const;
	assert.deepEqual(screenOf(play([], 0), {script}).lane.waiting, {kind: 'script'});
});

const full: readonly Deed[] = [
	[0, {do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 2920}}],
	[0, listen],
	[0, {do: 'accept', socket: server}],
	[0, connect],
	[200, {do: 'send', socket: client, payload: {pattern: 4000}}],
];

for (const [what, deeds, until, n, isNews] of [
	['shuts', full, 260, 6, true],
	['is opened again', [...full, [600, {do: 'recv', socket: server}]], 610, 7, true],
	[
		'only shrinks',
		[
			[0, listen],
			[0, connect],
			[200, {do: 'send', socket: client, payload: {pattern: 9}}],
		],
		460,
		5,
		false,
	],
	['is named by a RST', [[0, connect]], 60, 2, false],
] as const)
	test(`a window that ${what} ${isNews ? 'comes before' : 'waits behind'} the other numbers`, () => {
		const {packets} = screenOf(play(deeds as readonly Deed[], until)).lane;
		assert.equal(packets.find(view => view.n === n)?.isWindowNews, isNews);
	});

test('a shut window has its place in the caption and in the ladder', () => {
	const rows = draw(play(full, 260));
	assert.ok(rows.some(row => row.includes('       #6 win=0 ack=3921│')));
	assert.ok(rows.some(row => row.includes('|...-- #6 ACK seq=8001 ack=3921 win=0 -|')));
});

test('in a row each the number stands at the sender, once the line has room for it', () => {
	const send: Deed = [200, {do: 'send', socket: client, payload: {pattern: 6 * 1460}}];
	const at = (until: number) => draw(play([[0, listen], [0, connect], send], until)).filter(row => row.includes('[DATA 1460]>'));
	assert.match(at(210)[0] ?? '', /│──\[DATA 1460\]>/);
	assert.match(at(230)[0] ?? '', /│#4 ────\[DATA 1460\]>/);
	assert.match(at(230)[5] ?? '', /│#9 ════\[DATA 1460\]>/);
});
