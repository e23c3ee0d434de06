/** The window field with a scale (RFC 7323 § 2): what each stack does with octets that the scale cannot tell. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProfileName} from '../../source/tcp/profile.js';
import {both, crash, established, forge, type Lab, ladder, type Move, play, recv, set, start, tcb} from './play.js';

const client = {
	isn: set('client', {knob: 'isn', value: 1000}),
	scale: set('client', {knob: 'wscale', value: true}),
	plain: set('client', {knob: 'timestamps', value: false}),
	large: set('client', {knob: 'rcvbuf', value: 262_144}),
};
const server = [set('server', {knob: 'isn', value: 8000}), set('server', {knob: 'wscale', value: true})];

/** The server is gone, so that what it says is forged. */
const alone = (profile: ProfileName, ...moves: readonly Move[]): Lab =>
	play(start(both(profile)), client.isn, client.scale, client.plain, ...server, ...moves, ...established, crash('server'));

const arrive = (from: number, len: number): readonly Move[] => [forge('client', `P. ${from}:${from + len}(${len}) ack 1001`), 300];

const lastWindow = (lab: Lab): string | undefined => ladder(lab, {win: true, from: 'client', fate: false}).at(-1)?.split(' win ')[1];

test('a SYN tells at most 65535, whatever the scale; its ACK tells all', () => {
	const lab = alone('textbook', client.large);
	assert.deepEqual(
		ladder(lab, {win: true, from: 'client'}).map(row => row.split(' win ')[1]),
		['65535', String(262_144 >> 3)],
	);
	assert.equal(tcb(lab, 'client').rcv.scale, 3);
});

test('textbook tells no octet more than it has, and takes every one that it ever told of', () => {
	const lab = alone('textbook', client.large);
	play(lab, ...arrive(8001, 1001));
	assert.equal(lastWindow(lab), String((262_144 - 1001) >> 3));
	assert.equal(tcb(lab, 'client').rcv.wnd, 262_144 - 1001);
	play(lab, recv('client'), 1);
	assert.equal(tcb(lab, 'client').rcv.wnd % 8, 7);
});

test('freebsd rounds up, so that its edge never goes back by the scale', () => {
	const lab = alone('freebsd');
	assert.equal(lastWindow(lab), '1027');
	assert.equal(tcb(lab, 'client').rcv.wnd, 1027 * 64);
	play(lab, ...arrive(8001, 100));
	assert.equal(lastWindow(lab), String(Math.ceil((1027 * 64 - 100) / 64)));
});

test('linux rounds up too', () => {
	const lab = alone('linux');
	assert.equal(lastWindow(lab), String(Math.ceil(64_240 / 128)));
	play(lab, ...arrive(8001, 100));
	assert.equal(tcb(lab, 'client').rcv.wnd % 128, 0);
});

for (const [rcvbuf, scale] of [
	[65_535, 0],
	[65_536, 1],
	[131_071, 1],
	[131_072, 2],
	[1_000_000, 4],
] as const)
	test(`textbook with a buffer of ${rcvbuf} offers a scale of ${scale}`, () => {
		const lab = alone('textbook', set('client', {knob: 'rcvbuf', value: rcvbuf}));
		assert.equal(tcb(lab, 'client').rcv.scale, scale);
	});
