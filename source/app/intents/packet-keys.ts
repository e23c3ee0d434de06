/** Keys that act on the packet with the double line. */
import type {Mischief} from '../../sim/action.js';
import {packetAt} from '../../sim/index.js';
import {aimedPacket} from '../aim.js';
import type {Lab} from '../lab.js';
import {perform} from '../perform.js';
import type {Intent} from './intent.js';

/** Without a delay of the link there is nothing to double; this much is seen. */
const leastDelay = 10_000;

/** Once more the delay of its direction: a packet that leaves at once afterwards overtakes it. */
function delayOf({history: {world}}: Lab, n: number): number {
	const {from} = packetAt(world.trace, n);
	return Math.max(leastDelay, world.directions[from].settings.delay);
}

const mischief =
	(mischiefFor: (lab: Lab, n: number) => Mischief): Intent =>
	(lab, key) => {
		const n = aimedPacket(lab);
		return n === undefined ? undefined : perform(lab, key, {do: 'packet', packet: n, mischief: mischiefFor(lab, n)});
	};

export const packetKeys = {
	drop: mischief(() => ({kind: 'drop'})),
	duplicate: mischief(() => ({kind: 'duplicate'})),
	delay: mischief((lab, n) => ({kind: 'delay', by: delayOf(lab, n)})),
	mark: mischief(() => ({kind: 'mark'})),
} satisfies Record<string, Intent>;
