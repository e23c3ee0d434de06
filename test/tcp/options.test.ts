/** Options of SYN and SYN,ACK by profile: RFC 9293 § 3.7.1, RFC 7323 § 2, § 3, RFC 2018 § 2. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alone, arrive, connecting, lastSent, opened, port, tune} from './arriving.js';
import {connect, ladder, listen, notes, play, send, set, tcb} from './play.js';

const optionsOf = (text: string): string => /<(.*)>/.exec(text)?.[1]?.replaceAll(/TS val \d+ ecr/g, 'TS val T ecr') ?? '';
const on = {sack: true, timestamps: true, wscale: true};
const wide = {rcvbufMax: 2_097_152, rcvbufLimit: 0};

for (const [knobs, freebsd, linux] of [
	[{}, 'mss 1460,nop,wscale 6,sackOK,TS val T ecr 0', 'mss 1460,sackOK,TS val T ecr 0,nop,wscale 6'],
	[{sack: false}, 'mss 1460,nop,wscale 6,nop,nop,TS val T ecr 0', 'mss 1460,nop,nop,TS val T ecr 0,nop,wscale 6'],
	[{timestamps: false}, 'mss 1460,nop,wscale 6,sackOK,eol,eol', 'mss 1460,nop,nop,sackOK,nop,wscale 6'],
	[{wscale: false}, 'mss 1460,sackOK,TS val T ecr 0', 'mss 1460,sackOK,TS val T ecr 0'],
	[{wscale: false, timestamps: false}, 'mss 1460,sackOK,eol,eol', 'mss 1460,nop,nop,sackOK'],
	[{sack: false, timestamps: false}, 'mss 1460,nop,wscale 6', 'mss 1460,nop,wscale 6'],
	[{sack: false, wscale: false}, 'mss 1460,nop,nop,TS val T ecr 0', 'mss 1460,nop,nop,TS val T ecr 0'],
	[{sack: false, wscale: false, timestamps: false}, 'mss 1460', 'mss 1460'],
	[{mss: 8960}, 'mss 8960,nop,wscale 6,sackOK,TS val T ecr 0', 'mss 8960,sackOK,TS val T ecr 0,nop,wscale 6'],
	[{maxSegment: 1000}, 'mss 1000,nop,wscale 6,sackOK,TS val T ecr 0', 'mss 1000,sackOK,TS val T ecr 0,nop,wscale 6'],
	[{noOptions: true}, '', ''],
] as const)
	for (const [profile, expected] of [
		['freebsd', freebsd],
		['textbook', freebsd],
		['linux', linux],
	] as const)
		test(`the SYN of ${profile} with ${JSON.stringify(knobs)} carries <${expected}>`, () => {
			const lab = connecting(profile, tune('client', {...on, ...wide, ...knobs}));
			assert.equal(optionsOf(lastSent(lab, 'client')), expected);
		});

for (const [profile, rcvbufMax, shift] of [
	['freebsd', 73_728, 1],
	['freebsd', 2_097_152, 6],
	['freebsd', 4_294_967_295, 14],
	['linux', 15_728_640, 8],
	['linux', 33_554_432, 10],
	['textbook', 65_535, 0],
] as const)
	test(`${profile} scales a buffer of at most ${rcvbufMax} octets by ${shift}`, () => {
		const lab = connecting(profile, tune('client', {...on, rcvbufMax}));
		assert.match(lastSent(lab, 'client'), new RegExp(`wscale ${shift}\\b`));
	});

for (const [offered, freebsd, linux] of [
	['', 'mss 1460', 'mss 1460'],
	['<mss 1000>', 'mss 1460', 'mss 1460'],
	['<mss 1000,sackOK,eol,eol>', 'mss 1460,sackOK,eol,eol', 'mss 1460,nop,nop,sackOK'],
	['<mss 1000,nop,wscale 3>', 'mss 1460,nop,wscale 6', 'mss 1460,nop,wscale 6'],
	['<mss 1000,nop,nop,TS val 7 ecr 0>', 'mss 1460,nop,nop,TS val T ecr 7', 'mss 1460,nop,nop,TS val T ecr 7'],
] as const)
	for (const [profile, expected] of [
		['freebsd', freebsd],
		['linux', linux],
	] as const)
		test(`a SYN with ${offered || 'no option'} is answered by ${profile} with <${expected}>`, () => {
			const lab = alone('server', profile, tune('server', wide), listen('server'), arrive('server', `S 5:5(0) ${offered}`), 1);
			assert.equal(optionsOf(lastSent(lab, 'server')), expected);
		});

test('a simultaneous open offers what the SYN of the peer has offered; linux offers all of its own once more', () => {
	const answer = (profile: 'freebsd' | 'linux') => {
		const lab = play(connecting(profile, tune('client', wide)), arrive('client', 'S 5:5(0) <mss 1460,sackOK,eol,eol>'), 1);
		return optionsOf(lastSent(lab, 'client'));
	};
	assert.equal(answer('freebsd'), 'mss 1460,sackOK,eol,eol');
	assert.equal(answer('linux'), 'mss 1460,sackOK,TS val T ecr 0,nop,wscale 6');
});

for (const [profile, window] of [
	['textbook', 700],
	['freebsd', 700],
	['linux', 700 * 2 ** 3],
] as const)
	test(`the window of a SYN,ACK that ends a simultaneous open, 700 at a scale of 3, is ${window} to ${profile}`, () => {
		const lab = play(
			connecting(profile, tune('client', {...on, timestamps: false})),
			arrive('client', 'S 5:5(0) win 700 <mss 1460,nop,wscale 3>'),
			1,
		);
		play(lab, arrive('client', `S. 5:5(0) ack ${tcb(lab, 'client').iss + 1} win 700 <mss 1460,nop,wscale 3>`), 1);
		assert.deepEqual([tcb(lab, 'client').state, tcb(lab, 'client').snd.wnd], ['ESTABLISHED', window]);
	});

test('from the fourth SYN on only the MSS is announced, where the knob says so, and nothing more is agreed', () => {
	const lab = play(connecting('freebsd', tune('client', {synDropsOptions: true})), 9000);
	const syns = ladder(lab, {from: 'client', options: true}).map(optionsOf);
	assert.deepEqual([syns.length, syns[2]?.includes('sackOK'), syns[3]], [4, true, 'mss 1460']);
	play(lab, arrive('client', 'S. 5:5(0) ack 1001 <mss 1460,sackOK,eol,eol>'), 1);
	assert.equal(tcb(lab, 'client').hasSack, false);
});

test('an option in the SYN,ACK that was not offered is not agreed', () => {
	const lab = connecting('textbook');
	play(lab, arrive('client', 'S. 5:5(0) ack 1001 <mss 1460,nop,wscale 3,sackOK,TS val 9 ecr 0>'), 1);
	const {hasSack, hasTimestamps, hasWscale, snd} = tcb(lab, 'client');
	assert.deepEqual(
		{hasSack, hasTimestamps, hasWscale, scale: snd.scale},
		{hasSack: false, hasTimestamps: false, hasWscale: false, scale: 0},
	);
});

test('RFC 7323 § 2.2: the window of a SYN is not scaled, every other one is; a shift above 14 counts as 14', () => {
	const lab = connecting('linux');
	play(lab, arrive('client', 'S. 5:5(0) ack 1001 win 1000 <mss 1460,nop,wscale 15>'), 1);
	assert.deepEqual([tcb(lab, 'client').snd.wnd, tcb(lab, 'client').snd.scale], [1000, 14]);
	play(lab, arrive('client', '. 6:6(0) ack 1001 win 3'), 1);
	assert.equal(tcb(lab, 'client').snd.wnd, 3 * 2 ** 14);
	assert.equal(notes(lab, 'wscale-agreed')[0]?.values.peer, 14);
});

test('RFC 6691: the timestamp of every segment leaves less room for text', () => {
	const lab = opened('freebsd', '<mss 1460,nop,wscale 6,sackOK,TS val 100 ecr 0>');
	play(lab, send({host: 'server', number: 4}, 3000), 1);
	const [first] = ladder(lab, {from: 'server', since: 2});
	assert.match(first ?? '', /8001:9449\(1448\)/);
});

test('what is sent fits into the MTU and the limit of the socket, whatever the peer announces', () => {
	for (const [knobs, mss] of [
		[{mtu: 1000}, 960],
		[{maxSegment: 700}, 700],
		[{mtu: 9000, mss: 8960}, 5000],
	] as const) {
		const lab = connecting('textbook', tune('client', knobs));
		play(lab, arrive('client', 'S. 5:5(0) ack 1001 <mss 5000>'), 1);
		assert.equal(tcb(lab, 'client').snd.mss, mss);
	}
});

test('the knobs of the lab offer options on later connections', () => {
	const lab = alone(
		'client',
		'textbook',
		set('client', {knob: 'sack', value: true}),
		set('client', {knob: 'wscale', value: true}),
		connect('client', {from: port}),
		1,
	);
	assert.equal(optionsOf(lastSent(lab, 'client')), 'mss 1460,nop,wscale 0,sackOK,eol,eol');
});
