/** A host that is played from outside: what reaches it is written down, and nothing answers. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addressOf} from '../../source/host/new-host.js';
import {defaultLink} from '../../source/net/packet.js';
import {segmentWords} from '../../source/packetdrill/notation.js';
import type {ArrivingSegment} from '../../source/sim/action.js';
import {act, advance, arriveAt, createHistory, type History, packetAt, packetCount, seek} from '../../source/sim/index.js';
import {ACK, noOptions, plainIp, SYN} from '../../source/tcp/segment.js';
import {seq} from '../../source/tcp/seq.js';

const link = {...defaultLink, delay: 0};
const scripted = (): History => createHistory({link: {client: link, server: link}, scripted: 'client'});

const segment = (given: Partial<ArrivingSegment>): ArrivingSegment => ({
	src: addressOf('client'),
	dst: addressOf('server'),
	sport: 50_000,
	dport: 8080,
	seq: seq(0),
	ack: seq(0),
	flags: 0,
	wnd: 1000,
	urg: 0,
	...plainIp,
	options: noOptions,
	len: 0,
	...given,
});

const sentBy = ({world}: History, host: string): readonly string[] =>
	Array.from({length: packetCount(world.trace)}, (_, at) => packetAt(world.trace, at + 1)).flatMap(record =>
		record.from === host ? [`${record.sentAt} ${segmentWords({...record, sport: undefined, urg: undefined, options: undefined})}`] : [],
	);

const talk = (history: History): void => {
	act(history, {do: 'listen', host: 'server', port: 8080});
	act(history, {do: 'arrive', host: 'server', segment: segment({flags: SYN, seq: seq(17)})});
	advance(history, 0);
	act(history, {do: 'arrive', host: 'server', segment: segment({flags: ACK, seq: seq(18), ack: seq(8001), len: 30})});
	advance(history, 300_000);
};

test('the host under test answers, the scripted one stays silent', () => {
	const history = scripted();
	talk(history);
	assert.deepEqual(sentBy(history, 'server'), ['0 S. 8000:8000(0) ack 18 win 65535', '200000 . 8001:8001(0) ack 48 win 65505']);
	assert.deepEqual(sentBy(history, 'client'), ['0 S 17:17(0) ack 0 win 1000', '0 . 18:48(30) ack 8001 win 1000']);
});

test('what arrives is replayed like everything else', () => {
	const history = scripted();
	talk(history);
	const sent = sentBy(history, 'server');
	seek(history, 1);
	assert.deepEqual(sentBy(history, 'server'), []);
	seek(history, history.end.steps);
	assert.deepEqual(sentBy(history, 'server'), sent);
});

test('whoever acts at an instant comes before the timers of that instant', () => {
	const history = scripted();
	talk(history);
	const before = history.world.steps;
	act(history, {do: 'arrive', host: 'server', segment: segment({flags: ACK, seq: seq(48), ack: seq(8001), len: 1})});
	advance(history, 300_000);
	arriveAt(history, 500_000);
	assert.equal(history.world.steps, before + 2);
	assert.equal(history.world.now, 500_000);
	advance(history, 500_000);
	assert.equal(history.world.steps, before + 4);
});
