import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cells} from '../../source/export/cells.js';
import {errnos} from '../../source/host/errno.js';
import {ioctlRequests, messageFlags, type PosixCall, readNames, writeNames} from '../../source/host/posix/call.js';
import {catalogues, explainState, tellerAt} from '../../source/locale/index.js';
import {posixOutcome} from '../../source/packetdrill/call-notation.js';
import type {KnobChange, Mischief} from '../../source/sim/action.js';
import {moves, type Reason, reasons, states} from '../../source/tcp/state.js';
import {type TimerName, timerNames} from '../../source/tcp/timers.js';
import type {Awaited, Effect, Next, PacketBrief, Place, TimerWill, ToldAction} from '../../source/view/why-item.js';
import {assertSentence} from './checks.js';

const packet: PacketBrief = {n: 3, from: 'client', word: 'SYN', seq: 1000, origin: 'tcp', of: undefined, isAgain: false, waited: undefined};
const place: Place = {host: 'server', peer: 'client', socket: 4, t: 0, packet, sent: undefined, mss: 1460, relative: undefined};
const mischiefs: readonly Mischief[] = [
	{kind: 'drop'},
	{kind: 'duplicate'},
	{kind: 'corrupt'},
	{kind: 'mark'},
	{kind: 'delay', by: 300_000},
];
const changes: readonly KnobChange[] = [
	{knob: 'isn', value: 5},
	...(['newreno', 'cubic'] as const).map(value => ({knob: 'congestion', value}) as const),
	...(['on', 'off', 'passive'] as const).map(value => ({knob: 'ecn', value}) as const),
	...(['manual', 'reader', 'echo'] as const).map(value => ({knob: 'app', value}) as const),
	...(['mss', 'rcvbuf', 'sndbuf', 'msl', 'rtoMin', 'synRetries', 'retries'] as const).map(knob => ({knob, value: 1000}) as const),
	...(['nagle', 'delayedAck', 'keepalive', 'sack', 'timestamps', 'wscale', 'challengeAck', 'quietTime', 'synCookies'] as const).flatMap(
		knob => [{knob, value: true} as const, {knob, value: false} as const],
	),
];
const socket = {host: 'server'} as const;
const actions: readonly ToldAction[] = [
	...changes.map(change => ({do: 'knob', host: 'client', change}) as const),
	{do: 'link', change: {delay: 1000, jitter: 1000, queue: 5}},
	{do: 'link', change: {loss: 0.05, duplicate: 0.05, corrupt: 0.05, reorder: 0.05}},
	{do: 'link', from: 'client', change: {rate: 0}},
	{do: 'profile', profile: 'linux'},
	{do: 'profile', host: 'client', profile: 'freebsd'},
	...mischiefs.map(mischief => ({do: 'arm', host: 'client', filter: 'any', mischief}) as const),
	{do: 'disarm', host: 'client', filter: 'data', mischief: {kind: 'drop'}},
	{do: 'crash', host: 'server'},
	{do: 'restart', host: 'server'},
	...(['exact', 'in-window', 'outside', {seq: 7}] as const).map(at => ({do: 'inject-rst', socket, place: at}) as const),
	{do: 'inject', socket, segment: {flags: 1, seq: 1, len: 0, ack: 0, win: 0, urg: 0, options: []}},
	{do: 'flood', host: 'server', port: 80, count: 100},
];
const packets: readonly PacketBrief[] = [
	packet,
	{...packet, isAgain: true},
	{...packet, waited: 1_000_000},
	{...packet, origin: 'injected'},
	{...packet, origin: 'duplicate', of: 2},
];
const effects: readonly Effect[] = [
	{kind: 'waits', host: 'client', rto: 1_000_000, isDoubled: false},
	{kind: 'waits', host: 'client', rto: 2_000_000, isDoubled: true},
	{kind: 'probes', host: 'client'},
	{kind: 'ack', to: 'server', isMissed: true},
	{kind: 'ack', to: 'server', isMissed: false},
	{kind: 'rst', to: 'server'},
	{kind: 'none'},
];
const awaited: readonly Awaited[] = [
	...(['connect', 'accept', 'recv', 'send'] as const).map(call => ({kind: 'call', host: 'client', call}) as const),
	...(['accept', 'recv', 'close', 'restart'] as const).map(what => ({kind: 'app', host: 'server', what, state: 'CLOSE_WAIT'}) as const),
	{kind: 'listen', host: 'server'},
	{kind: 'connect', host: 'client'},
	{kind: 'open'},
	{kind: 'half-open', host: 'client'},
];
const wills: Readonly<Record<TimerName, readonly TimerWill[]>> = {
	rto: ['again', 'fin-again', 'syn-again', 'syn-ack-again', 'give-up'],
	persist: ['probe'],
	'delayed-ack': ['ack'],
	'2msl': ['closed'],
	'fin-wait-2': ['closed'],
	keepalive: ['keepalive', 'give-up'],
	user: ['give-up'],
	'loss-probe': ['loss-probe'],
	reorder: ['judge'],
};
const nexts: readonly Next[] = [
	...[true, false].flatMap(isBroken =>
		[0, 20_000].map(after => ({kind: 'packet', packet, to: 'server', after, isBroken, reachesNobody: false}) as const),
	),
	{kind: 'packet', packet, to: 'server', after: 20_000, isBroken: false, reachesNobody: true},
	...timerNames.flatMap(timer => wills[timer].map(will => ({kind: 'timer', host: 'client', timer, after: 400_000, will}) as const)),
	{kind: 'recorded', after: 0},
	{kind: 'script', after: undefined, statement: undefined},
	{kind: 'script', after: 400_000, statement: 'server accept'},
	{kind: 'script-waits'},
	...awaited.map(what => ({kind: 'nothing', awaited: what}) as const),
];

