/** Socket options: what they are before, what setting does to the socket and to what it sends, who inherits them (socket(7), tcp(7), tcp(4), ip(7)). */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {socketBy} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {never} from '../../source/tcp/timers.js';
import {both, type Lab, left, type Move, packets, play, refusal, set, shows, start, state, tcb, words} from '../tcp/play.js';
import {after, client, connected, server} from './posix.js';

/** On a fresh socket, the host's own buffers being 10000: option, value set, what it reads before and after. */
const values: readonly (readonly [ProfileName, string, number, string, string])[] = [
	['textbook', 'SO_REUSEADDR', 1, '[0]', '[1]'],
	['linux', 'SO_REUSEADDR', 1, '[0]', '[1]'],
	['freebsd', 'SO_REUSEADDR', 1, '[0]', '[4]'],
	['linux', 'SO_SNDBUF', 21_000, '[10000]', '[42000]'],
	['linux', 'SO_SNDBUF', 1, '[10000]', '[4608]'],
	['linux', 'SO_RCVBUF', 20_000, '[10000]', '[40000]'],
	['linux', 'SO_RCVBUF', 1, '[10000]', '[2304]'],
	['freebsd', 'SO_SNDBUF', 21_000, '[10000]', '[21000]'],
	['freebsd', 'SO_RCVBUF', 20_000, '[10000]', '[20000]'],
	['textbook', 'SO_SNDBUF', 3000, '[10000]', '[3000]'],
	['linux', 'SO_KEEPALIVE', 1, '[0]', '[1]'],
	['freebsd', 'SO_KEEPALIVE', 1, '[0]', '[8]'],
	['linux', 'TCP_NODELAY', 1, '[0]', '[1]'],
	['freebsd', 'TCP_NODELAY', 1, '[0]', '[4]'],
	['linux', 'TCP_CORK', 1, '[0]', '[1]'],
	['freebsd', 'TCP_NOPUSH', 1, '[0]', '[4096]'],
	['freebsd', 'TCP_NOOPT', 1, '[0]', '[8]'],
	['linux', 'TCP_MAXSEG', 1100, '[536]', '[1100]'],
	['freebsd', 'TCP_MAXSEG', 500, '[536]', '[500]'],
	['freebsd', 'TCP_KEEPINIT', 363, '[75]', '[363]'],
	['freebsd', 'TCP_KEEPIDLE', 15, '[7200]', '[15]'],
	['linux', 'TCP_KEEPINTVL', 3, '[75]', '[3]'],
	['freebsd', 'TCP_KEEPCNT', 2, '[8]', '[2]'],
	['linux', 'TCP_KEEPCNT', 2, '[9]', '[2]'],
	['linux', 'TCP_USER_TIMEOUT', 3000, '[0]', '[3000]'],
	['linux', 'TCP_NOTSENT_LOWAT', 4000, '[0]', '[4000]'],
	['freebsd', 'IP_TOS', 0xe0, '[0]', '[224]'],
	['linux', 'IP_TOS', 0x23, '[0]', '[32]'],
	['freebsd', 'IP_TTL', 4, '[64]', '[4]'],
	['linux', 'IP_MTU_DISCOVER', 2, '[1]', '[2]'],
	['linux', 'TCP_SYNCNT', 3, '[6]', '[3]'],
];

for (const [profile, option, value, before, now] of values)
	test(`${profile}: ${option} is ${before}, set to ${value} it is ${now}`, () => {
		const host = set('client', {knob: 'rcvbuf', value: 10_000});
		const lab = play(start(both(profile)), host, set('client', {knob: 'sndbuf', value: 10_000}), client.socket());
		assert.deepEqual(after(lab, 'client', client.get(3, option), client.set(3, option, value), client.get(3, option)), [
			`getsockopt = 0 ${before}`,
			'setsockopt = 0',
			`getsockopt = 0 ${now}`,
		]);
	});

