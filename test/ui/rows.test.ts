import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {KeyHint, StatusView} from '../../source/app/store-type.js';
import {cells} from '../../source/export/cells.js';
import {catalogues} from '../../source/locale/index.js';
import {defaultLink} from '../../source/net/packet.js';
import {advance} from '../../source/sim/index.js';
import {textOf} from '../../source/ui/line.js';
import {callText} from '../../source/ui/lines/call-lines.js';
import {headerLine} from '../../source/ui/lines/header-line.js';
import {plateLine} from '../../source/ui/lines/plate-line.js';
import {planOf} from '../../source/ui/lines/row-plan.js';
import {statusLine} from '../../source/ui/lines/status-line.js';
import {queuesLine} from '../../source/ui/lines/table-lines.js';
import type {HeaderView} from '../../source/view/header.js';
import type {QueueView} from '../../source/view/socket-table.js';
import {draw, type Look, play} from './stage.js';
import {client, connect, listen, server} from './worlds.js';

const {en} = catalogues;

const header: HeaderView = {
	title: 'lab',
	pace: {kind: 'watch', factor: 0.05},
	now: 2_600_000,
	link: {client: defaultLink, server: defaultLink},
	seed: 1,
	profile: {client: 'textbook', server: 'linux'},
};

for (const [what, view, columns, left, right] of [
	['a watched pace', {}, 80, ' tcp-tui  lab ', ' watch x0.05  t 2.600 s  delay 50ms loss 0%'],
	['real time', {pace: {kind: 'speed', factor: 1}}, 80, ' tcp-tui  lab ', ' x1  t 2.600 s  delay 50ms loss 0%'],
	['the past', {pace: {kind: 'past', by: 3}}, 80, ' tcp-tui  lab ', ' PAST -3  t 2.600 s  delay 50ms loss 0%'],
	[
		'a pause without the link under a long title',
		{pace: {kind: 'paused'}, title: 'a-scenario-with-a-long-name'},
		60,
		' tcp-tui  a-scenario-with-a-long-name ',
		' PAUSED  t 2.600 s',
	],
	['no title that is too long', {title: 'x'.repeat(60)}, 60, ' tcp-tui  ', ' watch x0.05  t 2.600 s'],
	[
		'different directions',
		{link: {client: {...defaultLink, loss: 0.05}, server: defaultLink}},
		80,
		' tcp-tui  lab ',
		' delay 50ms loss 5%/0%',
	],
] as const)
	test(`the header shows ${what}`, () => {
		const text = textOf(headerLine({...header, ...view}, en.screen, {columns, isWide: columns >= 120}));
		assert.equal(text.length, columns);
		assert.ok(text.startsWith(left) && text.endsWith(right), text);
	});

test('a wide header adds seed and profile, and what is unusual of the link', () => {
	const unusual = {...defaultLink, rate: 64_000, reorder: 0.01};
	const view = {...header, link: {client: unusual, server: unusual}};
	const text = textOf(headerLine(view, en.screen, {columns: 140, isWide: true}));
	assert.match(text, / {3}delay 50ms {2}loss 0% {2}rate 64kbps {2}reorder 1% {3}seed 1 {3}textbook\/linux$/);
});

const hint = (word: KeyHint['word'], cut: number, ...keys: readonly string[]): KeyHint => ({word, cut, keys});

const status: StatusView = {
	host: 'server',
	hostKeys: [hint('send', 9, 's'), hint('receive', 10, 'r'), hint('shutdown', 27, 'h'), hint('close', 13, 'x'), hint('abort', 14, 'A')],
	packet: {n: 10, keys: [hint('drop', 20, 'd'), hint('duplicate', 28, 'u'), hint('delay', 29, 'y')]},
	timeKeys: [hint('pause', 21, 'space'), hint('step', 25, ',', '.')],
	helpKeys: [hint('help', 0, '?'), hint('quit', 28, 'q')],
	isShort: false,
};

for (const [columns, view, expected] of [
	[120, status, ' SERVER  s send  r recv  h half-close  x close  A abort | #10: d drop  u copy | Space pause  , . step | ? help  q quit'],
	[
		80,
		{...status, timeKeys: status.timeKeys.slice(0, 1), helpKeys: status.helpKeys.slice(0, 1), isShort: true},
		' SERVER  s send  r recv  x close  A abort | #10: d drop | Space pause  ? help',
	],
	[20, status, ' SERVER | ? help'],
] as const)
	test(`the status bar leaves out what does not fit in ${columns} cells`, () =>
		assert.equal(textOf(statusLine(view, en, columns)).trimEnd(), expected));

