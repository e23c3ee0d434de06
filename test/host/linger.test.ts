import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setLinger} from '../../source/host/options.js';
import {act, advance, createHistory, packetAt, packetCount} from '../../source/sim/index.js';
import {FIN, RST} from '../../source/tcp/segment.js';

for (const [isOn, seconds, sends] of [
	[true, 0, 'RST'],
	[true, 5, 'FIN'],
	[false, 0, 'FIN'],
] as const)
	test(`SO_LINGER ${isOn ? 'on' : 'off'}, ${seconds} s: close sends ${sends}`, () => {
		const history = createHistory();
		act(history, {do: 'listen', host: 'server', port: 80});
		act(history, {do: 'connect', host: 'client', port: 80});
		advance(history, 1_000_000);
		const [socket] = history.world.hosts.client.sockets;
		assert.ok(socket);
		setLinger(socket, isOn, seconds);
		act(history, {do: 'close', socket: {host: 'client'}});
		const {trace} = history.world;
		assert.equal(packetAt(trace, packetCount(trace)).flags & (FIN | RST), sends === 'RST' ? RST : FIN);
	});