const mistakes: readonly (readonly [ProfileName, Move, string])[] = [
	['linux', client.set(3, 'SO_ERROR', 1), 'ENOPROTOOPT'],
	['linux', client.set(3, 'TCP_NODELAY', 1, 'SOL_SOCKET'), 'ENOPROTOOPT'],
	['linux', client.set(3, 'SO_LINGER', 1), 'EINVAL'],
	['linux', client.set(3, 'TCP_MAXSEG', 40), 'EINVAL'],
	['linux', client.set(3, 'TCP_MAXSEG', 40_000), 'EINVAL'],
	['freebsd', client.set(3, 'TCP_MAXSEG', 1000), 'EINVAL'],
	['linux', client.set(3, 'TCP_KEEPIDLE', 0), 'EINVAL'],
	['linux', client.set(3, 'TCP_KEEPCNT', 128), 'EINVAL'],
	['linux', client.set(3, 'TCP_USER_TIMEOUT', -1), 'EINVAL'],
	['linux', client.set(3, 'TCP_SYNCNT', 0), 'EINVAL'],
	['linux', client.set(3, 'SO_TYPE', 1), 'ENOPROTOOPT'],
	['freebsd', client.set(3, 'TCP_QUICKACK', 1), 'ENOPROTOOPT'],
	['linux', client.set(3, 'IP_TTL', 256), 'EINVAL'],
	['linux', client.set(3, 'TCP_CONGESTION', {kind: 'text', text: 'vegas'}), 'ENOENT'],
	['linux', client.set(7, 'TCP_NODELAY', 1), 'EBADF'],
];

for (const [profile, move, errno] of mistakes)
	test(`${profile}: ${JSON.stringify(move)} fails with ${errno}`, () => {
		assert.deepEqual(after(play(start(both(profile)), client.socket()), 'client', move), [`setsockopt = -1 ${errno}`]);
	});

for (const [profile, listens] of [
	['linux', '[1]'],
	['freebsd', '[2]'],
] as const)
	test(`${profile}: SO_TYPE is SOCK_STREAM, SO_ACCEPTCONN ${listens} on a listener`, () => {
		const lab = play(start(both(profile)), server.socket());
		const asked = [server.get(3, 'SO_TYPE'), server.get(3, 'SO_ACCEPTCONN')];
		assert.deepEqual(after(lab, 'server', ...asked), ['getsockopt = 0 [1]', 'getsockopt = 0 [0]']);
		play(lab, server.bind(3), server.listen(3));
		assert.deepEqual(after(lab, 'server', ...asked), ['getsockopt = 0 [1]', `getsockopt = 0 ${listens}`]);
	});

test('TCP_USER_TIMEOUT starts no timer for a connection that has ended', () => {
	const lab = play(connected('textbook'), server.write(4, 1), client.shutdown(3, 'SHUT_RDWR'), 50);
	assert.equal(state(lab, 'client'), 'CLOSED');
	assert.deepEqual(after(lab, 'client', client.set(3, 'TCP_USER_TIMEOUT', 0)), ['setsockopt = 0']);
	assert.equal(tcb(lab, 'client').timers.user.at, never);
});

test('an option that nobody implements is refused by name, and does nothing', () => {
	const lab = play(start(), client.socket());
	for (const option of ['TCP_DEFER_ACCEPT', 'TCP_FASTOPEN', 'SO_RCVTIMEO', 'TCP_INQ', 'constructor'])
		for (const action of [client.get(3, option), client.set(3, option, 1)]) {
			assert.deepEqual(refusal(lab, action), {code: 'unsupported', what: option});
			assert.deepEqual(after(lab, 'client'), []);
		}
});

test('congestion control by its name', () => {
	const lab = play(start(both('linux')), client.socket());
	const other = client.set(3, 'TCP_CONGESTION', {kind: 'text', text: 'reno'});
	assert.deepEqual(after(lab, 'client', client.get(3, 'TCP_CONGESTION'), other, client.get(3, 'TCP_CONGESTION')), [
		'getsockopt = 0 "cubic"',
		'setsockopt = 0',
		'getsockopt = 0 "reno"',
	]);
});

