/** One expectation of a script made wrong, of each kind in turn: a checker that lets any of them pass checks nothing. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {readPkt} from '../../source/commands/pkt-source.js';
import {drillScript} from '../../source/packetdrill/run/drill.js';
import {mutantsOf} from './mutants.js';

const folder = join(import.meta.dirname, 'scripts');
const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.pkt'));

test('there are scripts', () => assert.ok(names.length > 0));

for (const name of names.sort())
	test(`every mutant of ${name} is rejected`, () => {
		const source = readPkt(readFileSync(join(folder, name), 'utf8'), name, {lang: 'en', defines: new Map()});
		assert.ok(source.script, source.mistake?.words);
		const survivors: string[] = [];
		let count = 0;
		for (const {name: mutation, script} of mutantsOf(source.script)) {
			count++;
			if (drillScript(script, source.profile).result === 'pass') survivors.push(mutation);
		}
		assert.deepEqual(survivors, []);
		assert.ok(count > 0);
	});
