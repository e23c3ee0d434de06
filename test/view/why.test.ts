/** What the pane says first in situations that people come to see. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues, type WhyLine, whyLines} from '../../source/locale/index.js';
import {type Action, act, advance, createHistory, type History, type Setup, stepBack, stepOn} from '../../source/sim/index.js';
import {buildWhy} from '../../source/view/why.js';
import {inputOf} from './why-input.js';

/** An action, or so many milliseconds, or one event. */
type Move = Action | number | 'step';

const client = {host: 'client'} as const;
const server = {host: 'server'} as const;

const listen: Action = {do: 'listen', host: 'server', port: 80};
const connect: Action = {do: 'connect', host: 'client', port: 80};
const accept: Action = {do: 'accept', socket: server};
const open: readonly Move[] = [listen, connect, 400, accept];
const drop = (packet: number): Action => ({do: 'packet', packet, mischief: {kind: 'drop'}});
const send = (host: 'client' | 'server', pattern: number): Action => ({do: 'send', socket: {host}, payload: {pattern}});
const close = (host: 'client' | 'server'): Action => ({do: 'close', socket: {host}});
const loseNext = (host: 'client' | 'server', filter: 'ACK' | 'data' | 'SYN'): Action => ({
	do: 'arm',
	host,
	filter,
	mischief: {kind: 'drop'},
});
const fromNow = (loss: number): Action => ({do: 'link', change: {loss}});

function move(history: History, next: Move): void {
	if (next === 'step') stepOn(history);
	else if (typeof next === 'number') advance(history, history.world.now + next * 1000);
	else act(history, next);
}

function played(moves: readonly Move[], setup: Partial<Setup> = {}): History {
	const history = createHistory(setup);
	for (const next of moves) move(history, next);
	return history;
}

/** The last action counts as the last key. */
function told(history: History, moves: readonly Move[], language: 'en' | 'zh' = 'en'): readonly WhyLine[] {
	const acted = moves.findLast((next): next is Action => typeof next === 'object');
	return whyLines(buildWhy(inputOf(history, acted && {acted})), catalogues[language]);
}

const isTold = (lines: readonly WhyLine[], texts: readonly string[]): void =>
	assert.deepEqual(
		lines.slice(0, texts.length).map(({text}) => text),
		texts,
	);

const slow: Action = {do: 'link', change: {delay: 900_000}};