for (const [rows, isWide, expected] of [
	[8, false, 'title plate snd rcv send recv timer call'],
	[9, false, 'title plate socket snd rcv send recv timer call'],
	[10, false, 'title plate socket snd wnd rcv send recv timer call'],
	[12, false, 'title plate socket snd wnd rcv send recv timer call call queues'],
	[13, false, 'title plate socket snd wnd rcv send recv timer srtt call call queues'],
	[16, false, 'title plate socket snd wnd rcv send recv timer srtt call call queues sockets sockets sockets'],
	[
		20,
		true,
		'title plate-above plate plate-below socket snd rcv iss send recv timer timer-2 cwnd srtt call call queues sockets sockets sockets',
	],
] as const)
	test(`a pane of ${rows} rows shows ${expected}`, () => assert.equal(planOf(rows, isWide).join(' '), expected));

test('from 20 rows on calls and sockets take turns', () => {
	const count = (rows: number, row: string): number => planOf(rows, true).filter(planned => planned === row).length;
	assert.deepEqual(
		[20, 21, 22, 23, 24, 28].map(rows => [count(rows, 'call'), count(rows, 'sockets')]),
		[
			[2, 3],
			[3, 3],
			[3, 4],
			[4, 4],
			[4, 5],
			[6, 7],
		],
	);
});

for (let rows = 8; rows <= 28; rows++)
	test(`a pane of ${rows} rows has ${rows} rows`, () =>
		assert.deepEqual([planOf(rows, false).length, planOf(rows, true).length], [rows, rows]));

for (const [call, argument, text] of [
	['listen', 80, 'listen(:80)'],
	['connect', 80, 'connect(:80)'],
	['send', 500, 'send(500)'],
	['recv', undefined, 'recv()'],
	['recv', 10, 'recv(10)'],
	['accept', undefined, 'accept()'],
] as const)
	test(`the call ${text}`, () => assert.equal(callText(call, argument), text));

/** The rows of one pane. */
const pane = (history: ReturnType<typeof play>, host: 'client' | 'server', look: Look = {}): readonly string[] =>
	draw(history, look)
		.slice(1, 13)
		.map(row => (host === 'client' ? row.split('│')[0] : row.split('│')[2])?.trimEnd() ?? '');

test('failing calls are shown with their errno, bind by its own name', () => {
	const history = play(
		[
			[0, listen],
			[0, listen],
			[0, connect],
			[500, {do: 'send', socket: server, payload: {text: 'x'}}],
		],
		900,
	);
	assert.deepEqual(pane(history, 'server').slice(9, 11), [' bind() EADDRINUSE', '*send() ENOTCONN']);
	assert.ok(pane(play([[0, connect]], 200), 'client').includes('*connect() ECONNREFUSED'));
});

for (const [columns, rows, expected] of [
	[80, 24, '    WND*65535  cwnd*14600'],
	[120, 36, 'cwnd*14600  ssthresh -  cubic'],
	[160, 36, 'cwnd*14600  ssthresh -  0 in flight  cubic'],
] as const)
	test(`${columns} columns name CUBIC beside cwnd where there is room`, () => {
		const cubic = {do: 'knob', host: 'client', change: {knob: 'congestion', value: 'cubic'}} as const;
		const history = play(
			[
				[0, cubic],
				[0, listen],
				[0, connect],
			],
			101,
		);
		const left = draw(history, {columns, rows}).map(row => row.split('│')[0]?.trimEnd() ?? '');
		assert.equal(
			left.find(row => row.includes('cwnd')),
			expected,
		);
	});

test('a listener shows its queues where a connection has its numbers', () => {
	const history = play(
		[
			[0, listen],
			[0, {do: 'flood', host: 'server', port: 80, count: 2}],
			[0, connect],
		],
		60,
	);
	assert.deepEqual(pane(history, 'server', {picked: {client: undefined, server: 3}}).slice(2, 7), [
		'socket 3  :80 < *',
		'backlog 5',
		'SYN   *███.. 3/5  4 5 6',
		'accept ..... 0/5',
		'',
	]);
});

test('a queue above its backlog is FULL', () => {
	const history = play(
		[
			[0, {do: 'listen', host: 'server', port: 80, backlog: 1}],
			[0, {do: 'flood', host: 'server', port: 80, count: 5}],
		],
		60,
	);
	const rows = pane(history, 'server', {picked: {client: undefined, server: 3}});
	assert.match(rows.join('\n'), /^SYN {4}█ 2\/1 FULL {2}4 5$/m);
});

const queue = (length: number): QueueView => ({length, sockets: [], isChanged: false});

