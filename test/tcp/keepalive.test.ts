/** RFC 9293 § 3.8.4: is anybody there? */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	both,
	calls,
	crash,
	established,
	ladder,
	left,
	notes,
	play,
	playOut,
	recv,
	restart,
	send,
	set,
	shows,
	start,
	state,
	tcb,
} from './play.js';

const hours = 3_600_000;
const on = set('client', {knob: 'keepalive', value: true});

test('MUST-25: it is off', () => {
	const lab = play(start(), ...established, 3 * hours);
	assert.equal(left(lab, 'client', 'keepalive'), undefined);
});

test('MUST-27: after two idle hours an empty segment in front of the window asks, and any answer will do', () => {
	const lab = play(start(), on, ...established, 2 * hours);
	shows(
		lab,
		`7200100 > . 1000:1000(0) ack 8001
		7200150 < . 8001:8001(0) ack 1001`,
		{since: 200},
	);
	play(lab, 1000);
	assert.equal(tcb(lab, 'client').keepaliveProbes, 0);
	assert.equal(state(lab, 'client'), 'ESTABLISHED');
});

test('traffic puts it off', () => {
	const lab = play(start(), on, ...established, hours, send({host: 'server', number: 4}, 'still here'), hours + 1000);
	assert.equal(notes(lab, 'keepalive-sent').length, 0);
});

test('nine probes 75 s apart without an answer end the connection', () => {
	const lab = play(start(), on, ...established, crash('server'), recv('client'));
	playOut(lab);
	assert.equal(notes(lab, 'keepalive-sent').length, 9);
	assert.equal(notes(lab, 'keepalive-failed')[0]?.t, 7_200_100 + 9 * 75_000);
	assert.equal(calls(lab, 'client').at(-1), 'recv -1 ETIMEDOUT');
});

test('a host that has forgotten the connection answers with RST', () => {
	const lab = play(start(), on, ...established, crash('server'), restart('server'), recv('client'), 2 * hours);
	assert.deepEqual(ladder(lab, {since: 200}), ['7200100 > . 1000:1000(0) ack 8001', '7200150 < R 8001:8001(0)']);
	assert.equal(calls(lab, 'client').at(-1), 'recv -1 ECONNRESET');
});

test('it can be turned on and off while the connection lives', () => {
	const lab = play(start(), ...established, on);
	assert.equal(left(lab, 'client', 'keepalive'), 2 * hours);
	play(lab, set('client', {knob: 'keepalive', value: false}));
	assert.equal(left(lab, 'client', 'keepalive'), undefined);
});

test('freebsd always asks, eight times', () => {
	const lab = play(start(both('freebsd')), ...established, crash('server'));
	playOut(lab);
	assert.equal(notes(lab, 'keepalive-sent').length, 8);
	assert.equal(state(lab, 'client'), 'CLOSED');
});