const situations: readonly (readonly [string, readonly Move[], readonly string[], string])[] = [
	[
		'a retransmitted SYN was dropped at the keyboard (screens, b)',
		[slow, listen, connect, 1400, drop(3)],
		[
			'You dropped #3, the SYN that the client sent again after 1 s without an answer.',
			'Nobody is told: the client goes on waiting, its RTO doubled to 2 s.',
		],
		'Next: #2 SYN,ACK reaches the client in 0.40 s.',
	],
	[
		'somebody listens',
		[listen],
		['The server enters LISTEN: it waits on port 80 for a SYN. Nothing is sent.'],
		'Next: nothing by itself; the client may connect (c).',
	],
	[
		'the SYN arrives',
		[listen, connect, 'step'],
		[
			'The server enters SYN_RCVD: #1 SYN makes socket 4, in the SYN queue of port 80.',
			'The SYN used up 1000, so it answers ack=1001; its own numbers begin at 8000.',
		],
		'Next: #2 SYN,ACK reaches the client in 50 ms.',
	],
	[
		'the third segment arrives',
		[listen, connect, 'step', 'step', 'step'],
		['The server enters ESTABLISHED: #3 acknowledges its SYN; on to the accept queue.'],
		'Next: nothing by itself; a connection waits for accept() of the server.',
	],
	[
		'the third segment is withheld',
		[loseNext('client', 'ACK'), listen, connect, 'step', 'step'],
		[
			'The client enters ESTABLISHED: #2 answers its SYN. Its ACK tells the server.',
			'#3 was dropped on its way to the server, by request.',
			'An ACK is not sent again by itself: the server must first send again what it covers.',
		],
		'Next: the RTO of the server ends in 0.95 s, then the SYN,ACK goes out again.',
	],
	[
		'nobody listens',
		[connect, 'step'],
		['The server has neither a listener nor such a connection on port 80: RST, so that nobody waits for an answer.'],
		'Next: #2 RST,ACK reaches the client in 50 ms.',
	],
	[
		'the connection is refused',
		[connect, 'step', 'step'],
		['The client is CLOSED: #2 RST answers its SYN, the connection is refused.'],
		'Next: nothing by itself; a side must listen first, as the server (l).',
	],
	[
		'connect() times out',
		[fromNow(1), connect, 183_000],
		[
			'The client is CLOSED: its SYN was never answered.',
			'7 retransmissions and a last wait brought no answer: the client gives the connection up.',
		],
		'Next: nothing by itself; a side must listen first, as the server (l).',
	],
	[
		'data leaves at once',
		[...open, send('server', 500)],
		[
			'send(500): bytes 8001-8500 leave at once.',
			'Nothing of the server was in flight, so Nagle holds nothing back; window 65535 and cwnd 14600 have room.',
		],
		'Next: #4 DATA 500 reaches the client in 50 ms.',
	],
	[
		'a small segment waits for Nagle',
		[...open, send('client', 5), send('client', 7)],
		[
			'send(7): 7 bytes wait in the send buffer.',
			"7 bytes wait: less than a full segment (1460), and 5 bytes in flight are not acknowledged yet. That is Nagle's rule.",
		],
		'Next: #4 DATA 5 reaches the server in 50 ms.',
	],
	[
		'data answers while a segment is missing',
		[...open, loseNext('client', 'data'), send('client', 2920), 60, send('server', 500)],
		[
			'send(500): bytes 8001-8500 leave at once.',
			'Nothing of the server was in flight, so Nagle holds nothing back; window 65535 and cwnd 14600 have room.',
			'They carry ack=1001: #4 is still missing; 1460 bytes wait out of order in the receive buffer.',
		],
		'Next: #6 ACK reaches the client in 40 ms.',
	],
	[
		'data arrives in order',
		[...open, send('client', 5), 'step'],
		[
			'Bytes 1001-1005 are next for the server: readable now, RCV.NXT becomes 1006.',
			'The ACK waits up to 200 ms: data may carry it, or a second segment share it.',
		],
		'Next: the dACK timer of the server ends in 0.20 s, then the ACK goes alone.',
	],
	[
		'data arrives behind a hole',
		[...open, loseNext('client', 'data'), send('client', 2920), 'step'],
		['Bytes 2461-3920 came, 1001 is missing: the server keeps them out of order.'],
		'Next: #6 ACK reaches the client in 50 ms.',
	],
	[
		'the third duplicate ACK arrives',
		[...open, loseNext('client', 'data'), send('client', 5840), 50, 'step', 'step', 'step'],
		['Third duplicate ACK: 1001 is lost, and goes out again. ssthresh 2920, cwnd 7300.'],
		'Next: #11 DATA 1460 reaches the server in 50 ms.',
	],
	[
		'the peer announces window 0',
		[{do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 1460}}, ...open, send('client', 3000), 'step', 'step', 'step'],
		['The server announces window 0: from 2461 on the client may send nothing. It will probe, so that both do not wait for ever.'],
		'Next: the persist timer of the client ends in 1 s, then a probe goes out.',
	],
	[
		'the window is probed',
		[{do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 1460}}, ...open, send('client', 3000), 'step', 'step', 'step', 'step'],
		['The window is closed. The client asks with a probe, seq=2461: the news that it opens may have been lost. Again in 2 s.'],
		'Next: #6 DATA 1 reaches the server in 50 ms.',
	],
	[
		'a RST is forged in the window',
		[...open, {do: 'inject-rst', socket: server, place: 'in-window'}, 'step'],
		['RST seq=1002 is in the window (to 66535) but not exactly RCV.NXT 1001: maybe forged. A challenge ACK asks.'],
		'Next: #5 ACK reaches the client in 50 ms.',
	],
	[
		'a RST is forged outside the window',
		[...open, {do: 'inject-rst', socket: server, place: 'outside'}, 'step'],
		['RST seq=66536 is outside the window 1001 to 66535: a blind guess, dropped without a word.'],
		'Next: nothing by itself; both sides may send (s) or close (x).',
	],
	[
		'a RST is forged exactly',
		[...open, {do: 'inject-rst', socket: server, place: 'exact'}, 'step'],
		[
			'The server is CLOSED: the forged #4 RST ends the connection at once, its buffers are lost.',
			'RST seq=1001 is exactly RCV.NXT, so it counts as genuine. Nobody answers a RST.',
		],
		'Next: nothing by itself; only the client still has the connection.',
	],
	[
		'one side closes',
		[...open, close('client')],
		[
			'The client enters FIN_WAIT_1: its program closes, FIN says "no more from here".',
			'FIN seq=1001: no more data. It uses up one number and is acknowledged like data.',
		],
		'Next: #4 FIN,ACK reaches the server in 50 ms.',
	],
	[
		'a program forgets to close',
		[...open, close('client'), 100],
		['The client enters FIN_WAIT_2: #5 acknowledges its FIN. It still receives.'],
		'Next: nothing by itself; the server stays CLOSE_WAIT until it calls close().',
	],
	[
		'both close at once',
		[...open, close('client'), close('server'), 'step'],
		['The server enters CLOSING: the FIN of the client came before the ACK of its own: both closed at once.'],
		'Next: #5 FIN,ACK reaches the client now.',
	],
	[
		'TIME_WAIT begins',
		[...open, close('client'), 100, close('server'), 'step'],
		[
			'The client enters TIME_WAIT: #6 FIN closes the other direction too.',
			'Its last ACK may get lost: it stays 2 MSL = 240 s, until old packets are dead.',
		],
		'Next: #7 ACK reaches the server in 50 ms.',
	],
	[
		'everybody waits for 2MSL (screens, d)',
		[...open, close('client'), 100, close('server'), 100, 60_000],
		[
			'The client sent the last ACK, #7, and cannot know whether it arrived. It stays 2 MSL = 240 s: to answer a FIN sent again, and until old packets are dead.',
		],
		'Next: 2MSL of the client ends in 180 s, then CLOSED.',
	],
	[
		'the last ACK was lost, the FIN comes again',
		[...open, close('client'), 100, loseNext('client', 'ACK'), close('server'), 'step', 'step', 'step'],
		['The FIN came again, so the last ACK was lost: the client acknowledges once more and waits the whole 240 s anew.'],
		'Next: #9 ACK reaches the server in 50 ms.',
	],
	[
		'the passive side gives its FIN up',
		[
			{do: 'knob', host: 'server', change: {knob: 'retries', value: 2}},
			...open,
			close('client'),
			100,
			fromNow(1),
			close('server'),
			'step',
			'step',
			'step',
		],
		[
			'The server is CLOSED: what it sent was never acknowledged. The client is not told.',
			'2 retransmissions and a last wait brought no answer: the server gives the connection up.',
		],
		'Next: nothing by itself; only the client still has the connection.',
	],
	[
		'the port is still in TIME_WAIT',
		[...open, close('server'), 100, close('client'), 100, {do: 'close', socket: {host: 'server', number: 3}}, listen],
		[
			'bind(:80) EADDRINUSE: the address is in use already.',
			'Port 80 is still held by socket 4, in TIME_WAIT for 240 s more. SO_REUSEADDR would allow it.',
		],
		'Next: 2MSL of the server ends in 240 s, then CLOSED.',
	],
	[
		'the accept queue is full',
		[{...listen, backlog: 0}, connect, 200, connect, 'step'],
		['The accept queue is full (1 wait for accept(), backlog 0): the server drops the SYN without a word. It will come again.'],
		'Next: the RTO of the client ends in 0.95 s, then the SYN goes out again.',
	],
	[
		'somebody sends after shutdown()',
		[...open, {do: 'shutdown', socket: client}, send('client', 5)],
		['send() EPIPE: this side is closed already, so nothing more can be sent.'],
		'Next: #4 FIN,ACK reaches the server in 50 ms.',
	],
	[
		'recv() tells that the peer has closed',
		[...open, close('client'), 60, {do: 'recv', socket: server}],
		['recv() = 0: the client has closed its side, and all before its FIN was read.'],
		'Next: #5 ACK reaches the client in 40 ms.',
	],
	[
		'close() with data unread',
		[...open, send('client', 5), 300, close('server')],
		[
			'The server is CLOSED: its program closed with data unread. RST instead of FIN.',
			'close() with 5 bytes unread: RST instead of FIN tells the client that not all was read.',
		],
		'Next: #6 RST reaches the client in 50 ms.',
	],
	[
		'a host crashes',
		[...open, {do: 'crash', host: 'server'}],
		['The server crashed: connections, sockets, waiting calls are gone without a word. What is sent to it reaches nobody.'],
		'Next: nothing by itself; the server is down until it is restarted.',
	],
	[
		'no such packet is in flight',
		[...open, drop(1)],
		['#1 is not in flight.'],
		'Next: nothing by itself; both sides may send (s) or close (x).',
	],
];

