/** Does a saved session, played again, give the same trace? */
import assert from 'node:assert/strict';
import {printSession} from '../../source/app/session.js';
import {parseScript} from '../../source/script/parser.js';
import {createPlayer, play} from '../../source/script/player.js';
import {setupOf} from '../../source/script/setup.js';
import {createHistory, type History, packetAt, packetCount, type Row, rowAt, rowCount} from '../../source/sim/index.js';

/** What happened, without the numbers of steps and rows. */
function told(history: History): readonly unknown[] {
	const {trace} = history.world;
	return Array.from({length: rowCount(trace)}, (_, index) => rowAt(trace, index))
		.filter(row => row.kind !== 'mark' && !(row.kind === 'action' && (row.action.do === 'arm' || row.action.do === 'disarm')))
		.map(({index: _index, step: _step, ...row}: Row) => (row.kind === 'segment' ? {...row, packet: withoutPlace(trace, row.n)} : row));
}

function withoutPlace(trace: History['world']['trace'], n: number): unknown {
	const {row: _row, sentInStep: _sent, arrivedInStep: _arrived, ...packet} = packetAt(trace, n);
	return packet;
}

export function replayed(text: string): History {
	const {script, mistakes} = parseScript(text);
	assert.ok(script, `${JSON.stringify(mistakes)}\n${text}`);
	const history = createHistory(setupOf(script));
	const player = createPlayer(script, history);
	assert.equal(play(player, Number.POSITIVE_INFINITY), 'ended');
	assert.deepEqual(player.failures, []);
	return history;
}

export function assertSame(history: History): void {
	const again = replayed(printSession(history, 'lab'));
	assert.equal(again.world.now, history.end.now);
	assert.equal(packetCount(again.world.trace), packetCount(history.world.trace));
	assert.deepEqual(told(again), told(history));
}
