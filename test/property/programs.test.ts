/** POSIX programs on any two stacks: their connections stay sound, and a rewind shows what was there. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createHistory, isPast, seek, toPresent} from '../../source/sim/index.js';
import {checkInvariants, newWatch} from './conversation.js';
import {digest} from './digest.js';
import {perform} from './meddling.js';
import {arbitraryPrograms} from './programs.js';
import {tries} from './tries.js';

const seeds = fc.nat(0xffffffff);

test('whatever programs call, in whatever order, their connections stay sound', () => {
	fc.assert(
		fc.property(seeds, arbitraryPrograms, (seed, deeds) => {
			const history = createHistory({seed});
			const watch = newWatch();
			for (const deed of deeds) {
				perform(history, deed);
				checkInvariants(history, watch);
			}
		}),
		tries(2000),
	);
});

test('rewinding to any step of what programs did, and going on again, leads to the same present', () => {
	fc.assert(
		fc.property(seeds, arbitraryPrograms, fc.array(fc.nat(1000), {minLength: 1, maxLength: 4}), (seed, deeds, places) => {
			const history = createHistory({seed});
			for (const deed of deeds) perform(history, deed);
			const before = digest(history.world);
			for (const place of places) seek(history, Math.floor((place / 1000) * history.end.steps));
			toPresent(history);
			assert.equal(isPast(history), false);
			assert.deepEqual(digest(history.world), before);
		}),
		tries(300),
	);
});
