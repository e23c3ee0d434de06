/** Time passes for the script: steps of the history, with an eye on the call that waits and on what is sent. */
import {advance, arriveAt, stepOn} from '../../sim/index.js';
import type {Run} from './run.js';

/** The next thing that happens by itself, if it is due by `until`; false when nothing is. */
export function tick(run: Run, until: number): boolean {
	if (!stepOn(run.history, until)) return false;
	afterStep(run);
	return true;
}

/** Everything that is due before `at`, then it is that time: what the script does comes before the timers of that instant. */
export function waitUntil(run: Run, at: number): void {
	while (tick(run, at - 1));
	arriveAt(run.history, at);
}

/** Everything that is due up to and including `at`. */
export function passUntil(run: Run, at: number): void {
	while (tick(run, at));
	advance(run.history, at);
}

/** To be called after whatever changed the world. */
export function afterStep(run: Run): void {
	searchOctets(run);
	const {waiting, history} = run;
	if (!waiting || waiting.record) return;
	const {calls} = history.world.trace;
	waiting.record = calls.findLast(({posix}) => posix === waiting.call);
	if (waiting.record) waiting.endedAt = history.world.now;
}

/** The trace keeps only the beginning of a text; here it is whole, while it is on its way. */
function searchOctets(run: Run): void {
	const {flight, trace} = run.history.world;
	if (trace.packets.length === run.searchedPackets) return;
	for (const {n, segment} of flight) {
		if (n > run.searchedPackets && segment.text.some(octet => octet !== 0)) run.nonZero.add(n);
	}
	run.searchedPackets = trace.packets.length;
}
