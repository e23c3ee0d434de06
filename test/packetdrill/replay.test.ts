/** A run can be gone back in: the history of a script, played again from any of its keyframes, is the same. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {readPkt} from '../../source/commands/pkt-source.js';
import {drillScript} from '../../source/packetdrill/run/drill.js';
import {seek} from '../../source/sim/index.js';
import {takeKeyframe} from '../../source/sim/keyframe.js';
import {digest} from '../property/digest.js';

const folder = join(import.meta.dirname, 'scripts');

for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(one => one.endsWith('.pkt')))
	test(`${name} is played again as it was`, () => {
		const source = readPkt(readFileSync(join(folder, name), 'utf8'), name, {lang: 'en', defines: new Map()});
		assert.ok(source.script);
		const {history} = drillScript(source.script, source.profile);
		const end = digest(history.world);
		for (const part of [0, 0.25, 0.5, 0.75]) {
			seek(history, Math.floor(history.end.steps * part));
			history.keyframes.push(takeKeyframe(history.world, history.applied));
			seek(history, history.end.steps);
			assert.deepEqual(digest(history.world), end, `from ${part}`);
		}
		seek(history, Math.floor(history.end.steps * 0.9));
		seek(history, history.end.steps);
		assert.deepEqual(digest(history.world), end, 'from the last keyframe');
	});