for (const [syn, accept, backlog, width, english, chinese] of [
	[1, 0, 5, 27, ':80 syn 1/5  accept 0/5', ':80 半连接 1/5  全连接 0/5'],
	[1, 2, 1, 27, ':80 syn 1/1 accept 2/1 FULL', ':80 半 1/1 全 2/1 满'],
	[2, 1, 1, 27, ':80 syn 2/1 FULL accept 1/1', ':80 半 2/1 满 全 1/1'],
	[2, 2, 1, 27, 'syn 2/1 FULL acc 2/1 FULL', ':80 半 2/1 满 全 2/1 满'],
	[11, 12, 10, 27, 'accept 12/10 FULL', ':80 半 11/10 满 全 12/10 满'],
	[1, 2, 1, 18, 'accept 2/1 FULL', '半 1/1 全 2/1 满'],
	[1, 0, 5, 18, ':80 syn 1/5', ':80 半连接 1/5'],
] as const)
	test(`a pane of ${width} cells shows queues of ${syn} and ${accept}, backlog ${backlog}, as ${english}`, () => {
		const view = {number: 3, port: 80, backlog, syn: queue(syn), accept: queue(accept)};
		const row = (words: typeof en.screen) => textOf(queuesLine(view, {width, isWide: false, isNewest: false, words}));
		assert.equal(row(en.screen), english);
		assert.equal(row(catalogues.zh.screen), chinese);
	});

for (const [state, old, width, expected] of [
	['CLOSED', undefined, 27, '█████████ CLOSED ██████████'],
	['ESTABLISHED', undefined, 27, '███████ ESTABLISHED ███████'],
	['FIN_WAIT_1', 'ESTABLISHED', 27, 'ESTABLISHED >  FIN_WAIT_1'],
	['TIME_WAIT', 'FIN_WAIT_2', 27, 'FIN_WAIT_2 > █ TIME_WAIT ██'],
	['SYN_RCVD', 'LISTEN', 18, '████ SYN_RCVD ████'],
] as const)
	test(`the plate of ${state} has blocks on both sides, or none: ${expected}`, () =>
		assert.equal(textOf(plateLine({state, old, role: 'opening'}, width, false)).trimEnd(), expected));

test('a header says READ while words hold the time', () => {
	const view = {...header, pace: {kind: 'reading'}} as const;
	assert.match(textOf(headerLine(view, en.screen, {columns: 80, isWide: false})), / READ {2}t 2\.600 s /);
	assert.match(textOf(headerLine(view, catalogues.zh.screen, {columns: 80, isWide: false})), / 阅读 {2}t 2\.600 s /);
});

test('a host that is down says so, and a restarted one that it has no socket', () => {
	const crashed = play(
		[
			[0, listen],
			[0, connect],
			[300, {do: 'crash', host: 'server'}],
		],
		400,
	);
	assert.equal(pane(crashed, 'server')[2], 'host is down');
	const back = play(
		[
			[0, listen],
			[300, {do: 'crash', host: 'server'}],
			[400, {do: 'restart', host: 'server'}],
		],
		500,
	);
	assert.equal(pane(back, 'server')[2], 'no socket yet');
});

test('what a parked call waits for counts on', () => {
	const history = play(
		[
			[0, listen],
			[0, connect],
			[500, {do: 'recv', socket: client}],
		],
		2000,
	);
	assert.ok(pane(history, 'client').includes('*recv() waits 1.5s'));
});

test('the persist timer counts its probes', () => {
	const history = play(
		[
			[0, {do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 10}}],
			[0, listen],
			[0, connect],
			[200, {do: 'send', socket: client, payload: {pattern: 30}}],
		],
		1400,
	);
	const timer = (until: number): string | undefined => {
		advance(history, until * 1000);
		return pane(history, 'client').find(row => row.startsWith('pers'));
	};
	assert.match(timer(1400) ?? '', /^pers\*[█.]+ 0\.10s of 1s$/);
	assert.match(timer(1700) ?? '', /^pers [█.]+ 1\.8s, probe 1$/);
	assert.match(timer(4000) ?? '', /^pers [█.]+ 3\.5s, probe 2$/);
});

test('one more timer than there are rows is counted', () => {
	const deeds = [
		[0, {do: 'knob', host: 'client', change: {knob: 'keepalive', value: true}}],
		[0, listen],
		[0, connect],
		[300, {do: 'send', socket: client, payload: {text: 'hello'}}],
	] as const;
	assert.match(pane(play(deeds, 320), 'client').join('\n'), /^RTO .*0\.98s of 1s \+1$/m);
});

for (const lang of ['en', 'zh'] as const)
	test(`every state in words fits its pane in ${lang}`, () => {
		const {states, shortStates} = catalogues[lang].screen;
		for (const text of Object.values(states)) assert.ok(cells(text) <= 41, text);
		for (const text of Object.values(shortStates)) assert.ok(cells(text) <= 18, text);
	});
