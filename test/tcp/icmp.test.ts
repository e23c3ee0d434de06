/** ICMP errors: RFC 1122 § 4.2.3.9, RFC 1191, RFC 5927. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../source/sim/index.js';
import {seq} from '../../source/tcp/seq.js';
import {arrive, connecting, opened, port, tune} from './arriving.js';
import {calls, ladder, notes, play, send, state, tcb} from './play.js';

const toClient = (type: number, code: number, at = 1000, mtu = 0): Action => ({
	do: 'icmp',
	host: 'client',
	error: {type, code, mtu, src: 0x0a00_0001, dst: 0x0a00_0002, sport: port, dport: 80, seq: seq(at)},
});

const stacks = ['freebsd', 'linux', 'textbook'] as const;

/** Type, code, and what connect() hears of it on each stack. */
const meanings: Readonly<Record<4 | 6, readonly (readonly [number, number, freebsd: string, linux: string, textbook: string])[]>> = {
	4: [
		[3, 0, '', 'ENETUNREACH', ''],
		[3, 1, '', 'EHOSTUNREACH', ''],
		[3, 2, 'ECONNREFUSED', 'ENOPROTOOPT', 'ECONNREFUSED'],
		[3, 3, 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED'],
		[3, 9, 'ECONNREFUSED', 'ENETUNREACH', ''],
		[3, 10, 'ECONNREFUSED', 'EHOSTUNREACH', ''],
		[3, 13, 'ECONNREFUSED', 'EHOSTUNREACH', ''],
		[4, 0, '', '', ''],
		[5, 1, '', '', ''],
		[11, 0, 'EHOSTUNREACH', 'EHOSTUNREACH', ''],
	],
	6: [
		[1, 0, '', 'ENETUNREACH', ''],
		[1, 1, 'ECONNREFUSED', 'EACCES', 'ECONNREFUSED'],
		[1, 3, '', 'EHOSTUNREACH', ''],
		[1, 4, 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED'],
		[3, 0, 'EHOSTUNREACH', 'EHOSTUNREACH', ''],
		[3, 3, '', '', ''],
		[4, 1, '', 'EPROTO', ''],
	],
};

for (const ipVersion of [4, 6] as const)
	for (const [type, code, ...errnos] of meanings[ipVersion])
		for (const [index, profile] of stacks.entries()) {
			const errno = errnos[index] ?? '';
			test(`ICMP${ipVersion === 6 ? 'v6' : ''} ${type}/${code} in SYN_SENT means ${errno || 'nothing'} to ${profile}`, () => {
				const lab = play(connecting(profile, tune('client', {ipVersion})), toClient(type, code));
				assert.equal(state(lab, 'client'), errno ? 'CLOSED' : 'SYN_SENT');
				assert.deepEqual(calls(lab, 'client'), errno ? [`connect -1 ${errno}`] : []);
			});
		}

test('an error that quotes what is not in flight is ignored', () => {
	for (const at of [999, 1001]) {
		const lab = play(connecting('freebsd'), toClient(3, 3, at));
		assert.equal(state(lab, 'client'), 'SYN_SENT');
		assert.equal(notes(lab, 'icmp-elsewhere').length, 1);
	}
});

test('where the knob says so no ICMP error ends a connection', () => {
	const lab = play(connecting('freebsd', tune('client', {icmpMayReset: false})), toClient(3, 3));
	assert.equal(state(lab, 'client'), 'SYN_SENT');
});

test('RFC 5927 § 5.2: behind the handshake a hard error is none', () => {
	const lab = play(connecting('linux'), arrive('client', 'S. 5:5(0) ack 1001'), 1, send('client', 'x'), toClient(3, 3, 1001));
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
});

const toServer = (mtu: number): Action => ({
	do: 'icmp',
	host: 'server',
	error: {type: 3, code: 4, mtu, src: 0x0a00_0002, dst: 0x0a00_0001, sport: 80, dport: port, seq: seq(8001)},
});
const child = {host: 'server', number: 4} as const;

test('RFC 1191: what was too large for the path goes again in smaller pieces, and never larger ones after it', () => {
	const lab = play(opened('textbook', '<mss 1460>'), send(child, 1460), 1, toServer(1000), 1);
	assert.match(ladder(lab, {from: 'server'}).at(-1) ?? '', /8001:8961\(960\)/);
	assert.equal(tcb(lab, child).snd.mss, 960);
	play(lab, toServer(1400), 1);
	assert.equal(tcb(lab, child).snd.mss, 960);
});

test('a router that does not say how much it carries is taken to carry 576 octets; less than 68 nobody may', () => {
	const lab = play(opened('textbook', '<mss 1460>'), send(child, 1460), 1, toServer(67), 1);
	assert.equal(tcb(lab, child).snd.mss, 1460);
	play(lab, toServer(0), 1);
	assert.equal(tcb(lab, child).snd.mss, 536);
});
