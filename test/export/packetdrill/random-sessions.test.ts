import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {packetdrillOf} from '../../../source/export/packetdrill/packetdrill.js';
import {packetdrillEn} from '../../../source/locale/en/packetdrill.js';
import {createHistory, type History, hostNames} from '../../../source/sim/index.js';
import {arbitraryDeeds, type Deed, perform} from '../../property/meddling.js';
import {resultOf} from './exported.js';

/** What has no words in a script, or other words there. */
function isSayable(deed: Deed): boolean {
	if (deed.kind !== 'act') return true;
	const {action} = deed;
	if (action.do === 'connect') return action.socket === undefined;
	return action.do !== 'crash' && action.do !== 'restart' && action.do !== 'profile';
}

function played(seed: number, deeds: readonly Deed[]): History {
	const history = createHistory({seed});
	for (const deed of deeds.filter(isSayable)) perform(history, deed);
	return history;
}

const sessions = 150;

test('whatever happens between two hosts, the view of either passes as a script, but for one in fifty that is refused', () => {
	const counts = {passed: 0, refused: 0, differing: 0};
	for (const [seed, deeds] of fc.sample(arbitraryDeeds, {numRuns: sessions, seed: 5}).entries()) {
		const history = played(seed, deeds);
		for (const host of hostNames) {
			const {lines, unsayable} = packetdrillOf(history, {host, title: undefined, words: packetdrillEn});
			if (lines) assert.equal(resultOf(lines.join('\n')), 'pass', `session ${seed}, ${host}`);
			counts[lines ? 'passed' : unsayable.code === 'differs' ? 'differing' : 'refused']++;
		}
	}
	assert.ok(counts.differing * 50 <= sessions * 2, JSON.stringify(counts));
	assert.ok(counts.passed > sessions * 1.5, JSON.stringify(counts));
});
