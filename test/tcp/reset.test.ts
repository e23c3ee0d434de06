/** RST, SYN and ACK out of nowhere: RFC 9293 § 3.10.7.4, hardened by RFC 5961; and the resets that a connection sends itself. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../source/sim/index.js';
import {
	abort,
	accept,
	both,
	calls,
	close,
	connect,
	crash,
	drop,
	established,
	forge,
	forgeRst,
	type Lab,
	ladder,
	left,
	listen,
	type Move,
	moves,
	notes,
	play,
	recv,
	send,
	set,
	shows,
	shutdown,
	start,
	state,
} from './play.js';

const child = {host: 'server', number: 4} as const;

/** What the client answers to a forged segment, and its state then. */
function answer(lab: Lab, action: Action): {readonly sends: readonly string[]; readonly next: string} {
	const before = ladder(lab, {from: 'client'}).length;
	play(lab, action, 60);
	const sends = ladder(lab, {from: 'client', fate: false})
		.slice(before)
		.map(row => row.replace(/^\S+ > /, ''));
	return {sends, next: state(lab, 'client')};
}

const challengeAck = '. 1001:1001(0) ack 8001';

for (const [what, action, sends, next] of [
	['exact', forgeRst('client', 'exact'), [], 'CLOSED'],
	['one octet into the window', forgeRst('client', 'in-window'), [challengeAck], 'ESTABLISHED'],
	['the last octet of the window', forgeRst('client', {seq: 8001 + 65_534}), [challengeAck], 'ESTABLISHED'],
	['right behind the window', forgeRst('client', 'outside'), [], 'ESTABLISHED'],
	['one octet too early', forgeRst('client', {seq: 8000}), [], 'ESTABLISHED'],
] as const)
	test(`RFC 5961 § 3.2: a RST, ${what}, is met with ${sends.length === 0 ? 'silence' : 'a challenge ACK'}, and the state is ${next} (F15)`, () => {
		const lab = play(start(), ...established, crash('server'), recv('client'));
		assert.deepEqual(answer(lab, action), {sends, next});
		if (next === 'CLOSED') assert.equal(calls(lab, 'client').at(-1), 'recv -1 ECONNRESET');
	});

test('the peer answers a challenge with an exact RST when the RST was its own', () => {
	const lab = play(start(), ...established, crash('server'), forgeRst('client', 'in-window'), {do: 'restart', host: 'server'}, 200);
	shows(
		lab,
		`200 < R 8002:8002(0) injected
		250 > . 1001:1001(0) ack 8001
		300 < R 8001:8001(0)`,
		{since: 200},
	);
	assert.equal(state(lab, 'client'), 'CLOSED');
});

for (const at of [8001, 9000, 4, 8001 + 65_535])
	test(`RFC 5961 § 4.2: a SYN, here with sequence number ${at}, gets a challenge ACK wherever it lies`, () => {
		const lab = play(start(), ...established, crash('server'));
		assert.deepEqual(answer(lab, forge('client', `S ${at}:${at}(0)`)), {sends: [challengeAck], next: 'ESTABLISHED'});
	});

for (const [ack, sends] of [
	[1001 - 65_535, []],
	[1001 - 65_536, [challengeAck]],
	[1002, [challengeAck]],
] as const)
	test(`RFC 5961 § 5.2: an ACK of ${ack} is ${sends.length === 0 ? 'merely old' : 'challenged'}`, () => {
		const lab = play(start(), ...established, crash('server'));
		assert.deepEqual(answer(lab, forge('client', `. 8001:8001(0) ack ${ack >>> 0}`)).sends, sends);
	});

test('RFC 5961 § 7: at most ten challenge ACKs in any five seconds', () => {
	const lab = play(start(), ...established, crash('server'));
	const attack = (count: number): readonly Move[] => Array.from({length: count}, () => forgeRst('client', 'in-window'));
	play(lab, ...attack(1), 4000, ...attack(12), 900);
	assert.equal(ladder(lab, {from: 'client', since: 200}).length, 10);
	assert.equal(notes(lab, 'challenge-limited').length, 3);
	play(lab, 200, ...attack(12), 100);
	assert.equal(ladder(lab, {from: 'client', since: 200}).length, 11);
	play(lab, 4000, ...attack(12), 100);
	assert.equal(ladder(lab, {from: 'client', since: 200}).length, 20);
});

test('with challenge ACKs off a RST in the window is believed, and a SYN resets, as RFC 793 had it', () => {
	const off = set('client', {knob: 'challengeAck', value: false});
	const byRst = play(start(), ...established, crash('server'), off);
	assert.deepEqual(answer(byRst, forgeRst('client', 'in-window')), {sends: [], next: 'CLOSED'});
	const bySyn = play(start(), ...established, crash('server'), off);
	assert.deepEqual(answer(bySyn, forge('client', 'S 8001:8001(0)')), {sends: ['R 1001:1001(0)'], next: 'CLOSED'});
});

for (const [place, segment, next] of [
	['exact', 'R. 0:0(0) ack 1001', 'CLOSED'],
	['in-window', 'R 1:1(0)', 'SYN_SENT'],
] as const)
	test(`a RST to SYN_SENT, ${place}, is ${segment}, and leads to ${next}`, () => {
		const lab = play(start(), crash('server'), connect('client'), forgeRst('client', place), 100);
		shows(lab, `0 > S 1000:1000(0) unreachable\n0 < ${segment} injected`);
		assert.equal(state(lab, 'client'), next);
	});

