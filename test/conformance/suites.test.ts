/** The public packetdrill suites, where they lie beside the project: every script passes. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {readPkt} from '../../source/commands/pkt-source.js';
import {drillScript} from '../../source/packetdrill/run/drill.js';

const folder = join(import.meta.dirname, '../../../shared/conformance');
const hasSuites = existsSync(folder);

/**
 * Two scripts of one suite that no stack can satisfy at once: after the same SACK at the same round trip of 100 ms one wants the reordering
 * timer (min_rtt/4 + 2 ms) at 27 ms, this one at 40.
 */
const contradicted = 'tcp/fast_retransmit/fr-4pkt-fack-last-mss.pkt';

function complaint(suite: string, name: string): string | undefined {
	const source = readPkt(readFileSync(join(folder, suite, name), 'utf8'), name, {lang: 'en', defines: new Map()});
	if (!source.script) return `${name}:${source.mistake.line} ${source.mistake.words}`;
	const {culprit} = drillScript(source.script, source.profile);
	return culprit ? `${name}:${culprit.place.line} ${JSON.stringify(culprit.verdict)}` : undefined;
}

for (const suite of ['freebsd', 'google', 'linux'])
	test(`the scripts of ${suite} pass`, {skip: hasSuites ? false : 'the suites are not there'}, () => {
		const names = readdirSync(join(folder, suite), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.pkt'));
		assert.ok(names.length > 0);
		assert.deepEqual(
			names.sort().flatMap(name => (name === contradicted ? [] : (complaint(suite, name) ?? []))),
			[],
		);
		if (names.includes(contradicted)) assert.match(complaint(suite, contradicted) ?? '', /"field":"time"/);
	});
