import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {parseScript} from '../../source/script/parser.js';
import {createPlayer, play} from '../../source/script/player.js';
import {setupOf} from '../../source/script/setup.js';
import {createHistory, type History, packetCount, seek} from '../../source/sim/index.js';
import {builtProgram} from '../terminal/harness.js';
import {median} from './stopwatch.js';

/** So many octets one way, to a reader that acknowledges as ever. */
const bulk = (octets: number, head = ''): string => `${head}
link delay 1ms
server app reader
server listen 80
client connect 80
run until client ESTABLISHED
client send ${octets} bytes
run until quiet
expect server received ${octets} bytes
`;

const bulkOctets = 64 * 1024 * 1024;

function historyOf(text: string): History {
	const {script, mistakes} = parseScript(text);
	if (!script) throw new Error(JSON.stringify(mistakes));
	const history = createHistory(setupOf(script));
	const player = createPlayer(script, history, {});
	play(player, Number.POSITIVE_INFINITY);
	if (player.failures.length > 0) throw new Error(JSON.stringify(player.failures));
	return history;
}

/** Segments a second, each counted when it enters the link; the whole process timed from outside. */
export function measureEngine(folder: string, runs: number): {readonly segmentsPerSecond: number; readonly segments: number} {
	const file = `${folder}/bulk.txt`;
	writeFileSync(file, bulk(bulkOctets));
	const segments = packetCount(historyOf(bulk(bulkOctets)).world.trace);
	const [program = '', ...words] = builtProgram;
	const seconds = Array.from({length: runs}, () => {
		const began = performance.now();
		const {status, stderr} = spawnSync(program, [...words, 'run', '--format', 'none', file], {
			encoding: 'utf8',
			env: {...process.env, NODE_EXTRA_CA_CERTS: ''},
		});
		if (status !== 0) throw new Error(stderr);
		return (performance.now() - began) / 1000;
	});
	return {segmentsPerSecond: segments / median(seconds), segments};
}

/** Milliseconds of the slowest of many jumps in a run of so many events. */
export function measureRewind(events: number): {readonly worstMs: number; readonly medianMs: number} {
	const history = historyOf(bulk(40_000_000, 'server mss 536'));
	if (history.end.steps < events) throw new Error(`only ${history.end.steps} events`);
	const jumps = Array.from({length: 60}, (_, jump) => (jump * 7919 * 13) % events);
	const times = jumps.map(step => {
		const began = performance.now();
		seek(history, step);
		return performance.now() - began;
	});
	return {worstMs: Math.max(...times), medianMs: median(times)};
}