test('TCP_NODELAY lets a waiting short segment go at once, and only on its own connection', () => {
	const lab = play(connected('textbook'), client.write(3, 10), client.write(3, 20));
	shows(lab, '200 > P. 1001:1011(10) ack 8001', {since: 200});
	play(lab, client.set(3, 'TCP_NODELAY', 1));
	shows(
		lab,
		`200 > P. 1001:1011(10) ack 8001
		200 > P. 1011:1031(20) ack 8001`,
		{since: 200},
	);
	assert.equal(lab.world.hosts.client.knobs.nagle, true);
});

const listening = (profile: ProfileName, ...moves: readonly Move[]): Lab =>
	play(
		start(both(profile)),
		server.socket(),
		...moves,
		server.bind(3),
		server.listen(3),
		server.accept(3),
		client.socket(),
		client.connect(3),
		200,
	);

test('what accept() returns has the options of the listener', () => {
	const lab = listening('freebsd', server.set(3, 'TCP_NOOPT', 1), server.set(3, 'IP_TOS', 0x20), server.set(3, 'SO_RCVBUF', 20_000));
	const found = after(lab, 'server', server.get(4, 'TCP_NOOPT'), server.get(4, 'IP_TOS'), server.get(4, 'SO_RCVBUF'));
	assert.deepEqual(found.slice(0, 2), ['getsockopt = 0 [8]', 'getsockopt = 0 [32]']);
	assert.equal(socketBy(lab.world.hosts.server, 4)?.knobs?.rcvbuf, 20_000);
});

test('TCP_MAXSEG before connect limits what is announced and what is sent', () => {
	const lab = play(
		start(both('linux')),
		server.socket(),
		server.bind(3),
		server.listen(3),
		client.socket(),
		client.set(3, 'TCP_MAXSEG', 700),
	);
	play(lab, client.connect(3), 200, client.write(3, 3000), 100);
	assert.match(words(packets(lab)[0] as (typeof packets)[never], {options: true}), /<mss 700\b/);
	assert.ok(packets(lab).every(({len}) => len <= 700));
});

test('SO_RCVBUF of FreeBSD is rounded up to whole segments once it is connected', () => {
	const lab = play(start(both('freebsd')), server.socket(), server.bind(3), server.listen(3), client.socket());
	assert.deepEqual(after(lab, 'client', client.get(3, 'SO_RCVBUF'), client.connect(3), 200, client.get(3, 'SO_RCVBUF')), [
		'getsockopt = 0 [65536]',
		'connect = 0',
		'getsockopt = 0 [65700]',
	]);
});

test('SO_KEEPALIVE and its times: probes after the idle time, given up after the last', () => {
	const lab = play(
		connected('linux'),
		client.set(3, 'TCP_KEEPIDLE', 2),
		client.set(3, 'TCP_KEEPINTVL', 1),
		client.set(3, 'TCP_KEEPCNT', 2),
	);
	const cut: Move = {do: 'link', change: {loss: 1}};
	assert.equal(left(lab, {host: 'client', number: 3}, 'keepalive'), undefined);
	play(lab, client.set(3, 'SO_KEEPALIVE', 1), cut);
	assert.equal(left(lab, {host: 'client', number: 3}, 'keepalive'), 2000);
	assert.deepEqual(after(lab, 'client', client.poll(3, -1, 'POLLIN'), 4500, client.get(3, 'SO_ERROR')), [
		'poll = 1 [POLLIN|POLLERR|POLLHUP]',
		'getsockopt = 0 [ETIMEDOUT]',
	]);
});

test('TCP_KEEPINIT: connect gives up then, to the microsecond', () => {
	const lab = play(start(both('freebsd')), client.socket(), client.set(3, 'TCP_KEEPINIT', 5), {do: 'link', change: {loss: 1}});
	assert.deepEqual(after(lab, 'client', client.connect(3), 4999), []);
	assert.deepEqual(after(lab, 'client', 1), ['connect = -1 ETIMEDOUT']);
});

test('IP_TTL and IP_TOS are in every segment from then on', () => {
	const lab = play(connected('linux'), client.set(3, 'IP_TTL', 9), client.set(3, 'IP_TOS', 0x20));
	assert.deepEqual(socketBy(lab.world.hosts.client, 3)?.tcb.ip, {tos: 0x20, ttl: 9, mtu: 1500, udp: undefined});
});

