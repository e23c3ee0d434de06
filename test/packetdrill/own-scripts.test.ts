import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {profileOf} from '../../source/packetdrill/pkt-guess.js';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';
import {drillScript} from '../../source/packetdrill/run/drill.js';
import type {ProfileName} from '../../source/tcp/profile.js';

const folder = join(import.meta.dirname, 'scripts');
const profiles: readonly ProfileName[] = ['textbook', 'linux', 'freebsd'];

for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(one => one.endsWith('.pkt'))) {
	test(`what ${name} expects comes`, () => {
		const text = readFileSync(join(folder, name), 'utf8');
		const {script, mistake} = parsePkt(text, {file: name});
		assert.deepEqual(mistake, undefined);
		const profile = profiles.find(one => one === profileOf(text));
		assert.ok(script && profile);
		const {result, culprit} = drillScript(script, profile);
		assert.equal(result, 'pass', JSON.stringify({place: culprit?.place, verdict: culprit?.verdict}, undefined, '\t'));
	});
}