const opened: readonly Move[] = [crash('server'), connect('client'), forge('client', '80 > 49152 S 8000:8000(0)'), 60];

for (const [text, sends, next] of [
	['R 8001:8001(0)', [], 'CLOSED'],
	['R. 8001:8001(0) ack 7', [], 'CLOSED'],
	['S 8001:8001(0)', [challengeAck], 'SYN_RCVD'],
	['S. 8000:8000(0) ack 1001', [], 'ESTABLISHED'],
	['S. 8000:8000(0) ack 1002', [challengeAck], 'SYN_RCVD'],
	['. 8001:8001(0) ack 1001', [], 'ESTABLISHED'],
	['. 8001:8001(0) ack 1002', ['R 1002:1002(0)'], 'SYN_RCVD'],
] as const)
	test(`SYN_RCVD after an active open: ${text} leads to ${next}`, () => {
		const lab = play(start(), ...opened);
		assert.deepEqual(answer(lab, forge('client', text)), {sends, next});
		if (next === 'CLOSED') assert.deepEqual(calls(lab, 'client'), ['connect -1 ECONNREFUSED']);
	});

test('abort sends RST without an ACK bit, and the peer is told at its next call', () => {
	const lab = play(start(), ...established, abort('client'), 100, send(child, 'hi'), recv(child));
	shows(lab, '200 > R 1001:1001(0)', {since: 200});
	assert.deepEqual(calls(lab, 'server').slice(2), ['send -1 ECONNRESET', 'recv 0']);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED CLOSED');
});

for (const profile of ['linux', 'freebsd'] as const)
	test(`abort with ${profile} carries an ACK`, () => {
		const lab = play(
			start(both(profile)),
			set('client', {knob: 'isn', value: 1000}),
			set('server', {knob: 'isn', value: 8000}),
			...established,
			abort('client'),
			100,
		);
		assert.equal(ladder(lab, {since: 200})[0], '200 > R. 1001:1001(0) ack 8001');
	});

test('SHLD-3: close with unread data resets instead of pretending', () => {
	const lab = play(start(), ...established, send(child, 'unread'), 100, close('client'), 100);
	shows(
		lab,
		`200 < P. 8001:8007(6) ack 1001
		300 > R 1001:1001(0)`,
		{since: 200},
	);
	assert.equal(moves(lab, 'client'), 'SYN_SENT ESTABLISHED CLOSED');
	assert.equal(notes(lab, 'unread-data-reset')[0]?.values.unread, 6);
});

test('SHLD-3: data after close is answered with RST; after shutdown it is read', () => {
	const closed = play(start(), ...established, close('client'), 150, send(child, 'late'), 100);
	assert.deepEqual(ladder(closed, {since: 300}), ['350 < P. 8001:8005(4) ack 1002', '400 > R 1002:1002(0)']);
	assert.equal(state(closed, 'client'), 'CLOSED');
	const half = play(start(), ...established, shutdown('client'), recv('client'), 150, send(child, 'late'), 100);
	assert.equal(calls(half, 'client').at(-1), 'recv 4');
});

test('after the RST for late data nothing more is sent, though octets and a FIN still waited', () => {
	const lab = play(start(), ...established, drop('client', 'data'), send('client', 1461), close('client'), send(child, 'late'), 1000);
	assert.deepEqual(ladder(lab, {from: 'client', since: 201}), ['250 > R 1001:1001(0)', '300 > R 1001:1001(0)']);
	assert.equal(left(lab, 'client', 'rto'), undefined);
});

test('the RST for late data stands where the peer will believe it, even when it lacks our FIN', () => {
	const lab = play(start(), ...established, drop('client', 'FIN'), close('client'), send(child, 'late'), 100);
	assert.deepEqual(ladder(lab, {since: 201}), ['250 > R 1001:1001(0)']);
	assert.equal(state(lab, child), 'CLOSED');
});

test('a closing listener forgets those in SYN_RCVD and resets those that nobody accepted', () => {
	const lab = play(start(), listen('server'), connect('client'), 200, connect('client'), 60, close({host: 'server', number: 3}), 200);
	shows(
		lab,
		`200 > S 101000:101000(0)
		250 < S. 108000:108000(0) ack 101001
		260 < R 8001:8001(0)
		300 > . 101001:101001(0) ack 108001
		350 < R 108001:108001(0)`,
		{since: 200},
	);
});

test('crash says nothing; the peer learns it from the RST to its next segment, or from silence', () => {
	const lab = play(start(), ...established, crash('server'), 10_000, send('client', 'x'), recv('client'), 300_001);
	assert.deepEqual(calls(lab, 'client').slice(1), ['send 1', 'recv -1 ETIMEDOUT']);
	assert.equal(notes(lab, 'user-timeout')[0]?.t, 10_200 + 300_000);
	assert.equal(left(lab, 'client', 'user'), undefined);
});

test('a socket that was reset tells it once: then nothing is there to read, and nobody to write to', () => {
	const lab = play(
		start(),
		...established,
		forgeRst('client', 'exact'),
		60,
		recv('client'),
		recv('client'),
		send('client', 'x'),
		accept('client'),
	);
	assert.deepEqual(calls(lab, 'client').slice(1), ['recv -1 ECONNRESET', 'recv 0', 'send -1 EPIPE', 'accept -1 EBADF']);
});
