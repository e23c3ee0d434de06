/** Every cell of the table: the state is reached by playing to it, the event happens, and nothing else than the cell says follows. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {states} from '../../source/tcp/state.js';
import {events, happen, type Stage, stages} from './stages.js';
import {type Cell, cells} from './transition-table.js';

test('the table has a cell for each of the eleven states and 31 events', () => {
	const named = new Set(cells.map(({state, event}) => `${state} ${event}`));
	assert.equal(named.size, 11 * 31);
	for (const state of states) for (const event of events) assert.ok(named.has(`${state} ${event}`), `${state} ${event}`);
});

const seen = (stage: Stage, {event, sends}: Cell): Omit<Cell, 'event'> => ({state: stage.state(), ...happen(stage, event, sends)});

for (const cell of cells) {
	const {state, event, sends, next, signal} = cell;
	test(`${state}, ${event}: ${sends === '-' ? 'nothing' : sends} is sent, ${next === 'same' ? 'it stays' : `then ${next}`}; calls: ${signal}`, () => {
		const expected = {state, sends, next: next === 'same' ? state : next, signal};
		assert.deepEqual(seen(stages(state, event), cell), expected);
	});
}