const calls = ['listen', 'connect', 'accept', 'recv', 'send', 'shutdown', 'close', 'abort'] as const;

const fd = 4;
const posixCalls: readonly PosixCall[] = [
	{call: 'socket'},
	{call: 'bind', fd, port: 80},
	{call: 'listen', fd, backlog: 1},
	{call: 'accept', fd},
	{call: 'connect', fd, addr: 0x0a00_0002, port: 80},
	...readNames.map(call => ({call, fd, len: 10, flags: messageFlags}) as const),
	...writeNames.map(call => ({call, fd, len: 10, flags: []}) as const),
	...(['SHUT_RD', 'SHUT_WR', 'SHUT_RDWR'] as const).map(how => ({call: 'shutdown', fd, how}) as const),
	{call: 'close', fd},
	{call: 'fcntl', fd, command: 'F_GETFL'},
	{call: 'fcntl', fd, command: 'F_SETFL', isNonblocking: true},
	{call: 'fcntl', fd, command: 'F_SETFL', isNonblocking: false},
	...ioctlRequests.map(request => ({call: 'ioctl', fd, request}) as const),
	{call: 'poll', entries: [{fd, events: ['POLLIN']}], timeout: 10},
	{call: 'getsockopt', fd, level: 'SOL_SOCKET', option: 'SO_ERROR'},
	{call: 'setsockopt', fd, level: 'SOL_SOCKET', option: 'SO_LINGER', value: {kind: 'linger', isOn: true, seconds: 0}},
];

for (const language of ['en', 'zh'] as const) {
	const words = catalogues[language];
	const {actions: did, calls: called, coming, reasons: why} = words.why;
	const teller = tellerAt(place, words);

	test(`every move of figure 5 and every reason has a sentence of two rows (${language})`, () => {
		for (const from of states) {
			for (const to of moves[from]) {
				for (const reason of reasons) {
					const change = {from, to, socket: 4, port: 80, isFromListener: true};
					assertSentence(why.entering(change, teller, why.why[reason satisfies Reason](change, teller)), language, 150);
				}
			}
		}
	});

	test(`everything that a person can do to the world is told (${language})`, () => {
		for (const action of actions) assertSentence(did.told(action, packet, '1001'), language, 160);
		for (const about of packets) {
			for (const mischief of mischiefs) {
				assertSentence(did.mischief(mischief, about, true), language, 160);
				assertSentence(did.mischief(mischief, about, false), language, 160);
			}
		}
		for (const effect of effects) assertSentence(did.effect(effect), language, 150);
	});

	test(`every call, how it ended or what it waits for (${language})`, () => {
		for (const call of calls) {
			for (const result of [0, 5])
				assertSentence(called.completed(call, {call, began: 0, result, error: undefined, argument: 80}, teller), language, 150);
			for (const error of errnos) assertSentence(called.failed(call, error, 80), language, 150);
		}
		for (const call of ['connect', 'accept', 'recv', 'send'] as const) {
			for (const taken of [0, 5]) assertSentence(called.waits[call](taken, teller), language, 150);
		}
		for (const range of ['', words.format.byte('1001')]) {
			for (const taken of [0, 5]) assertSentence(called.sends({asked: 5, taken, range, isOne: true}), language, 150);
		}
	});

	test(`every call of a POSIX program (${language})`, () => {
		for (const call of posixCalls) {
			const outcome = posixOutcome(call, {result: 0, error: undefined});
			assertSentence(called.posix(call, outcome, teller), language, 200);
		}
	});

	test(`what comes next fits a row (${language})`, () => {
		for (const next of nexts) assertSentence(coming.next(next), language, 80);
		for (const timer of timerNames) assertSentence(coming.restarted(timer, teller), language, 150);
	});

	test(`the first screen has three rows for either focus (${language})`, () => {
		for (const focus of ['client', 'server'] as const) {
			const rows = coming.first(focus);
			assert.equal(rows.length, 3);
			for (const row of rows) assert.ok(cells(row) <= 80, row);
		}
	});

	test(`all eleven states are explained, in one row and in three (${language})`, () => {
		for (const state of states) {
			for (const timeWait of [60_000_000, 240_000_000]) {
				const {line, lasts, long} = explainState(state, words, {peer: 'client', timeWait});
				assertSentence(line, language, 78 - cells(`${state}: `));
				assert.ok(cells(lasts) <= 14, lasts);
				for (const row of long) assertSentence(row, language, 100);
			}
		}
	});

	test(`every refusal says why (${language})`, () => {
		const ref = {host: 'server', number: 4} as const;
		assertSentence(words.refusals.text({code: 'no-such-packet', packet: 9}), language, 80);
		assertSentence(words.refusals.text({code: 'not-ecn-capable', packet: 9}), language, 80);
		assertSentence(words.refusals.text({code: 'no-such-socket', socket: ref}), language, 80);
		assertSentence(words.refusals.text({code: 'no-connection', socket: {host: 'server', name: 'web'}}), language, 80);
		assertSentence(words.refusals.text({code: 'name-taken', name: 'web'}), language, 80);
		assertSentence(words.refusals.text({code: 'not-armed'}), language, 80);
		assertSentence(words.refusals.text({code: 'unsupported', what: 'TCP_DEFER_ACCEPT'}), language, 80);
		assertSentence(words.refusals.text({code: 'host-is-down', host: 'client'}), language, 80);
		assertSentence(words.refusals.text({code: 'host-is-up', host: 'client'}), language, 80);
	});
}
