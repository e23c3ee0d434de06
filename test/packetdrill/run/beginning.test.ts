/** What the knobs of the endpoint are when a script begins. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profiles} from '../../../source/host/profiles/index.js';
import {kernelDefaults} from '../../../source/packetdrill/run/sysctl-linux.js';
import type {Knobs} from '../../../source/tcp/profile.js';
import {drillText} from './play.js';

const socket = '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n';

function knobsAfter(text: string, profile: 'textbook' | 'linux' | 'freebsd'): Knobs {
	const {history, host} = drillText(text, profile);
	return history.world.hosts[host].knobs;
}

for (const profile of ['textbook', 'freebsd'] as const)
	test(`${profile} begins with its own knobs`, () => assert.deepEqual(knobsAfter(socket, profile), profiles[profile].knobs));

test("linux begins with what the suites' scripts set, whether a script says so or not", () => {
	const knobs = knobsAfter(socket, 'linux');
	assert.deepEqual(knobsAfter(`\`./defaults.sh\`\n${socket}`, 'linux'), knobs);
	const {rcvbuf, rcvbufMax, sndbuf, ecn, synRetries, slowStartAfterIdle} = knobs;
	assert.deepEqual([rcvbuf, rcvbufMax, sndbuf, ecn, synRetries, slowStartAfterIdle], [540_000, 15_728_640, 262_144, 'off', 9, false]);
});

test("the kernel's own settings undo that", () => {
	const lines = kernelDefaults.map(([name, value]) => `sysctl -q ${name}="${value}"`).join('\n');
	assert.deepEqual(knobsAfter(`\`${lines}\`\n${socket}`, 'linux'), profiles.linux.knobs);
});