test('a knob of the host that turns later does not undo what the program has set', () => {
	const lab = play(start(), client.socket(), client.set(3, 'TCP_NODELAY', 1), set('client', {knob: 'nagle', value: false}));
	play(lab, set('client', {knob: 'nagle', value: true}), set('client', {knob: 'sndbuf', value: 7000}));
	const socket = socketBy(lab.world.hosts.client, 3);
	assert.equal(socket?.knobs?.nagle, false);
	assert.equal(socket?.knobs?.sndbuf, 7000);
});

for (const profile of ['textbook', 'linux', 'freebsd'] as const)
	test(`${profile}: TCP_CORK holds a short segment back, full ones leave; without it, it goes`, () => {
		const sizes = (lab: Lab) => packets(lab).flatMap(({len, from}) => (from === 'client' && len > 0 ? [len] : []));
		const mss = profile === 'textbook' ? 1460 : 1448;
		const acknowledged = profile === 'textbook' ? 310 : 140;
		const lab = play(connected(profile), client.set(3, 'TCP_CORK', 1), client.write(3, 100), 10);
		assert.deepEqual(sizes(lab), []);
		play(lab, client.write(3, mss), 10);
		assert.deepEqual(sizes(lab), [mss]);
		play(lab, acknowledged, client.set(3, 'TCP_CORK', 0));
		assert.deepEqual(sizes(lab), [mss, 100]);
		play(lab, acknowledged, client.set(3, 'TCP_CORK', 1), client.write(3, 50), client.set(3, 'TCP_CORK', 0));
		assert.deepEqual(sizes(lab), [mss, 100, 50]);
	});

test('TCP_NODELAY pushes what TCP_CORK holds back, once (Linux)', () => {
	const lab = play(
		connected('linux'),
		client.set(3, 'TCP_CORK', 1),
		client.write(3, 100),
		client.set(3, 'TCP_NODELAY', 1),
		client.write(3, 50),
	);
	assert.deepEqual(
		packets(lab).flatMap(({len, from}) => (from === 'client' && len > 0 ? [len] : [])),
		[100],
	);
});

test('IP_MTU_DISCOVER: with IP_PMTUDISC_DONT no router is believed that wants smaller datagrams', () => {
	for (const [manner, mtu] of [
		[1, 1000],
		[0, 1500],
	] as const) {
		const lab = play(connected('linux'), client.set(3, 'IP_MTU_DISCOVER', manner), client.write(3, 1448));
		const tcb = socketBy(lab.world.hosts.client, 3)?.tcb;
		assert.ok(tcb);
		const {local, remote, snd} = tcb;
		const quoted = {src: local.addr, dst: remote.addr, sport: local.port, dport: remote.port, seq: snd.una};
		play(lab, {do: 'icmp', host: 'client', error: {type: 3, code: 4, mtu: 1000, ...quoted}});
		assert.equal(tcb.ip.mtu, mtu);
	}
});

test('TCP_QUICKACK sends the acknowledgment that waits, once all was read (Linux)', () => {
	const lab = play(connected('linux'), server.write(4, 100), 60, client.write(3, 10), 500, server.write(4, 100), 55);
	const sent = () => packets(lab).filter(({from}) => from === 'client').length;
	const before = sent();
	assert.equal(left(lab, {host: 'client', number: 3}, 'delayed-ack'), 35);
	assert.deepEqual(after(lab, 'client', client.get(3, 'TCP_QUICKACK'), client.set(3, 'TCP_QUICKACK', 1)), [
		'getsockopt = 0 [0]',
		'setsockopt = 0',
	]);
	assert.equal(sent(), before);
	assert.deepEqual(after(lab, 'client', client.read(3, 200), client.set(3, 'TCP_QUICKACK', 1), client.get(3, 'TCP_QUICKACK')), [
		'recv = 200',
		'setsockopt = 0',
		'getsockopt = 0 [1]',
	]);
	assert.equal(sent(), before + 1);
});