for (const [name, moves, first, next] of situations) {
	test(`${name}: what happened comes first, what comes next is last`, () => {
		const lines = told(played(moves), moves);
		isTold(lines, first);
		assert.equal(lines.at(-1)?.text, next);
		assert.equal(lines.at(-1)?.kind, 'next');
	});
}

test('the dropped SYN in Chinese, as the screens draw it', () => {
	const moves = [slow, listen, connect, 1400, drop(3)];
	isTold(told(played(moves), moves, 'zh'), [
		'你丢弃了 #3：客户端等了 1 s 没有应答，于是重传的 SYN。',
		'没有人通知客户端：它继续等待，RTO 加倍为 2 s。',
		'接下来：0.40 s 后 #2 SYN,ACK 到达客户端。',
	]);
});

test('a rule brings its section', () => {
	const moves = [slow, listen, connect, 1400, drop(3)];
	assert.equal(told(played(moves), moves)[1]?.ref, 'RFC 6298 (5.5)');
});

test('the first screen names the first keys, and has nothing that comes next', () => {
	const lines = told(createHistory(), []);
	assert.deepEqual(
		lines.map(({kind}) => kind),
		['text', 'text', 'text'],
	);
	assert.equal(lines[0]?.text, 'Two hosts and a wire. Nothing has happened yet.');
});

