import assert from 'node:assert/strict';
import {test} from 'node:test';
import {knobCommand, readKnobCommand} from '../../source/packetdrill/knob-command.js';
import type {KnobChange} from '../../source/sim/action.js';

const commands: readonly (readonly [KnobChange, string])[] = [
	[{knob: 'nagle', value: false}, 'tcp-tui knob nagle off'],
	[{knob: 'delayedAck', value: true}, 'tcp-tui knob delayed-ack on'],
	[{knob: 'rcvbuf', value: 2920}, 'tcp-tui knob rcvbuf 2920'],
	[{knob: 'rtoMin', value: 200_000}, 'tcp-tui knob rto-min 0.2'],
	[{knob: 'msl', value: 120_000_001}, 'tcp-tui knob msl 120.000001'],
	[{knob: 'app', value: 'echo'}, 'tcp-tui knob app echo'],
	[{knob: 'ecn', value: 'passive'}, 'tcp-tui knob ecn passive'],
];

for (const [change, text] of commands)
	test(`${text} is written and read`, () => {
		assert.equal(knobCommand(change), text);
		assert.deepEqual(readKnobCommand(text), change);
	});

for (const text of [
	'tcp-tui knob nagle maybe',
	'tcp-tui knob none 1',
	'tcp-tui knob constructor 1',
	'tcp-tui knob app server',
	'tcp-tui knob rto-min 1e3',
	'tcp-tui knob rcvbuf -1',
	'tcp-tui knob rcvbuf',
	'tcp-tui knob nagle off; reboot',
	'tcp-tui run',
])
	test(`${text} turns no knob`, () => assert.equal(readKnobCommand(text), undefined));
