/** TCP_INFO under Linux's names, and what an operator counts. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {socketCount} from '../../source/host/posix/census.js';
import {tcpInfo} from '../../source/host/posix/tcp-info.js';
import {socketBy} from '../../source/sim/index.js';
import {stackOf} from '../../source/sim/step.js';
import type {State} from '../../source/tcp/state.js';
import {both, drop, type Lab, type Move, play, start} from '../tcp/play.js';
import {client, connected, port, server} from './posix.js';

const infoOf = (lab: Lab): Readonly<Record<string, number>> => {
	const socket = socketBy(lab.world.hosts.client, 3);
	assert.ok(socket);
	return tcpInfo(socket, stackOf(lab.world, 'client').env);
};

/** On the client of a Linux connection, round trip 100 ms. */
const infos: readonly (readonly [string, readonly Move[], Readonly<Record<string, number>>])[] = [
	[
		'open and idle',
		[],
		{
			tcpi_state: 1,
			tcpi_options: 7,
			tcpi_snd_cwnd: 10,
			tcpi_snd_ssthresh: 0x7fff_ffff,
			tcpi_unacked: 0,
			tcpi_ca_state: 0,
			tcpi_advmss: 1448,
		},
	],
	[
		'sizes and times of the handshake',
		[],
		{tcpi_snd_mss: 1448, tcpi_rtt: 100_000, tcpi_rttvar: 50_000, tcpi_rto: 300_000, tcpi_min_rtt: 100_000},
	],
	[
		'three segments out',
		[client.write(3, 4344)],
		{tcpi_unacked: 3, tcpi_lost: 0, tcpi_retrans: 0, tcpi_notsent_bytes: 0, tcpi_busy_time: 0},
	],
	['20 segments written, 10 out', [client.write(3, 28_960)], {tcpi_unacked: 10, tcpi_notsent_bytes: 14_480}],
	['busy for 30 ms', [client.write(3, 4344), 30], {tcpi_unacked: 3, tcpi_busy_time: 30_000}],
	['busy until all was acknowledged', [client.write(3, 1000), 400], {tcpi_unacked: 0, tcpi_bytes_acked: 1000, tcpi_busy_time: 100_000}],
	['octets that came', [server.write(4, 700), 100], {tcpi_bytes_received: 700}],
	['a probe of the lost tail', [drop('client'), client.write(3, 1000), 310], {tcpi_unacked: 1, tcpi_retrans: 0, tcpi_total_retrans: 1}],
	['half closed', [client.shutdown(3, 'SHUT_WR'), 200], {tcpi_state: 5}],
	['reset', [{do: 'tcpdrop', host: 'server', state: 'ESTABLISHED'}, 200], {tcpi_state: 7}],
];

for (const [what, moves, expected] of infos)
	test(`tcp_info, ${what}`, () => {
		const info = infoOf(play(connected('linux'), ...moves));
		assert.deepEqual(Object.fromEntries(Object.keys(expected).map(name => [name, info[name]])), expected);
	});

test('what no chunk queue keeps is not known, not 0', () => {
	const info = infoOf(connected('textbook'));
	assert.equal(info.tcpi_lost, undefined);
	assert.equal(info.tcpi_snd_cwnd, 14_600);
});

const counts: readonly (readonly [State, number])[] = [
	['LISTEN', 1],
	['SYN_RCVD', 1],
	['ESTABLISHED', 0],
	['CLOSED', 1],
];

test('connections are counted by state and port; CLOSED are the descriptors that are still open', () => {
	const lab = play(
		start(both('freebsd')),
		server.socket(),
		server.socket(),
		server.bind(4),
		server.listen(4),
		client.socket(),
		client.connect(3),
		60,
	);
	for (const [state, count] of counts) assert.equal(socketCount(lab.world.hosts.server, state), count, state);
	assert.equal(socketCount(lab.world.hosts.server, 'SYN_RCVD', port), 1);
	assert.equal(socketCount(lab.world.hosts.server, 'SYN_RCVD', port + 1), 0);
	play(lab, 100, server.close(3));
	assert.equal(socketCount(lab.world.hosts.server, 'CLOSED'), 0);
	assert.equal(socketCount(lab.world.hosts.server, 'ESTABLISHED'), 1);
});
