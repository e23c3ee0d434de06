import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RecentMap} from '../../source/build/recent-map.js';

test('it forgets what was not asked for, and keeps at most twice its limit', () => {
	const map = new RecentMap<number, string>(100);
	map.set(-1, 'asked for');
	map.set(-2, 'not asked for');
	for (let key = 0; key < 1000; key++) {
		map.set(key, String(key));
		assert.equal(map.get(-1), 'asked for');
	}
	assert.equal(map.get(-2), undefined);
	assert.ok(Array.from({length: 1000}, (_, key) => map.get(key)).filter(value => value !== undefined).length <= 200);
});