test('a loss is told half way, not when the packet leaves', () => {
	const history = played([listen, fromNow(1), connect]);
	const {world} = history;
	const firstAt = (now: number) => whyLines(buildWhy(inputOf(history, {now})), catalogues.en)[0]?.text;
	assert.match(firstAt(world.now + 24_000) ?? '', /^The client enters SYN_SENT/);
	assert.equal(firstAt(world.now + 25_000), '#1 is lost on its way to the server.');
});

test('what a script did is not said to be yours', () => {
	const history = played([listen, connect, drop(1)]);
	assert.equal(whyLines(buildWhy(inputOf(history)), catalogues.en)[0]?.text, '#1, the SYN of the client, is dropped.');
});

test('a chosen packet tells why it was sent and what it did', () => {
	const history = played([...open, send('client', 5), 300]);
	const lines = whyLines(buildWhy(inputOf(history, {chosen: 5})), catalogues.en);
	isTold(lines, [
		'Nothing came to carry the delayed ACK: ack=1006 goes alone.',
		"ack=1006: 5 bytes arrived, off the client's send buffer; none in flight.",
	]);
});

test('the presenter speaks first, until somebody acts', () => {
	const history = played(open);
	act(history, {do: 'mark', mark: {kind: 'say', line: 1, text: {en: 'Now it is open.', zh: '现在打开了。'}}});
	const [first] = whyLines(buildWhy(inputOf(history)), catalogues.en);
	assert.deepEqual(first, {kind: 'say', text: '"Now it is open."'});
	assert.equal(whyLines(buildWhy(inputOf(history)), catalogues.zh)[0]?.text, '「现在打开了。」');
	const acted = send('client', 5);
	act(history, acted);
	assert.equal(whyLines(buildWhy(inputOf(history, {acted})), catalogues.en)[0]?.kind, 'text');
});

test('at pace "watch" words go once two events have followed them; without it they stay', () => {
	const history = played(open);
	act(history, {do: 'mark', mark: {kind: 'say', line: 1, text: {en: 'Now it is open.'}}});
	const isSaid = (isWatched: boolean) => buildWhy({...inputOf(history), isWatched}).items[0]?.kind === 'say';
	move(history, send('client', 5));
	assert.ok(isSaid(true));
	move(history, 'step');
	assert.ok(!isSaid(true));
	assert.ok(isSaid(false));
});

for (const [what, moves, script, english, chinese] of [
	[
		'does',
		open,
		{kind: 'running', at: 400_000, next: 'server accept'},
		'Next: the scenario goes on: server accept',
		'接下来：场景继续：server accept',
	],
	[
		'will do',
		open,
		{kind: 'running', at: 900_000, next: 'client close'},
		'Next: the scenario goes on in 0.50 s: client close',
		'接下来：0.50 s 后场景继续：client close',
	],
	['will say', open, {kind: 'running', at: undefined, next: undefined}, 'Next: the scenario goes on.', '接下来：场景继续。'],
	['holds for a key', open, {kind: 'paused'}, 'Space: the scenario goes on.', '按空格：场景继续。'],
	[
		'does later than a packet arrives',
		[listen, connect],
		{kind: 'running', at: 60_000, next: 'server accept'},
		'Next: #1 SYN reaches the server in 50 ms.',
		'接下来：50 ms 后 #1 SYN 到达服务器。',
	],
	[
		'does after an event that is to come',
		[listen, connect],
		{kind: 'running', at: undefined, next: 'server accept'},
		'Next: #1 SYN reaches the server in 50 ms.',
		'接下来：50 ms 后 #1 SYN 到达服务器。',
	],
] as const)
	test(`what comes next is what a script ${what}: ${english}`, () => {
		const why = buildWhy({...inputOf(played(moves)), script});
		assert.equal(whyLines(why, catalogues.en).at(-1)?.text, english);
		assert.equal(whyLines(why, catalogues.zh).at(-1)?.text, chinese);
	});

test('what is forged is said to come from neither end', () => {
	const moves = [...open, {do: 'inject-rst', socket: server, place: 'in-window'}] as const;
	assert.equal(
		told(played(moves), moves)[0]?.text,
		'#4 is forged: somebody on the way sent it, not the client. A RST with seq=1002, in the window, but one past the number expected.',
	);
	assert.match(told(played(moves), moves, 'zh')[0]?.text ?? '', /^#4 是伪造的：发送者在途中某处，不是客户端。/);
});

test('reading that does not move the window says how much is free and what a new one takes', () => {
	const moves = [...open, send('client', 5), 60, {do: 'recv', socket: server}] as const;
	const texts = told(played(moves), moves).map(({text}) => text);
	assert.ok(
		texts.includes(
			'5 bytes are free again, but the window announced stays 65530: it moves only by a whole segment (1460) or half the buffer.',
		),
		texts.join('\n'),
	);
});

test('an ACK that only brings another window says which', () => {
	const small: Action = {do: 'knob', host: 'server', change: {knob: 'rcvbuf', value: 2920}};
	const moves = [small, ...open, send('client', 1460), 400, {do: 'recv', socket: server}, 'step'] as const;
	assert.equal(told(played(moves), moves)[0]?.text, '#6 ACK arrived: the window of the server is 2920 now.');
});

test('in the past the recorded action is what comes next', () => {
	const history = played([listen, connect]);
	stepBack(history);
	const lines = whyLines(buildWhy(inputOf(history)), catalogues.en);
	assert.equal(lines[0]?.text, 'The server enters LISTEN: it waits on port 80 for a SYN. Nothing is sent.');
	assert.equal(lines.at(-1)?.text, 'Next: what was done then. Acting now begins another branch.');
});
